"""The complete example of a spec as lines that know what they belong to, read without planls' own reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import planls_rules
from planls.contract.model import FieldSpec, SectionSpec
from planls_rules.kinds import KINDS
from tests.generators.model import Line, Made, Owner, Role

SPEC = KINDS["spec"]
EXAMPLE = (Path(planls_rules.__file__).parent / "kinds" / "spec" / "example.md").read_text(encoding="utf-8")
LEAD = "lead"
"""What the title and all below it is called in an owner."""
TABLE = "table"
"""What a section's own table is called in an owner."""
_HEADING = re.compile(r"(#+) (?:[A-J]\) )?(.*)")
_LABEL = re.compile(r"\*\*([^*]+)\*\*:")
_ENTRY = re.compile(r"(?:\d+\.|-) ")
_ASPECT = re.compile(r" +- \*\*([^*]+)\*\*: ")


def example() -> Made:
    """The example; an owner is section, field, number of the entry (from 1) and aspect."""
    return Made(SPEC, tuple(_Reader().lines(EXAMPLE.splitlines())))


@dataclass
class _Reader:
    """Walks down the example and remembers where it is; the example is written as the template is."""

    section: SectionSpec | None = None
    owner: Owner = ("front",)
    entries: int = 0
    fenced: bool = False
    sections: dict[str, SectionSpec] = field(
        default_factory=lambda: {spec.name: spec for spec in SPEC.contract.sections}
    )

    def lines(self, texts: list[str]) -> Iterator[Line]:
        """Each line with its owner."""
        for at, text in enumerate(texts):
            role = self._enter(text) if not self.fenced else Role.CODE
            self.fenced ^= text.startswith("```")
            if text in ("", "---") and self._is_gap(texts[at:]):
                yield Line(text, self.owner[:1], Role.GAP)
            else:
                yield Line(text, self.owner, role)

    def _enter(self, text: str) -> Role:
        """What a line is; the owner is then its own."""
        if heading := _HEADING.fullmatch(text):
            self.section = self.sections.get(heading[2])
            self.owner = (self.section.name if self.section else LEAD,)
            return Role.HEADING
        if (label := _LABEL.match(text)) and label[1] in self._fields():
            self.owner, self.entries = (*self.owner[:1], label[1]), 0
            return Role.LABEL
        if text.startswith("|"):
            return self._row(text)
        return self._entry(text)

    def _row(self, text: str) -> Role:
        """A table's header has the table as its owner, a row its number."""
        below = self.owner[1:2] == (TABLE,)
        self.entries = self.entries + 1 if below and not text.startswith("|--") else 0
        self.owner = (*self.owner[:1], TABLE, *([str(self.entries)] if self.entries else []))
        return Role.ROW if self.entries else Role.DELIMITER if below else Role.HEADER

    def _entry(self, text: str) -> Role:
        """An entry of the field, of one without a label the first of it, or an aspect of an entry."""
        bare = next((name for name, spec in self._fields().items() if spec.label == "none"), None)
        if bare and len(self.owner) == 1 and _ENTRY.match(text):
            self.owner, self.entries = (*self.owner, bare), 0
        if _ENTRY.match(text) and len(self.owner) > 1:
            self.entries += 1
            self.owner = (*self.owner[:2], str(self.entries))
        elif aspect := _ASPECT.match(text):
            self.owner = (*self.owner[:3], aspect[1])
        elif not text:
            self.owner = self.owner[:2]
        return Role.CONTENT

    def _fields(self) -> dict[str, FieldSpec]:
        part = self.section or SPEC.contract.lead
        return {spec.name: spec for spec in part.fields} if part else {}

    def _is_gap(self, rest: list[str]) -> bool:
        """Whether nothing but a rule stands between here and the next heading."""
        return next((line for line in rest if line not in ("", "---")), "## ").startswith("## ")
