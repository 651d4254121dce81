"""Where a document names those that it belongs to: in its front matter, and in links near its top."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from planls.document import Document, Section
from planls.document.blocks import Blank, FrontMatter, Heading
from planls.document.filenames import is_file
from planls.document.lines import Span, body
from planls.document.links import Link, decoded, file_of, links_in, prose
from planls.document.memory import remembered
from planls.document.words import spoken
from planls.scope.companions import NOTES
from planls.workspace.search import SUFFIXES

_NEAR = 15
"""Lines of text behind the title that are near the top, whatever headings stand among them."""
_LEAD = 60
"""Lines of text that are near the top as long as no heading of level 2 stands above them."""

_ADDRESS = 300
"""Characters before a path that may show that it is the end of an address on the web."""

_NONE = frozenset(["none", "no", "false", "null", "~", "nothing", "n/a", "off"])
_ODD = re.compile(r"\b(?:release|meeting|patch|upgrade|migration|speaker|lecture plan) notes?\b")
"""Notes that say nothing of scope."""
_MADE_FROM = re.compile(
    r"\b(?:built|based|derived|drawn|made|generated|written|taken|extracted|distilled) (?:up |out )?"
    r"(?:from|on|upon|of)\b[^.;]{0,40}$"
)
_PATH = re.compile(
    r"(?<![\w/.(\[<%~+-])(?:[\w.~%+-]++[/\\])*+[\w.~%+-]+\.(?:md|markdown)\b(?:#[\w-]++)?", re.IGNORECASE
)
_SUFFIX = ".m"
"""What every name of a Markdown file has; most lines have none, and are read no further."""
_WIKI = re.compile(r"\[\[([^\[\]|#]+)(?:[|#][^\[\]]*)?\]\]")
_LITTLE = frozenset(
    """
    in at are is see file files doc docs document from and the a an of on here below for this plan poc spec
    """.split()
)
"""Words that may stand between the one that names a role and the link."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A file that a document names: as which role, as written (decoded), where, and how.

    ``role`` is empty where only the file itself can tell; ``made_from``: the text says that the document
    was made from it.
    """

    role: str
    name: str
    span: Span
    told: str
    made_from: bool = False


@dataclass(frozen=True, slots=True)
class FrontWord:
    """What front matter says of a role: the files, or that there are none."""

    mentions: tuple[Mention, ...] = ()
    declined: bool = False


@remembered
def in_front_matter(document: Document, role: str) -> FrontWord:
    """What the document's front matter says of a role, at its top or below ``planls``."""
    front = document.front_matter
    ours = front.get("planls")
    for mapping in (ours if isinstance(ours, dict) else {}, front):
        for key, value in mapping.items():
            if isinstance(key, str) and key.lower() in _keys(role):
                values = value if isinstance(value, list) else [value]
                words = [word.strip() for word in values if isinstance(word, str)]
                if value == [] or any(word.lower() in _NONE for word in words):
                    return FrontWord(declined=True)
                if named := tuple(_front_mentions(document, role, key, words)):
                    return FrontWord(named)
    return FrontWord()


def near_top(document: Document, roles: tuple[str, ...]) -> tuple[Mention, ...]:
    """The files that lines near the document's top name, links first by place."""
    return _near_top(_top(document), roles)


@lru_cache(maxsize=16)
def _near_top(sections: tuple[Section, ...], roles: tuple[str, ...]) -> tuple[Mention, ...]:
    """The same of the first sections; kept while no edit changes them, which is most of the time."""
    lines = ((at, line) for at, line in _top_lines(sections) if _SUFFIX in line.lower())
    return tuple(mention for at, line in lines for mention in _in_line(line, at, roles))


def role_words(role: str) -> frozenset[str]:
    """The words that name a role in a text or a file's name; "note" begins any remark."""
    if role == NOTES:
        return frozenset(["notes"])
    words = {role, f"{role}s"}
    return frozenset(words | {"specification"} if role == "spec" else words)


def names_role(text: str, role: str) -> bool:
    """Whether a text has a word for the role; release notes and their like are no notes."""
    said = spoken(text.replace("_", " "))
    return bool(role_words(role) & set(said.split())) and not _ODD.search(said)


def _keys(role: str) -> Collection[str]:
    return (role, "note") if role == NOTES else (role, f"{role}s")


def _front_mentions(document: Document, role: str, key: str, words: list[str]) -> Iterator[Mention]:
    """The files among a key's values; other words are no names of files."""
    for word in words:
        wiki = _WIKI.fullmatch(word)
        link = next(links_in(word, 0), None)
        name = _with_suffix(wiki[1].strip()) if wiki else link.file if link else file_of(word)
        if name and (wiki or link or _looks_like_file(name)):
            yield Mention(role, name, _front_place(document, key, word), "front matter")


def _with_suffix(name: str) -> str:
    return name if name.lower().endswith(SUFFIXES) else f"{name}.md"


def _looks_like_file(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2]
    return is_file(last) or ("/" in name and " " not in name) or name.lower().endswith(SUFFIXES)


def _front_place(document: Document, key: str, word: str) -> Span:
    """Where a value of a key stands in the front matter; its first line where that cannot be found."""
    below = False
    for at, line in enumerate(document.sections[0].blocks[0].lines):
        text = body(line)
        start = text.find(":") + 1 if (named := text.lstrip(" {\"'").startswith(key)) and not below else 0
        below = below or named
        if below and (column := text.find(word, start)) >= 0:
            return Span(at, column, at, column + len(word))
    return Span(0, 0, 0, len(body(document.line(0))))


def _top(document: Document) -> tuple[Section, ...]:
    """The first sections, as many as have lines near the top; each block has a line of text at least."""
    most, count = _LEAD, 0
    for n, section in enumerate(document.sections):
        most = _NEAR if section.heading and section.heading.level > 1 else most
        if count > most:
            return document.sections[:n]
        count += _height(section)
    return document.sections


@remembered
def _height(section: Section) -> int:
    """How many blocks of text a section has."""
    return sum(not isinstance(block, (Blank, FrontMatter)) for block in section.blocks)


def _top_lines(sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    """The lines of prose near the top."""
    most, count = _LEAD, 0
    for start, block in Document((), sections).blocks:
        if isinstance(block, (Blank, FrontMatter)):
            continue
        if isinstance(block, Heading) and block.level > 1:
            most = _NEAR
        for at, line in prose(block):
            count += 1
            if count > most:
                return
            yield start + at, line
        count += block.height if not any(True for _ in prose(block)) else 0


def _in_line(line: str, at: int, roles: tuple[str, ...]) -> Iterator[Mention]:
    """The files that a line names, each judged by the words between it and the one before."""
    links = [link for link in links_in(line, at) if link.is_local and link.file and not link.image]
    end = 0
    for start, behind, name, span, text in sorted([*_linked(links), *_bare(line, at, links)]):
        if mention := _judged(line[end:start], name, span, text, roles):
            yield mention
        end = behind


_Found = tuple[int, int, str, Span, str | None]
"""Columns of all of it, the file's name, where that stands, and the text of a link."""


def _linked(links: list[Link]) -> Iterator[_Found]:
    for link in links:
        if link.file.lower().endswith(SUFFIXES):
            yield link.start, link.end, link.file, link.span, link.text


def _bare(line: str, at: int, links: list[Link]) -> Iterator[_Found]:
    """The paths that stand in a line outside links, also in code spans."""
    for match in _PATH.finditer(_blanked(line, links)):
        start, end = match.span()
        if "://" not in line[max(start - _ADDRESS, 0) : start].rpartition(" ")[2]:
            yield start, end, decoded(match[0].partition("#")[0]), Span(at, start, at, end), None


def _blanked(line: str, links: list[Link]) -> str:
    """The line with blanks where its links are."""
    pieces, end = [], 0
    for link in links:
        pieces += [line[end : link.start], " " * (link.end - link.start)]
        end = link.end
    return "".join(pieces) + line[end:]


def _judged(before: str, name: str, span: Span, text: str | None, roles: tuple[str, ...]) -> Mention | None:
    """What a file is named as: by the words before it, by its link's text and by its name."""
    labels = [role for role in roles if _is_label(before, role)]
    if labels:
        return Mention(labels[-1], name, span, "a link")
    made_from = bool(_MADE_FROM.search(spoken(before).strip()))
    if text is None and not made_from:
        return None
    if NOTES in roles and any(names_role(said, NOTES) for said in (text or "", name)):
        return Mention(NOTES, name, span, "a link")
    return Mention("", name, span, "a link", made_from)


def _is_label(before: str, role: str) -> bool:
    """Whether the last word that matters before a link names the role."""
    if not names_role(before, role):
        return False
    known = role_words(role)
    words = spoken(before).split()
    while words and words[-1] in _LITTLE - known:
        words.pop()
    return bool(words) and words[-1] in known
