"""The technologies of a document: which it uses, where, and which of them its notes allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from planls.document import Document, Section
from planls.document.blocks import Blank, Break
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.companions import NOTES, Companion
from planls.scope.languages import language_of
from planls.scope.lexicon import Lexicon
from planls.scope.licences import Licences, licences
from planls.scope.mentions import Mention
from planls.scope.own import is_own, own
from planls.scope.sightings import Certainty
from planls.scope.survey import survey
from planls.scope.tokens import key
from planls.scope.usage import Stretch, Use, Used, all_uses_in, uses_in
from planls.scope.zones import Zone, headed_zones, zones

if TYPE_CHECKING:
    from planls.scope.scoped import Scoped

ALLOW = "allow"
"""The front matter's list of what the document may use besides what its notes name."""
WORDS = "words"
"""The front matter's list of names that are plain words in the document."""


class Technologies:
    """What a document uses, held against what the documents name that it belongs to."""

    def __init__(self, scoped: Scoped) -> None:
        """Look at a document; nothing is worked out before it is asked for."""
        self._scoped = scoped
        self.lexicon = scoped.lexicon_of()

    @cached_property
    def licences(self) -> Licences:
        """What the document may use."""
        document, permissions = self._scoped.reading.document, self._scoped.permissions
        documents = (document, *(one.document for one in self._scoped.companions.found))
        said = (*permissions.allowed, *(name for one in documents for name in listed(one, ALLOW)))
        language = language_of(document, self.lexicon)
        sources = self._scoped.companions.sources
        return licences(sources, self.lexicon, self._keys(said), self._keys(permissions.house), language)

    def _keys(self, names: Iterable[str]) -> frozenset[str]:
        """What names that a person wrote are looked up by: as they are, and as their makers write them."""
        return frozenset(key(word) for name in names for word in (name, self.lexicon.named(name) or name))

    @cached_property
    def extras_end(self) -> int | None:
        """The line behind the last text of the optional extras; None without such a section."""
        document = self._scoped.reading.document
        extras = (n for n, section in enumerate(document.sections) if self._zones.get(section) is Zone.EXTRAS)
        index = max(extras, default=None)
        if index is None:
            return None
        placed = document.sections[index].placed
        ends = (at + block.height for at, block in placed if not isinstance(block, Blank | Break))
        return document.starts[index] + max(ends, default=0)

    @cached_property
    def outside(self) -> tuple[Used, ...]:
        """The technologies that are not in scope, in the order in which the document names them."""
        return (
            tuple(self._used(lambda section, named: uses_in(section, named, self.licences)))
            if self._scoped.companions.sources
            else ()
        )

    def all(self) -> Iterator[Used]:
        """Every technology that the document names, in its order."""
        return self._used(lambda section, named: all_uses_in(section, named, self.lexicon))

    def _used(
        self, uses_of: Callable[[Section, tuple[Mention, ...]], Mapping[str, tuple[Use, ...]]]
    ) -> Iterator[Used]:
        """What the sections use, put together by technology."""
        found: dict[str, list[Stretch]] = {}
        for start, section, mentions in survey(self._scoped.reading.document, self.lexicon):
            zone = self._zones.get(section, Zone.CORE)
            for name, uses in uses_of(section, mentions).items():
                if kept := tuple(use for use in uses if not self._is_own(use.mention, section)):
                    found.setdefault(name, []).append(Stretch(zone, start, kept))
        for name, stretches in found.items():
            package = stretches[0].uses[0].mention.package
            yield Used(name, self.licences.verdict(name, package), tuple(stretches))

    @cached_property
    def promised(self) -> Mapping[str, tuple[Companion, Mention]]:
        """The technologies that the documents to which this one belongs have among their optional extras."""
        found: dict[str, tuple[Companion, Mention]] = {}
        for companion in self._scoped.companions.found:
            for name, mention in _promised(companion, self.lexicon).items():
                found.setdefault(name, (companion, mention))
        return found

    @cached_property
    def _zones(self) -> dict[Section, Zone]:
        return zones(self._scoped.reading)

    def _is_own(self, mention: Mention, section: Section) -> bool:
        """Whether it is a module of the project, a plain word in this document, or still the template's."""
        if self._scoped.reading.contract.unfilled(body(section.lines[mention.line])):
            return True
        if mention.package and is_own(mention.package, self._own):
            return True
        return mention.certainty is not Certainty.STRUCTURAL and mention.name in self._words

    @cached_property
    def _own(self) -> frozenset[str]:
        """The names of the project's own modules."""
        others = (one.document for one in self._scoped.companions.found if one.role != NOTES)
        return own((self._scoped.reading.document, *others))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The technologies whose names are plain words in this document."""
        said = listed(self._scoped.reading.document, WORDS)
        return frozenset(self.lexicon.named(word) or word for word in said)


def listed(document: Document, key: str) -> list[str]:
    """What the front matter lists: ``planls: {allow: [Redis]}``, or ``allow: Redis, Kafka``."""
    said = document.front_matter.get("planls")
    names = said.get(key) if isinstance(said, dict) else None
    names = names.split(",") if isinstance(names, str) else names
    return [name.strip() for name in names if isinstance(name, str)] if isinstance(names, list) else []


@remembered
def _promised(companion: Companion, lexicon: Lexicon) -> dict[str, Mention]:
    """The technologies among a document's optional extras, and where each is named first."""
    extras = {section for section, zone in headed_zones(companion.document) if zone is Zone.EXTRAS}
    found: dict[str, Mention] = {}
    for start, section, mentions in survey(companion.document, lexicon):
        for mention in mentions if section in extras else ():
            found.setdefault(mention.name, mention.down(start))
    return found
