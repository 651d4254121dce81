"""What the notes allow: what they name, what that implies, and what everybody may use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planls.document import Document
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.companions import Companion
from planls.scope.evidence import Need
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.mentions import Mention
from planls.scope.survey import named_in
from planls.scope.tokens import key

FREE = frozenset(("format", "protocol", "os", "shell", "brand"))
"""Kinds of technology that are never out of scope: one does not choose to use them."""

_PURPOSES = frozenset(
    "web-framework ui-framework database cache queue search vector-store web-server orchestration iac ci "
    "cloud".split()
)
"""Kinds of which one can take the place of another."""

_FEW = 3
"""Words of a heading that is hardly more than a name."""

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
        return self._first_of_kind.get(technology.kind) if technology else None

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
        if self._is_said(name) if package or self._is_plain(name) else self._heads(name):
            return Verdict("named", in_scope=True)
        return self._implied(name) or self._near(name)

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
        return not any(
            (known := self.lexicon.technology(name)) and known.kind == "language" for name in names
        )

    def _is_said(self, name: str) -> bool:
        """Whether the sources have the very words of a name, in whatever letters."""
        words = f" {key(name)} "
        return any(words in _words(source.document) for source in self.sources)

    def _heads(self, name: str) -> bool:
        """Whether a short heading of the sources has a name that may be a word of the language."""
        words = f" {key(name)} "
        return any(
            words in heading for source in self.sources for heading in _short_headings(source.document)
        )

    def _is_plain(self, name: str) -> bool:
        """Whether a name is no ordinary word."""
        meanings = self.lexicon.meanings(key(name))
        return any(meant == name and mark in (Mark.CERTAIN, Mark.PROPER) for mark, meant in meanings)

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

    def _near(self, name: str) -> Verdict:
        """The verdict on what is not in scope."""
        for why, other in self._relatives(name):
            if found := self.named.get(other):
                return Verdict(f"{why} {other}", *found, hint=True)
        technology = self.lexicon.technology(name)
        return Verdict("not named", hint=technology is not None and technology.kind == "editor")

    def _relatives(self, name: str) -> Iterator[tuple[str, str]]:
        """The technologies whose being in scope makes another one forgivable."""
        technology = self.lexicon.technology(name)
        parent = technology.parent if technology else ""
        while parent:
            yield "part of", parent
            above = self.lexicon.technology(parent)
            parent = above.parent if above and above.parent != parent else ""
        for other in technology.implies if technology else ():
            target = self.lexicon.technology(other)
            if target and target.kind in _SERVICES:
                yield "a client of", other
        for other in self.named:
            known = self.lexicon.technology(other)
            if known and name in known.related:
                yield "a dependency of", other


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


@remembered
def _short_headings(document: Document) -> tuple[str, ...]:
    """The headings of few words, comparable, between spaces."""
    keys = (key(heading.text) for heading in document.headings)
    return tuple(f" {said} " for said in keys if said.count(" ") < _FEW)


@remembered
def _words(document: Document) -> str:
    """All words of a document, comparable, between spaces."""
    return f" {' '.join(key(body(line)) for line in document.lines)} "
