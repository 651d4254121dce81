"""STR019 unknown-value: a cell says none of the values that its column may have."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.values import Unknown, unknown_values
from planls.rule import Edit, Finding, Fix, Related, Severity, rule


@rule("STR019")
def check(part: Part) -> Iterator[Finding]:
    """Cells that say something, but none of the values; figures say it in another way and are told once."""
    if part.elided or part.struck:
        return
    found = list(unknown_values(part))
    counted = [one for one in found if one.counted]
    for one in found:
        if not one.counted:
            right = one.of(one.meant)
            fix = Fix(f"Replace with “{one.meant}”", (Edit(one.span, right),)) if one.meant else None
            yield Finding(one.span, _message(one), fix)
        elif one is counted[0]:
            others = tuple(Related(other.span, "Another figure") for other in counted[1:])
            yield Finding(one.span, _message(one), related=others, severity=Severity.INFORMATION)


def _message(found: Unknown) -> str:
    *most, last = (value for value, _ in found.choices.values)
    values = f"{', '.join(most)} or {last}" if most else last
    column = found.choices.column
    fault = f"“{found.text}” is no {column}"
    if found.open_:
        return f"“{found.text}” still names every {column}; write {values}"
    return f"{fault}; write “{found.meant}”" if found.meant else f"{fault}; write {values}"
