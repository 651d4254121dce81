"""Steps that are too few or out of order, leave something out, or take too long; decisions and answers."""

from tests.generators.spec_edits import (
    Change,
    Step,
    as_answers,
    as_titles,
    body,
    entries,
    lacking,
    lasting,
    listed,
    steps,
    swap,
    table,
    together,
)
from tests.generators.spec_faults.model import Fault

_DECISIONS = "3 architecture decisions + trade-offs"
_QUESTIONS = "5 likely interviewer questions + strong answers"
_DECIDED = [entry.replace("**Trade-off**", "Trade-off") for entry in entries(_DECISIONS)]
_BARE = [_DECIDED[0], _DECIDED[1].partition(" Trade-off")[0], _DECIDED[2]]
_ASKED = entries(_QUESTIONS)
_SHORT = [*_ASKED[:3], _ASKED[3].partition("?* ")[0] + "?* With a store.", _ASKED[4]]
_BOX = "**Time-box**: 4 hours for the core"


def _first(count: int) -> Change:
    return lambda steps: steps[:count]


def _halved(steps: list[Step]) -> list[Step]:
    """Each step as two."""
    return [
        Step(f"{step.title} {part}", step.minutes // 2, step.what, step.why, step.done)
        for step in steps
        for part in ("quickly", "properly")
    ]


STEPS = (
    Fault(
        "wrong-count",
        "E) Implementation Plan",
        {
            "six steps": steps("list", _first(6)),
            "fourteen steps below headings": steps("headings", _halved),
            "five steps in a table": steps("table", _first(5)),
        },
    ),
    Fault(
        "misnumbered-entry",
        "Bound the memory",
        {
            "two headings swapped": steps("headings", numbers=(1, 2, 3, 4, 6, 5, 7)),
            "two rows swapped": steps("table", numbers=(1, 2, 3, 4, 6, 5, 7)),
            "a number left out below headings": steps("headings", numbers=(1, 2, 3, 4, 6, 7, 8)),
            "a number twice in a table": steps("table", numbers=(1, 2, 3, 4, 4, 5, 6)),
        },
    ),
    Fault(
        "misnumbered-entry",
        "Read limits from configuration",
        {
            "two items swapped": steps("list", numbers=(1, 2, 3, 4, 6, 5, 7)),
            "two items of prose swapped": steps("prose", numbers=(1, 2, 3, 4, 6, 5, 7)),
            "an item moved": steps("list", numbers=(1, 2, 3, 4, 7, 5, 6)),
        },
    ),
    Fault(
        "missing-aspect",
        "Write the bucket",
        {
            "a step without what": steps("list", lacking(3, "what")),
            "a step below a heading without what": steps("headings", lacking(3, "what")),
            "a row without what": steps("table", lacking(3, "what")),
            "a step without why": steps("list", lacking(3, "why")),
            "a bold step without why": steps("bold", lacking(3, "why")),
            "prose without why": steps("prose", lacking(3, "why")),
            "a row without done": steps("table", lacking(3, "done")),
            "a step below a heading without done": steps("headings", lacking(3, "done")),
            "prose without done": steps("prose", lacking(3, "done")),
        },
    ),
    Fault(
        "outside-time-box",
        "ime-box",
        {
            "two hours": together(swap((_BOX, "**Time-box**: 2 hours")), steps("list", lasting(17))),
            "a day": together(swap((_BOX, "**Time-box:** 1 day")), steps("list", lasting(60))),
            "ten to twelve hours": together(
                swap((_BOX, "*Core effort (time-box): 10–12 h*")), steps("table", lasting(90))
            ),
        },
    ),
    Fault(
        "outside-time-box",
        "E) Implementation Plan",
        {
            "steps of an hour": together(
                swap((_BOX, "**Time-box**: over a weekend")), steps("list", lasting(60))
            ),
            "headings of two hours": together(
                swap((_BOX, "**Time-box**: when there is time")), steps("headings", lasting(120))
            ),
            "rows of a quarter of an hour": together(
                swap((_BOX, "**Time-box**: see the steps")), steps("table", lasting(15))
            ),
        },
    ),
    Fault(
        "effort-mismatch",
        "ime-box",
        {
            "six hours in four": swap((_BOX, "**Time-box**: 6 hours for the core")),
            "four hours in seven": steps("headings", lasting(60)),
            "three hours in a table of five": together(
                swap((_BOX, "Time-box: 3–3.5 h")), steps("table", lasting(45))
            ),
        },
    ),
    Fault(
        "missing-aspect",
        "Whole nanoseconds, no fractions of tokens",
        {
            "a decision without trade-off": body(_DECISIONS, listed(_BARE, "1.")),
            "a decision below a heading without trade-off": body(_DECISIONS, as_titles("Decision", _BARE)),
            "a row without trade-off": body(_DECISIONS, table("# | Decision", _BARE)),
        },
    ),
    Fault(
        "short-answer",
        "How would this work for several processes",
        {
            "three words": body(_QUESTIONS, listed(_SHORT, "1.")),
            "three words below a question in bold": body(_QUESTIONS, as_answers(_SHORT)),
            "three words below a heading": body(_QUESTIONS, as_titles("Q", _SHORT)),
        },
    ),
)
