"""TST004 test-without-docstring: a test does not say in words what it shows."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Finding, Related, Severity, rule


@rule("TST004", Severity.HINT)
def check(part: Part) -> Iterator[Finding]:
    """Once for each block of Python, where the template's own test has a docstring."""
    if not isinstance(part.spec, SectionSpec) or part.spec.form != "tests":
        return
    if not any('"""' in line for line in part.spec.lines):
        return
    from planls.contract.testing import blocks, place

    for code, tests in blocks(part):
        lacking = [test for test in tests if test.judged and not test.documented]
        for test in lacking[:1]:
            related = tuple(Related(place(code, other), f"“{other.name}”") for other in lacking[1:])
            more = f" and {len(related)} more have" if related else " has"
            message = f"“{test.name}”{more} no docstring; say what a test shows"
            yield Finding(place(code, test), message, related=related)
