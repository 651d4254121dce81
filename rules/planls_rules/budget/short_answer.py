"""BUD005 short-answer: a question is answered with a phrase."""

import re
from collections.abc import Iterator

from planls.contract.budget import counted
from planls.contract.entry import Entry
from planls.contract.part import Part
from planls.document.words import spoken
from planls.rule import Finding, rule

_LABEL = re.compile(r"\A[\W_]*(?:A|Answer)\s*\d*\s*[:.)]", re.IGNORECASE)


@rule("BUD005")
def check(part: Part) -> Iterator[Finding]:
    """Every question whose answer has fewer words than the contract asks for."""
    for spec, entries in part.entries:
        least = spec.entries.answer if spec.entries else 0
        for entry in entries if least else ():
            words = len(spoken(_answer(entry)).split())
            if words < least and not part.contract.unfilled(_answer(entry)):
                yield Finding(entry.span, _message(entry, words, least))


def _answer(entry: Entry) -> str:
    """What stands behind the question."""
    text = " ".join(entry.lines)
    asked = not entry.cells and "?" in text
    return _LABEL.sub("", text.partition("?")[2] if asked else entry.rest)


def _message(entry: Entry, words: int, least: int) -> str:
    said = f"is answered in {counted(words, 'word')}" if words else "has no answer"
    return f"“{entry.name}” {said}; give the answer that you would give aloud, in at least {least} words"
