"""What a template asks for, as frozen data. Built by `template`, refined by ``kind.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from planls.document.words import bare, distance, folded, normal


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
        return _compiled(self.regex).fullmatch(_plain(heading))

    def match_loosely(self, heading: str) -> re.Match[str] | None:
        """The same, whatever case, dashes and spaces the heading is written with."""
        return _compiled(self.loose).fullmatch(_plain(heading))

    def respelled(self, heading: str) -> str:
        """The heading with the word before its number spelled right; empty if it is no near miss."""
        said, _, rest = heading.strip().partition(" ")
        if not said.isalpha() or not self.word or self.match(heading):
            return ""
        if distance(said.casefold(), self.word.casefold(), 1) != 1:
            return ""
        right = f"{self.word} {rest}"
        return right if self.match(right) else ""

    def names(self, heading: str) -> bool:
        """Whether a heading is this one, rightly spelled or nearly so."""
        return bool(self.match(heading) or self.respelled(heading))


@dataclass(frozen=True)
class FieldSpec:
    """A labelled field. ``content`` is what it holds: text, list, checklist, code or table.

    ``lines`` is the template's text for it, label line first, without line terminators.
    """

    name: str
    content: str
    lines: tuple[str, ...]
    required: bool = True
    aliases: tuple[str, ...] = ()
    severity: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The label names that are this field, made comparable."""
        return (normal(self.name), *map(normal, self.aliases))


@dataclass(frozen=True)
class RowSpec:
    """A row that a table must have, known by its first cell."""

    name: str
    line: str
    aliases: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The first cells that are this row, made comparable."""
        return (normal(self.name), *map(normal, self.aliases))


@dataclass(frozen=True)
class TableSpec:
    """A table: its columns, the rows that must be there, and the placeholders of a free row."""

    columns: tuple[str, ...]
    rows: tuple[RowSpec, ...]
    sample: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ItemSpec:
    """What repeats inside a section: ``### Step 1: [Name]``, ``### Step 2: [Name]``, ...

    ``minutes`` is the longest an item may take by its author's estimate (0: no limit), which is
    looked for in its heading and under the labels ``estimates``.
    """

    pattern: HeadingPattern
    level: int
    fields: tuple[FieldSpec, ...]
    lines: tuple[str, ...]
    required: bool = True
    minutes: int = 0
    estimates: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionSpec:
    """A section: heading, what it holds, and the template's text for it.

    ``prose`` is the template's fixed text (comparable), which alone does not fill a section.
    ``ticked``: its checkboxes are promises to be kept before the document counts as done.
    """

    name: str
    level: int
    lines: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    required: bool = True
    distinctive: bool = False
    ticked: bool = False
    item: ItemSpec | None = None
    table: TableSpec | None = None
    fields: tuple[FieldSpec, ...] = ()
    checklist: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    children: tuple[SectionSpec, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings that are this section, made comparable, with and without words in parentheses."""
        names = (self.name, *self.aliases)
        return (*map(normal, names), *map(bare, names))


@dataclass(frozen=True)
class Contract:
    """All that a template asks for. Sections stand in the template's order."""

    title: HeadingPattern
    title_line: str
    sections: tuple[SectionSpec, ...]
    placeholders: tuple[str, ...]
    code_placeholders: tuple[str, ...]
    ellipsis: bool
    hints: tuple[str, ...] = ()

    def named(self, heading: str) -> SectionSpec | None:
        """The section at the contract's top that a heading names, words in parentheses aside."""
        found = self._keys.get(normal(heading))
        return found or (self._keys.get(bare(heading)) if "(" in heading else None)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each section at the contract's top, by name."""
        return {section.name: at for at, section in enumerate(self.sections)}

    @cached_property
    def _keys(self) -> dict[str, SectionSpec]:
        return {key: section for section in reversed(self.sections) for key in section.keys}

    def walk(self) -> Iterator[SectionSpec]:
        """Every section, nested ones too."""
        todo = list(self.sections)
        while todo:
            yield (section := todo.pop(0))
            todo[:0] = section.children


@dataclass(frozen=True)
class Kind:
    """A kind of document: its name, contract and template."""

    name: str
    contract: Contract
    template: str = field(repr=True)


_MARKS = re.compile(r"\*+|__|`")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def _plain(heading: str) -> str:
    """A heading without marks, link targets and typographic signs."""
    return _MARKS.sub("", _LINK.sub(r"\1", folded(heading))).strip()


@lru_cache(maxsize=256)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
