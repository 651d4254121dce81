"""Headings with holes: from a template's heading to what matches it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from planls.document.words import distance, folded

PLACEHOLDER = re.compile(r"\[[^\[\]\s][^\[\]]*\]")
_ITEM = re.compile(
    r"(?:(?P<word>[^\W\d_]+)[ ])?(?P<number>\d+[a-z]?|\[N\]|N)(?P<mark>[.:)])(?!\d)[ ]?(?P<rest>.*)"
)
_ANY = r"\d+[a-z]?|\[N\]|N\b"
_OPEN = ("N", "[N]")
_STRUCK = "(?:~~)?"
_SEVERAL = re.compile(r"#?\d+[a-z]?\s*(?:[-–—,&+/]|and\b|to\b|through\b)\s*#?\d", re.IGNORECASE)
"""Numbers behind a word in plural: ``Steps 3 and 4: Both at once``."""
_MARKS = re.compile(r"\*+|__|`")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True)
class HeadingPattern:
    """A heading with holes: ``PoC [N] Implementation Plan: [Name]`` or ``Step 1: [Name]``.

    ``text`` is the template's heading, ``word`` the word before an item's number (may be empty),
    ``regex`` matches a heading that says it right, ``loose`` one that says it some other way.
    """

    text: str
    word: str
    regex: str
    loose: str

    def match(self, heading: str) -> re.Match[str] | None:
        """How a heading fills the holes; the groups are the holes."""
        return _match(self.regex, heading)

    def match_loosely(self, heading: str) -> re.Match[str] | None:
        """The same, whatever case, dashes and spaces the heading is written with."""
        return _match(self.loose, heading)

    def respelled(self, heading: str) -> str:
        """The heading with the word before its number spelled right; empty if it is no near miss."""
        said, _, rest = heading.strip().partition(" ")
        if not said.isalpha() or not self.word or _SEVERAL.match(rest) or self.match(heading):
            return ""
        if distance(said.casefold(), self.word.casefold(), 1) != 1:
            return ""
        right = f"{self.word} {rest}"
        return right if self.match(right) else ""

    @property
    def is_open(self) -> bool:
        """Whether a template's item leaves its number open: ``Task N: [Name]``."""
        match = self.match(self.text)
        return match is not None and match[1] in _OPEN

    def names(self, heading: str) -> bool:
        """Whether a heading is this one, rightly spelled or nearly so."""
        return bool(self.match(heading) or self.respelled(heading))


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
    tail = rf"({_ANY}){_STRUCK}(?:{mark}(.*)|\s+(\S.*)|())"
    if not word:
        tail = rf"({_ANY}){_STRUCK}{mark}(.*)"
    return HeadingPattern(text, word, f"(?i:{head}{tail})", f"(?i:{head}{tail})")


def _loosely(part: str) -> str:
    """A fixed part of a title in any spacing, with any dash or colon for a colon."""
    tokens = re.findall(r"\w+|[^\w\s]+", part)
    found = [r"(?:\s*[:\-.|]+\s*|\s+)" if token in (":", "-") else re.escape(token) for token in tokens]
    lead = r"\s*" if part[:1].isspace() else ""
    tail = r"\s*" if part[-1:].isspace() else ""
    return lead + r"\s*".join(found) + tail


def _plain(heading: str) -> str:
    """A heading without marks, link targets and typographic signs."""
    return _MARKS.sub("", _LINK.sub(r"\1", folded(heading))).strip()


@lru_cache(maxsize=8192)
def _match(regex: str, heading: str) -> re.Match[str] | None:
    """How a heading matches; all headings of a document are asked again when one is edited."""
    return _compiled(regex).fullmatch(_plain(heading))


@lru_cache(maxsize=256)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
