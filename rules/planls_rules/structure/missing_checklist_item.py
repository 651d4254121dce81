"""STR022 missing-checklist-item: a checklist lacks an item that the contract has."""

from collections.abc import Iterator, Sequence

from planls.contract.demands import CheckSpec
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Edit, Finding, Fix, Severity, rule

_FEW = 2
"""Of so many items that are there, each other one is missed; with fewer the list is another one."""
_OWN = 3
"""Boxes; a list of so many items that are hardly the contract's is there on purpose."""


@rule("STR022", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Each missing item, on the section's heading; all in one where the checklist has hardly begun."""
    spec = part.spec
    if not isinstance(spec, SectionSpec) or not spec.checklist or part.elided or part.struck:
        return
    from planls.contract.checklists import missing_checks

    missing = missing_checks(part, spec) if part.has_content(part.first_body_line) else []
    few = len(spec.checklist) - len(missing) < min(_FEW, len(spec.checklist))
    if few and len(part.checkboxes) >= _OWN:
        return
    for checks in [missing] if few and len(missing) > 1 else [[one] for one in missing]:
        yield Finding(part.heading, _message(part, checks), _fix(part, spec, checks))


def _message(part: Part, checks: Sequence[CheckSpec]) -> str:
    names = ", ".join(f"“{check.name}”" for check in checks)
    if len(checks) == 1:
        return f"“{part.title}” has no item {names}; add it"
    return f"“{part.title}” lacks the items {names}; add them to those that it has"


def _fix(part: Part, spec: SectionSpec, checks: Sequence[CheckSpec]) -> Fix | None:
    from planls.contract.checklists import check_insertions

    edits = tuple(Edit(*place) for place in check_insertions(part, spec, checks))
    name = f"“{checks[0].name}”" if len(checks) == 1 else "the missing items"
    return Fix(f"Insert {name}", edits) if edits else None
