"""Where a document uses a technology: in its core, among optional extras, or only in passing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from planls.document import Section
from planls.document.lines import body
from planls.document.memory import latest
from planls.scope.asides import Tone, tone
from planls.scope.lexicon import Lexicon
from planls.scope.licences import Licences, Verdict
from planls.scope.mentions import Mention, is_item
from planls.scope.sightings import Certainty
from planls.scope.survey import named_in
from planls.scope.zones import Zone

MOST = 25
"""Places of one technology that are looked at: who sees so many needs no more."""


class Use(NamedTuple):
    """A mention and how its sentence means it; lines are relative to its section's first."""

    mention: Mention
    tone: Tone

    @property
    def is_sure(self) -> bool:
        """Whether it is more than an ordinary word or a supposition."""
        return self.tone is Tone.USED and self.mention.certainty > Certainty.ORDINARY


class Stretch(NamedTuple):
    """The uses of one technology in one section: what the section is to the project, where it starts."""

    zone: Zone
    start: int
    uses: tuple[Use, ...]


@dataclass(frozen=True, eq=False)
class Used:
    """A technology in a document: the verdict on it, and its uses, section by section.

    The lists of its mentions are in lines of the document: ``core`` are those that say that it is used,
    ``extras`` those among optional extras, ``asides`` the rest.
    """

    name: str
    verdict: Verdict
    stretches: tuple[Stretch, ...]

    @cached_property
    def core(self) -> tuple[Mention, ...]:
        """Where it is used."""
        return tuple(self._core())

    @cached_property
    def extras(self) -> tuple[Mention, ...]:
        """Where it is an optional extra."""
        return tuple(self._in(Zone.EXTRAS))

    @cached_property
    def asides(self) -> tuple[Mention, ...]:
        """Where it is denied, compared with or referred to."""
        return (*self._core(denied=True), *self._in(Zone.ASIDE))

    @property
    def mentions(self) -> list[Mention]:
        """All of them, from top to bottom."""
        return sorted((*self.core, *self.extras, *self.asides), key=lambda m: (m.line, m.column))

    @cached_property
    def is_core(self) -> bool:
        """Whether it is used at all."""
        return any(self._core())

    @cached_property
    def is_extra(self) -> bool:
        """Whether it is among the optional extras, too."""
        return any(self._in(Zone.EXTRAS))

    @cached_property
    def is_sure(self) -> bool:
        """Whether some use in the core is more than an ordinary word or a supposition."""
        return any(self._core(sure=True))

    @cached_property
    def places(self) -> list[Mention]:
        """Its mentions in the core, `MOST` at the most; first the one that is surest to be a use."""
        found = list(islice(self._core(), MOST))
        best = next((mention for mention in self._core(sure=True)), None)
        return [best, *(mention for mention in found if mention != best)] if best else found

    def _core(self, *, denied: bool = False, sure: bool = False) -> Iterator[Mention]:
        """The mentions in the core: those that are no use, or only those that are sure to be one."""
        for zone, start, uses in self.stretches:
            if zone is Zone.CORE:
                chosen = (use for use in uses if (use.tone is Tone.DENIED) is denied)
                yield from (use.mention.down(start) for use in chosen if use.is_sure or not sure)

    def _in(self, zone: Zone) -> Iterator[Mention]:
        for stretch in self.stretches:
            if stretch.zone is zone:
                yield from (use.mention.down(stretch.start) for use in stretch.uses)


def uses_in(
    section: Section, mentions: tuple[Mention, ...], licences: Licences
) -> Mapping[str, tuple[Use, ...]]:
    """The uses of what is not in scope, by name, given the section's mentions that count."""
    if mentions is named_in(section, licences.lexicon).mentions:
        return _known_uses(section, licences)
    return _outside(section, mentions, licences)


def all_uses_in(
    section: Section, mentions: tuple[Mention, ...], lexicon: Lexicon
) -> dict[str, tuple[Use, ...]]:
    """The uses of every technology, formats and protocols aside."""
    found: dict[str, tuple[Use, ...]] = {}
    for mention in mentions:
        technology = lexicon.technology(mention.name)
        if technology is None or technology.kind not in ("format", "protocol"):
            found[mention.name] = (*found.get(mention.name, ()), Use(mention, _tone(section, mention)))
    return found


@latest
def _known_uses(section: Section, licences: Licences) -> Mapping[str, tuple[Use, ...]]:
    """The same for a section whose mentions do not depend on others: remembered."""
    return _outside(section, named_in(section, licences.lexicon).mentions, licences)


def _outside(
    section: Section, mentions: tuple[Mention, ...], licences: Licences
) -> dict[str, tuple[Use, ...]]:
    outside = tuple(m for m in mentions if not licences.verdict(m.name, m.package).in_scope)
    return all_uses_in(section, outside, licences.lexicon) if outside else {}


def _tone(section: Section, mention: Mention) -> Tone:
    """How the section speaks of a technology there; what code does, it uses."""
    if mention.certainty is Certainty.STRUCTURAL:
        return Tone.USED
    text = body(section.lines[mention.line])
    lead = body(section.lines[mention.line - 1]) if mention.line and not is_item(text) else ""
    return tone(text, mention.column, mention.column + len(mention.text), lead)
