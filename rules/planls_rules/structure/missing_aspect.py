"""STR016 missing-aspect: a text leaves out something that it must speak of."""

from collections.abc import Iterator

from planls.contract.aspects import Gap, gaps
from planls.contract.part import Part
from planls.rule import Edit, Finding, Fix, rule


@rule("STR016")
def check(part: Part) -> Iterator[Finding]:
    """Steps without a reason, decisions without a trade-off, logging without levels."""
    yield from map(_finding, gaps(part))


def _finding(gap: Gap) -> Finding:
    name = gap.aspect.name
    way = f"add `**{name}**:`" if gap.aspect.line else "add it"
    fix = Fix(f"Insert {name}", (Edit(*gap.insertion),)) if gap.insertion else None
    return Finding(gap.span, f"“{gap.name}” has no {name}; {way}", fix)
