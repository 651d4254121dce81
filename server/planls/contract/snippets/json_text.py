"""JSON and its relatives: one value after another, with captions between them."""

import re
from typing import TYPE_CHECKING

from planls.contract.snippets.brackets import Code
from planls.contract.snippets.syntaxes import JSON5

if TYPE_CHECKING:
    import json

_STRING = r'"(?:[^"\\\n]|\\.)*+"?'
_COMMENTS = re.compile(rf"{_STRING}|//[^\n]*|(?s:/\*(?:.*?\*/|.*))")
_COMMAS = re.compile(rf"{_STRING}|,(?=\s*[}}\]])")
_DEEPEST = 500
"""Brackets in brackets; how many more a version of Python can read differs."""

_SPACE = re.compile(r"[ \t\n]*")
_CAPTION = re.compile(r"(?://|#)[^\n]*")
_TYPES = (
    "string|str|int|integer|number|float|double|bool|boolean|uuid|date|datetime|timestamp"
    "|object|array|any|list|dict"
)
_STANDS_FOR_MORE = re.compile(
    r"\.\.\.|…|<[^<>\n]+>|\{\{|\{%|\$[{A-Za-z_]|[\w\"\]}]\s*\|\s*[\w\"\[{]|\"\?\s*:|\{\s*[A-Za-z][\w -]*\}"
    rf"|\[\s*(?!true\b|false\b|null\b)[A-Za-z][\w -]*\]|[:|\[,]\s*(?:{_TYPES})\b"
    r"|[:\[,]\s*(?!True|False|None)[A-Z]\w*\s*[,}\]]"
)
"""What stands for a value: ``...``, ``<id>``, ``{name}``, ``[items]``, ``string``, ``Item``, ``1 | 2``."""

_BARE = re.compile(r"[A-Za-z_$][\w$-]*")
_NO_VALUES = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null"}
_NO_STARTS = {
    "'": "a string stands in double quotes",
    "/": "JSON has no comments",
    "#": "JSON has no comments",
}
_SAID: tuple[tuple[str, str], ...] = (
    ("Expecting ',' delimiter", "a comma is missing before this"),
    ("Expecting ':' delimiter", "a colon is missing before this"),
    ("Expecting property name", "a name in double quotes is missing here"),
    ("Expecting value", "a value is missing here"),
    ("Unterminated string", "this string is never closed"),
    ("Invalid control character", "a string ends on the line that it begins on"),
    ("Invalid", "JSON has no such escape"),
)


def json_fault(text: str) -> tuple[int, str] | None:
    """The offset where a text stops being JSON and why.

    Several values may follow one another, and lines that begin with ``//`` or ``#`` may stand between
    them as captions. Of an excerpt that begins with a name only the brackets are checked. What begins in
    another way is not judged, nor is a text in which something stands for more. Lines end with a line feed.
    """
    import json

    try:
        begins = text[_value_start(text, 0) :][:1]
        if begins not in ("{", "["):
            return Code(text, JSON5).unbalanced if begins == '"' and not _leaves_out(text) else None
        _read(text)
    except json.JSONDecodeError as error:
        deep = Code(text, JSON5).depth > _DEEPEST
        return None if deep or _leaves_out(text) else _explained(text, error)
    except RecursionError:
        return None
    return None


def _leaves_out(text: str) -> bool:
    return bool(_STANDS_FOR_MORE.search(re.sub(_STRING, '""', text)))


def without_comments(text: str) -> str:
    """JSON with comments and trailing commas as plain JSON: blanks stand for what is taken out."""
    return _COMMAS.sub(_blank, _COMMENTS.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith('"') else re.sub(r"[^\n]", " ", match[0])


def _read(text: str) -> None:
    """Read value after value; numbers stay text, because a huge one is not worth reading."""
    import json

    decoder = json.JSONDecoder(parse_int=str)
    at = _value_start(text, 0)
    while at < len(text):
        at = _value_start(text, decoder.raw_decode(text, at)[1])


def _value_start(text: str, at: int) -> int:
    """Where the next value starts, blanks and captions aside."""
    at = _end(_SPACE, text, at)
    while caption := _CAPTION.match(text, at):
        at = _end(_SPACE, text, caption.end())
    return at


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _explained(text: str, error: "json.JSONDecodeError") -> tuple[int, str]:
    """Where and why, in the same words for each version of Python."""
    at, end = error.pos, len(text.rstrip())
    comma = _trailing_comma(text, at)
    if comma >= 0:
        return comma, "a comma stands before a closing bracket"
    if (at >= end or text[at] in "]}") and (wrong := Code(text, JSON5).unbalanced):
        return wrong
    word = _BARE.match(text, at)
    if word and word[0] in _NO_VALUES:
        return at, f"'{word[0]}' is no value of JSON; write {_NO_VALUES[word[0]]}"
    if at < end and text[at] in _NO_STARTS:
        return at, _NO_STARTS[text[at]]
    return at, next((words for start, words in _SAID if error.msg.startswith(start)), error.msg)


def _trailing_comma(text: str, at: int) -> int:
    """The offset of the comma before the closing bracket that an error is about; -1 if it is not."""
    if text[at : at + 1] in ("]", "}"):
        before = len(text[:at].rstrip()) - 1
        return before if text[before : before + 1] == "," else -1
    return at if text[at : at + 1] == "," and text[at + 1 :].lstrip()[:1] in ("]", "}") else -1
