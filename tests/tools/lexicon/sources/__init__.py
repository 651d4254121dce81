"""The readers of the data sets, the one whose spelling of a name is preferred first."""

from collections.abc import Iterator

from tests.tools.lexicon.model import Record
from tests.tools.lexicon.sources import botocore, diagrams, icons, linguist, specfy, trove

READERS = (
    botocore.records,
    specfy.records,
    trove.records,
    linguist.records,
    icons.simple_icons,
    icons.devicon,
    diagrams.records,
)


def records() -> Iterator[Record]:
    """Yield all that the sources say, in the order of preference."""
    for read in READERS:
        yield from read()
