"""TST002 misnamed-test: a test's name does not say what it tests, or hides it from the test runner."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.rule import Edit, Finding, Fix, Severity, rule
from planls_rules.testing.shows import shows_tests


@rule("TST002", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Tests such as ``test_1``, and functions with assertions that pytest does not collect."""
    if not shows_tests(part):
        return
    from planls.contract.testing import blocks, place, says_nothing, uncollected_in

    for code, tests in blocks(part):
        for test in filter(says_nothing, tests):
            yield Finding(
                place(code, test), f"“{test.name}” does not say what it tests; name it after what must hold"
            )
        for lost in uncollected_in(code):
            span = place(code, lost)
            fix = Fix(f"Call it “{lost.better}”", (Edit(span, lost.better),), safe=False)
            yield Finding(span, f"pytest does not collect “{lost.name}”; call it “{lost.better}”", fix)
