"""STR011 unfilled-placeholder: the template's own placeholder text is still there."""

import re
from collections.abc import Iterator

from planls.contract.model import Contract
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.template import ELLIPSES
from planls.document.blocks import Block, Code, Container, FrontMatter, Heading, Html, Paragraph
from planls.document.inline import code_spans
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import folded
from planls.rule import Finding, rule

_SHORT = 3
"""Characters; a placeholder as short as ``[N]`` counts in headings only, in prose it may mean anything."""
_LINK = re.compile(r"[(\[:]")

_Found = tuple[Span, str, bool]
"""A placeholder: where it stands in its block, what it says, whether it is code."""


@rule("STR011")
def check(part: Part) -> Iterator[Finding]:
    """Placeholders outside code, lines of the template's code, and a lone ``...``."""
    for start, block in part.placed:
        for span, text, is_code in _in_block(block, part.contract):
            if is_code and not _is_expected(part, text):
                continue
            way = "write what it stands for" if text not in ELLIPSES else "write the rest or remove it"
            yield Finding(span.down(start), f"Placeholder “{text}” is not filled in; {way}")


@remembered
def _in_block(block: Block, contract: Contract) -> tuple[_Found, ...]:
    return tuple(_found(block, contract))


def _found(block: Block, contract: Contract) -> Iterator[_Found]:
    if isinstance(block, Code):
        yield from _in_code(contract, block, range(len(block.lines)))
    elif isinstance(block, Paragraph | Heading) and contract.ellipsis and (lone := _lone_ellipsis(block)):
        yield lone
    elif not isinstance(block, FrontMatter | Html):
        code = block.code_lines if isinstance(block, Container) else frozenset()
        yield from _in_code(contract, block, sorted(code))
        for at, line in enumerate(block.lines):
            if "[" in line and at not in code:
                yield from _in_line(contract, body(line), at, heading=isinstance(block, Heading))


def _in_line(contract: Contract, line: str, at: int, *, heading: bool) -> Iterator[_Found]:
    """The contract's placeholders in prose, in a code span only where the template has it so, in no link."""
    spans = code_spans(line)
    for match in PLACEHOLDER.finditer(line):
        start, end = match.span()
        short = end - start <= _SHORT and not heading
        if short or folded(match[0]) not in contract.placeholders or _LINK.match(line, end):
            continue
        span = next((line[low:high] for low, high in spans if low <= start < high), "")
        is_code = bool(span) and folded(span) not in contract.placeholders
        if not is_code and line[start - 1 : start] not in ("]", "\\"):
            yield Span(at, start, at, end), match[0], False


def _in_code(contract: Contract, block: Block, lines: "range | list[int]") -> Iterator[_Found]:
    """Lines of code that are the template's to the letter, indentation aside."""
    for at in lines:
        line = body(block.lines[at])
        text = line.strip()
        if "[" in text and folded(text) in contract.code_placeholders:
            start = len(line) - len(line.lstrip())
            yield Span(at, start, at, start + len(text)), text, True


def _lone_ellipsis(block: Paragraph | Heading) -> _Found | None:
    if isinstance(block, Heading):
        return (block.span, block.text, False) if block.text.strip() in ELLIPSES else None
    text = body(block.lines[0]).strip()
    start = len(block.lines[0]) - len(block.lines[0].lstrip())
    lone = len(block.lines) == 1 and text in ELLIPSES
    return (Span(0, start, 0, start + len(text)), text, False) if lone else None


def _is_expected(part: Part, text: str) -> bool:
    """Whether the template has the line in this very section: elsewhere ``[setup]`` may be code."""
    spec = next(
        (s for s in part.contract.everything if part.spec is not None and part.spec in (s, s.item)), None
    )
    return spec is None or any(folded(line).strip() == folded(text) for line in spec.lines)
