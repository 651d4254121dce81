"""What sections, fields and entries must speak of, and do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.aspectfix import aspect_insertion
from planls.contract.entries import Entry, labelled, says
from planls.contract.insert import Insertion
from planls.contract.model import AspectSpec, EntriesSpec, SectionSpec
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.document.blocks import Code
from planls.document.lines import Span, body
from planls.document.words import spoken

_WORDS = 2
"""Words beyond the title and beyond other aspects that say something."""


@dataclass(frozen=True)
class Gap:
    """An aspect that is not there: whose it is, where that stands in the part, what to put where."""

    name: str
    aspect: AspectSpec
    span: Span
    insertion: Insertion | None = None


def gaps(part: Part) -> Iterator[Gap]:
    """The aspects that a part leaves out: of the section, of its fields, of their entries."""
    codeless = any(spec.content == "code" for spec in part.missing_fields)
    if isinstance(part.spec, SectionSpec) and not codeless and part.has_content(part.first_body_line):
        yield from (Gap(part.title, aspect, part.heading) for aspect in _unsaid(part, part.spec.aspects))
    for spec, line, end in part.anchors:
        if spec.aspects and not part.is_empty(spec):
            texts = [body(text) for text in part.lines[line:end]]
            yield from (Gap(spec.name, a, part.place(spec)) for a in _untold(texts, spec.aspects))
    for spec, entries in part.entries:
        if spec.entries and spec.entries.aspects:
            yield from _of_entries(part, entries, spec.entries)


def _unsaid(part: Part, aspects: Sequence[AspectSpec]) -> Iterator[AspectSpec]:
    """A section's aspects that no line of it speaks of; a plain one wants a line of code of its own.

    A cue of several words says a plain aspect anywhere, a single word only in a line of its own.
    """
    lines = [(spoken(line), is_code) for line, is_code in _lines(part)]
    others = [aspect for aspect in aspects if not aspect.plain]
    alone = [(line, code) for line, code in lines if not any(_has(line, other) for other in others)]
    for aspect in aspects:
        single = alone if aspect.plain else lines
        said = any(_has(line, aspect) for line, _ in single) or any(_has_phrase(line, aspect) for line, _ in lines)
        if not said and not (aspect.plain and any(code and line.strip() for line, code in alone)):
            yield aspect


def _lines(part: Part) -> Iterator[tuple[str, bool]]:
    """The lines of a part below its heading, and whether they are commands: code and no comment."""
    for at, block in part.placed:
        for n, line in enumerate(block.lines):
            if at + n >= part.first_body_line:
                fence = line.lstrip().startswith(("```", "~~~"))
                yield line, isinstance(block, Code) and not fence and not line.lstrip().startswith("#")


def _untold(lines: Sequence[str], aspects: Sequence[AspectSpec]) -> Iterator[AspectSpec]:
    """A field's aspects that it does not speak of; a plain one wants words of its own."""
    text = spoken(" ".join([lines[0].partition(":")[2], *lines[1:]]))
    if any(PLACEHOLDER.search(line) for line in lines):
        return
    left = text
    for cue in sorted({key for aspect in aspects for key in aspect.keys}, key=len, reverse=True):
        left = left.replace(f" {cue} ", "  ")
    for aspect in aspects:
        if not _has(text, aspect) and not (aspect.plain and len(set(left.split()) - _EMPTY) > _WORDS):
            yield aspect


def _of_entries(part: Part, entries: Sequence[Entry], spec: EntriesSpec) -> Iterator[Gap]:
    for aspect in spec.aspects:
        habit = any(labelled(entry, aspect) for entry in entries)
        for entry in entries:
            if not (_is_plain(entry, aspect, spec, habit=habit) if aspect.plain else says(entry, aspect)):
                yield Gap(entry.title, aspect, entry.span, aspect_insertion(part, entry, aspect, spec))


def _is_plain(entry: Entry, aspect: AspectSpec, spec: EntriesSpec, *, habit: bool) -> bool:
    """Whether an entry says a plain aspect: by a label, or by words of its own.

    Its title will do where no other entry labels the aspect, and where it is no more than a title.
    """
    if labelled(entry, aspect):
        return True
    own = spoken(entry.own(spec.aspects)).split()
    return len(own) >= _WORDS or (not habit and len(spoken(entry.title).split()) > _WORDS)


def _has(text: str, aspect: AspectSpec) -> bool:
    return any(f" {key} " in text for key in aspect.keys)


def _has_phrase(text: str, aspect: AspectSpec) -> bool:
    return any(f" {key} " in text for key in aspect.keys if " " in key)


_EMPTY = frozenset("a an and at by each every for in is its level levels log logged logger logging logs of on"
                   " only or standard strategy such the to use used uses we with structured".split())
"""Words that say nothing of what is logged."""
