"""TST005 test-without-parts: a longer test whose arrange, act and assert cannot be told apart."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Finding, Related, Severity, rule


@rule("TST005", Severity.HINT)
def check(part: Part) -> Iterator[Finding]:
    """Once for each block, where the template's own test marks its parts."""
    if not isinstance(part.spec, SectionSpec) or part.spec.form != "tests":
        return
    from planls.contract.testing import blocks, has_parts, language_of, parts_wanted, place

    for code, tests in blocks(part) if parts_wanted(part.spec.lines) else ():
        language = language_of(code.lines, code.language)
        lacking = [test for test in tests if test.judged and not has_parts(test, language)]
        for test in lacking[:1]:
            related = tuple(Related(place(code, other), f"“{other.name}”") for other in lacking[1:])
            more = f" and {len(related)} more do not show their" if related else " does not show its"
            message = f"“{test.name}”{more} parts; mark them: arrange, act, assert"
            yield Finding(place(code, test), message, related=related)
