"""A planted fault."""

from dataclasses import dataclass

from tests.generators.spec_edits import Edit


@dataclass(frozen=True)
class Planted:
    """A fault in one spelling: the edit that plants it, the rule that finds it, and where.

    ``place`` is a text in the line that the finding is shown on.
    """

    rule: str
    spelling: str
    place: str
    edit: Edit

    def __repr__(self) -> str:
        """Which one it is."""
        return f"{self.rule}: {self.spelling}"
