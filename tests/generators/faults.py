"""Faults that a complete document can be given, other than a part that is lost, and where each is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planls.contract.model import SectionSpec
from tests.generators.model import Line, Made, Owner, Role

_HELD = frozenset(Role) - {Role.LABEL, Role.GAP}


@dataclass(frozen=True)
class Fault:
    """A document with one fault, the rule that finds it, the 0-based line it is shown on, what it was before."""

    made: Made
    rule: str
    line: int
    original: str = ""


def emptied_fields(made: Made) -> Iterator[Fault]:
    """Every field without its value, every row of the contract's too."""
    for owner in made.owners:
        label = next((line for line in made.of(owner) if line.bare and line.owner == owner), None)
        if label is None or label.role is Role.HEADER or (label.role is Role.ROW and len(owner) < 3):
            continue
        empty = made.kept(lambda line, kept=label: line is kept or not _is_held(line, kept.owner))
        empty = empty.mapped(lambda line, kept=label: line.bare if line is kept else line.text)
        yield Fault(empty, "empty-field", empty.at(owner, label.role))


def emptied_sections(made: Made) -> Iterator[Fault]:
    """Every section with nothing but its heading and the template's prose."""
    for spec in made.kind.contract.sections:
        empty = made.kept(lambda line, spec=spec: not line.inside((spec.name,)) or _is_frame(line, spec))
        yield Fault(empty, "empty-section", empty.at((spec.name,)))


def itemless_sections(made: Made) -> Iterator[Fault]:
    """Every section that is for items, without one."""
    for spec in made.kind.contract.sections:
        if spec.item and spec.item.required:
            bare = made.kept(lambda line, name=spec.name: line.owner[:1] != (name,) or len(line.owner) == 1)
            yield Fault(bare, "empty-section", bare.at((spec.name,)))


def unheaded_sections(made: Made) -> Iterator[Fault]:
    """Every section whose heading is lost while its items stay."""
    before: Owner = ()
    for spec in made.kind.contract.sections:
        if spec.item and spec.item.pattern.word:
            left = made.kept(lambda line, spec=spec: not _is_frame(line, spec) or line.role is Role.GAP)
            yield Fault(left, "missing-section", left.at(before))
        before = (spec.name,)


def misspelled_headings(made: Made) -> Iterator[Fault]:
    """Every section and item heading with a letter less and, where it is long enough, one doubled."""
    for spec in made.kind.contract.sections:
        for line in made.of((spec.name,)):
            words = line.text.lstrip("# ")
            if line.role is Role.HEADING and line.owner == (spec.name,) and spec.name in words:
                yield _misspelled(made, line, spec.name, spec.name[:2] + spec.name[3:])
                yield _misspelled(made, line, spec.name, spec.name[:3] + spec.name[2:])
            elif line.role is Role.HEADING and len(line.owner) == 2 and spec.item and spec.item.pattern.word:
                word = spec.item.pattern.word
                yield _misspelled(made, line, word, word[:-2] + word[-1] + word[-2])


def _misspelled(made: Made, heading: Line, right: str, wrong: str) -> Fault:
    """The first ``right`` in a heading written wrong."""
    changed = made.mapped(
        lambda line: line.text.replace(right, wrong, 1) if line is heading else line.text
    )
    return Fault(changed, "misspelled-heading", made.lines.index(heading))


def malformed_titles(made: Made) -> Iterator[Fault]:
    """The title in lower case, with other punctuation, in other words."""
    for old, new in (("PoC ", "PoC  "), ("Decision ", "Decision  "), (": ", " - "), ("PoC", "POC"), ("Decision", "decision"), ("# ", "# My ")):
        changed = made.mapped(lambda line, old=old, new=new: _retitled(line, old, new))
        if changed.text != made.text:
            yield Fault(changed, "malformed-title", made.at(()))


def _retitled(line: Line, old: str, new: str) -> str:
    is_title = line.owner == () and line.role is Role.HEADING
    return line.text.replace(old, new, 1) if is_title else line.text


def unclosed_fences(made: Made) -> Iterator[Fault]:
    """Every fence without its end. A comment that leaks from code would hide more than any reader could guess."""
    made = made.mapped(lambda line: line.text.replace("<!--", "<--") if line.role is Role.CODE else line.text)
    opened = 0
    for at, line in enumerate(made.lines):
        if line.role is Role.OPEN:
            opened = at
        elif line.role is Role.CLOSE:
            rest = (*made.lines[:at], *made.lines[at + 1 :])
            yield Fault(replace(made, lines=rest), "broken-fence", opened, made.text)


def unticked_items(made: Made) -> Iterator[Fault]:
    """Every item of a section that is to be ticked."""
    ticked = {(spec.name,) for spec in made.kind.contract.sections if spec.ticked}
    for at, item in enumerate(made.lines):
        if item.owner in ticked and "[x]" in item.text:
            changed = made.mapped(
                lambda line, item=item: line.text.replace("[x]", "[ ]") if line is item else line.text
            )
            yield Fault(changed, "unticked-item", at)


def unfilled_placeholders(made: Made) -> Iterator[Fault]:
    """Placeholders of the template behind values and other text."""
    long = [hole for hole in made.kind.contract.placeholders if len(hole) > 3]
    for at, written in enumerate(made.lines):
        if written.role in (Role.CONTENT, Role.LABEL) and written.text.endswith("."):
            hole = long[at % len(long)]
            changed = made.mapped(
                lambda line, w=written, hole=hole: f"{line.text} {hole}" if line is w else line.text
            )
            yield Fault(changed, "unfilled-placeholder", at)


def oversized_items(made: Made) -> Iterator[Fault]:
    """Items that are said to take an hour and a half where less is allowed."""
    limited = {s.name for s in made.kind.contract.sections if s.item and s.item.minutes}
    for at, heading in enumerate(made.lines):
        if heading.role is Role.HEADING and len(heading.owner) == 2 and heading.owner[0] in limited:
            changed = made.mapped(
                lambda line, h=heading: line.text.replace(" (~25 min)", "") + " (1.5 h)" if line is h else line.text
            )
            yield Fault(changed, "oversized-step", at)


def duplicated_sections(made: Made) -> Iterator[Fault]:
    """Every section a second time, at the end of the document."""
    for spec in made.kind.contract.sections:
        copies = tuple(line for line in made.lines if line.inside((spec.name,)))
        again = replace(made, lines=(*made.lines, Line("", ("copy",), Role.GAP), *copies))
        yield Fault(again, "duplicate-section", len(made.lines) + 1)


def _is_held(line: Line, owner: Owner) -> bool:
    return line.inside(owner) and line.role in _HELD


def _is_frame(line: Line, spec: SectionSpec) -> bool:
    return line.owner == (spec.name,) and line.role in (Role.HEADING, Role.PROSE, Role.GAP)
