"""The lexicon of technologies: what planls knows by name. See SOURCES.md."""

from functools import cache
from pathlib import Path

from planls.scope.lexicon import Lexicon

LEXICON = Path(__file__).parent / "lexicon.tsv"
"""The compiled lexicon; `make lexicon` writes it."""


def lexicon_text() -> str:
    """Return the text of the lexicon; raises OSError."""
    return LEXICON.read_text(encoding="utf-8")


@cache
def lexicon() -> Lexicon:
    """The lexicon, read when it is first asked for; raises OSError."""
    return Lexicon(lexicon_text())
