"""A document among those that it belongs to: what the rules about scope read."""

from dataclasses import dataclass

from planls.contract.reading import Reading
from planls.scope.companions import Companions


@dataclass(frozen=True, eq=False)
class Scoped:
    """A reading and the documents that it belongs to."""

    reading: Reading
    companions: Companions
