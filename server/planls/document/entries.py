"""The lines of a drawn folder tree: where an entry stands, the names in it, and what is said of them.

What the entries make together, and whether that is a tree, is for `drawing` to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

from planls.document.filenames import is_file, is_hidden
from planls.document.lines import body
from planls.document.paths import LONGEST, variants

_GUIDES = r"[\s│┃║┆┇┊┋╎╏¦|]*"
_BRANCH = r"(?:[├└╰┣┗╠╚┝┕┠┖╞╘][─━═╌╍┄┅╴-]*[┬┳╦]?[─━═╴-]*|[|│┃+`\\](?:[-─━]+|_+(?=\s)))"
_BRANCHED = re.compile(rf"({_GUIDES}){_BRANCH}\s*")
_BULLETED = re.compile(r"(\s*)[-*+•◦‣▪]\s+")
_PLAIN = re.compile(rf"({_GUIDES})")
_ICON = r"\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff"
_ICONS = re.compile(rf"[{_ICON}][{_ICON}\ufe0f\s]*")

_MORE = re.compile(
    r"(?:#|//)?\s*[\[(<{]?(?:(?:\.\.\.|…)(?![/\w])|etc\.|and\s(?:more|others|so on)\b"
    r"|(?:and\s)?(?:\d+\s)?(?:more|other|further|additional|remaining)\s\w)|\([^()]*\)$|\*\*?$",
    re.IGNORECASE,
)
"""Lines that say that something is left out."""

_REMARK = re.compile(
    r"#|//|/\*|\*{3,}|\*/$|<!--|[$%>]\s?(?:tree|find|eza|exa|lsd)\b|\d+ director(?:y|ies)(?:, \d+ files?)?$"
)
"""Lines that name nothing: comments, the command that printed the tree, and its last line."""

_HELD = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[A-Za-z][^<>]*>")
_SAID = re.compile(
    r"\s{2,}|\t|(?P<colon>:)(?=\s|$)|(?<=\S)(?=[←→])|(?<=`)\s(?![,;&+/]|and\b)|(?<=\*\*)\s(?![,;&+/]|and\b)"
    r"|\s(?=#|//|<[-=]|[-=]{1,2}>|[←⟵⇐→⇒➜➡✓(]|[—–-]{1,2}\s|\.\.\.|…)"
)
"""What parts a name from what is said of it."""

_MARKER = re.compile(r"\s*(?:#+|//+|<[-=]+|[-=]{1,2}>|[←⟵⇐→⇒➜➡—–:]|--?(?=\s)|\.{4,})?\s*")
_LIST = re.compile(r"(?P<comma>\s?[,;]\s?(?:and\s|or\s)?)|\s(?:and|or|&|\+|/|·|\.\.\.|…)\s")
_SEGMENT = re.compile(r"[^/]+")
_ODD = re.compile(r"[\"'`=;|!?\\:…<>\u2190-\u21ff\u2500-\u25ff]|\(\)|^[-)\]},]|^\+(?!\w)|(?:^|/)\.\.(?:/|$)")
_ASIDE = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\S+")
_WALLS = ("|", "│", "┃", "║")
_DOTS = ("...", "…")
_NOTHING = ("", *_DOTS)


class Mark(Enum):
    """What stands in front of an entry: nothing but blanks and guides, a bullet, a branch of the drawing."""

    NONE = auto()
    BULLET = auto()
    BRANCH = auto()


@dataclass(frozen=True, slots=True)
class Name:
    """A path in an entry, and where each of its segments stands: columns in code points, end exclusive."""

    path: str
    columns: tuple[tuple[int, int], ...]
    folder: bool

    @property
    def last(self) -> str:
        """Its last segment."""
        return self.path.rpartition("/")[2]

    @property
    def is_known(self) -> bool:
        """Whether it can hardly be anything but a file or folder."""
        return self.folder or is_file(self.last) or is_hidden(self.last)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the drawing that names something, or says that something is left out (``gap``).

    ``column`` is where its mark stands (without a mark: its name), tabs counted up to the next
    multiple of four; ``odd``: the line is hardly that of a tree.
    """

    line: int
    column: int
    mark: Mark
    names: tuple[Name, ...] = ()
    comment: str = ""
    gap: bool = False
    odd: bool = False


def read_entries(lines: Sequence[str]) -> Iterator[Entry]:
    """The entries of a drawing; blank lines, guides, remarks and comments that go on are left out."""
    commented = -1
    for at, line in enumerate(lines):
        text = body(line).rstrip()
        mark, column, start = _place(text)
        if start == len(text) or (_REMARK.match(text, start) and not _MORE.match(text, start)):
            continue
        entry, said = _entry(Entry(at, column, mark), text, start)
        goes_on = mark is Mark.NONE and 0 <= commented <= column + 1
        if entry.gap or not goes_on or any(name.is_known for name in entry.names):
            yield entry
            commented = _width(text[:said]) if entry.comment else -1


def _place(text: str) -> tuple[Mark, int, int]:
    """The line's mark, its column on the screen, and the column in code points behind it."""
    marked = ((Mark.BRANCH, _BRANCHED.match(text)), (Mark.BULLET, _BULLETED.match(text)))
    mark, found = next((pair for pair in marked if pair[1]), (Mark.NONE, _PLAIN.match(text)))
    if found is None:
        return mark, 0, 0
    icons = _ICONS.match(text, found.end())
    return mark, _width(found[1]), icons.end() if icons else found.end()


def _width(text: str) -> int:
    return len(text.expandtabs(4))


def _entry(entry: Entry, text: str, start: int) -> tuple[Entry, int]:
    """The entry of a line whose content starts at a column, and the column where its comment does."""
    if text.endswith(_WALLS):
        return replace(entry, odd=True), len(text)
    if _MORE.match(text, start):
        return replace(entry, gap=True), len(text)
    pieces, said = _pieces(text, start, entry.mark)
    names = _beside(tuple(chain.from_iterable(_names(text, *piece) for piece in pieces)))
    comment = _comment(text[said:])
    gap = comment.startswith(_DOTS) or any(text.find(dots, start, said) >= 0 for dots in _DOTS)
    key = text[said - 1] == ":" and entry.mark is not Mark.BRANCH and not any(name.is_known for name in names)
    odd = key or not names or any(_is_odd(text[a:b]) for a, b in pieces)
    return replace(entry, names=names, comment=comment, gap=gap, odd=odd), said


def _pieces(text: str, start: int, mark: Mark) -> tuple[list[tuple[int, int]], int]:
    """Where the names of a line stand, and where what is said of them begins.

    There may be blanks in a name behind a branch; anywhere else they make it prose, which names nothing.
    """
    veiled = _HELD.sub(lambda held: "x" * len(held[0]), text)  # what brackets hold parts nothing
    found = _SAID.search(veiled, start)
    end, said = found.span() if found else (len(text), len(text))
    listed = _listed(text, veiled, start, end)
    words = [word.span() for word in _WORD.finditer(veiled, start, end)]
    if len(words) == 1 or len(listed) > 1:
        return listed, said
    known = [_is_known(text[a:b]) for a, b in words]
    if mark is not Mark.BRANCH or known[:1] != [True]:
        return ([] if mark is not Mark.BRANCH else listed), said
    if all(known) and not text[: words[0][1]].endswith("/"):
        return words, said
    return words[:1], words[0][1]


def _listed(text: str, veiled: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names of a list stand; what is no list is one name."""
    cuts = list(_LIST.finditer(veiled, start, end))
    starts, ends = [start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end]
    pieces = [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b] not in _NOTHING]
    if all(cut["comma"] for cut in cuts):
        apart = all(" " not in veiled[a:b] for a, b in pieces)
    else:
        apart = all(_is_known(text[a:b]) for a, b in pieces)
    return pieces if apart else [(start, end)]


def _is_known(written: str) -> bool:
    """Whether what is written, markup and all, is the name of a file or folder to any reader."""
    name = written.strip("`*")
    return name.endswith("/") or is_file(name.rpartition("/")[2]) or is_hidden(name)


def _is_odd(written: str) -> bool:
    """Whether what is written is hardly a name."""
    veiled = _HELD.sub("x", written.strip("`*"))
    return len(written) > LONGEST or (" " in veiled and not _is_known(written)) or bool(_ODD.search(veiled))


def _comment(said: str) -> str:
    """What is said of a name, without the mark in front of it or parentheses around."""
    marker = _MARKER.match(said)
    comment = said[marker.end() :] if marker else said
    return comment[1:-1] if _ASIDE.fullmatch(comment) else comment


def _names(text: str, start: int, end: int) -> Iterator[Name]:
    """What a piece names: braces stand for several; then each is where all of them are written."""
    start, end = _bare(text, start, end)
    written = text[start:end]
    for variant in variants(written) if end - start <= LONGEST else ():
        found = [found for found in _SEGMENT.finditer(variant) if found[0] != "."]
        path = "/".join("**" if segment[0] in _DOTS else segment[0] for segment in found)
        if variant == written:
            columns = tuple((start + segment.start(), start + segment.end()) for segment in found)
        else:
            columns = ((start, start + len(written.rstrip("/"))),) * len(found)
        yield Name(path, columns, variant.endswith("/"))


def _beside(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names of a list, those without a folder put beside the first: ``cli/a.py, b.py``."""
    folder = names[0].path.rpartition("/")[0] if names and not names[0].folder else ""
    if not folder or "{" in folder:
        return names
    columns = names[0].columns[:-1]
    return tuple(
        name if "/" in name.path else Name(f"{folder}/{name.path}", columns + name.columns, name.folder)
        for name in names
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a name stands without backticks or double asterisks around it."""
    while start < end and text[start] == "`":
        start += 1
    while start < end and text[end - 1] == "`":
        end -= 1
    bold = end - start > 4 and text.startswith("**", start) and text.endswith("**", start, end)
    return (start + 2, end - 2) if bold else (start, end)
