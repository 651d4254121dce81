"""What a template asks for, as frozen data. Built by `template`, refined by ``kind.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from planls.contract.demands import (
    UNLIMITED,
    USUAL,
    AspectSpec,
    CheckSpec,
    Choices,
    EntriesSpec,
    Limits,
    Weights,
)
from planls.contract.patterns import PLACEHOLDER, HeadingPattern
from planls.document.words import bare, folded, names_in, normal


@dataclass(frozen=True)
class FieldSpec:
    """A labelled field. ``content`` is what it holds: text, list, checklist, code or table.

    ``lines`` is the template's text for it, label line first, without line terminators. ``label`` is how
    the template labels it: in bold, with a heading, or not at all. ``cues`` are comparable words of which
    one in a label makes it this field's. Of the fields of one ``group`` one will do. ``form`` is what its
    content has to be: one of `kindshape.Form`. ``told`` is what else may tell it: the
    comments of a ``tree``, ``output`` among the commands, a line of text that is a ``flow``.
    """

    name: str
    content: str
    lines: tuple[str, ...]
    required: bool = True
    aliases: tuple[str, ...] = ()
    severity: str = ""
    label: Literal["bold", "heading", "none"] = "bold"
    cues: tuple[str, ...] = ()
    group: str = ""
    form: str = ""
    told: str = ""
    limits: Limits = UNLIMITED
    aspects: tuple[AspectSpec, ...] = ()
    entries: EntriesSpec | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The label names that are this field, made comparable."""
        return (normal(self.name), bare(self.name), *map(normal, self.aliases))


@dataclass(frozen=True)
class RowSpec:
    """A row that a table must have, known by its first cell. ``form``: what its value has to be."""

    name: str
    line: str
    aliases: tuple[str, ...] = ()
    form: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The first cells that are this row, made comparable."""
        return (normal(self.name), *map(normal, self.aliases))


@dataclass(frozen=True)
class TableSpec:
    """A table: its columns, the rows that must be there, and the placeholders of a free row.

    ``renamed``: the columns may be called what their author likes. ``targets`` and ``topics``: the number
    of the column (from 1) that says where in the repo something is, or which topic of the notes; 0: none.
    ``choices``: the columns whose cells may say certain things only. ``aliases``: other names of columns
    (comparable), by column.
    """

    columns: tuple[str, ...]
    rows: tuple[RowSpec, ...]
    sample: tuple[str, ...]
    lines: tuple[str, ...]
    renamed: bool = False
    targets: int = 0
    topics: int = 0
    choices: tuple[Choices, ...] = ()
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def keys(self, column: str) -> tuple[str, ...]:
        """The headers that are a column, made comparable."""
        return (bare(column), *dict(self.aliases).get(column, ()))


@dataclass(frozen=True)
class ItemSpec:
    """What repeats inside a section: ``### Step 1: [Name]``, ``### Step 2: [Name]``, ...

    ``minutes`` is the longest an item may take (0: no limit) by its author's estimate, which is looked
    for in its heading and under the labels ``estimates``, else by what it holds, as ``weights`` have it.
    ``parses``: its code must be code.
    """

    pattern: HeadingPattern
    level: int
    fields: tuple[FieldSpec, ...]
    lines: tuple[str, ...]
    required: bool = True
    minutes: int = 0
    estimates: tuple[str, ...] = ()
    weights: Weights = USUAL
    parses: bool = False


@dataclass(frozen=True)
class SectionSpec:
    """A section: heading, what it holds, and the template's text for it.

    ``number`` is the letter or number before the template's heading, ``aspects`` what it must speak of;
    ``parses``: its code must be code, its endpoints and formats complete. ``extras``: what lies outside the
    notes may be named here, and only here.
    ``headed``: False for items that stand side by side with the sections, ``## Task 1: [Name]``, ``## Task
    2: [Name]``; its name is then the word in front of their numbers, and no heading has it.
    ``prose`` is the template's fixed text (comparable), which alone does not fill a section.
    ``ticked``: its checkboxes are promises to be kept before the document counts as done. ``checklist``
    are the fixed ones. ``form`` is what its content has to be.
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
    checklist: tuple[CheckSpec, ...] = ()
    prose: tuple[str, ...] = ()
    number: str = ""
    aspects: tuple[AspectSpec, ...] = ()
    parses: bool = False
    extras: bool = False
    form: str = ""
    headed: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings that are this section, made comparable, with and without words in parentheses."""
        names = (self.name, *self.aliases) if self.headed else self.aliases
        return (*map(normal, names), *map(bare, names))


@dataclass(frozen=True, eq=False)
class Contract:
    """All that a template asks for. Sections stand in the template's order.

    ``lead`` is what stands below the title, above the first section; its fields may stand anywhere.
    ``refused`` are comparable phrases of which no document of this kind has two: the prompt that asks
    for it has them. ``single`` is the noun for what a document proposes exactly one of. ``any_title``: a
    document may have another title than the template's. ``companions`` are the documents that such a one
    belongs to, nearest first: names of kinds, or ``notes``, which say what may be used. ``ruled``: rules part
    its sections.
    """

    title: HeadingPattern
    title_line: str
    sections: tuple[SectionSpec, ...]
    placeholders: tuple[str, ...]
    code_placeholders: tuple[str, ...]
    ellipsis: bool
    hints: tuple[str, ...] = ()
    lead: SectionSpec | None = None
    refused: tuple[str, ...] = ()
    single: str = ""
    any_title: bool = False
    companions: tuple[str, ...] = ()
    ruled: bool = True

    def named(self, heading: str) -> SectionSpec | None:
        """The section that a heading names; words in parentheses and behind a colon or dash aside."""
        return _named(self, heading)

    def repeated(self, heading: str) -> SectionSpec | None:
        """The section without a heading of its own that a heading is an item of."""
        return next((s for s in self.unheaded if s.item and s.item.pattern.match(heading)), None)

    @cached_property
    def unheaded(self) -> tuple[SectionSpec, ...]:
        """The sections that have no heading but those of their items; most templates have none."""
        return tuple(section for section in self.sections if not section.headed)

    def unfilled(self, line: str) -> bool:
        """Whether a line of text or code still has a placeholder of the template."""
        return "[" in line and _unfilled(self, line)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each section, by name."""
        return {section.name: at for at, section in enumerate(self.sections)}

    @cached_property
    def by_name(self) -> dict[str, SectionSpec]:
        """Each section by all names that it may be called by, made comparable."""
        return {key: section for section in reversed(self.sections) for key in section.keys}

    @cached_property
    def field_keys(self) -> frozenset[str]:
        """The label names of every field, made comparable."""
        specs = [f for s in self.everything for f in (*s.fields, *(s.item.fields if s.item else ()))]
        return frozenset(key for spec in specs for key in spec.keys)

    @property
    def everything(self) -> Iterator[SectionSpec]:
        """The lead, if there is one, and every section."""
        yield from (self.lead,) if self.lead else ()
        yield from self.sections


@dataclass(frozen=True)
class Kind:
    """A kind of document: its name, contract and template."""

    name: str
    contract: Contract
    template: str = field(repr=True)


@lru_cache(maxsize=2048)
def _named(contract: Contract, heading: str) -> SectionSpec | None:
    """The section that a heading names; all headings of a document are asked again when one is edited."""
    known = contract.by_name
    return next((known[name] for name in names_in(heading) if name in known), None)


@lru_cache(maxsize=2048)
def _unfilled(contract: Contract, line: str) -> bool:
    """Whether a line has a placeholder; of what is edited, several rules ask it of every line."""
    found = {folded(match[0]) for match in PLACEHOLDER.finditer(line)}
    return not found.isdisjoint(contract.placeholders) or folded(line).strip() in contract.code_placeholders
