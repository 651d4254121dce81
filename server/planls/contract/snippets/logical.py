"""Python code as logical lines, without its strings, its comments and what its brackets hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.snippets.brackets import CLOSING, Code

_STRING = "\x00"
_JOINED = "\x01"
"""Stand for a character of a string, and for a line end that does not end the statement."""


@dataclass(frozen=True, slots=True)
class Logical:
    """A statement's lines, 0-based and the last one included; blank and comment lines are none.

    ``flat`` is its code on one line, with blanks for strings, comments and what brackets hold; ``indent``
    counts the white space before it, ``end`` is the column behind the code of its last line.
    """

    first: int
    last: int
    indent: int
    end: int
    flat: str


def logical_lines(code: Code) -> Iterator[Logical]:
    """The logical lines of Python code, from top to bottom."""
    first = 0
    for text in "".join(_shown(code)).split("\n"):
        parts = text.split(_JOINED)
        flat = " ".join(parts).replace(_STRING, " ").strip() or '""' * (_STRING in text)
        if flat:
            indent = len(text) - len(text.lstrip(" \t"))
            yield Logical(first, first + len(parts) - 1, indent, len(parts[-1].rstrip()), flat)
        first += len(parts)


def _shown(code: Code) -> Iterator[str]:
    """The text outside of strings, comments and brackets, as many blanks or marks for the rest."""
    at = depth = 0
    for token in code.tokens:
        yield _outside(code.text[at : token.start], depth)
        piece = code.text[token.start : token.end]
        depth = max(depth - (token.kind in CLOSING.values()), 0)
        if token.kind == "string" or depth:
            yield _hidden(piece, _STRING if token.kind == "string" and not depth else " ")
        else:
            yield _hidden(piece, " ") if token.kind in ("comment", "doubt") else piece
        depth += token.kind in CLOSING
        at = token.end
    yield _outside(code.text[at:], depth)


def _outside(text: str, depth: int) -> str:
    return _hidden(text, " ") if depth else text.replace("\\\n", " " + _JOINED)


def _hidden(text: str, mark: str) -> str:
    return _JOINED.join(mark * len(line) for line in text.split("\n"))
