"""A section moved to where the contract has it, with the gap behind it."""

from collections.abc import Iterator, Sequence

from planls.contract.outline import Found
from planls.contract.reading import Reading
from planls.document.lines import Span, body, ending


def section_move(reading: Reading, found: Found) -> tuple[tuple[Span, str], ...]:
    """The edits that move a section: nothing is lost, the gaps between sections stay between sections.

    A gap is the blank lines and the rule behind a section. The document's last section has none; it
    takes the one before it along.
    """
    target = _target(reading, found)
    first, last = reading.line(found.index), reading.line(found.end)
    lines, newline = reading.document.lines, reading.style.ending
    if target is None or first <= target <= last:
        return ()
    text = list(lines[first:last])
    if last == len(lines):
        gap = _gap_above(reading, first)
        text = [*_terminated(text, newline), *lines[gap:first]]
        return (Span(target, 0, target, 0), "".join(text)), *_cut(reading, gap, last)
    if target == len(lines):
        gap = first + _filled(lines[first:last])
        moved = [*lines[gap:last], *lines[first:gap]]
        return _at_end(reading, moved), (Span(first, 0, last, 0), "")
    return (Span(target, 0, target, 0), "".join(text)), (Span(first, 0, last, 0), "")


def _target(reading: Reading, found: Found) -> int | None:
    """The line before which the section belongs."""
    before, after = reading.neighbours(found.spec.name)
    if before:
        return reading.line(before[-1].end)
    return reading.line(after[0].index) if after else None


def _gap_above(reading: Reading, line: int) -> int:
    """The first line of the gap above a line."""
    lines = reading.document.lines
    while line and body(lines[line - 1]).strip() in ("", "---"):
        line -= 1
    return line


def _filled(lines: Sequence[str]) -> int:
    """How many lines there are without the gap at their end."""
    count = len(lines)
    while count and body(lines[count - 1]).strip() in ("", "---"):
        count -= 1
    return count


def _terminated(lines: list[str], newline: str) -> list[str]:
    return [*lines[:-1], lines[-1] if ending(lines[-1]) else lines[-1] + newline]


def _cut(reading: Reading, first: int, last: int) -> Iterator[tuple[Span, str]]:
    """The edit that takes lines away up to the text's end, which stays as terminated as it was."""
    lines = reading.document.lines
    if ending(lines[-1]):
        yield Span(first, 0, last, 0), ""
    else:
        above = len(body(lines[first - 1]))
        yield Span(first - 1, above, last - 1, len(lines[-1])), ""


def _at_end(reading: Reading, moved: list[str]) -> tuple[Span, str]:
    lines, newline = reading.document.lines, reading.style.ending
    if ending(lines[-1]):
        return Span(len(lines), 0, len(lines), 0), "".join(moved)
    text = "".join([newline, *moved])
    place = Span(len(lines) - 1, len(lines[-1]), len(lines) - 1, len(lines[-1]))
    return place, text.removesuffix(newline)
