"""A planted fault."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.generators.spec_edits import Edit


@dataclass(frozen=True)
class Fault:
    """A fault: the rule that finds it, a text in the line that it is shown on, and its spellings.

    The spellings are edits that plant it in the example, by what they are.
    """

    rule: str
    place: str
    spellings: Mapping[str, Edit]


@dataclass(frozen=True)
class Planted:
    """A fault in one spelling."""

    rule: str
    place: str
    spelling: str
    edit: Edit

    def __repr__(self) -> str:
        """Which one it is."""
        return f"{self.rule}: {self.spelling}"


def planted(faults: Iterable[Fault]) -> Iterator[Planted]:
    """Every fault in each of its spellings."""
    for fault in faults:
        for spelling, edit in fault.spellings.items():
            yield Planted(fault.rule, fault.place, spelling, edit)
