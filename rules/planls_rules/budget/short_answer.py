"""BUD005 short-answer: a question is answered with a phrase."""

from collections.abc import Iterator

from planls.contract.budget import counted
from planls.contract.entries import Entry
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.document.words import spoken
from planls.rule import Finding, rule


@rule("BUD005")
def check(part: Part) -> Iterator[Finding]:
    """Every question whose answer has fewer words than the contract asks for."""
    for spec, entries in part.entries:
        least = spec.entries.answer if spec.entries else 0
        for entry in entries if least else ():
            words = len(spoken(_answer(entry)).split())
            if words < least and not PLACEHOLDER.search(_answer(entry)):
                yield Finding(entry.span, _message(entry, words, least))


def _answer(entry: Entry) -> str:
    """What stands behind the question."""
    text = " ".join(entry.lines)
    if entry.cells or "?" not in text:
        return entry.rest
    return text.partition("?")[2]


def _message(entry: Entry, words: int, least: int) -> str:
    said = f"is answered in {counted(words, 'word')}" if words else "has no answer"
    return f"“{entry.title}” {said}; give the answer that you would give aloud, in at least {least} words"
