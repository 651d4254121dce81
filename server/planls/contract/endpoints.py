"""HTTP endpoints in Markdown: ``POST /api/items`` in headings, lists, tables, labels and prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.document.blocks import cells
from planls.document.lines import body
from planls.document.words import normal

_METHOD = r"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
_METHODS = rf"{_METHOD}(?:[`*]*+\s*+(?:[/|,&]|and|or)\s*+[`*]*+{_METHOD}){{0,6}}+(?!\w)"
_PATH = r"(?P<path>/(?!/)(?:[^\s`|\"'*(]|\*(?!\*)|\((?!/))*+)"
_BASE = r"(?:\{\{?[\w.]{1,40}\}?\}|<\w{1,40}>|\$\{?\w{1,40}\}?)?"
_CALL = re.compile(
    rf"(?<![\w/-])(?<!-X )(?P<methods>{_METHODS})[`*_\])]*+[:\s][`*_\s:\[(–—-]*+{_BASE}{_PATH}"
)
_BEHIND = re.compile(
    rf"(?:^|[\s`(]|\*\*){_PATH}[`*_]*+\s*+(?:[-–—:]\s*+[`*]*+|[\[(`*]++)(?P<methods>{_METHODS})(?![`*]*+\s++[`*]*+/)"
)
_LEADING = re.compile(rf"\s*+(?:#{{1,6}}\s++)?(?:[-*+]\s++)?(?:\d[\d.]*+[.)]?\s++)?[`*_]*+{_PATH}")
_QUOTED = re.compile(rf"(?:^|[\s`(]|\*\*){_PATH}")
_HEADING = re.compile(r" {0,3}#{1,6}\s|\s*+(?:[-*+]\s++)?\*\*`?/")
_DELIMITER = re.compile(r"\s*+\|?\s*+:?-+:?\s*+(?:\|\s*+:?-+:?\s*+)*+\|?\s*+")
_LABEL = re.compile(r"\W*+(?:http\s+)?(?P<name>method|verb|path|endpoint|route|url|uri)\W*?:", re.IGNORECASE)
_LABELLED = re.compile(rf"[`*_\s]*+{_PATH}")
_ONLY_METHODS = re.compile(rf"[`*_\s]*+(?P<methods>{_METHODS})[`*_\s]*+", re.IGNORECASE)
_PATH_COLUMNS = frozenset(("path", "endpoint", "route", "url", "uri", "url path", "resource"))
_FILE = re.compile(
    r"/(?:etc|usr|var|tmp|home|opt|bin|dev|proc|root|mnt|srv|lib|src|tests|Users)(?:/|$)"
    r"|.*\.(?!json$|xml$|txt$)[A-Za-z]\w{0,4}$"
)
_NEAR = 3
"""Lines between a label for the method and one for the path that belong together."""


@dataclass(frozen=True, slots=True, order=True)
class Endpoint:
    """An endpoint: its method in upper case (empty if none is named) and its path without a query.

    Line and column, from 0 and in code points, are where the path stands.
    """

    line: int
    column: int
    path: str
    method: str


def endpoints(lines: Sequence[str]) -> list[Endpoint]:
    """The HTTP endpoints that lines of Markdown name, in order.

    A method and a path side by side, in two cells of a table row or under two labels; a path alone only
    as a heading, as a bold label or in a table's column for paths. Files, flags and URLs are none.
    """
    rows = [body(line) for line in lines]
    found = set(_labelled(rows)) | set(_in_tables(rows))
    for at, row in enumerate(rows):
        called = [*_matches(_CALL, row, at), *_matches(_BEHIND, row, at)]
        found.update(called or _alone(row, at))
    named = {(endpoint.line, endpoint.column) for endpoint in found if endpoint.method}
    return sorted(one for one in found if one.method or (one.line, one.column) not in named)


def _matches(pattern: re.Pattern[str], row: str, at: int) -> Iterator[Endpoint]:
    for match in pattern.finditer(row):
        path = _trimmed(match["path"])
        if path != "/" or row[match.end() :].strip() == "" or row[match.end()] in "`|":
            yield from _endpoints(match["methods"], path, at, match.start("path"))


def _endpoints(methods: str, path: str, line: int, column: int) -> Iterator[Endpoint]:
    """An endpoint for each method in ``GET, POST``; without a method one, unless the path is a file's."""
    named = re.findall(_METHOD, methods.upper())
    for method in named or [""] * (not _FILE.match(path)):
        yield Endpoint(line, column, path, method)


def _trimmed(path: str) -> str:
    """A path without query, emphasis and the sentence's punctuation."""
    path = re.split(r"[?#]|\*\*|__|\]\(", path, maxsplit=1)[0].rstrip(".,;:!")
    for opening, closing in ("()", "[]"):
        extra = max(path.count(closing) - path.count(opening), 0)
        path = path[: max(len(path.rstrip(closing)), len(path) - extra)].rstrip(".,;:!")
    return path or "/"


def _alone(row: str, at: int) -> Iterator[Endpoint]:
    """The path that a heading or a bold label begins with, or that stands in it as code."""
    if not _HEADING.match(row):
        return
    match = _LEADING.match(row) or re.search(rf"`{_PATH}`", row)
    if match:
        yield from _endpoints("", _trimmed(match["path"]), at, match.start("path"))


def _in_tables(rows: Sequence[str]) -> Iterator[Endpoint]:
    """Endpoints whose method and path stand in two cells, or whose path stands in a column for paths."""
    names: list[str] = []
    for at, row in enumerate(rows):
        if "|" not in row:
            names = []
        elif at + 1 < len(rows) and _DELIMITER.fullmatch(rows[at + 1]) and "|" in rows[at + 1]:
            names = [normal(cell.text) for cell in cells(row, at)]
        elif names or row.lstrip().startswith("|"):
            yield from _in_row(row, at, names)


def _in_row(row: str, at: int, names: Sequence[str]) -> Iterator[Endpoint]:
    found = cells(row, at)
    methods = next((match["methods"] for cell in found if (match := _ONLY_METHODS.fullmatch(cell.text))), "")
    for number, cell in enumerate(found):
        is_path = number < len(names) and names[number] in _PATH_COLUMNS
        for match in (
            _QUOTED.finditer(cell.text) if _LEADING.match(cell.text) and (methods or is_path) else ()
        ):
            path, column = _trimmed(match["path"]), cell.span.column + match.start("path")
            yield from _endpoints(methods, path, at, column)


def _labelled(rows: Sequence[str]) -> Iterator[Endpoint]:
    """Endpoints under labels, in either order: ``Method: POST`` and ``Path: /items`` near each other."""
    labels = [(at, match) for at, row in enumerate(rows) if (match := _LABEL.match(row))]
    methods = {at: _value(_ONLY_METHODS, rows[at], match) for at, match in labels if _is_method(match)}
    below = bool(labels) and not _is_method(labels[0][1])
    for at, match in labels:
        path = None if _is_method(match) else _LABELLED.match(rows[at], match.end())
        if path:
            near = range(at + 1, at + _NEAR + 1) if below else range(at - 1, at - _NEAR - 1, -1)
            said = next((methods[line] for line in near if line in methods), "")
            yield from _endpoints(said, _trimmed(path["path"]), at, path.start("path"))


def _is_method(label: re.Match[str]) -> bool:
    return label["name"].lower() in ("method", "verb")


def _value(pattern: re.Pattern[str], row: str, label: re.Match[str]) -> str:
    match = pattern.match(row, label.end())
    return match["methods"] if match else ""
