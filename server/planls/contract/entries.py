"""Where entries stand: in a list, a table, under headings or bold lines, or as plain lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from planls.contract.demands import EntriesSpec
from planls.contract.entry import Entry, number_of
from planls.contract.stretch import Stretch
from planls.document.blocks import Cell, Code, Heading, Html, Item, List, Paragraph, Quote, Table
from planls.document.inline import emphases
from planls.document.lines import Span, body
from planls.document.words import normal

_FEW = 2
"""Headings or bold lines that make a list."""
_QUESTION = re.compile(
    r"[\s>]*(?:[-*+]\s+)?(?:\*\*|__|\*|_)?(?P<text>(?:Q|Question)\s*\d*\s*[:.)].*)|.*<summary>(?P<summary>.*?)(?:</summary>|$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*(?P<sign>[•☐☑☒✓✔✅⬜◦▪‣➤])\s*(?P<text>\S.*)")
_TEST = re.compile(
    r"\s*(?:(?:async\s+)?def\s+|func\s+|(?:it|test)\(\s*[\"'`])(?P<text>test_\w+|Test\w+|[^\"'`()]+(?=[\"'`]))"
)
"""A test in code, which is as good as a test case in a list."""
_COUNTED = re.compile(r"(?<!\w)\((\d{1,2})\)\s")
_UNSET = re.compile(r"(?<=[?])\s|[.:]\s|\s[–—-]\s")
"""What parts the title of an entry from the rest, where it is not set in bold."""

_Head = tuple[int, str, str, int]
"""The beginning of an entry: line, number, title, column of the title."""


def entries_in(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """The entries on a part's lines from ``first`` up to ``end``.

    Headings or bold lines with the contract's word are the entries; else what there is as many of as the
    contract asks for; else numbered headings or bold lines before lists and tables before plain lines.
    """
    if spec.word and (heads := _headings(part, first, end, spec.word)):
        return _under_headings(part, heads, end)
    worded = [head for head in _bold(part, first, end, spec) if number_of(head[2], spec.word)]
    if spec.word and len(worded) >= _FEW:
        return _between(part, worded, end)
    headed = _under_headings(part, _headings(part, first, end), end)
    bold = _between(part, _bold(part, first, end, spec), end)
    listed, tabled = _listed(part, first, end, spec), _tabled(part, first, end)
    plain = _between(part, _lines(part, first, end, questions=bool(spec.answer)), end) or _inline(
        part, first, end
    )
    found = (headed, bold, listed, tabled, plain)
    fitting = (entries for entries in found if _fits(entries, spec))
    firm = (entries for entries in (headed, bold) if len(entries) >= _FEW)
    most = max((listed, tabled, plain), key=len)
    return next(fitting, None) or next(firm, None) or most


def first_list(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries up to where another list begins: its numbers start anew, or its boxes end."""
    for at, (one, other) in enumerate(pairwise(entries), 1):
        if other.first == one.first + len(one.lines):
            continue  # no blank line parts the two
        anew = other.number in ("0", "1") and one.number not in ("", "0", other.number)
        if anew or (one.checked is not None and other.checked is None and entries[0].checked is not None):
            return tuple(entries[:at])
    return tuple(entries)


def _fits(entries: Sequence[Entry], spec: EntriesSpec) -> bool:
    """Whether there are as many entries as the contract asks for; bullets are no numbered list."""
    least, most = spec.count
    numbered = spec.lines[:1] and spec.lines[0][:1].isdigit()
    loose = bool(entries) and entries[0].listed and numbered and not entries[0].number
    return bool(entries) and any(spec.count) and least <= len(entries) <= (most or len(entries)) and not loose


def _headings(part: Stretch, first: int, end: int, word: str = "") -> list[_Head]:
    """The numbered headings below the part's own at the level of most; without any, all at one level."""
    inside = [(at, b) for at, b in part.placed if isinstance(b, Heading) and first <= at < end and at]
    numbered = [(at, b, number) for at, b in inside if (number := number_of(b.text, word))]
    if len(numbered) < _FEW and not word:
        numbered = [(at, block, "") for at, block in inside]
    levels = Counter(block.level for _, block, _ in numbered)
    level = max(levels, key=lambda level: (levels[level], -level), default=0)
    kept = [found for found in numbered if found[1].level == level]
    return [(at, number, b.text, b.span.column) for at, b, number in kept] if len(kept) >= _FEW else []


def _bold(part: Stretch, first: int, end: int, spec: EntriesSpec) -> list[_Head]:
    """Paragraphs and quotes that begin with a number, or a question, in bold or italics, or with the word."""
    found: list[_Head] = []
    for at, block in part.placed:
        start = max(at, first)
        if not isinstance(block, Paragraph | Quote) or not at <= start < min(at + block.height, end):
            continue
        line = body(block.lines[start - at])
        column, title = _beginning(line)
        number = number_of(title, spec.word) if spec.word else ""
        if column >= 0 and not number:
            number = number_of(title)
        if number or (column >= 0 and spec.answer and title.endswith("?")):
            found.append((start, number, title, max(column, len(line) - len(line.lstrip("> ")))))
    return found if len(found) >= _FEW else []


def _beginning(line: str) -> tuple[int, str]:
    """The column and text of what a line begins with in bold or italics; else -1 and its first words."""
    quoted = len(line) - len(line.lstrip("> "))
    place = _set_off(line[quoted:])
    if place is None:
        return -1, _UNSET.split(line[quoted:].replace(": ", ":\0", 1), maxsplit=1)[0].replace("\0", " ")
    return quoted + place[0], line[quoted + place[0] : quoted + place[1]]


def _lines(part: Stretch, first: int, end: int, *, questions: bool) -> list[_Head]:
    """Lines of prose that begin with a sign of a list, or ask a question."""
    found: list[_Head] = []
    for start, block in part.placed:
        for at, line in enumerate(map(body, block.lines), start):
            prose = isinstance(block, Paragraph | Html | List | Quote) and first <= at < end
            test = _TEST.match(line) if isinstance(block, Code) and first <= at < end else None
            if test:
                found.append((at, "", test["text"], test.start("text")))
            match = (_QUESTION.fullmatch(line) if questions else None) if prose else None
            match = match or (_SIGNED.fullmatch(line) if prose and isinstance(block, Paragraph) else None)
            if match:
                named = "summary" if match.groupdict().get("summary") else "text"
                found.append((at, "", match[named], match.start(named)))
    return found


def _under_headings(part: Stretch, heads: Sequence[_Head], end: int) -> tuple[Entry, ...]:
    """Entries that reach to the next heading as high, be it an entry or not."""
    levels = {at: block.level for at, block in part.placed if isinstance(block, Heading)}
    level = levels[heads[0][0]] if heads else 0
    found: list[Entry] = []
    for one, stop in zip(heads, [*(head[0] for head in heads), end][1:], strict=True):
        higher = (at for at, deep in levels.items() if one[0] < at < stop and deep <= level)
        found += _between(part, [one], next(higher, stop))
    return tuple(found)


def _inline(part: Stretch, first: int, end: int) -> tuple[Entry, ...]:
    """Entries in running text: ``(1) one, (2) two``."""
    found: list[Entry] = []
    prose = ((at, block) for at, block in part.placed if isinstance(block, Paragraph | List))
    lines = (n for at, block in prose for n in range(at, at + block.height))
    for at in (n for n in lines if first <= n < end):
        line = body(part.lines[at])
        marks = list(_COUNTED.finditer(line))
        for mark, stop in zip(marks, [*(m.start() for m in marks), len(line)][1:], strict=True):
            title = line[mark.end() : stop].strip(" ,;")
            span = Span(at, mark.end(), at, mark.end() + len(title))
            found.append(Entry(mark[1], title, span, at, at + 1, (line[mark.start() : stop],), named=False))
    return tuple(found) if len(found) >= _FEW else ()


def _between(part: Stretch, heads: Sequence[_Head], end: int) -> tuple[Entry, ...]:
    """Entries that reach from one beginning to the next."""
    ends = [*(head[0] for head in heads), end][1:]
    return tuple(
        Entry(number, title, Span(at, column, at, column + len(title)), at, stop, _text(part, at, stop))
        for (at, number, title, column), stop in zip(heads, ends, strict=True)
    )


def _listed(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """The outermost list items, of groups the boxes; numbered ones where the template has them."""
    items = [
        (at, block, item)
        for at, block in part.placed
        if isinstance(block, List)
        for item in block.items
        if first <= at + item.line < end
    ]
    depth = min((item.depth for _, _, item in items), default=0)
    outer = [found for found in items if found[2].depth == depth]
    boxed = [found for found in items if found[2].checked is not None]
    grouped = boxed and not any(item.checked is not None for _, _, item in outer)
    items = boxed if grouped else outer
    numbered = [found for found in items if found[2].marker[:1].isdigit()]
    ordered = bool(numbered and spec.lines and spec.lines[0][:1].isdigit())
    items = numbered if ordered else items
    starts = [at + item.line for at, _, item in items]
    nexts = [*starts, end][1:]
    ends = [min(stop, at + block.height) for (at, block, _), stop in zip(items, nexts, strict=True)]
    if ordered:  # what is indented by less than the number's width is the step's own, all the same
        ends = [*starts[1:], _adjacent(part, ends[-1], end)]
    return tuple(
        _item(part, start, stop, item, spec)
        for start, stop, (_, _, item) in zip(starts, ends, items, strict=True)
    )


def _adjacent(part: Stretch, line: int, end: int) -> int:
    """The line behind the lists that follow one without a blank line."""
    for at, block in part.placed:
        if at == line < end and isinstance(block, List):
            line = min(at + block.height, end)
    return line


def _item(part: Stretch, start: int, stop: int, item: Item, spec: EntriesSpec) -> Entry:
    text = item.label
    place = _set_off(text)
    title = text[place[0] : place[1]] if place else _UNSET.split(text, maxsplit=1)[0]
    column = item.span.column + max(item.text.find(title), 0)
    number = item.marker.rstrip(".)") if item.marker[:1].isdigit() else number_of(title, spec.word)
    span = Span(start, column, start, column + len(title))
    lines = _text(part, start, stop)
    return Entry(
        number, title, span, start, stop, lines, (), item.checked, listed=True, named=place is not None
    )


def _tabled(part: Stretch, first: int, end: int) -> tuple[Entry, ...]:
    """The rows of the first table."""
    tables = ((at, b) for at, b in part.placed if isinstance(b, Table))
    table = next(((at, b) for at, b in tables if at < end and at + b.height > first), None)
    if table is None:
        return ()
    at, block = table
    columns = [normal(cell.text) for cell in block.header]
    rows = (row for row in block.rows if any(cell.text for cell in row))
    rows = (row for row in rows if first <= at + row[0].span.line < end)
    return tuple(_row(at, columns, row, body(block.lines[row[0].span.line])) for row in rows)


def _row(at: int, columns: Sequence[str], row: tuple[Cell, ...], line: str) -> Entry:
    number = number_of(row[0].text) or number_of(f"{row[0].text.strip('*~. ')}.")
    title = row[1] if number and len(row) > 1 and len(row[0].text) < len("Step 10:") else row[0]
    start = at + row[0].span.line
    pairs = tuple(zip(columns, row, strict=False))
    return Entry(number, title.text, title.span.down(at), start, start + 1, (line,), pairs)


def _set_off(text: str) -> tuple[int, int] | None:
    """What stands in bold or italics at the very beginning of a text."""
    found = next(iter(emphases(text)), None)
    return found if found and not text[: found[0]].strip("*_ ") else None


def _text(part: Stretch, first: int, end: int) -> tuple[str, ...]:
    lines = [body(line) for line in part.lines[first:end]]
    while lines and lines[-1].strip() in ("", "---"):
        lines.pop()
    return tuple(lines)
