"""FRM003 unparsable-code: code that is a contract does not parse."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.snippets import fault
from planls.document.blocks import Code
from planls.document.lines import Span, body
from planls.rule import Finding, rule


@rule("FRM003")
def check(part: Part) -> Iterator[Finding]:
    """The first fault of each block of JSON, signatures or data, where the contract says that code must parse."""
    if not isinstance(part.spec, SectionSpec) or not part.spec.parses:
        return
    for at, block in part.placed:
        if isinstance(block, Code) and not any(PLACEHOLDER.search(line) for line in block.code):
            wrong = fault(block.code, block.language)
            if wrong:
                line = at + bool(block.fence) + wrong.line
                end = max(len(body(part.lines[line]).rstrip()), wrong.column + 1)
                yield Finding(Span(line, wrong.column, line, end), wrong.message)
