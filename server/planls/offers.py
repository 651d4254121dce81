"""What may be completed on a line: the sections that are missing there, or the step's missing fields."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.insert import at_level, section_lines, section_place
from planls.contract.model import FieldSpec, ItemSpec, SectionSpec
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.reading import Reading
from planls.contract.style import Style
from planls.document.blocks import Block, Code, Container, FrontMatter, Html

_DIGITS = 7
"""A number of so many digits counts no items."""


@dataclass(frozen=True)
class Offer:
    r"""A block of the template: its name, what it is, its text, and where the placeholders in it stand.

    Lines of ``text`` end with ``\n``, the last one does not; ``stops`` are offsets in code points.
    """

    label: str
    detail: str
    text: str
    stops: tuple[tuple[int, int], ...]


def offers(reading: Reading, line: int) -> list[Offer]:
    """The offers at the start of a 0-based line; none inside code. What belongs on the line comes first."""
    index = bisect_right([start for start, _ in reading.parts], line) - 1
    if index < 0:
        return [_section(reading, spec) for spec in reading.missing]
    start, part = reading.parts[index]
    if any(at <= line - start < at + b.height and _is_code(b, line - start - at) for at, b in part.placed):
        return []
    fields = [_field(part, spec) for spec in _missing_fields(part)]
    item = list(_next_item(reading, part))
    missing = sorted(reading.missing, key=lambda spec: not _belongs(reading, spec, line))
    return [*fields, *item, *(_section(reading, spec) for spec in missing)]


def _is_code(block: Block, line: int) -> bool:
    """Whether a line of a block is code, front matter or HTML, where no Markdown is written."""
    if isinstance(block, Container):
        return line in block.code_lines
    return isinstance(block, Code | FrontMatter | Html)


def _missing_fields(part: Part) -> list[FieldSpec]:
    """The fields of the contract that are not there, optional ones behind the required."""
    if part.spec is None or part.struck:
        return []
    found = {f.spec.name for f in part.fields} | {u.spec.name for u in part.unlabelled}
    absent = [spec for spec in part.spec.fields if spec.name not in found]
    return sorted(absent, key=lambda spec: not spec.required)


def _field(part: Part, spec: FieldSpec) -> Offer:
    detail = f"field of “{part.title}”" if spec.required else f"optional field of “{part.title}”"
    return _offer(f"**{spec.name}**", detail, _rendered(part.style, spec.lines))


def _section(reading: Reading, spec: SectionSpec) -> Offer:
    lines = section_lines(reading, spec)
    return _offer(lines[0], "missing section", _rendered(reading.style, lines))


def _belongs(reading: Reading, spec: SectionSpec, line: int) -> bool:
    """Whether a missing section's place is at the end of the text that the line is in."""
    place = section_place(reading, spec)
    above = [start for start, part in reading.parts if start <= line and not isinstance(part.spec, ItemSpec)]
    return line <= place and all(start <= line for start in above if start >= place)


def _next_item(reading: Reading, part: Part) -> Iterator[Offer]:
    """The next item, numbered on, inside a section of items or behind its last."""
    section = next((f.spec for f in reading.found if part.spec in (f.spec, f.spec.item)), None)
    if section is None or section.item is None:
        return
    item, parts = section.item, [p for _, p in reading.placed(section.item)]
    found = [m[1] for p in parts if (m := item.pattern.match(p.title))]
    number = max((int(text) for text in found if text.isdecimal() and len(text) < _DIGITS), default=0) + 1
    level = next((p.sections[0].heading.level for p in parts if p.sections[0].heading), item.level)
    heading = item.lines[0].replace(_number(item), str(number), 1)
    word = f"{item.pattern.word} {number}" if item.pattern.word else f"{number}."
    lines = at_level((heading, *item.lines[1:]), level - item.level)
    yield _offer(f"{'#' * level} {word}", f"next item of “{section.name}”", _rendered(reading.style, lines))


def _number(item: ItemSpec) -> str:
    """The number in the heading of the template's snippet."""
    match = item.pattern.match(item.lines[0].lstrip("# "))
    return match[1] if match else ""


def _rendered(style: Style, lines: Sequence[str]) -> str:
    return "".join(style.render(lines)).replace(style.ending, "\n").rstrip("\n")


def _offer(label: str, detail: str, text: str) -> Offer:
    return Offer(label, detail, text, tuple(match.span() for match in PLACEHOLDER.finditer(text)))
