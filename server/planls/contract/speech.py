"""How long a text is: in words where it is spoken, in lines where it is read."""

import re
from collections.abc import Iterator, Sequence
from math import ceil

from planls.document.lines import body
from planls.document.syntax import closes, is_fence

NARROW = 80
WIDE = 120
"""Columns: somewhere between the two a text is wrapped."""

_CJK = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Characters of Chinese and Japanese; Korean has blanks between its words."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKER = re.compile(
    r"\s*+(?:>\s*+)*+(?:(?P<apart>#{1,6}|[-*+]|\d{1,9}[.)])(?=\s|$)|(?=(?P<row>\|)))?\s*+"
    r"(?:\[[ xX]\](?=\s|$))?\s*+"
)
_UNSPOKEN = re.compile(r"[\s|:=*_~-]*+|\[[^\[\]]+\]:\s.*")
"""A rule, the line below a table's header, a link's definition."""

_LINK = re.compile(r"(!?)\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*+\)|\[[^\[\]]*\])?")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DASH = re.compile(r"—|(?<!-)--+(?!-)")
_EMPHASIS = re.compile(r"[*`]+|~~|(?<!\w)_++|(?<!_)_++(?!\w)")


def words(lines: Sequence[str]) -> int:
    """The words that are spoken when a Markdown text is read aloud.

    Marks of Markdown, link targets, code blocks and comments are not spoken, and a dash is no word. What
    has a letter or digit between blanks is one, however long; two Chinese or Japanese characters count
    as one word.
    """
    text = "\n".join(_plain(row) for row, _ in _prose(lines))
    rest = _CJK.sub(" ", text)
    spoken = sum(any(map(str.isalnum, word)) for word in _DASH.sub(" ", rest).split())
    return spoken + ceil(len(_CJK.findall(text)) / 2)


def wrapped(lines: Sequence[str]) -> tuple[int, int]:
    """The fewest and the most lines that a Markdown text can be said to have.

    A paragraph, list item or heading on several lines counts as it is written or as it would be when it
    is wrapped: at 120 columns for the fewest, at 80 for the most. One that stands on a single line counts
    what it takes at these widths. Blank lines, code blocks, comments and Markdown's marks do not count; a
    Chinese or Japanese character takes two columns.
    """
    fewest = most = 0
    for paragraph in _paragraphs(lines):
        text = " ".join(paragraph)
        columns = len(text) + len(_CJK.findall(text))
        narrow, wide = ceil(columns / NARROW), ceil(columns / WIDE)
        fewest += min(len(paragraph), wide) if len(paragraph) > 1 else wide
        most += max(len(paragraph), narrow)
    return fewest, most


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """The rows of each paragraph, list item, heading and row of a table."""
    paragraph: list[str] = []
    for row, apart in _prose(lines):
        text = _plain(row).strip()
        if (apart or not text) and paragraph:
            yield paragraph
            paragraph = []
        paragraph += [text] if text else []
    if paragraph:
        yield paragraph


def _prose(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """What is read of each line, without its marks, and whether it stands apart from the line before."""
    text = "\n".join(body(line) for line in lines)
    fence = ""
    for line in _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n"):
        match = _MARKER.match(line)
        row = line[match.end() :] if match else line
        if fence or is_fence(row):
            fence = "" if fence and closes(row, fence) else fence or row[: len(row) - len(row.lstrip(row[0]))]
            yield "", True
        else:
            apart = bool(match and (match["apart"] or match["row"]))
            yield ("", apart) if _UNSPOKEN.fullmatch(row) else (row, apart)


def _plain(row: str) -> str:
    """The text of a line without links' targets, images, tags and emphasis."""
    row = _LINK.sub(lambda match: "" if match[1] else match[2], row)
    return _EMPHASIS.sub("", _TAG.sub("", row))
