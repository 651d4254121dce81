"""STP009 vague-output: an output names nothing that is there afterwards."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.rows import rows_of
from planls.rule import Finding, Severity, rule


@rule("STP009", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Fields that ask for an artefact and say in empty words only that something is done."""
    for said in rows_of(part, "artefact"):
        if not part.contract.unfilled(said.text) and _is_vague(said.text):
            way = "name what is there afterwards: a file, a command, an endpoint, tests that pass"
            yield Finding(said.span, f"“{said.short}” names no {said.name.lower()}; {way}")


def _is_vague(text: str) -> bool:
    """Empty words; a dash, "n/a" or "Nothing" says that there is no output, which may well be."""
    from planls.contract.saying import OUTPUT, is_blank, says_nothing

    said = text.strip("*_ .-–—").casefold()
    none = said in ("", "nothing", "n/a", "no output")
    return not none and (is_blank(text) or says_nothing(text, OUTPUT))
