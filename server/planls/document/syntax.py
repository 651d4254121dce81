"""The marks of Markdown that start and end blocks, as CommonMark 0.31 has them."""

import re
from collections.abc import Callable

ATX = re.compile(r"(#{1,6})(?:[ \t]|$)")
BREAK = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}$")
FENCE = re.compile(r"(`{3,}|~{3,})(.*)$")
MARKER = re.compile(r"(\d{1,9}[.)]|[-+*])(?=[ \t]|$)")
_LANGUAGE = re.compile(r"[ \t]*[A-Za-z{]")
SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")

HtmlEnd = Callable[[str], object]
"""Tells whether a line ends an HTML block."""

_BLOCK_TAGS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html "
    "iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary "
    "table tbody td tfoot th thead title tr track ul"
)
_ATTRIBUTE = r"""[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^"'=<>`\x00-\x20]+|'[^']*'|"[^"]*"))?"""
_TAG = re.compile(
    rf"(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*[ \t]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \t]*>)[ \t]*$"
)
_HTML: tuple[tuple[re.Pattern[str], HtmlEnd], ...] = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=\s|>|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE).search,
    ),
    (re.compile(r"<!--"), re.compile(r"-->").search),
    (re.compile(r"<\?"), re.compile(r"\?>").search),
    (re.compile(r"<![A-Za-z]"), re.compile(r">").search),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>").search),
    (
        re.compile(rf"</?(?:{'|'.join(_BLOCK_TAGS.split())})(?=\s|/?>|$)", re.IGNORECASE),
        re.compile(r"\s*$").match,
    ),
)


def is_fence(text: str) -> bool:
    """Whether the unindented text opens a fence; the info string of a backtick fence has no backtick."""
    match = FENCE.match(text)
    return match is not None and not (text[0] == "`" and "`" in match[2])


def closes(line: str, fence: str) -> bool:
    """Whether the line closes the fence: the same character, at least as many, nothing behind."""
    text = line.strip(" \t")
    indent = len(line) - len(line.lstrip(" "))
    return indent <= 3 and len(text) >= len(fence) and text == fence[0] * len(text)


def html_end(text: str, *, interrupting: bool) -> HtmlEnd | None:
    """What ends the HTML block that the unindented text starts; None when it starts none.

    A tag that is no block's starts one only where it interrupts no paragraph.
    """
    if not text.startswith("<"):
        return None
    for start, end in _HTML:
        if start.match(text):
            return end
    return _HTML[-1][1] if not interrupting and _TAG.match(text) else None


def opens_inside(line: str, fence: str) -> bool:
    """Whether a line inside a fence looks like another's opening: as long a fence, and a language."""
    match = FENCE.match(line.strip(" \t"))
    if not match or indent(line) > 3 or not is_fence(line.strip(" \t")):
        return False
    return match[1].startswith(fence) and bool(_LANGUAGE.match(match[2]))


def indent(line: str, column: int = 0) -> int:
    """How many columns of white space a line starts with, tab stops every four, from a column on."""
    start = column
    for char in line:
        if char == " ":
            column += 1
        elif char == "\t":
            column += 4 - column % 4
        else:
            break
    return column - start
