"""Technologies: their names, what they are called, what they imply. Read from text, kept as text until asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from planls.scope.tokens import key

_ROUGH = re.compile("[a-z0-9]+")
"""Tokens without their signs."""

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
        self._terms = dict(line.split("\t", 1) for line in terms.split("\n"))
        self._single: set[str] = set()
        self._pairs: dict[str, int] = {}
        for term, names in self._terms.items():
            if names[0] == Mark.SILENT and "\t" not in names:
                continue
            first, _, rest = term.partition(" ")
            if rest:
                second, _, more = rest.partition(" ")
                pair = f"{first} {second}"
                length = 2 + more.count(" ") + bool(more)
                if length > self._pairs.get(pair, 0):
                    self._pairs[pair] = length
            else:
                self._single.add(term)

        self._rough = {term.strip(".+#") for term in self._single}

    def longest(self, first: str, second: str) -> int:
        """How many tokens a term may have that begins with these two; silent terms begin nowhere."""
        return self._pairs.get(f"{first} {second}") or int(first in self._single)

    def may_name(self, line: str) -> bool:
        """Whether a line could name anything: a quick look that spares most lines the long one."""
        words = _ROUGH.findall(line.lower())
        if not self._rough.isdisjoint(words):
            return True
        return any(f"{one} {two}" in self._pairs for one, two in pairwise(words))

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

    def meanings(self, term: str) -> list[tuple[Mark, str]]:
        """What a term (a `tokens.key`) may mean, and how it counts in prose."""
        return [_meaning(said) for said in self._terms[term].split("\t")] if term in self._terms else []

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
            spellings = [name.partition("_")[0]]
        elif ecosystem == "file":
            spellings = [name, f"*.{name.rpartition('.')[2]}"]
        elif ecosystem == "docker":
            spellings = [name, name.rpartition("/")[2]]
        found = (self._packages.get(f"{ecosystem}:{spelling}") for spelling in spellings)
        return next(filter(None, found), None)

    def __iter__(self) -> Iterator[str]:
        """The names of all technologies."""
        return iter(self._rows)


def _meaning(said: str) -> tuple[Mark, str]:
    mark = said[:1]
    return (Mark(mark), said[1:]) if mark in "^~*@-" else (Mark.CERTAIN, said)


def _names(said: str) -> tuple[str, ...]:
    return tuple(said.split(",")) if said else ()
