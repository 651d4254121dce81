"""Documents after careless edits: lines lost, doubled, moved and put in between."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from planls.document.lines import LineStore, Span
from tests.generators.documents import documents
from tests.generators.model import Made

_STRAY = (
    "```",
    "~~~~",
    "```markdown",
    "<!--",
    "-->",
    "---",
    "===",
    "## Overview",
    "## Notes",
    "### Step 3: Again",
    "### Option 2",
    "# Title",
    "**Goal**:",
    "**Code**",
    "| a | b |",
    "|---|---|",
    "- [ ] open",
    "...",
    "    code",
    "> quote",
    "<!-- planls-disable-next-line missing-field -->",
    "<!-- planls-disable STR007 -->",
    "<!-- planls-enable nonsense -->",
    "\u2028\x0c\u00a0",
    "",
)


def mauled(kind: str, most: int = 8) -> st.SearchStrategy[str]:
    """Texts that were complete documents of a kind some edits ago."""
    return st.builds(_maul, documents(kind), st.integers(0, 2**16), st.integers(1, most))


def careless(chance: random.Random, lines: Sequence[str]) -> tuple[Span, str]:
    """Where an edit of these lines strikes, and what it puts there."""
    at = chance.randrange(len(lines) + 1)
    height = chance.choice((0, 0, 1, 1, 1, 2, 9))
    columns = (0, 0) if chance.random() < 0.7 else (chance.randint(0, 9), chance.randint(0, 9))
    span = Span(at, columns[0], at + height, columns[1])
    newline = chance.choice(("\n", "\n", "\r\n"))
    stray = chance.choice(_STRAY)
    moved = "".join(lines[: chance.randrange(9)])
    return span, chance.choice(
        ("", "", stray, stray + newline, newline + stray + newline, moved, "x", newline)
    )


def _maul(made: Made, seed: int, count: int) -> str:
    chance = random.Random(seed)
    store = LineStore(made.text)
    for _ in range(count):
        store.replace(*careless(chance, store.lines))
    return store.text()
