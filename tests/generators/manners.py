"""How an author writes: everything that may differ between documents that say the same."""

import random
from dataclasses import dataclass

from hypothesis import strategies as st

LABELS = (
    "**{}**:",
    "**{}:**",
    "__{}__:",
    "__{}:__",
    "*{}*:",
    "_{}_:",
    "***{}***:",
    "**{}** :",
    "**{}** (inline OK for now):",
    "**{}:** (see `a_b`)",
    "**{}** (create `src/x (1).py`):",
    "- **{}**:",
    "* **{}:**",
    "**{}：**",
    "**{}** –",
    "#### {}",
)
"""Label spellings; a value on the same line follows behind a space."""
HEADINGS = ("{}", "{} ##", "🎯 {}", "**{}**", "{}:", "{} (short)", "_{}_", "{}\n---")

PLAIN_LABELS = tuple(label for label in LABELS if label[:2] not in ("- ", "* "))
"""Those that are no list items, which might as well be any text."""
FENCES = ("```", "", "~~~", "````", "```bash", "~~~ sh title='x'")


@dataclass(frozen=True)
class Manner:
    """One author's habits. ``seed`` stands for the choices that are not worth shrinking.

    ``fence``: what code is fenced with; empty: it is indented. ``tight``: no blank line between
    fields. ``below``: a value stands below its label. ``piped``: table rows have outer pipes.
    ``noise``: comments, quotes and the like between the parts, and no prose of the template's.
    """

    seed: int = 0
    ending: str = "\n"
    terminated: bool = True
    ruled: bool = True
    spaced: bool = False
    fence: str = "```"
    tight: bool = False
    aliases: bool = False
    numbered: bool = False
    front: bool = False
    extras: bool = False
    below: bool = False
    piped: bool = True
    shuffled: bool = False
    optional: bool = False
    noise: bool = False
    labels: tuple[str, ...] = LABELS[:1]
    headings: tuple[str, ...] = HEADINGS[:1]

    def chance(self) -> random.Random:
        """A source of choices; the same one for the same seed."""
        return random.Random(self.seed)


MANNERS = st.builds(
    Manner,
    seed=st.integers(0, 2**16),
    ending=st.sampled_from(("\n", "\r\n")),
    terminated=st.sampled_from((True, False)),
    ruled=st.sampled_from((True, False)),
    spaced=st.booleans(),
    fence=st.sampled_from(FENCES),
    tight=st.booleans(),
    aliases=st.booleans(),
    numbered=st.booleans(),
    front=st.booleans(),
    extras=st.booleans(),
    below=st.booleans(),
    piped=st.sampled_from((True, False)),
    shuffled=st.booleans(),
    optional=st.booleans(),
    noise=st.booleans(),
    labels=st.lists(st.sampled_from(LABELS), min_size=1, max_size=3).map(tuple),
    headings=st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=2).map(tuple),
)
"""Any author; shrinks towards the template's own manner."""
