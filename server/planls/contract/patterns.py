"""Headings with holes: from a template's heading to what matches it."""

import re

from planls.contract.model import HeadingPattern
from planls.document.words import folded

PLACEHOLDER = re.compile(r"\[[^\[\]\s][^\[\]]*\]")
_ITEM = re.compile(r"(?:(?P<word>[^\W\d_]+)[ ])?(?P<number>\d+[a-z]?|\[N\])(?P<mark>[.:)])[ ]?(?P<rest>.*)")
_STRUCK = "(?:~~)?"


def title_pattern(text: str) -> HeadingPattern:
    """The pattern of a title: its fixed words as they are, a number for [N], any text for other holes."""
    exact, loose = "", ""
    for part in re.split(r"(\[[^\[\]]+\])", folded(text)):
        if PLACEHOLDER.fullmatch(part):
            hole = r"(\d+[a-z]?|\[N\])" if part == "[N]" else r"((?=[^\s:.|-])\S.*?)"
            exact, loose = exact + hole, loose + hole
        else:
            exact += re.escape(part)
            loose += _loosely(part)
    return HeadingPattern(text, "", exact, f"(?i:{loose})")


def item_pattern(text: str) -> HeadingPattern | None:
    """The pattern of an item heading (``Step 1: [Name]``, ``2. [Name]``); None for any other heading.

    The first group is the item's number, the second its name.
    """
    match = _ITEM.fullmatch(folded(text).strip())
    if match is None:
        return None
    word = match["word"] or ""
    lead = r"(?:[^\w(~]*(?:\d+(?:\.\d+)*[.)]?\s+)?)?"
    head = rf"{lead}{_STRUCK}{re.escape(word)}\s*#?" if word else _STRUCK
    mark = r"\s*(?:[:.)]|-(?=\s))\s*" if word else r"\s*[.):]\s+"
    tail = rf"(\d+[a-z]?|\[N\]){_STRUCK}(?:{mark}(.*)|\s+(\S.*)|())"
    if not word:
        tail = rf"(\d+[a-z]?|\[N\]){_STRUCK}{mark}(.*)"
    return HeadingPattern(text, word, f"(?i:{head}{tail})", f"(?i:{head}{tail})")


def _loosely(part: str) -> str:
    """A fixed part of a title in any spacing, with any dash or colon for a colon."""
    tokens = re.findall(r"\w+|[^\w\s]+", part)
    found = [r"(?:\s*[:\-.|]+\s*|\s+)" if token in (":", "-") else re.escape(token) for token in tokens]
    lead = r"\s*" if part[:1].isspace() else ""
    tail = r"\s*" if part[-1:].isspace() else ""
    return lead + r"\s*".join(found) + tail
