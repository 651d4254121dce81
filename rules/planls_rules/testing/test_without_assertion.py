"""TST003 test-without-assertion: a test that nothing can fail."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.rule import Finding, rule
from planls_rules.testing.shows import shows_tests


@rule("TST003")
def check(part: Part) -> Iterator[Finding]:
    """Each test with a body in which nothing is asserted."""
    if not shows_tests(part):
        return
    from planls.contract.testing import blocks, place

    for code, tests in blocks(part):
        for test in tests:
            if test.judged and not test.asserts:
                yield Finding(place(code, test), f"“{test.name}” asserts nothing; assert what must hold")
