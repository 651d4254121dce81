"""STR008 empty-field: a label or a table row has nothing behind it."""

from collections.abc import Iterator

from planls.contract.fields import FieldReading
from planls.contract.insert import value_insertion
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.tables import empty_rows
from planls.rule import SEVERITIES, Edit, Finding, Fix, rule


@rule("STR008")
def check(part: Part) -> Iterator[Finding]:
    """Fields without a value, and rows that the contract names without one."""
    if part.elided:
        return
    yield from (_empty(part, found) for found in part.fields if found.empty)
    if isinstance(part.spec, SectionSpec):
        for row, place, insertion in empty_rows(part, part.spec):
            fix = Fix(f"Insert the template's {row.name}", (Edit(*insertion),))
            yield Finding(place, f"Row “{row.name}” is empty; fill it in", fix)


def _empty(part: Part, found: FieldReading) -> Finding:
    """The finding; the template's value is a fix where it is a placeholder, otherwise nobody said it."""
    spec = found.spec
    way = "fill it in" if spec.required else "fill it in or remove the label"
    open_value = any(PLACEHOLDER.search(line) for line in spec.lines)
    edits = (Edit(*value_insertion(part, found)),) if open_value else ()
    fix = Fix(f"Insert the template's {spec.name}", edits) if edits else None
    severity = SEVERITIES.get(spec.severity)
    return Finding(found.label.span, f"{spec.name} is empty; {way}", fix, severity=severity)
