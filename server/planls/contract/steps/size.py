"""How long an item takes: as its author says, else as what it holds tells.

The model: every item has a start (read it, get going, run its verification, put it away). Then there is
the work, which a plan tells twice: in tasks, and in what shows them, code to take over or words that say what
to write. The larger of the two counts. Each file to touch and each command to run comes on top.

Where `demands.Weights` come from:

- ``code`` 0.15 minutes a line: 400 lines an hour. Code that is handed over is read, understood, adapted and
  run, which is an inspection; studies of code review (Fagan; Cohen, SmartBear and Cisco, 2006) give 200 to
  400 lines an hour for it. Reviewers who were shown real steps gave those with 60 to 170 such lines and their
  tests 15 to 30 minutes, hence the upper rate. Blanks, comments, imports, brackets need no thought.
- ``test`` and ``text`` 0.05: test code repeats itself; settings, prose and rows of data are rather copied.
- ``words`` 8 minutes for a hundred: the code has yet to be written. A hundred words of specification stand
  for some twenty to thirty lines with their tests.
- ``big`` 8: tasks are of all sizes. One that names a user interface, single sign-on or dashboards hands over
  a project in a word (`bigparts`). Steps whose tasks name three of them take hours by all who were asked; of
  those within half an hour some name one or two.
- ``start`` 10, ``task`` 4, ``file`` 1.5, ``command`` 0.5: fitted to authors' own estimates. Steps of two or
  three tasks, 15 to 40 lines and one to three files, which their authors put at 20 to 30 minutes, come out
  at 20 to 26. Four tasks, the median of real plans, with nothing that shows them come out at 26.

An estimate is rough: it is told only from `ROUGH` times the limit on. By these weights that is, for half an
hour, a step of nine tasks that nothing shows, of 220 lines of code, or of 410 words of specification.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from math import ceil

from planls.contract.budget import counted
from planls.contract.demands import Weights
from planls.contract.durations import minutes
from planls.contract.estimates import estimates
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.contents import Piece, pieces
from planls.contract.steps.numbered import Step, numbered
from planls.contract.steps.timeline import Row, timeline
from planls.document.lines import Span
from planls.document.memory import latest, remembered

ROUGH = 1.5
"""How many times the limit a model's estimate has to be before it is told."""
_WORDS = 100
"""Words that `Weights.words` is for."""
_STEP = 5
"""Minutes to which a model's estimate is rounded."""
_WHATS = tuple(field.name for field in fields(Weights) if field.name != "start")
_NOUNS = {
    "code": "line of code",
    "test": "line of tests",
    "text": "line of text",
    "words": "word of specification",
}
_NAMED = 3
"""Big parts that are told by name."""
_TOLD = ("task", "big")
_SHOWING = ("code", "test", "text", "words")


@dataclass(frozen=True, slots=True)
class Share:
    """What of `Weights`, how much of it an item has, the minutes that this makes; big parts have names."""

    what: str
    amount: int
    minutes: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long an item takes in minutes; of a range, the upper end.

    ``stated``: its author says so, at ``span`` in the document; else the model, and ``shares`` are what it
    takes its time for, the longest first, without its start.
    """

    minutes: float
    shares: tuple[Share, ...] = ()
    stated: bool = False
    span: Span | None = None

    @property
    def rounded(self) -> float:
        """The minutes to say: the author's own figure, else five, ten, fifteen and so on."""
        return self.minutes if self.stated else max(round(self.minutes / _STEP), 1) * _STEP

    def exceeds(self, limit: float) -> bool:
        """Whether it is more than a limit; a model's estimate, as it is said, beyond doubt."""
        return self.minutes > limit if self.stated else self.rounded >= limit * ROUGH


def tolerated(limit: float) -> float:
    """The longest, in minutes, that a model's estimate may be without being told."""
    return (ceil(limit * ROUGH / _STEP) - 0.5) * _STEP


@remembered
def sizes(reading: Reading) -> tuple[tuple[Step, Estimate | None], ...]:
    """The items that may take so long and no longer, each with its estimate, from top to bottom.

    There is none for one that is struck out or elided.
    """
    found: list[tuple[Step, Estimate | None]] = []
    for spec, steps in numbered(reading):
        if spec.minutes and steps:
            row_of = timeline(reading, spec).get
            found += [(step, _estimate(step.part, step.line, row_of(step.number))) for step in steps]
    return tuple(found)


def told(share: Share) -> str:
    """A share in words: ``430 lines of code``, ``1 file``, ``2 big parts (a user interface, dashboards)``."""
    head, _, tail = _NOUNS.get(share.what, share.what).partition(" ")
    if share.names:
        names = [*share.names[:_NAMED], *(["…"] if len(share.names) > _NAMED else [])]
        return f"{counted(share.amount, 'big part')} ({', '.join(names)})"
    return f"{counted(share.amount, head)} {tail}".strip()


def weighed(found: Iterable[Piece], weights: Weights) -> Estimate:
    """The model's estimate of some pieces of work."""
    kept = tuple(found)
    size = _of_amounts(next(_growing([kept])), weights)
    names = tuple(dict.fromkeys(piece.name for piece in kept if piece.what == "big"))
    shares = (replace(share, names=names) if share.what == "big" else share for share in size.shares)
    return replace(size, shares=tuple(shares)) if names else size


def growing(groups: Iterable[Iterable[Piece]], weights: Weights) -> Iterator[float]:
    """The minutes of the first group of pieces, of the first two, and so on."""
    return (_of_amounts(amounts, weights).minutes for amounts in _growing(groups))


def _growing(groups: Iterable[Iterable[Piece]]) -> Iterator[Counter[str]]:
    """How much of everything there is after each group; a file counts once. Always the same counter."""
    names: set[str] = set()
    amounts: Counter[str] = Counter()
    for group in groups:
        for piece in group:
            if not piece.name or piece.name not in names:
                amounts[piece.what] += piece.amount
                names.add(piece.name)
        yield amounts


def _of_amounts(amounts: Mapping[str, int], weights: Weights) -> Estimate:
    """The estimate of so many tasks, lines, files and so on."""
    shares = [Share(what, amounts.get(what, 0), _minutes(what, amounts, weights)) for what in _WHATS]
    told = [share for share in shares if share.what in _TOLD]
    shown = [share for share in shares if share.what in _SHOWING]
    less = min(told, shown, key=lambda group: sum(share.minutes for share in group))
    counted = sorted((s for s in shares if s not in less and s.minutes), key=lambda share: -share.minutes)
    return Estimate(weights.start + sum(share.minutes for share in counted), tuple(counted))


def _minutes(what: str, amounts: Mapping[str, int], weights: Weights) -> float:
    weight: float = getattr(weights, what)
    return weight * amounts.get(what, 0) / (_WORDS if what == "words" else 1)


@latest
def _estimate(part: Part, line: int, row: Row | None) -> Estimate | None:
    """The author's own estimate, in the item that begins on a line or in a timeline; else the model's."""
    if (own := _own(part)) and own.span:
        return replace(own, span=own.span.down(line))
    if row and not (part.struck or part.elided):
        return Estimate(minutes(row.text) or 0, stated=True, span=row.span)
    return _modelled(part)


@remembered
def _own(part: Part) -> Estimate | None:
    """The estimate that an item has itself; its span counts from the part's first line."""
    found = (
        ()
        if part.struck or part.elided or not isinstance(part.spec, ItemSpec)
        else estimates(part, part.spec)
    )
    return next((Estimate(minutes(text) or 0, stated=True, span=span) for span, text in found), None)


@remembered
def _modelled(part: Part) -> Estimate | None:
    """The model's estimate; None where there is nothing to be done."""
    if part.struck or part.elided or not isinstance(part.spec, ItemSpec):
        return None
    return weighed(pieces(part), part.spec.weights)
