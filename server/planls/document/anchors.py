"""What a link behind ``#`` may lead to: headings as GitHub turns them into anchors, and HTML's own."""

import re
import unicodedata
from collections.abc import Iterator

from planls.document.blocks import Code
from planls.document.document import Document, Section
from planls.document.memory import remembered

_LINK = re.compile(r"!?\[([^\[\]]*+)\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*+>|<!--.*?-->")
_CUSTOM = re.compile(r"\{#([\w:.-]{1,200}+)\}$")
_ENTITY = re.compile(r"&#?\w{1,30}+;")
_LONGEST = 1000
"""Code points of a heading; what stands behind them is not looked at."""
_NAMED = re.compile(r"<[^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_DASHES = re.compile(r"-{2,}")


def slug(heading: str) -> str:
    """A heading's anchor as GitHub makes it: small letters, digits, ``_`` and ``-``; markup is left out."""
    text = _CUSTOM.sub("", heading[:_LONGEST].rstrip())
    text = _ENTITY.sub("", _TAG.sub("", _LINK.sub(r"\1", text))).strip().lower()
    return "".join("-" if char == " " else char for char in text if char in " -_" or _is_word(char))


def plain(anchor: str) -> str:
    """An anchor to compare: what renderers differ in is left out."""
    return _DASHES.sub("-", anchor.lower().replace("_", "")).strip("-")


@remembered
def anchors(document: Document) -> frozenset[str]:
    """All anchors of a document, as `plain` has them."""
    return frozenset(_lines(document))


def heading_of(document: Document, anchor: str) -> int | None:
    """The line of the section that an anchor leads to; None if it leads to none."""
    return _lines(document).get(plain(anchor))


@remembered
def _lines(document: Document) -> dict[str, int]:
    """Each anchor and the line of its section; headings of one name are numbered from the second on."""
    counts: dict[str, int] = {}
    found: dict[str, int] = {}
    for line, section in zip(document.starts, document.sections, strict=True):
        heading, others = _in_section(section)
        number = counts[heading] = counts.get(heading, -1) + 1
        found.setdefault(f"{heading}-{number}" if number else heading, line)
        for other in others:
            found.setdefault(other, line)
    return found


@remembered
def _in_section(section: Section) -> tuple[str, frozenset[str]]:
    """The anchor of a section's heading, and the others in it, as `plain` has them."""
    text = section.heading.text if section.heading else ""
    custom = _CUSTOM.search(text.rstrip())
    others = {custom[1]} if custom else set()
    return plain(slug(text)), frozenset(map(plain, others.union(_html(section))))


def _html(section: Section) -> Iterator[str]:
    for block in section.blocks:
        for line in () if isinstance(block, Code) else block.lines:
            if "<" in line:
                yield from _NAMED.findall(line)


def _is_word(char: str) -> bool:
    """Whether GitHub keeps a character: letters, digits and marks of any script."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"
