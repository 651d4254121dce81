"""Technologies: their names, what they are called, what they imply. Read from text, kept as text until asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from planls.scope.tokens import key

_WORDS = bytes(ord(chr(n).lower()) if n < 128 and chr(n).isalnum() else 32 for n in range(256))  # noqa: PLR2004
"""What each byte of a line is made: letters small, all else a blank."""

_RULE = "---"
"""The line between the three blocks of a lexicon."""


class Mark(StrEnum):
    """How a term counts in prose. In code, structure decides."""

    CERTAIN = ""
    """Always."""
    PROPER = "^"
    """With a capital; in small letters it needs evidence."""
    ORDINARY = "~"
    """A word of the language: it needs evidence."""
    LISTED = "*"
    """Only among other technologies in a list."""
    VENDOR = "@"
    """Only where the vendor is named, too."""
    SILENT = "-"
    """Never."""


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology: ``parent`` is its vendor or family, ``implies`` what comes with it for certain,
    ``related`` what it brings along as a dependency. All are names.
    """

    name: str
    kind: str = ""
    parent: str = ""
    implies: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Lexicon:
    """Technologies by name, by term and by package."""

    def __init__(self, text: str) -> None:
        """Take the three blocks of a lexicon: technologies, terms, packages; see its SOURCES.md."""
        _, self._row_text, terms, self._package_text = text.split(f"\n{_RULE}\n")
        self._meanings: dict[str, tuple[tuple[Mark, str], ...]] = {}
        self._terms = dict(line.split("\t", 1) for line in terms.split("\n"))
        spoken = [term for term, names in self._terms.items() if not _is_silent(names)]
        self._single = frozenset(_words(term)[0] for term in spoken if " " not in term)
        self._following: dict[bytes, dict[bytes, int]] = {}
        for words in (_words(term) for term in spoken if " " in term):
            longest = self._following.setdefault(words[0], {})
            longest[words[1]] = max(longest.get(words[1], 0), len(words))
        self._openers = self._single.union(self._following)

    def may_name(self, line: str) -> bool:
        """Whether a line could name anything: a quick look that spares most lines the long one."""
        words = _words(line)
        if self._openers.isdisjoint(words):
            return False
        following = self._following
        return not self._single.isdisjoint(words) or any(
            two in following[one] for one, two in pairwise(words) if one in following
        )

    def starts(self, line: str) -> list[tuple[int, int]]:
        """Where a term may begin that is not silent, and how many tokens it may have; small letters only."""
        words = _words(line)
        found = []
        column = 0
        for at, word in enumerate(words):
            if word in self._openers:
                column = _column(line, word.decode(), column)
                if longest := self._longest(word, words[at + 1] if at + 1 < len(words) else b""):
                    found.append((column, longest))
                column += len(word)
        return found

    def _longest(self, word: bytes, following: bytes) -> int:
        """How many tokens a term may have that begins with a word and the one that follows."""
        longer = self._following.get(word)
        return (longer.get(following, 0) if longer else 0) or int(word in self._single)

    @cached_property
    def _rows(self) -> dict[str, str]:
        return dict(line.split("\t", 1) for line in self._row_text.split("\n"))

    @cached_property
    def _packages(self) -> dict[str, str]:
        return dict(line.split("\t", 1) for line in self._package_text.strip("\n").split("\n"))

    def technology(self, name: str) -> Technology | None:
        """The technology of this very name."""
        row = self._rows.get(name)
        if row is None:
            return None
        kind, parent, implies, related, *_ = *row.split("\t"), "", "", "", ""
        return Technology(name, kind, parent, _names(implies), _names(related))

    def meanings(self, term: str) -> tuple[tuple[Mark, str], ...]:
        """What a term (a `tokens.key`) may mean, and how it counts in prose."""
        found = self._meanings.get(term)
        if found is None and (said := self._terms.get(term)):
            found = self._meanings[term] = tuple(map(_meaning, said.split("\t")))
        return found or ()

    def named(self, said: str) -> str | None:
        """The technology that is meant by a name or a term, whatever its mark."""
        found = self.meanings(key(said))
        return found[0][1] if found else None

    def packaged(self, ecosystem: str, name: str) -> str | None:
        """The technology that a package, image, command, file ... belongs to.

        Of a variable it is the first word that counts (``REDIS_URL``), of a file its name or its ending.
        """
        spellings = [name]
        if ecosystem == "env":
            first, _, rest = name.partition("_")
            spellings = [f"{first}_{rest.partition('_')[0]}", first]
        elif ecosystem == "file":
            spellings = [name, f"*.{name.rpartition('.')[2]}"]
        elif ecosystem == "docker":
            spellings = [name, name.rpartition("/")[2]]
        found = (self._packages.get(f"{ecosystem}:{spelling}") for spelling in spellings)
        return next(filter(None, found), None)

    def __iter__(self) -> Iterator[str]:
        """The names of all technologies."""
        return iter(self._rows)


def _is_silent(names: str) -> bool:
    """Whether none of the meanings of a term counts in prose."""
    return names[0] == Mark.SILENT and all(name[0] == Mark.SILENT for name in names.split("\t"))


def _words(line: str) -> list[bytes]:
    """The tokens of a line without their signs, in small letters. Bytes, because that is several times faster."""
    return line.encode("utf-8", "replace").translate(_WORDS).split()


def _column(line: str, word: str, column: int) -> int:
    """Where a word stands that is known to stand behind a column."""
    at = line.find(word, column)
    while _is_letter(line[at - 1 : at]) or _is_letter(line[at + len(word) : at + len(word) + 1]):
        at = line.find(word, at + 1)
    return at


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _meaning(said: str) -> tuple[Mark, str]:
    mark = said[:1]
    return (Mark(mark), said[1:]) if mark in "^~*@-" else (Mark.CERTAIN, said)


def _names(said: str) -> tuple[str, ...]:
    return tuple(said.split(",")) if said else ()
