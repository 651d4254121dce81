"""STP003 no-op-verification: nothing in a verification can fail."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.contract.part import Part
from planls.rule import Edit, Finding, Fix, rule

if TYPE_CHECKING:
    from planls.contract.checks import NoOp

_SAID = {
    "comments": "“{name}” is comments only; add a command that fails as long as the work is not done",
    "command": "“{name}” cannot fail: `{text}`; give a command that fails as long as the work is not done",
    "hidden": "“{name}” cannot fail: `{text}`; let the command fail",
    "words": "“{name}” proves nothing: “{text}”; say what to run, or what to do and what must be seen",
}


@rule("STP003")
def check(part: Part) -> Iterator[Finding]:
    """A filled-in field for a check in which nothing may fail and nothing is to be seen."""
    for spec, line, end in () if part.struck else part.anchors:
        text = part.lines[line:end]
        if spec.form == "check" and not part.is_empty(spec) and not any(map(part.contract.unfilled, text)):
            from planls.contract.checks import no_op

            if wrong := no_op(part, spec, line, end):
                yield _finding(spec.name, wrong)


def _finding(name: str, wrong: "NoOp") -> Finding:
    edits = tuple(Edit(span, "") for span in wrong.tails)
    fix = Fix("Let the command fail", edits, safe=False) if edits else None
    text = wrong.text if wrong.why == "words" else wrong.text.replace("`", "'")
    return Finding(wrong.span, _SAID[wrong.why].format(name=name, text=text), fix)
