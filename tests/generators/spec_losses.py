"""Every part that the contract asks for, taken out of the example of a spec, and what is then to be said."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from planls.contract.demands import AspectSpec
from planls.contract.model import FieldSpec, SectionSpec
from planls.document.words import normal
from tests.generators.losses import Loss
from tests.generators.model import Line, Made, Owner, Role
from tests.generators.spec import LEAD, SPEC, TABLE

_CELL = re.compile(r"(?<=\|)[^|]*(?=\|)")
_WORD = re.compile(r"- (\w+): ")


def spec_losses(made: Made) -> list[Loss]:
    """Every loss that is one fault."""
    return [*_sections(), *_lead(), *chain.from_iterable(_inside(made, s) for s in SPEC.contract.sections)]


def _sections() -> Iterator[Loss]:
    """Whole sections, each shown on the section before it or on the title."""
    before: Owner = (LEAD,)
    for spec in SPEC.contract.sections:
        if spec.required:
            yield _whole((spec.name,), "missing-section", before)
        before = (spec.name,)


def _lead() -> Iterator[Loss]:
    """What stands below the title, shown on the title."""
    for spec in SPEC.contract.lead.fields if SPEC.contract.lead else ():
        yield _whole((LEAD, spec.name), "missing-lead-field", (LEAD,))


def _inside(made: Made, spec: SectionSpec) -> Iterator[Loss]:
    """What the contract asks for in a section."""
    section = (spec.name,)
    for field in spec.fields:
        owner = (spec.name, field.name)
        if made.of(owner):
            yield _whole(owner, "missing-field" if _is_labelled(made, owner) else "empty-section", section)
            yield from _in_field(made, field, owner)
    yield from (_topic(made, section, aspect) for aspect in spec.aspects)
    if spec.table:
        yield _whole((spec.name, TABLE), "empty-section", section)
        yield from _cells(made, (spec.name, TABLE))


def _in_field(made: Made, field: FieldSpec, owner: Owner) -> Iterator[Loss]:
    """Entries where there are only just enough of them, what each entry must say, what the field must say."""
    label = (owner, Role.LABEL) if _is_labelled(made, owner) else (owner[:1], Role.HEADING)
    entries = list(dict.fromkeys(line.owner[:3] for line in made.of(owner) if len(line.owner) > 2))
    if not field.entries:
        return
    for entry in entries:
        if len(entries) == field.entries.count[0]:
            yield Loss(entry, "wrong-count", label, partial(_without, owner=entry))
        if field.entries.answer:
            cut = partial(_without_match, owner=entry, pattern=re.compile(r"(?<=\?\*) .*", re.DOTALL))
            yield Loss((*entry, "answer"), "short-answer", (entry, Role.CONTENT), cut)
        yield from (_aspect(made, entry, aspect) for aspect in field.entries.aspects)
    for aspect in field.aspects:
        drop = _without_values if aspect.plain else partial(_without_words, words=aspect.keys)
        yield Loss((*owner, aspect.name), "missing-aspect", label, partial(drop, owner=owner))


def _aspect(made: Made, entry: Owner, aspect: AspectSpec) -> Loss:
    """What an entry must say, on lines of its own or at its end."""
    part = (*entry, aspect.name)
    shown = (entry, Role.CONTENT)
    if made.of(part):
        return Loss(part, "missing-aspect", shown, partial(_without, owner=part))
    cut = re.compile(rf" \*\*{aspect.name}\*\*.*", re.DOTALL)
    return Loss(part, "missing-aspect", shown, partial(_without_match, owner=entry, pattern=cut))


def _topic(made: Made, section: Owner, aspect: AspectSpec) -> Loss:
    """What a section must speak of: the commands below a comment on it, and what is said of them."""
    code = [line for line in made.of(section) if line.role is Role.CODE]
    comments = {line.text.split()[-1]: n for n, line in enumerate(code) if line.text[:1] == "#"}
    start = next(comments[word] for word in aspect.name.split() if word in comments)
    end = next(n for n, line in enumerate(code) if n > start and not line.text.strip("`"))
    words = {line.text.split()[0] for line in code[start + 1 : end]}
    told = [line for line in made.of(section) if len(line.owner) > 2 and _first_word(line.text) in words]
    taken = partial(_without_lines, gone={*code[start:end], *told})
    return Loss((*code[0].owner, aspect.name), "missing-aspect", (section, Role.HEADING), taken)


def _cells(made: Made, table: Owner) -> Iterator[Loss]:
    """Each cell of a table's rows, emptied."""
    for line in made.of(table):
        if line.role is Role.ROW:
            for at in range(len(_CELL.findall(line.text))):
                taken = partial(_without_cell, owner=line.owner, at=at)
                yield Loss(line.owner, "empty-cell", (line.owner, Role.ROW), taken)


def _whole(part: Owner, rule: str, shown: Owner) -> Loss:
    return Loss(part, rule, (shown, Role.HEADING), partial(_without, owner=part))


def _is_labelled(made: Made, owner: Owner) -> bool:
    return any(line.role is Role.LABEL for line in made.of(owner))


def _first_word(text: str) -> str:
    """The first word of the code that an entry begins with."""
    return text.removeprefix("- `").partition("`")[0].split()[0]


def _without(made: Made, owner: Owner) -> Made:
    return made.without(owner)


def _without_lines(made: Made, gone: set[Line]) -> Made:
    return replace(made, lines=tuple(line for line in made.lines if line not in gone))


def _without_cell(made: Made, owner: Owner, at: int) -> Made:
    line = made.of(owner)[0]
    cell = list(_CELL.finditer(line.text))[at]
    return made.rewritten(line, f"{line.text[: cell.start()]} {line.text[cell.end() :]}")


def _without_match(made: Made, owner: Owner, pattern: re.Pattern[str]) -> Made:
    """The document without what the pattern finds in an entry, which may end on a later line."""
    lines = made.of(owner)
    left = pattern.sub("", "\n".join(line.text for line in lines)).split("\n")
    kept = dict(zip(map(id, lines), left, strict=False))
    gone = {id(line) for line in lines[len(left) :]}
    return replace(
        made,
        lines=tuple(
            replace(line, text=kept.get(id(line), line.text)) for line in made.lines if id(line) not in gone
        ),
    )


def _without_words(made: Made, owner: Owner, words: tuple[str, ...]) -> Made:
    """The entries of a field without the first word of each, which is one of these."""
    for line in made.of(owner):
        match = _WORD.match(line.text)
        if match and normal(match[1]) in words:
            made = made.rewritten(line, f"- {line.text[match.end() :]}")
    return made


def _without_values(made: Made, owner: Owner) -> Made:
    """The entries of a field with nothing but the first word of each."""
    for line in made.of(owner):
        if match := _WORD.match(line.text):
            made = made.rewritten(line, f"- {match[1]}")
    return made
