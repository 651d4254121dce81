"""What is wrong with a snippet, and what stands for text that its author left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"<[A-Za-z][^<>\n]{0,60}>|(?<!\$)\{\{|\{%")
_AROUND = " \t/*#-<>(){}[]|,;:\"'"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a snippet stops being what its language says, and why.

    Line and column from 0, in code points, relative to the lines that were asked about.
    """

    line: int
    column: int
    message: str


def fault_at(text: str, offset: int, message: str) -> Fault:
    r"""The fault at an offset of a text whose lines end with ``\n``."""
    before = text[:offset]
    return Fault(before.count("\n"), offset - (before.rfind("\n") + 1), message)


def stands_for_more(text: str) -> bool:
    """Whether a text has an ellipsis, a ``<placeholder>`` or a template's braces in it."""
    return "..." in text or "…" in text or bool(_PLACEHOLDER.search(text))


def is_elided(lines: Sequence[str]) -> bool:
    """Whether a line leaves something out: it begins or ends with an ellipsis, comment marks aside."""
    return any(_is_elision(line.strip(_AROUND)) for line in lines if "..." in line or "…" in line)


def _is_elision(text: str) -> bool:
    if text.endswith(("...", "…")):
        return True
    rest = text.lstrip(".…")
    return text.startswith(("...", "…")) and not rest[:1].isalnum()
