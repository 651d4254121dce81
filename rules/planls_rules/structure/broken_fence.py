"""STR012 broken-fence: a fence or comment never closes, or a fence in a fence closes it early."""

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
        if fence.wraps >= 0:
            yield _wrapping(fence, span)
        elif fence.fence.startswith("<"):
            yield _unclosed_html(reading, fence, span)
        else:
            yield _nested(reading, fence, span) if fence.nested >= 0 else _unclosed(reading, fence, span)


def _wrapping(fence: BrokenFence, span: Span) -> Finding:
    """The fix takes the fence around the document away."""
    lines = (fence.line, fence.wraps)
    fix = Fix("Remove the fence", tuple(Edit(Span(at, 0, at + 1, 0), "") for at in lines), safe=False)
    message = f"The whole document stands in a fence; remove lines {fence.line + 1} and {fence.wraps + 1}"
    return Finding(span, message, fix)


def _unclosed_html(reading: Reading, fence: BrokenFence, span: Span) -> Finding:
    """The fix closes a comment at the end of its paragraph."""
    if fence.fence != "<!--":
        return Finding(span, f"`{fence.fence}` is never closed and hides what follows; close it")
    column = len(body(reading.document.line(fence.end - 1)).rstrip())
    place = Span(fence.end - 1, column, fence.end - 1, column)
    fix = Fix(f"Close the comment at line {fence.end}", (Edit(place, " -->"),))
    return Finding(span, f"This comment is never closed; add `-->` to line {fence.end}", fix)


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
