"""BUD002 wrong-length: a text is shorter or longer than the contract asks for."""

from collections.abc import Iterator

from planls.contract.demands import UNLIMITED
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.rule import Finding, Severity, rule


@rule("BUD002", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Fields whose words, lines or seconds of speech are limited, on the label; a near miss is a hint."""
    for spec, _, _ in part.anchors:
        if spec.limits != UNLIMITED and not part.is_empty(spec):
            yield from _found(part, spec)


def _found(part: Part, spec: FieldSpec) -> Iterator[Finding]:
    """Too much is no fault where a field is missing that may stand below, without its label."""
    from planls.contract.lengths import CUT, fault_of, is_near, judged

    text = judged(spec.limits, part.text_of(spec))
    said = fault_of(spec.limits, text)
    unsure = any(map(part.contract.unfilled, text)) or (said.endswith(CUT) and bool(part.missing_fields))
    if said and not unsure:
        severity = Severity.HINT if is_near(spec.limits, text) else None
        yield Finding(part.place(spec), f"“{spec.name}” {said}", severity=severity)
