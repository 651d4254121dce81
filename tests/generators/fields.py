"""Labelled fields and the blocks that they hold, in an author's manner."""

import random
from collections.abc import Iterator, Sequence
from itertools import chain

from planls.contract.model import FieldSpec, TableSpec
from tests.generators.manners import Manner
from tests.generators.model import Line, Owner, Role, owned, row
from tests.generators.prose import cell, code, name, noise, sentence


class Fields:
    """Writes the fields of one document; blocks end without a gap, fields with one."""

    def __init__(self, manner: Manner, chance: random.Random) -> None:
        """Choices come from ``chance``."""
        self.manner, self.chance = manner, chance

    def fields(self, specs: Sequence[FieldSpec], owner: Owner) -> Iterator[Line]:
        """All required fields and, where the manner has it so, the optional ones."""
        wanted = [spec for spec in specs if spec.required or self.manner.optional]
        if self.manner.shuffled:
            self.chance.shuffle(wanted)
        return chain.from_iterable(self._field(spec, (*owner, spec.name)) for spec in wanted)

    def code(self, owner: Owner, *more: str) -> Iterator[Line]:
        """A code block, with some more lines at its end."""
        lines, fence = [*code(self.chance), *more], self.manner.fence
        if not fence:
            yield from owned(owner, Role.CODE, (f"    {line}" for line in lines))
            return
        yield Line(fence, owner, Role.OPEN)
        yield from owned(owner, Role.CODE, lines)
        yield Line(fence[0] * (fence.count(fence[0])), owner, Role.CLOSE)

    def table(self, spec: TableSpec, owner: Owner, title: str = "") -> Iterator[Line]:
        """A table with the contract's rows, or with some of its own; one row may repeat the title's name."""
        delimiters = [self.chance.choice(("---", ":--", ":-:", "-----:")) for _ in spec.columns]
        yield self._row(spec.columns, owner, Role.HEADER)
        yield self._row(delimiters, owner, Role.DELIMITER)
        for wanted in spec.rows:
            said = self.chance.choice((wanted.name, *wanted.aliases)) if self.manner.aliases else wanted.name
            values = [title if wanted.form == "name" else sentence(self.chance)] * len(spec.columns[1:])
            yield self._row([self._marked(said), *values], (*owner, wanted.name), Role.ROW)
        for _ in range(0 if spec.rows else self.chance.randint(1, 3)):
            values = [self._value(spec, column) for column in spec.columns[1:]]
            yield self._row([self._marked(name(self.chance)), *values], owner, Role.ROW)

    def _marked(self, first: str) -> str:
        return self.chance.choice(("{}", "**{}**", "`{}`" if "`" not in first else "{}")).format(first)

    def _value(self, spec: TableSpec, column: str) -> str:
        """A cell; where the contract lets it say certain things only, one of those, in some case."""
        found = next((choices for choices in spec.choices if choices.column == column), None)
        if found is None:
            return cell(self.chance)
        value, words = self.chance.choice(found.values)
        word = self.chance.choice((value, *words))
        return self.chance.choice((word, word.upper(), word.title(), f"**{word}**"))

    def _row(self, cells: Sequence[str], owner: Owner, role: Role) -> Line:
        bare = row([cells[0], *("" for _ in cells[1:])], piped=self.manner.piped)
        return Line(row(cells, piped=self.manner.piped), owner, role, bare, tuple(cells))

    def _field(self, spec: FieldSpec, owner: Owner) -> Iterator[Line]:
        """A label, what it holds, and the gap behind it."""
        said = self.chance.choice((spec.name, *spec.aliases)) if self.manner.aliases else spec.name
        form = self.chance.choice(self.manner.labels)
        label = form.format(said)
        if spec.content != "text":
            yield from self._labelled(label.removesuffix(" –"), owner)
            yield from self._content(spec, owner)
        elif self.manner.below or form.startswith("#"):
            yield from self._labelled(label.removesuffix(" –"), owner)
            yield Line(sentence(self.chance), owner)
            yield Line(self._spaced(sentence(self.chance)), owner)
        else:
            yield Line(
                self._spaced(f"{label} {sentence(self.chance)}"), owner, Role.LABEL, label.removesuffix(" –")
            )
        noisy = self.manner.noise and self.chance.random() < 0.3
        yield from owned(owner, Role.CONTENT, ("", *noise(self.chance)) if noisy else ())
        if noisy or not self.manner.tight or spec.content == "table":
            yield Line("", owner, Role.GAP)

    def _spaced(self, line: str) -> str:
        """A line, perhaps with the two spaces behind it that break lines."""
        return f"{line}  " if self.manner.noise and self.chance.random() < 0.3 else line

    def _labelled(self, label: str, owner: Owner) -> Iterator[Line]:
        yield Line(label, owner, Role.LABEL, label)
        if label.startswith("#") and self.manner.spaced:
            yield Line("", owner, Role.GAP)

    def _content(self, spec: FieldSpec, owner: Owner) -> Iterator[Line]:
        content = spec.content
        if content == "table" or (content == "code" and not self.manner.fence) or self.manner.spaced:
            yield Line("", owner, Role.GAP)
        if content == "code":
            yield from self.code(owner, *(("pytest tests",) if spec.form in ("check", "code") else ()))
        elif content == "table":
            yield from self.table(TableSpec(("A", "B"), (), (), ()), owner)
        else:
            bullets = ("- ", "* ", "+ ", "  - ") if content == "checklist" else ("- ", "1. ", "* ")
            yield from owned(owner, Role.CONTENT, self._list(self.chance.choice(bullets), content))

    def _list(self, bullet: str, content: str) -> Iterator[str]:
        for _ in range(self.chance.randint(1, 4)):
            box = self.chance.choice(("[ ] ", "[x] ", "[X] ")) if content == "checklist" else ""
            yield f"{bullet}{box}{sentence(self.chance)}"
            if self.manner.noise and self.chance.random() < 0.3:
                yield from (f"{' ' * len(bullet)}and goes on", "", f"{' ' * len(bullet)}  - deeper")
