r"""Code without its comments and strings, whose places stay: for languages that nobody has to name.

Three families tell where a comment begins: ``#``, ``//`` and ``--``; where the language is unknown, ``#``
and ``//`` both do behind white space. What is left out becomes as many blanks; line ends stay.
"""

import re
from collections.abc import Mapping
from functools import cache

from planls.contract.languages import C_LIKE, DASHED, HASHED, SETTINGS

_LINES = r'"(?:[^"\\\n]|\\.)*+"|(?<!\w)\'(?:[^\'\\\n]|\\.)*+\'|(?<=\b[rbfuRBFU])\'(?:[^\'\\\n]|\\.)*+\''
_LONG = r'"{3}(?:[^"\\]|\\.|"(?!""))*+"{3}|\'{3}(?:[^\'\\]|\\.|\'(?!\'\'))*+\'{3}'
_BACKTICKS = r"`(?:[^`\\]|\\.)*+`"
_HASH = r"(?<!\S)#[^\n]*"
_SLASHES = r"//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/"
_AFTER_BLANK = r"(?<!\S)//[^\n]*|(?<!\S)/\*(?:[^*]|\*(?!/))*+\*/"
_FAMILIES: Mapping[str, tuple[str, str]] = {
    "python": (r"#[^\n]*", f"{_LONG}|{_LINES}"),
    "hash": (_HASH, _LINES),
    "slash": (_SLASHES, f"{_BACKTICKS}|{_LINES}"),
    "dash": (r"--[^\n]*", _LINES),
    "": (f"{_HASH}|{_AFTER_BLANK}", f"{_LONG}|{_LINES}"),
}
"""What comments and strings look like."""

_FAMILY_OF: Mapping[str, str] = {
    **dict.fromkeys(HASHED | SETTINGS, "hash"),
    **dict.fromkeys(C_LIKE, "slash"),
    **dict.fromkeys(DASHED, "dash"),
    "python": "python",
}


def masked(text: str, language: str) -> tuple[str, str]:
    """The text without comments, and the text without comments and the content of strings."""
    without = _pattern_of(language).sub(_without_comment, text)
    return without, _pattern_of(language).sub(_without_any, text)


def comments(text: str, language: str) -> str:
    """The comments of a text, all else blank."""
    found = [" "] * len(text)
    for match in _pattern_of(language).finditer(text):
        if match.lastgroup == "comment":
            found[match.start() : match.end()] = match[0]
    return "".join("\n" if ours == "\n" else kept for ours, kept in zip(text, found, strict=True))


def _pattern_of(language: str) -> re.Pattern[str]:
    return _compiled(_FAMILY_OF.get(language, ""))


@cache
def _compiled(family: str) -> re.Pattern[str]:
    comment, string = _FAMILIES[family]
    return re.compile(rf"(?P<comment>{comment})|(?P<string>{string})|\\.", re.DOTALL)


def _without_comment(match: re.Match[str]) -> str:
    return _blank(match[0]) if match.lastgroup == "comment" else match[0]


def _without_any(match: re.Match[str]) -> str:
    if match.lastgroup == "string":
        return match[0][0] + _blank(match[0][1:-1]) + match[0][-1]
    return _blank(match[0]) if match.lastgroup == "comment" else match[0]


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
