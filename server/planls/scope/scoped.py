"""A document among those that it belongs to: what the rules about scope read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planls.contract.reading import Reading
from planls.document import Document
from planls.document.blocks import Blank, Break
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.asides import Tone, tone
from planls.scope.companions import NOTES, Companion, Companions
from planls.scope.languages import language_of
from planls.scope.lexicon import Lexicon
from planls.scope.licences import Licences, Verdict, licences
from planls.scope.mentions import Mention, is_item
from planls.scope.own import is_own, own
from planls.scope.permissions import DEFAULT, Permissions
from planls.scope.sightings import Certainty
from planls.scope.survey import survey
from planls.scope.tokens import key
from planls.scope.zones import Zone, headed_zones, zones

ALLOW = "allow"
"""The front matter's list of what the document may use besides what its notes name."""
WORDS = "words"
"""The front matter's list of names that are plain words in the document."""


@dataclass(frozen=True, slots=True)
class Used:
    """A technology in a document: the verdict on it, and its mentions in lines of the document.

    ``core`` are those that say that it is used, ``extras`` those among optional extras, ``asides`` the rest.
    """

    name: str
    verdict: Verdict
    core: tuple[Mention, ...]
    extras: tuple[Mention, ...]
    asides: tuple[Mention, ...]

    @property
    def mentions(self) -> list[Mention]:
        """All of them, from top to bottom."""
        return sorted((*self.core, *self.extras, *self.asides), key=lambda m: (m.line, m.column))


@dataclass(frozen=True, eq=False)
class Scoped:
    """A reading and the documents that it belongs to."""

    reading: Reading
    companions: Companions
    lexicon_of: Callable[[], Lexicon]
    permissions: Permissions = DEFAULT

    @cached_property
    def lexicon(self) -> Lexicon:
        """All technologies."""
        return self.lexicon_of()

    @cached_property
    def licences(self) -> Licences:
        """What the document may use."""
        document = self.reading.document
        said = [*self.permissions.allowed, *listed(document, ALLOW)]
        said += [name for one in self.companions.found for name in listed(one.document, ALLOW)]
        allowed = frozenset(key(word) for name in said for word in (name, self.lexicon.named(name) or name))
        language = language_of(document, self.lexicon)
        return licences(self.companions.sources, self.lexicon, allowed, self.permissions.house, language)

    @property
    def source_name(self) -> str:
        """What the documents are called that say what may be used: notes, or the kind of the nearest."""
        roles = [source.role for source in self.companions.sources]
        return NOTES if NOTES in roles else next(iter(roles), NOTES)

    @cached_property
    def extras_end(self) -> int | None:
        """The line behind the last text of the optional extras; None without such a section."""
        sections = zones(self.reading)
        ends = (
            start
            + max((at + b.height for at, b in section.placed if not isinstance(b, Blank | Break)), default=0)
            for start, section in zip(
                self.reading.document.starts, self.reading.document.sections, strict=True
            )
            if sections.get(section) is Zone.EXTRAS
        )
        return max(ends, default=None)

    @cached_property
    def outside(self) -> tuple[Used, ...]:
        """The technologies that are not in scope, in the order in which the document names them."""
        return tuple(self.technologies(outside=True)) if self.companions.sources else ()

    def technologies(self, *, outside: bool = False) -> Iterator[Used]:
        """The technologies that the document names, in its order; ``outside``: those not in scope."""
        found: dict[str, dict[Zone, list[Mention]]] = {}
        verdicts: dict[str, Verdict] = {}
        for zone, mention in self._mentions(outside=outside):
            verdicts[mention.name] = self.licences.verdict(mention.name, mention.package)
            denied = zone is Zone.CORE and self.tone(mention) is Tone.DENIED
            lists = found.setdefault(mention.name, {zone: [] for zone in Zone})
            lists[Zone.ASIDE if denied else zone].append(mention)
        for name, lists in found.items():
            yield Used(name, verdicts[name], *(tuple(lists[zone]) for zone in Zone))

    def tone(self, mention: Mention) -> Tone:
        """How the document speaks of a technology there; what code does, it uses."""
        if mention.certainty is Certainty.STRUCTURAL:
            return Tone.USED
        document = self.reading.document
        text, above = (body(document.line(at)) for at in (mention.line, mention.line - 1))
        lead = above if mention.line and not is_item(text) else ""
        return tone(text, mention.column, mention.column + len(mention.text), lead)

    @cached_property
    def promised(self) -> Mapping[str, tuple[Companion, Mention]]:
        """The technologies that the documents to which this one belongs have among their optional extras."""
        found: dict[str, tuple[Companion, Mention]] = {}
        for companion in self.companions.found:
            for name, mention in _promised(companion, self.lexicon).items():
                found.setdefault(name, (companion, mention))
        return found

    def _mentions(self, *, outside: bool) -> Iterator[tuple[Zone, Mention]]:
        """The mentions that are not the project's own modules nor the document's own words."""
        outer = zones(self.reading)
        for start, section, mentions in survey(self.reading.document, self.lexicon):
            zone = outer.get(section, Zone.CORE)
            for mention in mentions:
                allowed = outside and self.licences.verdict(mention.name, mention.package).in_scope
                if not allowed and not self._is_own(mention) and not self._is_format(mention.name):
                    yield zone, mention.down(start)

    def _is_own(self, mention: Mention) -> bool:
        """Whether it is a module of the project, or a plain word in this document."""
        if mention.package and is_own(mention.package, self._own):
            return True
        return mention.certainty is not Certainty.STRUCTURAL and mention.name in self._words

    def _is_format(self, name: str) -> bool:
        """Whether it is none that one could do without: JSON, HTTP."""
        technology = self.lexicon.technology(name)
        return technology is not None and technology.kind in ("format", "protocol")

    @cached_property
    def _own(self) -> frozenset[str]:
        """The names of the project's own modules."""
        others = (one.document for one in self.companions.found if one.role != NOTES)
        return own((self.reading.document, *others))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The technologies whose names are plain words in this document."""
        said = listed(self.reading.document, WORDS)
        return frozenset(self.lexicon.named(word) or word for word in said)


def listed(document: Document, key: str) -> list[str]:
    """What the front matter lists: ``planls: {allow: [Redis]}``."""
    said = document.front_matter.get("planls")
    names = said.get(key) if isinstance(said, dict) else None
    return [name for name in (names if isinstance(names, list) else [names]) if isinstance(name, str)]


@remembered
def _promised(companion: Companion, lexicon: Lexicon) -> dict[str, Mention]:
    """The technologies among a document's optional extras, and where each is named first."""
    extras = {section for section, zone in headed_zones(companion.document) if zone is Zone.EXTRAS}
    found: dict[str, Mention] = {}
    for start, section, mentions in survey(companion.document, lexicon):
        for mention in mentions if section in extras else ():
            found.setdefault(mention.name, mention.down(start))
    return found
