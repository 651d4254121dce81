"""The JSON bodies of HTTP exchanges: below a request line, a status line, headers or a caption."""

import re
from collections.abc import Iterator, Sequence

from planls.document.lines import body

_MESSAGE = re.compile(
    r"\s*(?:[<>→$*]\s*|[-=]>\s*)?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(?:[/{<]|https?:)\S*"
    r"|\s*(?:[<>→]\s*|[-=]>\s*)?HTTP/[\d.]+\s+\d{3}\b|\s*(?:[<>→]|[-=]>)\s*[1-5]\d\d\b"
    r"|\s*[1-5]\d\d(?:\s+[A-Z][A-Za-z]|:|\s*[{\[])|[1-5]\d\d\s*$"
)
"""A request or status line; an indented number alone may be one of an array."""

_CAPTION = re.compile(
    r"\W*+(?:request|response|req|res|body|payload|input|output|success|error|example|returns?)\b[^{}\[\]:]{0,60}:",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"\s*+(?:#|//)\s*+\S")
_SAID = (_MESSAGE, _CAPTION, _COMMENT)
"""The lines that make an exchange; a header alone might be anything."""

_HEADER = re.compile(r"\s*+(?:[<>]\s*+)?[A-Za-z][\w-]*+:(?:\s|$)")
_START = re.compile(r'\{\s*(?:"|\}|$)|\[\s*(?:[\[{"\]]|$)')
_LOOSE_START = re.compile(rf"{_START.pattern}|\{{\s*'?\w+'?\s*:")
"""How JSON begins, and how what should be JSON may begin in an exchange."""

_INLINE = re.compile(r"\s[{\[].*")
_PART = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]')
_CURL = re.compile(r"\s(?:-d|--data(?:-raw|-binary)?|--json)[ =]?\s*'(?=\s*[{\[])([^']*)'(?=[\s;|&)]|$)")


def bodies(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The JSON bodies in a block: the 0-based line that each starts on, and its lines.

    A body stands below a request line (``PUT /api/x``), a status line (``200 OK``), a header, a caption
    (``Response:``, ``# created``) or a blank line after these, or behind one of them on the same line;
    what stands before it on its line is blanked out, so that columns stay right. Without a request line,
    a status line or a caption there are none.
    """
    rows = [body(line) for line in lines]
    is_http = any(map(_MESSAGE.match, rows))
    if not any(mark.match(row) for row in rows for mark in _SAID):
        return []
    return list(_bodies(rows, _LOOSE_START if is_http else _START))


def curl_bodies(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The JSON that ``curl -d '...'`` sends in a shell session, in the form of `bodies`."""
    text = "\n".join(body(line) for line in lines)
    found, line, start, at = [], 0, 0, 0
    for match in _CURL.finditer(text):
        line += text.count("\n", at, match.start(1))
        start = max(text.rfind("\n", at, match.start(1)) + 1, start)
        at = match.start(1)
        found.append((line, (" " * (at - start) + match[1]).split("\n")))
    return found


def _bodies(rows: Sequence[str], start: re.Pattern[str]) -> Iterator[tuple[int, list[str]]]:
    at, ready = 0, True
    while at < len(rows):
        column = _start(rows[at], start, ready=ready)
        if column < 0:
            ready = _introduces(rows[at])
            at += 1
            continue
        found = list(_until_closed(rows, at, column))
        if any('":' in row for row in found) or start is _LOOSE_START:
            yield at, found
        at, ready = at + len(found), True


def _introduces(row: str) -> bool:
    """Whether a body may stand below a line."""
    return not row.strip() or any(mark.match(row) for mark in (*_SAID, _HEADER))


def _start(row: str, start: re.Pattern[str], *, ready: bool) -> int:
    """The column where a body starts on a line; -1 for none."""
    indent = len(row) - len(row.lstrip())
    if ready and start.match(row, indent):
        return indent
    inline = _INLINE.search(row) if _MESSAGE.match(row) or _CAPTION.match(row) else None
    return inline.start() + 1 if inline and start.match(row, inline.start() + 1) else -1


def _until_closed(rows: Sequence[str], first: int, column: int) -> Iterator[str]:
    """The lines of a body up to where its brackets are closed, or to the next message or the end."""
    depth = 0
    for at in range(first, len(rows)):
        row = " " * column + rows[at][column:] if at == first else rows[at]
        if at > first and _MESSAGE.match(row):
            return
        for match in _PART.finditer(row):
            depth += (match[0] in "[{") - (match[0] in "]}")
            if not depth and match[0] in "]}":
                yield row if row[match.end() :].lstrip()[:1] in ("]", "}", ",") else row[: match.end()]
                return
        yield row
