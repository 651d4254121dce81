"""STR020 mismatched-name: title, overview and test file disagree on the document's number or name."""

from collections.abc import Iterable, Iterator
from functools import partial

from planls.contract.identity import Claim, claims, mentions, odd_name, odd_number
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, Related, rule


@rule("STR020", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The place whose number no other place has, else the one whose name none has."""
    found = claims(reading)
    if number := odd_number(found):
        odd, right = number
        message = f"{_said(odd, odd.number)}, {right.who} {right.number}; give both the same number"
        yield _finding(odd, right, message, _fix(reading, odd, right))
    elif name := odd_name(reading, found):
        odd, right = name
        yield _finding(
            odd, right, f"{_said(odd, odd.name)}, {right.who} “{right.name}”; give both the same name"
        )


def _said(claim: Claim, what: str) -> str:
    who = f"{claim.who[0].upper()}{claim.who[1:]}"
    return f"{who} has number {what}" if what == claim.number else f"{who} says “{what}”"


def _finding(odd: Claim, right: Claim, message: str, fix: Fix | None = None) -> Finding:
    return Finding(odd.span, message, fix, (Related(right.span, f"What {right.who} says"),))


def _fix(reading: Reading, odd: Claim, right: Claim) -> Fix | None:
    """The right number, for a test file wherever it is named; which is right stays the author's to say."""
    if odd.path and odd_name(reading, [odd, right]):
        return None  # it is another one's file
    edits = partial(_edits, reading, odd, right.number)
    title = f"Write {right.number} for {odd.number}"
    return Fix(title, edits, safe=False) if any(_places(reading, odd)) else None


def _edits(reading: Reading, odd: Claim, number: str) -> tuple[Edit, ...]:
    return tuple(Edit(span, number) for span in _places(reading, odd))


def _places(reading: Reading, odd: Claim) -> Iterable[Span]:
    """Where a number has to be another one."""
    return mentions(reading, odd) if odd.path else [odd.digits] if odd.digits else []
