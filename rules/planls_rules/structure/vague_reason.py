"""STR021 vague-reason: what should be a reason says nothing."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.rows import rows_of
from planls.rule import Finding, Severity, rule


@rule("STR021", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Rows and fields that ask for a reason and have empty words only, or their own name again."""
    for said in rows_of(part, "reason"):
        if not part.contract.unfilled(said.text) and _is_vague(said.name, said.text):
            way = "say what makes it so: what it runs on, what is shown, how much, for whom"
            yield Finding(said.span, f"“{said.short}” says nothing under “{said.name}”; {way}")


def _is_vague(name: str, text: str) -> bool:
    from planls.contract.saying import REASON, is_blank, says_nothing

    return is_blank(text) or says_nothing(text, REASON, name)
