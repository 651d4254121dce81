"""FRM003 unparsable-code: code that is a contract does not parse."""

import re
from collections.abc import Iterator

from planls.contract.codes import Snippet, codes_in
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Code
from planls.document.inline import code_spans
from planls.document.lines import Span, body
from planls.rule import Finding, rule

_COMMENT = re.compile(r"[\]}\d\w\",]\s+//\s")
"""What a value means, said behind it: JSON has no comments, but readers of a spec have."""

_CHOICE = re.compile(r"\||<|\.\.\.|…")


@rule("FRM003")
def check(part: Part) -> Iterator[Finding]:
    """The first fault of each block of JSON, signatures or data, where the contract wants code to parse."""
    if not isinstance(part.spec, SectionSpec) or not part.spec.parses:
        return
    for code in (*codes_in(part), *_spans(part)):
        if not any(map(part.contract.unfilled, code.lines)):
            yield from _found(part, code)


def _spans(part: Part) -> Iterator[Snippet]:
    """Code spans that are JSON by their look, whole and without a choice in them."""
    for at, block in part.placed:
        for n, line in enumerate(() if isinstance(block, Code) else block.lines, at):
            for start, end in code_spans(line):
                text = line[start:end].strip("`")
                if text.startswith(('{"', "[{")) and text.endswith(("}", "]")) and not _CHOICE.search(text):
                    column = line.index(text, start)
                    yield Snippet(n, column, n, (text,), "json")


def _found(part: Part, code: Snippet) -> Iterator[Finding]:
    from planls.contract.snippets import fault

    commented = code.language == "json" and any(_COMMENT.search(line) for line in code.lines)
    wrong = fault(code.lines, "jsonc" if commented else code.language)
    if wrong:
        line, column = code.line + wrong.line, code.column + wrong.column
        end = len(body(part.lines[line]).rstrip())
        column = min(column, max(end - 1, 0))
        what = code.language or "block"
        yield Finding(
            Span(line, column, line, end), f"This {what} does not parse: {wrong.message}; correct it"
        )
