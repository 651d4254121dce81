"""The technologies of a document: which are in scope and by what, where the notes name and it uses them.

As a table for people, what is out of scope first; as JSON for programs, in the document's order. Lines
and columns are 1-based, columns count code points.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from planls.report.terminal import Paint, visible, width
from planls.scope.companions import NOTES
from planls.scope.licences import FREE, Verdict
from planls.scope.usage import Used

_MOST = 12
"""Places that a row of the table lists; of more it says how many there are."""

_JUDGED: tuple[str, ...] = ("TECHNOLOGY", "IN SCOPE", "BECAUSE", "NAMED", "USED IN LINE")
_UNJUDGED: tuple[str, ...] = ("TECHNOLOGY", "CERTAINTY", "NAMED IN LINE")


@dataclass(frozen=True, slots=True)
class Inventory:
    """The technologies of a document, in its order.

    ``scope`` says in words what the scope is, ``judged`` whether there is one; ``shown`` names a file as
    the user knows it.
    """

    scope: str
    technologies: Sequence[Used]
    judged: bool
    shown: Callable[[Path], str]


class Standing(Enum):
    """How a technology stands to the scope, and the colour for that, the most pressing first."""

    NO = ("no", "warning")
    NEAR = ("near", "hint")
    EXTRA = ("extra", "information")
    ASIDE = ("aside", "information")
    YES = ("yes", "fix")


def standing(used: Used) -> Standing:
    """How a technology stands to the scope."""
    if used.verdict.in_scope:
        return Standing.YES
    if used.core:
        return Standing.NEAR if used.verdict.hint else Standing.NO
    return Standing.EXTRA if used.extras else Standing.ASIDE


def reason(verdict: Verdict) -> str:
    """Why a technology is in scope or not, in words."""
    notes = verdict.source.role if verdict.source else NOTES
    if verdict.because == "named":
        return f"named in the {notes}" if verdict.mention else f"its name stands in the {notes}"
    if verdict.because in ("house", *FREE):
        return "may always be used"
    if verdict.hint:
        return f"{verdict.because}, which the {notes} name{'' if notes == NOTES else 's'}"
    return verdict.because if verdict.in_scope else f"not in the {notes}"


def table(inventory: Inventory, paint: Paint) -> Iterator[str]:
    """The technologies as lines of a table, below a line that says what the scope is."""
    yield visible(inventory.scope)
    if not inventory.technologies:
        yield "no technology is named"
        return
    if inventory.judged:
        found = sorted(inventory.technologies, key=lambda used: list(Standing).index(standing(used)))
        rows = [_JUDGED, *(_row(used, inventory) for used in found)]
    else:
        rows = [_UNJUDGED, *((used.name, certainty(used), _lines(used)) for used in inventory.technologies)]
    yield from _aligned(rows, paint)


def as_json(inventory: Inventory) -> str:
    """The technologies as JSON; ``in_scope`` is null where nothing says what the scope is."""
    found = [_technology(used, inventory) for used in inventory.technologies]
    return json.dumps({"technologies": found}, indent=2)


def certainty(used: Used) -> str:
    """How sure the surest of its mentions is: structural, named, ordinary."""
    return max(mention.certainty for mention in used.mentions).label


def _technology(used: Used, inventory: Inventory) -> dict[str, Any]:
    verdict = used.verdict
    place = _named(verdict, inventory)
    because = f"{reason(verdict)} ({place})" if place else reason(verdict)
    return {
        "name": used.name,
        "in_scope": verdict.in_scope if inventory.judged else None,
        "because": because if inventory.judged else "no notes",
        "certainty": certainty(used),
        "uses": [{"line": m.line + 1, "column": m.column + 1, "text": m.text} for m in used.mentions],
    }


def _row(used: Used, inventory: Inventory) -> tuple[str, ...]:
    named = _named(used.verdict, inventory) or "-"
    return used.name, standing(used).value[0], reason(used.verdict), named, _lines(used)


def _named(verdict: Verdict, inventory: Inventory) -> str:
    """Where the notes name it, or what it is judged by; empty where they do not."""
    if verdict.source is None or verdict.mention is None:
        return ""
    return f"{inventory.shown(verdict.source.path)}:{verdict.mention.line + 1}"


def _lines(used: Used) -> str:
    """The lines that name it, each once, marked where it is not used there."""
    marks = dict.fromkeys(used.extras, " (extra)") | dict.fromkeys(used.asides, " (aside)")
    found = list(dict.fromkeys(f"{mention.line + 1}{marks.get(mention, '')}" for mention in used.mentions))
    rest = [f"… ({len(found)} in all)"] if len(found) > _MOST else []
    return ", ".join([*found[:_MOST], *rest])


def _aligned(rows: Sequence[Sequence[str]], paint: Paint) -> Iterator[str]:
    """The rows with their columns aligned; the word for a standing is coloured."""
    rows = [tuple(map(visible, row)) for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    colours = dict(one.value for one in Standing)
    for row in rows:
        cells = [f"{cell}{' ' * (most - width(cell))}" for cell, most in zip(row, widths, strict=True)]
        if row[1] in colours:
            cells[1] = paint(colours[row[1]], row[1]) + cells[1][len(row[1]) :]
        yield "  ".join(cells).rstrip()
