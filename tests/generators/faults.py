"""Faults that a complete document can be given, other than a part that is lost, and where each is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planls.contract.model import FieldSpec, SectionSpec
from tests.generators.model import Line, Made, Owner, Role, owned

_HELD = frozenset(Role) - {Role.LABEL, Role.GAP}
_NESTED = ("", "```markdown", "## Example", "```bash", "ls", "```", "- [ ] look", "```")


@dataclass(frozen=True)
class Fault:
    """A document with one fault, the rule that finds it, the 0-based line it is shown on.

    ``original`` is the text before, where the fault's fix is to bring it back.
    """

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
        empty = _emptied(made, label)
        yield Fault(empty, "empty-field", empty.at(owner, label.role))


def emptied_sections(made: Made) -> Iterator[Fault]:
    """Every section with nothing but its heading and the template's prose."""
    for spec in made.kind.contract.sections:
        lines = (line for line in made.lines if not line.inside((spec.name,)) or _is_frame(line, spec))
        empty = replace(made, lines=tuple(lines))
        yield Fault(empty, "empty-section", empty.at((spec.name,)))


def rowless_tables(made: Made) -> Iterator[Fault]:
    """Every section that is a table, with nothing left of it but the header."""
    for spec in made.kind.contract.sections:
        if spec.table:
            rows = {id(line) for line in made.of((spec.name, "table")) if line.role is Role.ROW}
            left = replace(made, lines=tuple(line for line in made.lines if id(line) not in rows))
            yield Fault(left, "empty-section", left.at((spec.name,)))


def itemless_sections(made: Made) -> Iterator[Fault]:
    """Every section that is for items, without one."""
    for spec in made.kind.contract.sections:
        if spec.item and spec.item.required:
            items = {line.owner[:2] for line in made.of((spec.name,)) if len(line.owner) > 1}
            bare = made.without(*items)
            yield Fault(bare, "empty-section", bare.at((spec.name,)))


def unheaded_sections(made: Made) -> Iterator[Fault]:
    """Every section whose heading is lost while its items stay."""
    before: Owner = ()
    for spec in made.kind.contract.sections:
        if spec.item and spec.item.pattern.word:
            lines = (line for line in made.lines if not _is_frame(line, spec) or line.role is Role.GAP)
            left = replace(made, lines=tuple(lines))
            yield Fault(left, "missing-section", left.at(before))
        before = (spec.name,)


def misspelled_headings(made: Made) -> Iterator[Fault]:
    """Every section heading with a letter less or one twice, every item heading with two letters swapped."""
    for spec in made.kind.contract.sections:
        for line in made.of((spec.name,)):
            if line.role is not Role.HEADING:
                continue
            if len(line.owner) == 1 and spec.name in line.text:
                yield _misspelled(made, line, spec.name, spec.name[:2] + spec.name[3:])
                yield _misspelled(made, line, spec.name, spec.name[:3] + spec.name[2:])
            elif len(line.owner) == 2 and spec.item and (word := spec.item.pattern.word):
                yield _misspelled(made, line, word, word[:-2] + word[-1] + word[-2])


def misspelled_labels(made: Made) -> Iterator[Fault]:
    """The label of every required field with a letter less."""
    fields = {spec.name for part in made.kind.contract.everything for spec in _required(part)}
    for line in made.lines:
        if line.role is Role.LABEL and (name := line.owner[-1]) in fields and name in line.text:
            wrong = line.text.replace(name, name[:2] + name[3:], 1)
            yield Fault(made.rewritten(line, wrong), "missing-field", made.lines.index(line), made.text)


def malformed_titles(made: Made) -> Iterator[Fault]:
    """The title in other spacing, punctuation, case and words."""
    title = made.lines[made.at(())]
    for old, new in (
        ("PoC ", "PoC  "),
        ("Decision ", "Decision  "),
        (": ", " - "),
        ("PoC", "POC"),
        ("Decision", "decision"),
        ("# ", "# My "),
    ):
        if old in title.text:
            changed = made.rewritten(title, title.text.replace(old, new, 1))
            yield Fault(changed, "malformed-title", made.at(()))


def unclosed_fences(made: Made) -> Iterator[Fault]:
    """Every fence without its end. What looks like a comment in code is none: it would hide what follows."""
    lines = [
        replace(line, text=line.text.replace("<!--", "<--")) if line.role is Role.CODE else line
        for line in made.lines
    ]
    original = replace(made, lines=tuple(lines)).text
    opened = 0
    for at, line in enumerate(lines):
        if line.role is Role.OPEN:
            opened = at
        elif line.role is Role.CLOSE:
            broken = replace(made, lines=(*lines[:at], *lines[at + 1 :]))
            yield Fault(broken, "broken-fence", opened, original)


def nested_fences(made: Made) -> Iterator[Fault]:
    """At the end of every section without items, Markdown in a fence as long as the one inside."""
    for spec in made.kind.contract.sections:
        end = max(
            n for n, line in enumerate(made.lines) if line.inside((spec.name,)) and line.role is not Role.GAP
        )
        if not spec.item:
            block = owned((spec.name,), Role.CONTENT, _NESTED)
            broken = replace(made, lines=(*made.lines[: end + 1], *block, *made.lines[end + 1 :]))
            yield Fault(broken, "broken-fence", end + 2)


def unticked_items(made: Made) -> Iterator[Fault]:
    """Every item of a section that is to be ticked."""
    ticked = {(spec.name,) for spec in made.kind.contract.sections if spec.ticked}
    for at, item in enumerate(made.lines):
        if item.owner in ticked and "[x]" in item.text:
            changed = made.rewritten(item, item.text.replace("[x]", "[ ]"))
            yield Fault(changed, "unticked-item", at, made.text)


def unfilled_placeholders(made: Made) -> Iterator[Fault]:
    """Placeholders of the template behind values and other text."""
    long = [hole for hole in made.kind.contract.placeholders if len(hole) > 3]
    for at, written in enumerate(made.lines):
        if written.role in (Role.CONTENT, Role.LABEL) and written.text.endswith("."):
            changed = made.rewritten(written, f"{written.text} {long[at % len(long)]}")
            yield Fault(changed, "unfilled-placeholder", at)


def oversized_items(made: Made) -> Iterator[Fault]:
    """Items that are said to take an hour and a half where less is allowed, and that are not done."""
    limited = {s.name for s in made.kind.contract.sections if s.item and s.item.minutes}
    for at, heading in enumerate(made.lines):
        item = heading.role is Role.HEADING and len(heading.owner) == 2 and heading.owner[0] in limited
        inside = [line.text for line in made.of(heading.owner) if line.role is Role.CONTENT] if item else []
        boxes = [text for text in inside if text.lstrip("-*+ ").lower().startswith(("[ ]", "[x]"))]
        if item and not (boxes and all("[ ]" not in text for text in boxes)):
            changed = made.rewritten(heading, f"{heading.text.replace(' (~25 min)', '')} (1.5 h)")
            yield Fault(changed, "oversized-step", at)


def duplicated_sections(made: Made) -> Iterator[Fault]:
    """Every section a second time, at the end of the document."""
    for spec in made.kind.contract.sections:
        again = replace(made, lines=(*made.lines, Line("", ("copy",), Role.GAP), *made.of((spec.name,))))
        yield Fault(again, "duplicate-section", len(made.lines) + 1)


def _emptied(made: Made, label: Line) -> Made:
    """The document without what a label or row holds."""
    held = (line for line in made.of(label.owner) if line.role in _HELD and line is not label)
    gone = {id(line) for line in held}
    bare = made.rewritten(label, label.bare)
    return replace(
        bare, lines=tuple(new for new, old in zip(bare.lines, made.lines, strict=True) if id(old) not in gone)
    )


def _misspelled(made: Made, heading: Line, right: str, wrong: str) -> Fault:
    """The first ``right`` in a heading written wrong."""
    changed = made.rewritten(heading, heading.text.replace(right, wrong, 1))
    return Fault(changed, "misspelled-heading", made.lines.index(heading), made.text)


def _required(part: SectionSpec) -> Iterator[FieldSpec]:
    """The fields that a section or its items must have."""
    fields = (*part.fields, *(part.item.fields if part.item else ()))
    return (spec for spec in fields if spec.required)


def _is_frame(line: Line, spec: SectionSpec) -> bool:
    return line.owner == (spec.name,) and line.role in (Role.HEADING, Role.PROSE, Role.GAP)
