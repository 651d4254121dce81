"""STR012 broken-fence: a code fence never closes, or closes early because another is nested in it."""

from collections.abc import Iterator

from planls.contract.fences import BrokenFence
from planls.contract.reading import Reading
from planls.document.lines import Span, body, ending
from planls.document.syntax import FENCE
from planls.rule import Edit, Finding, Fix, Reads, Related, Severity, rule


@rule("STR012", Severity.ERROR, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each broken fence, where it opens; what it leaks or swallows is not told."""
    for fence in reading.fences:
        line = body(reading.document.line(fence.line))
        span = Span(fence.line, line.index(fence.fence[0]), fence.line, len(line.rstrip()))
        yield _nested(reading, fence, span) if fence.nested >= 0 else _unclosed(reading, fence, span)


def _unclosed(reading: Reading, fence: BrokenFence, span: Span) -> Finding:
    """The fix closes it above the next heading or label of the contract."""
    newline, above = reading.style.ending, reading.document.line(fence.end - 1)
    indent = body(reading.document.line(fence.line))[: span.column]
    place = Span(fence.end, 0, fence.end, 0)
    text = f"{indent}{fence.fence}{newline}"
    if not ending(above):
        place, text = (
            Span(fence.end - 1, len(above), fence.end - 1, len(above)),
            f"{newline}{indent}{fence.fence}",
        )
    message = f"This fence is never closed; add {_said(fence.fence)} after line {fence.end}"
    return Finding(span, message, Fix(f"Close the fence after line {fence.end}", (Edit(place, text),)))


def _nested(reading: Reading, fence: BrokenFence, span: Span) -> Finding:
    """The fix makes the outer fence longer than any inside."""
    nested = Related(_line_span(reading, fence.nested), "a fence is nested here")
    message = (
        f"This fence ends at line {fence.early + 1}, because a fence is nested in it; "
        f"open and close it with {_said(_longer(reading, fence))}"
    )
    fix = None
    if fence.end > fence.nested and body(reading.document.line(fence.end - 1)).strip() == fence.fence:
        close = _line_span(reading, fence.end - 1)
        start = Span(span.line, span.column, span.line, span.column + len(fence.fence))
        longer = _longer(reading, fence)
        fix = Fix(f"Open and close it with {_said(longer)}", (Edit(start, longer), Edit(close, longer)))
    return Finding(span, message, fix, (nested,))


def _said(fence: str) -> str:
    """A fence in words, because backticks in backticks cannot be counted."""
    return f"{len(fence)} {'backticks' if fence[0] == '`' else 'tildes'}"


def _longer(reading: Reading, fence: BrokenFence) -> str:
    """A fence that none of the lines inside can close."""
    inside = (body(reading.document.line(at)).strip() for at in range(fence.line + 1, fence.end - 1))
    runs = [len(match[1]) for text in inside if (match := FENCE.match(text)) and text[0] == fence.fence[0]]
    return fence.fence[0] * (max([*runs, len(fence.fence)]) + 1)


def _line_span(reading: Reading, at: int) -> Span:
    line = body(reading.document.line(at))
    return Span(at, len(line) - len(line.lstrip()), at, len(line.rstrip()))
