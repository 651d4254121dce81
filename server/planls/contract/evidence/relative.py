"""Paths below a home, written from the root of the repository that its commands go to first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from planls.document.lines import Span, body

_PATH = re.compile(r"[^\s\"'`<>|;&(){}*?,]+")
_CD = re.compile(r"(?<![\w./-])cd[ \t]+(?P<quote>[\"']?)$")
_BEHIND = re.compile(r"(?P<quote>[\"']?)[ \t]*&&[ \t]*(?=[^\s\\])")


def relative(lines: Sequence[str], places: Iterable[Span]) -> tuple[tuple[Span, str], ...]:
    """What to write where paths begin; nothing unless all of them lie below the folder that ``cd`` goes to.

    ``cd ROOT &&`` in front of a command goes; what is below the root is written from there.
    """
    paths = [(place, _path(body(lines[place.line]), place.column)) for place in places]
    roots = Counter(path for place, path in paths if _CD.search(body(lines[place.line])[: place.column]))
    root = min(roots, key=len) if roots else ""
    if root.count("/") <= 2 or not all(f"{path}/".startswith(f"{root}/") for _, path in paths):  # noqa: PLR2004  # a home, and a folder in it
        return ()
    return tuple(_edits(lines, paths, root))


def _path(line: str, column: int) -> str:
    match = _PATH.match(line, column)
    return match[0].rstrip("/.:") if match else ""


def _edits(lines: Sequence[str], paths: Iterable[tuple[Span, str]], root: str) -> Iterator[tuple[Span, str]]:
    for place, path in paths:
        line, end = body(lines[place.line]), place.column + len(path)
        goes = _CD.search(line[: place.column])
        behind = _BEHIND.match(line, end)
        if path == root and goes and behind and goes["quote"] == behind["quote"]:
            yield Span(place.line, goes.start(), place.line, behind.end()), ""
        elif path == root:
            yield Span(place.line, place.column, place.line, end), "."
        else:
            yield Span(place.line, place.column, place.line, end), path[len(root) + 1 :]
