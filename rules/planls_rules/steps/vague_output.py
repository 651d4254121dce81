"""STP009 vague-output: an output names nothing that is there afterwards."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.rows import rows_of
from planls.rule import Finding, Severity, rule


@rule("STP009", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Fields that ask for an artefact and say in empty words only that something is done."""
    for said in rows_of(part, "artefact"):
        if not part.contract.unfilled(said.text) and _is_vague(part, said.text):
            way = "name what is there afterwards: a file, a command, an endpoint, tests that pass"
            yield Finding(said.span, f"“{said.short}” names no {said.name.lower()}; {way}")


def _is_vague(part: Part, text: str) -> bool:
    """Words that say at most that something is over; that there is no output may well be."""
    from planls.contract.saying import OUTPUT, is_blank, is_only_over, says_nothing

    said = text.strip("*_ .").casefold()
    if said in ("", "nothing", "n/a", "no output"):
        return False
    if not said.strip("-–—"):
        return _makes_code(part)
    return is_blank(text) or says_nothing(text, OUTPUT) or is_only_over(text)


def _makes_code(part: Part) -> bool:
    """Whether a step has code to write, so that a dash cannot mean that nothing is there afterwards."""
    fields = (found for found in part.fields if found.spec.form == "code" and not found.empty)
    return any("command" not in found.label.key for found in fields)
