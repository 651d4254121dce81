"""PRD008 no-demonstration: what done looks like is said without anything to look at."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("PRD008")
def check(part: Part) -> Iterator[Finding]:
    """A section that should demonstrate, with empty words only: no command, output or outcome."""
    spec = part.spec
    if not isinstance(spec, SectionSpec) or spec.form != "demonstration" or part.elided or part.struck:
        return
    from planls.contract.demonstrations import is_demonstration

    if not is_demonstration(part):
        way = "add the command that shows it and what it then prints, or what a user sees"
        yield Finding(part.heading, f"“{part.title}” has nothing that one can look at; {way}")
