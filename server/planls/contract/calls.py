"""What a document tells of each endpoint: what it takes and what it gives."""

import re
from collections.abc import Iterator, Sequence

from planls.contract.codes import codes_in
from planls.contract.endpoints import Endpoint, endpoints
from planls.contract.part import Part
from planls.document.blocks import Table
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import spoken

_SENDING = ("POST", "PUT", "PATCH")
_REQUEST = frozenset(
    "accepts body form input multipart parameters params payload query request sends takes".split()
)
_RESPONSE = frozenset(
    "answer answers content gives html output redirects response result returns stream streams".split()
)
_STATUS = re.compile(r"(?<![\w.:/-])[1-5]\d\d(?![\w.])")
_JSON = re.compile(r'(?<!\\)\{\s*(?:"|$)|\[\s*[{"]')
_SHOWN = ("", "http", "rest", "text", "txt", "json", "jsonc", "sh", "bash", "shell", "zsh", "console")
_NOTHING = ("", "-", "–", "—", "?")


def has_endpoints(part: Part) -> bool:
    """Whether a part names an HTTP endpoint."""
    return bool(endpoints(part.lines))


def incomplete(part: Part) -> Iterator[tuple[Span, str, str]]:
    """The endpoints of which a part does not tell all: place of the first mention, name, what is lacking."""
    typed = {
        n
        for code in codes_in(part)
        if code.language not in _SHOWN
        for n in range(code.line, code.line + len(code.lines))
    }  # a comment among types names an endpoint, and the types tell the rest
    named = [found for found in endpoints(part.lines) if found.method and found.line not in typed]
    ends = [*(found.line for found in named), len(part.lines)][1:]
    told: dict[tuple[str, str], set[str]] = {}
    places: dict[tuple[str, str], Endpoint] = {}
    for found, end in zip(named, ends, strict=True):
        key = (found.method, found.path)
        places.setdefault(key, found)
        told.setdefault(key, set()).update(_told(part, found.line, max(end, found.line + 1)))
    for key, found in places.items():
        wanted = ["request", "response"] if found.method in _SENDING else ["response"]
        lacks = [word for word in wanted if word not in told[key]]
        if lacks:
            yield _place(part, found), f"{found.method} {found.path}", " and no ".join(lacks)


def _told(part: Part, first: int, end: int) -> Iterator[str]:
    """What the lines of an endpoint tell: request, response."""
    row = _rows(part).get(first)
    if row is not None:
        yield from _told_in_row(row)
        return
    text = "\n".join(
        body(line) for line in part.lines[first:end] if not line.lstrip().startswith(("```", "~~~"))
    )
    words, shown = set(spoken(text).split()), len(_JSON.findall(text))
    if words & _REQUEST or shown > 1:
        yield "request"
    if words & _RESPONSE or shown > 1 or (shown and not words & _REQUEST) or _STATUS.search(text):
        yield "response"


def _told_in_row(row: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What a table's row tells: by its columns; without a column for it, by JSON or a status in any cell.

    A dash says that there is no request; a response there always is.
    """
    text = " ".join(said for _, said in row)
    for name, words, nothing in (("request", _REQUEST, ("",)), ("response", _RESPONSE, _NOTHING)):
        cells = [said for column, said in row if words.intersection(spoken(column).split())]
        shown = bool(_JSON.search(text) or words.intersection(spoken(text).split()))
        status = name == "response" and bool(_STATUS.search(text))
        if any(said not in nothing for said in cells) if cells else (shown or status):
            yield name


@remembered
def _rows(part: Part) -> dict[int, list[tuple[str, str]]]:
    """The cells of each table row by its line, each with its column's name."""
    return {
        at + row[0].span.line: [(head.text, cell.text) for head, cell in zip(block.header, row, strict=False)]
        for at, block in part.placed
        if isinstance(block, Table)
        for row in block.rows
        if row
    }


def _place(part: Part, found: Endpoint) -> Span:
    line = body(part.lines[found.line])
    end = line.find(found.path, found.column) + len(found.path)
    return Span(found.line, found.column, found.line, max(end, found.column + 1))
