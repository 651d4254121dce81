"""STR016 missing-aspect: a text leaves out something that it must speak of."""

from collections.abc import Iterator

from planls.contract.aspects import Gap, gaps
from planls.contract.part import Part
from planls.rule import Edit, Finding, Fix, Severity, rule


@rule("STR016")
def check(part: Part) -> Iterator[Finding]:
    """Steps without a reason, decisions without a trade-off, logging without levels; once if none has it."""
    yield from map(_finding, gaps(part))


def _finding(gap: Gap) -> Finding:
    name = gap.aspect.name
    way = "fill the cell" if gap.cell else f"add `**{name}**:`" if gap.aspect.line else "add it"
    lack = f"No {gap.each} has a {name}; {way} to each" if gap.each else f"“{gap.name}” has no {name}; {way}"
    fix = Fix(f"Insert {name}", tuple(Edit(*place) for place in gap.insertions)) if gap.insertions else None
    return Finding(gap.span, lack, fix, severity=Severity.HINT if gap.unsure else None)
