"""STR008 empty-field: a label or a table row has nothing behind it."""

from collections.abc import Iterator

from planls.contract.insert import value_insertion
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.tables import empty_rows
from planls.rule import SEVERITIES, Edit, Finding, Fix, rule


@rule("STR008")
def check(part: Part) -> Iterator[Finding]:
    """Fields without a value, and rows that the contract names without one."""
    if part.elided:
        return
    for found in part.fields:
        if found.empty:
            span, text = value_insertion(part, found)
            fix = Fix(f"Insert the template's {found.spec.name}", (Edit(span, text),))
            message = f"{found.spec.name} is empty; fill it in or remove the label"
            severity = SEVERITIES.get(found.spec.severity)
            yield Finding(
                found.label.span,
                message.replace(" or remove the label", "") if found.spec.required else message,
                fix,
                severity=severity,
            )
    if isinstance(part.spec, SectionSpec):
        for row, place, insertion in empty_rows(part, part.spec):
            fix = Fix(f"Insert the template's {row.name}", (Edit(*insertion),))
            yield Finding(place, f"Row “{row.name}” is empty; fill it in", fix)
