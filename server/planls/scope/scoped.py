"""A document among those that it belongs to: what the rules about scope read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planls.contract.reading import Reading
from planls.scope.companions import NOTES, Companions
from planls.scope.lexicon import Lexicon
from planls.scope.permissions import DEFAULT, Permissions

if TYPE_CHECKING:
    from planls.scope.technologies import Technologies


@dataclass(frozen=True, eq=False)
class Scoped:
    """A reading and the documents that it belongs to."""

    reading: Reading
    companions: Companions
    lexicon_of: Callable[[], Lexicon]
    permissions: Permissions = DEFAULT

    @cached_property
    def technologies(self) -> Technologies:
        """What the document uses; imported here, because most checks come without notes."""
        from planls.scope.technologies import Technologies

        return Technologies(self)

    @property
    def source_name(self) -> str:
        """What the documents are called that say what may be used: notes, or the kind of the nearest."""
        roles = [source.role for source in self.companions.sources]
        return NOTES if NOTES in roles else next(iter(roles), NOTES)
