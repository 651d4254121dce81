"""Technologies: their names, what they are called, what they imply. Text until somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

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
    """A technology.

    ``parent`` is its vendor or family, ``implies`` what comes with it for certain, ``related`` what it brings
    along as a dependency. All are names.
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
        self._technologies: dict[str, Technology] = {}
        self._meanings: dict[str, tuple[tuple[Mark, str], ...]] = {}
        self._terms = dict(line.split("\t", 1) for line in terms.split("\n"))
        spoken = [term for term, names in self._terms.items() if not _is_silent(names)]
        self._openers: dict[bytes, tuple[int, dict[bytes, int]]] = {}
        for one, *rest in (_words(term) for term in spoken):
            single, longer = self._openers.setdefault(one, (0, {}))
            if rest:
                longer[rest[0]] = max(longer.get(rest[0], 0), 1 + len(rest))
            elif not single:
                self._openers[one] = (1, longer)

    def starts(self, line: str) -> list[tuple[int, int, int]]:
        """The words of a line with which a term may begin that is not silent.

        Each has its columns, and how many tokens a term may have there. Most lines have none, and almost
        all of what that costs is to read them: they are read as bytes, which is several times faster.
        """
        text = line.encode("ascii", "replace").translate(_WORDS)  # a byte for each character
        begun = self._begun(text.split())
        return _placed(b" %b " % text, begun) if begun else []

    def _begun(self, words: list[bytes]) -> list[tuple[bytes, int]]:
        """The words that may begin a term, and how many tokens it may have: 0 where none goes on like this.

        Nothing at all if there is no more than such.
        """
        openers = self._openers
        begun = []
        found = behind = 0
        words.append(b"")  # what follows the last
        for word in filter(openers.__contains__, words):
            behind = words.index(word, behind) + 1
            single, longer = openers[word]
            longest = longer.get(words[behind], single)
            begun.append((word, longest))
            found += longest
        return begun if found else []

    @cached_property
    def _rows(self) -> dict[str, str]:
        return dict(line.split("\t", 1) for line in self._row_text.split("\n"))

    @cached_property
    def _packages(self) -> dict[str, str]:
        return dict(line.split("\t", 1) for line in self._package_text.strip("\n").split("\n"))

    def technology(self, name: str) -> Technology | None:
        """The technology of this very name."""
        found = self._technologies.get(name)
        if found is None and (row := self._rows.get(name)) is not None:
            kind, parent, implies, related, *_ = *row.split("\t"), "", "", "", ""
            found = Technology(name, kind, parent, _names(implies), _names(related))
            self._technologies[name] = found
        return found

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
        found = self._packages.get(f"{ecosystem}:{name}")
        if found or ecosystem not in _SPELLED:
            return found
        for spelling in _SPELLED[ecosystem](name):
            if found := self._packages.get(f"{ecosystem}:{spelling}"):
                return found
        return None

    def __iter__(self) -> Iterator[str]:
        """The names of all technologies."""
        return iter(self._rows)


def _placed(spaced: bytes, begun: list[tuple[bytes, int]]) -> list[tuple[int, int, int]]:
    """The words with their columns, in a text of words and blanks, of which one more stands in front."""
    found = []
    at = -1
    for word, longest in begun:
        at = spaced.find(b" %b " % word, at + 1)
        if longest:
            found.append((at, at + len(word), longest))
    return found


def _is_silent(names: str) -> bool:
    """Whether none of the meanings of a term counts in prose."""
    return names[0] == Mark.SILENT and all(name[0] == Mark.SILENT for name in names.split("\t"))


def _words(term: str) -> list[bytes]:
    """The tokens of a term without their signs, in small letters."""
    return term.encode("ascii", "replace").translate(_WORDS).split()


def _meaning(said: str) -> tuple[Mark, str]:
    mark = said[:1]
    return (Mark(mark), said[1:]) if mark in "^~*@-" else (Mark.CERTAIN, said)


def _names(said: str) -> tuple[str, ...]:
    return tuple(said.split(",")) if said else ()


def _first_words(name: str) -> tuple[str, ...]:
    first, _, rest = name.partition("_")
    return f"{first}_{rest.partition('_')[0]}", first


_SPELLED: dict[str, Callable[[str], tuple[str, ...]]] = {
    "env": _first_words,
    "file": lambda name: (f"*.{name.rpartition('.')[2]}",),
    "docker": lambda name: (name.rpartition("/")[2],),
}
"""By what else a variable, file or image is looked up."""
