"""What sections, fields and entries must speak of, and do not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.aspectfix import aspect_insertion, model_of
from planls.contract.codes import codes_in
from planls.contract.demands import AspectSpec, EntriesSpec
from planls.contract.entry import Entry, cues, labelled, says, sentences
from planls.contract.insert import Insertion
from planls.contract.model import FieldSpec, SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Html
from planls.document.inline import code_spans
from planls.document.lines import Span
from planls.document.words import has_any, spoken

_ALL = 3
"""Entries that make a rule of what all of them lack."""
_TITLE = 2
"""Words of its own that say what is to be done."""
_PRINTED = ("text", "txt", "output", "log")
"""Languages of code that is no command."""
_OWN_PROGRAM = re.compile(r"(?<!\S)\S*venv[/\\](?:bin|Scripts)[/\\](?!activate)")
"""The way to a program that an environment holds; what counts is the program."""


@dataclass(frozen=True)
class Gap:
    """An aspect that is not there: whose it is, where that stands in the part, what to put where.

    ``each``: one entry in words, where none of the entries has it. ``cell``: it has an empty cell of a
    table. ``unsure``: another sentence may say it.
    """

    name: str
    aspect: AspectSpec
    span: Span
    insertions: tuple[Insertion, ...] = ()
    each: str = ""
    cell: bool = False
    unsure: bool = False


def gaps(part: Part) -> Iterator[Gap]:
    """The aspects that a part leaves out: of the section, of its fields, of their entries."""
    codeless = any(spec.content == "code" for spec in part.missing_fields)
    if isinstance(part.spec, SectionSpec) and not codeless and part.has_content(part.first_body_line):
        yield from (Gap(part.title, aspect, part.heading) for aspect in _unsaid(part, part.spec.aspects))
    for spec, _, _ in part.anchors:
        if spec.aspects and not part.is_empty(spec):
            yield from (Gap(spec.name, aspect, part.place(spec)) for aspect in _untold(part, spec))
    for spec, entries in part.entries:
        if spec.entries and spec.entries.aspects:
            yield from _of_entries(part, spec, entries)


def _unsaid(part: Part, aspects: Sequence[AspectSpec]) -> Iterator[AspectSpec]:
    """A section's aspects that no line of it speaks of; a plain one wants a line of code of its own.

    A cue of several words says a plain aspect anywhere, a single word only in a line of its own.
    """
    lines = [(spoken(_OWN_PROGRAM.sub("", line)), is_code) for line, is_code in _lines(part)]
    others = [aspect for aspect in aspects if not aspect.plain]
    alone = [(line, code) for line, code in lines if not any(cues(other, line) for other in others)]
    for aspect in aspects:
        single = alone if aspect.plain else lines
        said = any(cues(aspect, line) for line, _ in single) or any(
            _has_phrase(line, aspect) for line, _ in lines
        )
        if not said and not (aspect.plain and any(code and line.strip() for line, code in alone)):
            yield aspect


def _lines(part: Part) -> Iterator[tuple[str, bool]]:
    """The lines of a part outside of fields for other things, and whether they are commands.

    Where there is no block of code, code spans count as lines of their own.
    """
    codes = codes_in(part)
    code = {n for c in codes for n in range(c.line, c.line + len(c.lines))}
    others = {n for f in part.fields if f.spec.content != "code" for n in range(f.label.span.line, f.end)}
    printed = {n for c in codes if c.language in _PRINTED for n in range(c.line, c.line + len(c.lines))}
    for at, block in part.placed:
        for n, line in enumerate(block.lines, at):
            shown = n >= part.first_body_line and n not in printed and n not in others
            if shown and not (isinstance(block, Html) and block.is_comment):
                command, _, comment = line.partition(" # ")
                yield command, n in code and not line.lstrip().startswith("#")
                yield comment, False
                if not codes:
                    yield from ((line[start:end], True) for start, end in code_spans(line))


def _untold(part: Part, spec: FieldSpec) -> Iterator[AspectSpec]:
    """A field's aspects that it does not speak of; a plain one wants words of its own."""
    lines = part.text_of(spec)
    if any(map(part.contract.unfilled, lines)):
        return
    text = left = spoken(" ".join(lines))
    for cue in sorted({key for aspect in spec.aspects for key in aspect.keys}, key=len, reverse=True):
        left = left.replace(f" {cue} ", "  ")
    for aspect in spec.aspects:
        if not cues(aspect, text) and not (aspect.plain and set(left.split()) - _EMPTY):
            yield aspect


def _of_entries(part: Part, field: FieldSpec, entries: Sequence[Entry]) -> Iterator[Gap]:
    spec = field.entries or EntriesSpec()
    for aspect in spec.aspects:
        habit = any(labelled(entry, aspect) for entry in entries)
        lacking = [entry for entry in entries if not _has_aspect(entry, aspect, spec, habit=habit)]
        usual = next(filter(None, (model_of(entry, spec) for entry in entries)), None) if lacking else None
        places = [aspect_insertion(part, entry, aspect, spec, usual) for entry in lacking]
        found = [(entry, (place,) if place else ()) for entry, place in zip(lacking, places, strict=True)]
        if len(lacking) == len(entries) >= _ALL:
            every = tuple(place for _, one in found for place in one)
            yield Gap(field.name, aspect, part.place(field), every if all(places) else (), spec.noun)
        else:
            yield from (
                Gap(entry.name, aspect, entry.span, one, cell=bool(entry.column(aspect)))
                for entry, one in found
            )
        if aspect.implied and not habit and not lacking and (odd := _odd(entries, aspect)):
            yield Gap(odd.name, aspect, odd.span, unsure=True)


def _odd(entries: Sequence[Entry], aspect: AspectSpec) -> Entry | None:
    """The one entry that does not say an aspect in so many words, where all of several others do."""
    silent = [entry for entry in entries if not says(entry, aspect)]
    return silent[0] if len(silent) == 1 and len(entries) > _ALL else None


def _has_aspect(entry: Entry, aspect: AspectSpec, spec: EntriesSpec, *, habit: bool) -> bool:
    """Whether an entry says an aspect; ``habit``: others label it, so that it would, too."""
    if cell := entry.column(aspect):
        return bool(cell.text)
    if not aspect.plain and says(entry, aspect):
        return True
    if aspect.implied and not habit:
        return len(_free(entry, spec)) > 1
    return aspect.plain and (labelled(entry, aspect) or _is_plain(entry, spec, habit=habit))


def _is_plain(entry: Entry, spec: EntriesSpec, *, habit: bool) -> bool:
    """Whether an entry has words of its own. Its title will do where no other entry labels the aspect."""
    own = spoken(entry.own(spec.aspects)).split()
    return len(own) >= _TITLE or (not habit and entry.telling)


def _free(entry: Entry, spec: EntriesSpec) -> list[str]:
    """The sentences of an entry, a telling title among them, that speak of no aspect in its own words."""
    title = f"{entry.title}." if entry.telling else ""
    told = [aspect for aspect in spec.aspects if not aspect.plain and not aspect.implied]
    found = sentences(f"{title} {entry.own(spec.aspects)}".replace("\n", " "))
    return [said for said in found if not any(cues(aspect, spoken(said)) for aspect in told)]


def _has_phrase(text: str, aspect: AspectSpec) -> bool:
    return has_any(text, (key for key in aspect.keys if " " in key))


_EMPTY = frozenset(
    """
    a an and at by each every for in is its level levels log logged logger logging logs of on only
    or standard strategy such the to use used uses we with structured
    """.split()
)
"""Words that say nothing of what is logged."""
