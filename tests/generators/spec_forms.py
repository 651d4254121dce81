"""The forms in which a spec's section headings are written, none of them a fault."""

from collections.abc import Callable
from string import ascii_uppercase

from tests.generators.spec import SPEC
from tests.generators.spec_edits import Edit

_NAMES = [spec.name for spec in SPEC.contract.sections]
_WORDS = {
    "Scope Mapping": "(must be explicit)",
    "Architecture": "(simple but real)",
    "Repo Structure": "(production-like)",
    "Quality Bar": "(must include)",
    "Optional Extras": "(only if truly helpful)",
}
_TALK = "Interview Talk Track"
_QUOTED = f'"{_TALK}"'


def _headings(write: Callable[[int, str], str]) -> Edit:
    """All section headings that are there written from their place (from 0) and their name."""

    def edit(text: str) -> str:
        for n, name in enumerate(_NAMES):
            text = text.replace(f"## {_letter(n)}) {name}\n", f"{write(n, name)}\n")
        return text

    return edit


def _letter(n: int) -> str:
    return ascii_uppercase[n]


HEADINGS: dict[str, Edit] = {
    "### A) Name": _headings(lambda n, name: f"### {_letter(n)}) {name}"),
    "## A. Name": _headings(lambda n, name: f"## {_letter(n)}. {name}"),
    "### A. Name": _headings(lambda n, name: f"### {_letter(n)}. {name}"),
    "## A - Name": _headings(lambda n, name: f"## {_letter(n)} - {name}"),
    "## A — Name": _headings(lambda n, name: f"## {_letter(n)} — {name}"),
    "## A: Name": _headings(lambda n, name: f"## {_letter(n)}: {name}"),
    "## 1. Name": _headings(lambda n, name: f"## {n + 1}. {name}"),
    "### 1) Name": _headings(lambda n, name: f"### {n + 1}) {name}"),
    "## Name": _headings(lambda _, name: f"## {name}"),
    "### Name": _headings(lambda _, name: f"### {name}"),
    "**A) Name**": _headings(lambda n, name: f"**{_letter(n)}) {name}**"),
    "**A. Name**": _headings(lambda n, name: f"**{_letter(n)}. {name}**"),
    "**Name**": _headings(lambda _, name: f"**{name}**"),
    "words in parentheses": _headings(
        lambda n, name: f"## {_letter(n)}) {name} {_WORDS.get(name, '')}".rstrip()
    ),
    "bold in a heading": _headings(lambda n, name: f"## **{_letter(n)}) {name}**"),
    "smart quotes": _headings(lambda n, name: f"## {_letter(n)}) {name.replace(_TALK, f'“{_TALK}”')}"),
    "straight quotes": _headings(lambda n, name: f"## {_letter(n)}) {name.replace(_TALK, _QUOTED)}"),
    "capitals": _headings(lambda n, name: f"## {_letter(n)}) {name.upper()}"),
    "no slash": _headings(lambda n, name: f"## {_letter(n)}) {name.partition(' / ')[0]}"),
}
"""The forms of section headings."""
