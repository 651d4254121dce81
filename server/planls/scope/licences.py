"""What the notes allow: what they name, what that implies, and what everybody may use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planls.document.memory import remembered
from planls.scope.companions import Companion
from planls.scope.evidence import Need
from planls.scope.lexicon import Lexicon, Technology
from planls.scope.mentions import Mention
from planls.scope.said import is_said, parts_of
from planls.scope.survey import named_in
from planls.scope.tokens import key

FREE = frozenset(("format", "protocol", "os", "shell", "brand"))
"""Kinds of technology that are never out of scope: one does not choose to use them."""

_PURPOSES = frozenset(
    "web-framework ui-framework database cache queue search vector-store web-server orchestration iac ci "
    "cloud".split()
)
"""Kinds of which one can take the place of another."""

_SERVICES = frozenset(
    (
        "database",
        "cache",
        "queue",
        "search",
        "vector-store",
        "cloud",
        "cloud-service",
        "service",
        "model",
        "container",
        "orchestration",
        "web-server",
    )
)
"""What client libraries talk to."""

_PLATFORMS = frozenset(("orchestration", "container"))
_LEANS: Mapping[str, tuple[str, frozenset[str]]] = {
    "library": ("a client of", _SERVICES),
    "orchestration": ("built on", _PLATFORMS),
    "container": ("built on", _PLATFORMS),
}
"""For each kind: how it leans on what it implies, and on which kinds of that."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a technology is in scope, and why; ``hint``: it is not, but is near to what is.

    ``source`` and ``mention`` are where the notes name it, or what it is near to.
    """

    because: str
    source: Companion | None = None
    mention: Mention | None = None
    in_scope: bool = False
    hint: bool = False


@dataclass(frozen=True, eq=False)
class Licences:
    """What may be used: what the sources name, what is ``allowed``, the ``house``'s tools (`tokens.key`)."""

    sources: tuple[Companion, ...]
    lexicon: Lexicon
    allowed: frozenset[str]
    house: frozenset[str]
    language: str = ""

    def verdict(self, name: str, package: str = "") -> Verdict:
        """The verdict on a technology, or on a package (``pypi:httpx``) that the lexicon does not know."""
        if name not in self._verdicts:
            self._verdicts[name] = self._judged(name, package)
        return self._verdicts[name]

    def alternative(self, name: str) -> str | None:
        """What the sources name for the same purpose: the first technology of the same kind."""
        technology = self.lexicon.technology(name)
        found = self._first_of_kind.get(technology.kind) if technology else None
        return None if technology and found in technology.implies else found

    @cached_property
    def _first_of_kind(self) -> dict[str, str]:
        """For each kind of which one can take another's place, the first that the sources name."""
        kinds = ((other, self.lexicon.technology(other)) for other in self.named)
        first: dict[str, str] = {}
        for other, known in kinds:
            if known and known.kind in _PURPOSES:
                first.setdefault(known.kind, other)
        return first

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {}

    def _judged(self, name: str, package: str) -> Verdict:
        if key(name) in self.allowed or key(name.rpartition("/")[2]) in self.allowed:
            return Verdict("allowed", in_scope=True)
        if found := self.named.get(name):
            return Verdict("named", *found, in_scope=True)
        if any(is_said(source.document, name, self.lexicon) for source in self.sources):
            return Verdict("named", in_scope=True)
        return self._implied(name) or self._near(name, package)

    @cached_property
    def named(self) -> Mapping[str, tuple[Companion, Mention]]:
        """The technologies that the sources name, and where each is named first."""
        found: dict[str, tuple[Companion, Mention]] = {}
        for source in self.sources:
            for name, mention in named(source, self.lexicon).items():
                found.setdefault(name, (source, mention))
        return found

    @cached_property
    def implied(self) -> Mapping[str, str]:
        """What comes with the technologies that are named, by what."""
        found: dict[str, str] = {}
        own = [self.language] if self._lacks_language else []
        waiting = [*self.named, *own]
        for name in waiting:
            technology = self.lexicon.technology(name)
            for other in technology.implies if technology else ():
                if other not in self.named and other not in found:
                    found[other] = name
                    waiting.append(other)
        return found

    @cached_property
    def _lacks_language(self) -> bool:
        """Whether the sources name no programming language for sure: then the document's own is in scope."""
        sure = (mention.name for _, mention in self.named.values() if mention.need is Need.NOTHING)
        technologies = (self.lexicon.technology(name) for name in sure)
        names = {name for known in technologies if known for name in (known.name, *known.implies)}
        return all(self._kind(name) != "language" for name in names)

    def _implied(self, name: str) -> Verdict | None:
        """The verdict on what is in scope without being named."""
        technology = self.lexicon.technology(name)
        if technology and technology.kind in FREE:
            return Verdict(technology.kind, in_scope=True)
        if key(name) in self.house:
            return Verdict("house", in_scope=True)
        if name == self.language and self._lacks_language:
            return Verdict("language of the document", in_scope=True)
        if by := self.implied.get(name):
            source, mention = self.named.get(by, (None, None))
            return Verdict(f"implied by {by}", source, mention, in_scope=True)
        return None

    def _near(self, name: str, package: str) -> Verdict:
        """The verdict on what is not in scope."""
        for why, other in self._relatives(name, package):
            if found := self.named.get(other):
                return Verdict(f"{why} {other}", *found, hint=True)
        technology = self.lexicon.technology(name)
        return Verdict("not named", hint=technology is not None and technology.kind == "editor")

    def _relatives(self, name: str, package: str) -> Iterator[tuple[str, str]]:
        """The technologies whose being in scope makes another one forgivable."""
        if package:
            yield from (("a package for", other) for other in parts_of(name, self.lexicon))
        technology = self.lexicon.technology(name)
        if technology:
            yield from (("part of", other) for other in self._above(technology))
            why, kinds = _LEANS.get(technology.kind, ("", frozenset()))
            yield from ((why, other) for other in technology.implies if self._kind(other) in kinds)
        for other in self.named:
            known = self.lexicon.technology(other)
            if known and name in known.related:
                yield "a dependency of", other

    def _above(self, technology: Technology) -> Iterator[str]:
        """The vendors and families of a technology, the nearest first."""
        seen = {technology.name}
        parent = technology.parent
        while parent and parent not in seen:
            yield parent
            seen.add(parent)
            above = self.lexicon.technology(parent)
            parent = above.parent if above else ""

    def _kind(self, name: str) -> str:
        technology = self.lexicon.technology(name)
        return technology.kind if technology else ""


@lru_cache(maxsize=16)
def licences(
    sources: tuple[Companion, ...],
    lexicon: Lexicon,
    allowed: frozenset[str],
    house: frozenset[str],
    language: str,
) -> Licences:
    """The licences, the same object as long as nothing about them changes."""
    return Licences(sources, lexicon, allowed, house, language)


@remembered
def named(source: Companion, lexicon: Lexicon) -> dict[str, Mention]:
    """The technologies that notes name, wherever and however weakly, and where first (lines of the file)."""
    found: dict[str, Mention] = {}
    document = source.document
    for start, section in zip(document.starts, document.sections, strict=True):
        for mention in named_in(section, lexicon).mentions:
            if mention.name not in found:
                found[mention.name] = mention.down(start)
    return found
