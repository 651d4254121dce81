"""INT001 crashed-rule: a rule failed on this document; the others went on."""

from collections.abc import Iterator

from planls.document.lines import Span
from planls.rule import Crash, Finding, Reads, Severity, rule


@rule("INT001", Severity.ERROR, reads=Reads.CRASHES)
def check(crash: Crash) -> Iterator[Finding]:
    """One finding per crash, at the top of the document."""
    name = f"{crash.rule.code} {crash.rule.name}"
    message = (
        f"Rule {name} crashed ({crash.error}); report it, and ignore `{crash.rule.name}` until it is mended"
    )
    yield Finding(Span(0, 0, 0, 0), message)
