"""Faults of the document as a whole: what stands below its title, a second proposal, mixed headings."""

from tests.generators.spec_edits import at_end, below, swap, together, without
from tests.generators.spec_faults.model import Fault

_GOAL = (
    "**PoC goal**: a limiter that a service calls from any thread, "
    "and whose every answer can be computed by hand."
)
_TITLE = "PoC Spec: Tollgate"
_SECOND = """
# PoC Spec: Turnstile

## A) PoC Overview

**Title**: Turnstile, a queue that hands out places

## B) Scope Mapping

| Note topic/subtopic | Where it is implemented in PoC |
|---|---|
| 2.2 Locks | `src/turnstile/queue.py` |
"""

WHOLE = (
    Fault(
        "missing-lead-field",
        _TITLE,
        {
            "no goal": without("PoC goal"),
            "a goal without its label": swap(
                (_GOAL, "We want a limiter that a service calls from any thread.")
            ),
            "a motto for a goal": swap((_GOAL, "**Motto**: no call without a token.")),
            "no time-box": without("Time-box"),
            "a time-box in a comment": swap(
                ("**Time-box**: 4 hours for the core", "<!-- Time-box: 4 hours for the core -->")
            ),
            "a date for a time-box": swap(("**Time-box**: 4 hours for the core", "**Date**: 12 March")),
            "no skills": without("Key skills from the notes"),
            "topics without a word on skills": swap(
                ("**Key skills from the notes**:", "**Read before**:"),
            ),
            "skills in a comment": together(
                without("Key skills from the notes"),
                below("# PoC", "<!-- key skills: token bucket, locks -->"),
            ),
        },
    ),
    Fault(
        "second-proposal",
        "Option 1",
        {
            "options as headings": below(
                "**PoC goal**", "### Option 1: one process\n\nA library.\n\n### Option 2: many\n\nA server."
            ),
            "options in bold": below("## A)", "**Option 1**: a library.\n\n**Option 2**: a server."),
            "options in a list": below("# PoC", "- Option 1: a library\n- Option 2: a server"),
        },
    ),
    Fault(
        "second-proposal",
        "lternatively",
        {
            "alternatively build": below("## A)", "Alternatively, build a proxy that limits calls."),
            "you could alternatively build": below(
                "**PoC goal**", "You could alternatively build a scheduler from the same notes."
            ),
            "alternatively implement another": below(
                "## D)", "Alternatively, implement a job queue as the PoC."
            ),
        },
    ),
    Fault(
        "second-proposal",
        "Turnstile",
        {
            "a second title": at_end(_SECOND),
            "a second title with a number": at_end(_SECOND.replace("PoC Spec:", "PoC 2:")),
            "a second title in other words": at_end(_SECOND.replace("PoC Spec: ", "Second proposal: ")),
        },
    ),
    Fault(
        "duplicate-section",
        "PoC Overview",
        {
            "a second overview": at_end("## A) PoC Overview\n\n**Title**: Turnstile"),
            "a second overview without a letter": at_end("## PoC Overview\n\n**Title**: Turnstile"),
            "a second overview in the middle": below(
                "## J)", "Some more.\n\n## A) PoC Overview (second PoC)\n\n**Title**: Turnstile"
            ),
        },
    ),
    Fault(
        "mixed-headings",
        "Quality Bar",
        {
            "a dot for a parenthesis": swap(("## G) Quality Bar", "## G. Quality Bar")),
            "a level deeper": swap(("## G) Quality Bar", "### G) Quality Bar")),
            "no letter": swap(("## G) Quality Bar", "## Quality Bar")),
            "a number": swap(("## G) Quality Bar", "## 7. Quality Bar")),
            "a dash": swap(("## G) Quality Bar", "## G - Quality Bar")),
            "bold": swap(("## G) Quality Bar", "**G) Quality Bar**")),
            "two that differ": swap(("## G) Quality Bar", "## G. Quality Bar"), ("## H) Run", "## H. Run")),
        },
    ),
)
