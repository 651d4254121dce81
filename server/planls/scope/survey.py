"""All that a document names: what a line could not tell, the whole document does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planls.document import Document, Section
from planls.document.memory import remembered
from planls.scope.evidence import Need
from planls.scope.lexicon import Lexicon
from planls.scope.mentions import Mention, mentions_in


@dataclass(frozen=True, eq=False)
class Named:
    """What a section names: all of it for certain, or some of it only if the document says more."""

    mentions: tuple[Mention, ...]
    sure: frozenset[str]
    is_sure: bool


@remembered
def named_in(section: Section, lexicon: Lexicon) -> Named:
    """What a section names, and what else its names speak of: their vendors and families."""
    mentions = mentions_in(section, lexicon)
    sure = [m.name for m in mentions if not (m.need or m.vendor)]
    names = frozenset(sure)
    return Named(mentions, names.union(_families(names, lexicon)), is_sure=len(sure) == len(mentions))


def survey(document: Document, lexicon: Lexicon) -> Iterator[tuple[int, Section, tuple[Mention, ...]]]:
    """Each section, the line that it starts on, and what it names (lines relative to its first)."""
    found = [named_in(section, lexicon) for section in document.sections]
    everywhere = frozenset[str]().union(*(named.sure for named in found))
    earlier: set[str] = set()
    for start, section, named in zip(document.starts, document.sections, found, strict=True):
        if named.is_sure:
            earlier |= named.sure
            yield start, section, named.mentions
        else:
            yield start, section, tuple(_resolved(named.mentions, earlier, everywhere, lexicon))


def _resolved(
    mentions: Iterable[Mention], earlier: set[str], everywhere: frozenset[str], lexicon: Lexicon
) -> Iterator[Mention]:
    """The mentions that count, given what the document names further up and anywhere."""
    for mention in mentions:
        lacks = mention.need is not Need.NOTHING and mention.name not in earlier
        if lacks or (mention.vendor and everywhere.isdisjoint(_families([mention.name], lexicon))):
            continue
        earlier.add(mention.name)
        earlier.update(_families([mention.name], lexicon))
        yield mention._replace(need=Need.NOTHING) if mention.need else mention


def _families(names: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The vendors or families of technologies."""
    return [one.parent for one in map(lexicon.technology, names) if one and one.parent]
