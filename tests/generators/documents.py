"""Whole documents without a fault, for any contract."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from hypothesis import strategies as st

from planls.contract.model import Contract, ItemSpec, Kind, SectionSpec
from planls.contract.patterns import PLACEHOLDER
from planls.document.words import normal
from tests.generators.fields import Fields
from tests.generators.kinds import BOTH
from tests.generators.manners import MANNERS, Manner
from tests.generators.model import Line, Made, Owner, Role, owned
from tests.generators.prose import name, sentence


def documents(kind: str, **habits: Any) -> st.SearchStrategy[Made]:
    """Complete documents of the kind with that name; nothing is to be found in them.

    ``habits`` are manners that all authors share.
    """
    manners = MANNERS.map(lambda manner: replace(manner, **habits))
    return st.builds(document, st.just(BOTH[kind]), manners, st.integers(0, 4))


def document(kind: Kind, manner: Manner, items: int) -> Made:
    """A document with that many items (at least as many as it needs) by an author of these manners."""
    lines = list(_Writer(kind.contract, manner, items).lines())
    while lines[-1].role is Role.GAP:
        lines.pop()
    return Made(kind, tuple(lines), manner.ending, manner.terminated)


class _Writer:
    """Writes one document."""

    def __init__(self, contract: Contract, manner: Manner, items: int) -> None:
        self.contract, self.manner, self.items = contract, manner, items
        self.chance = manner.chance()
        self.fields = Fields(manner, self.chance)
        self.name = name(self.chance)

    def lines(self) -> Iterator[Line]:
        """The whole document, the gap behind its last section included."""
        if self.manner.front:
            yield from owned(("front",), Role.CONTENT, ("---", "author: 'Ünï'", "tags: [a, b]", "---", ""))
        yield from self._headed(PLACEHOLDER.sub(self._filled, self.contract.title_line), ())
        yield from () if self.manner.spaced else (Line("", (), Role.GAP),)
        for number, spec in enumerate(self.contract.sections, start=1):
            yield from self._gapped((spec.name,), self._section(spec, number))
            if self.manner.extras and self.chance.random() < 0.3:
                yield from self._gapped((f"extra {number}",), self._extra((f"extra {number}",)))

    def _filled(self, hole: re.Match[str]) -> str:
        return str(self.chance.randint(1, 20)) if hole[0] == "[N]" else self.name

    def _headed(self, heading: str, owner: Owner) -> Iterator[Line]:
        yield from owned(owner, Role.HEADING, heading.split("\n"))
        if self.manner.spaced:
            yield Line("", owner, Role.GAP)

    def _gapped(self, owner: Owner, lines: Iterable[Line]) -> Iterator[Line]:
        """A section with the gap behind it."""
        written = list(lines)
        while not written[-1].text:
            written.pop()
        yield from written
        yield from owned(owner, Role.GAP, ("", "---", "") if self.manner.ruled else ("",))

    def _extra(self, owner: Owner) -> Iterator[Line]:
        """A section that no contract knows."""
        yield from self._headed(f"## Notes on {name(self.chance)}", owner)
        yield from owned(
            owner, Role.CONTENT, (sentence(self.chance), "", "### Success", "", "- [ ] open", "")
        )
        yield from self.fields.code(owner)

    def _section(self, spec: SectionSpec, number: int) -> Iterator[Line]:
        owner = (spec.name,)
        yield from self._headed(self._heading(spec, number), owner)
        prose = [line for line in spec.lines if normal(line) in spec.prose and not line.startswith("*")]
        yield from owned(
            owner,
            Role.PROSE,
            chain.from_iterable((line, "") for line in ([] if self.manner.noise else prose)),
        )
        if spec.table:
            yield from self.fields.table(spec.table, (*owner, "table"), self.name)
            yield Line("", owner, Role.GAP)
        yield from self.fields.fields(spec.fields, owner)
        yield from owned(owner, Role.CONTENT, (f"- [x] {check.line}" for check in spec.checklist))
        if spec.item:
            yield from self._items(spec.item, owner)
        if not (spec.table or spec.fields or spec.checklist or spec.item):
            yield from self._free(owner)

    def _heading(self, spec: SectionSpec, number: int) -> str:
        said = self.chance.choice((spec.name, *spec.aliases)) if self.manner.aliases else spec.name
        said = self.chance.choice(self.manner.headings).format(said)
        if said.endswith("\n---"):
            return said
        return f"{'#' * spec.level} {f'{number}. ' * self.manner.numbered}{said}"

    def _free(self, owner: Owner) -> Iterator[Line]:
        """Content of no form."""
        yield Line(sentence(self.chance), owner)
        if self.chance.random() < 0.5:
            yield Line("", owner)
            yield from self.fields.code(owner)

    def _items(self, spec: ItemSpec, owner: Owner) -> Iterator[Line]:
        """Items with numbers from 0 or 1 on, some with a letter, some struck out."""
        count = max(self.items, spec.required)
        if not count:
            yield Line("None.", owner)
        first = self.chance.randint(0, 1) if spec.pattern.word else 1
        for n in range(count):
            mine = (*owner, f"item {n + 1}")
            number = f"{first + n}{self.chance.choice(('', '', '', 'a', 'b')) if spec.pattern.word else ''}"
            if n and self.chance.random() < 0.1:
                yield from self._moved(spec, mine, number)
            else:
                yield from self._item(spec, mine, number)

    def _moved(self, spec: ItemSpec, owner: Owner, number: str) -> Iterator[Line]:
        """What is left of an item that went elsewhere."""
        yield Line(f"{'#' * spec.level} ~~{spec.pattern.word} {number}~~: Moved".replace("~~ ", "~~"), owner)
        yield Line("", owner, Role.GAP)

    def _item(self, spec: ItemSpec, owner: Owner, number: str) -> Iterator[Line]:
        head = f"{spec.pattern.word} {number}{self.chance.choice((':', ':', '.', ' -'))}".strip()
        head = head if spec.pattern.word else f"{number}."
        time = f" (~{min(spec.minutes, 25)} min)" if spec.minutes and self.chance.random() < 0.3 else ""
        yield from self._headed(f"{'#' * spec.level} {head} {name(self.chance)}{time}", owner)
        if self.manner.extras and spec.minutes:
            yield from owned(owner, Role.CONTENT, ("**Estimate**: 10-20 minutes", ""))
        yield from self.fields.fields(spec.fields, owner)
        if self.manner.tight:
            yield Line("", owner, Role.GAP)
