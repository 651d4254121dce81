"""What a template asks of a text: what it has to speak of, how many entries, how much of it."""

from dataclasses import dataclass
from functools import cached_property

from planls.document.words import normal

Bounds = tuple[int, int]
"""The least and the most of something; 0 is no bound."""


@dataclass(frozen=True)
class AspectSpec:
    """What a text must speak of, by a label of its name or by words that cue it (comparable).

    ``line`` is the template's text for it. ``plain``: any text that belongs to no other aspect will do.
    ``implied``: where nobody labels it, a second sentence will do.
    """

    name: str
    line: str = ""
    cues: tuple[str, ...] = ()
    plain: bool = False
    implied: bool = False

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words that say it, made comparable."""
        return (normal(self.name), *self.cues)


@dataclass(frozen=True)
class EntriesSpec:
    """What a list holds, and each of its entries must say; a table or headings may stand for the list.

    ``noun`` is one entry in words; ``word`` what the heading of an entry begins with (``Step``).
    ``answer`` is the least number of words behind an entry's question; 0: it asks none. ``estimates`` are
    the labels and columns of its duration, ``lines`` the template's sample.
    """

    noun: str = "entry"
    word: str = ""
    count: Bounds = (0, 0)
    aspects: tuple[AspectSpec, ...] = ()
    answer: int = 0
    estimates: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The labels of all aspects, made comparable."""
        return frozenset(key for aspect in self.aspects for key in aspect.keys)

    @property
    def judged(self) -> bool:
        """Whether the contract asks anything of the entries."""
        return bool(self.word or any(self.count) or self.aspects or self.answer or self.estimates)


@dataclass(frozen=True)
class Limits:
    """How much a field may hold: words, lines of prose, seconds of speech, minutes of work.

    ``pace`` is the slowest and the fastest speech, in words a minute.
    """

    words: Bounds = (0, 0)
    lines: Bounds = (0, 0)
    seconds: int = 0
    pace: Bounds = (0, 0)
    minutes: Bounds = (0, 0)


@dataclass(frozen=True)
class Weights:
    """How many minutes each thing takes that an item asks for; `contract.steps.size` says why.

    ``start`` is for each item, ``task`` for each box, ``big`` for each big part that boxes name, ``code``,
    ``test`` and ``text`` for each line to write (``text``: configuration, markup, prose for a file),
    ``words`` for each hundred words that say in prose what to build; of tasks and what shows them the more
    counts. ``command`` is for each command, ``file`` for each file to touch.
    """

    start: float = 10
    task: float = 4
    big: float = 8
    code: float = 0.15
    test: float = 0.05
    text: float = 0.05
    command: float = 0.5
    file: float = 1.5
    words: float = 8


USUAL = Weights()
"""What counts where nothing else is said."""


@dataclass(frozen=True)
class Choices:
    """What a column's cells may say: each value as the template has it, and other words (comparable)."""

    column: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class CheckSpec:
    """A fixed item of a checklist: its name, the template's text behind the box, other names for it.

    ``refuted`` are the kinds of evidence that show it to be untrue (`contract.evidence`).
    """

    name: str
    line: str
    aliases: tuple[str, ...] = ()
    refuted: tuple[str, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The names of the item, made comparable."""
        return (normal(self.name), *map(normal, self.aliases))


UNLIMITED = Limits()
"""No limit at all."""
