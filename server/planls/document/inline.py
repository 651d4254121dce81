"""What stands inside a line: code spans, emphasis."""

import re

_RUN = re.compile(r"`+")
_PLAIN = re.compile(r"`[^`]+`")
_EMPHASIS = re.compile(
    r"(?<!\w)(?:(?P<stars>\*\*?)(?P<starred>[^*\s](?:[^*]*[^*\s])?)(?P=stars)"
    r"|(?P<lines>__?)(?P<lined>[^_\s](?:[^_]*[^_\s])?)(?P=lines))(?!\w)"
)
"""Bold or italics around whole words."""


def code_spans(line: str) -> list[tuple[int, int]]:
    """The code spans of a line, columns of the first backtick and behind the last."""
    if "``" not in line:
        return [match.span() for match in _PLAIN.finditer(line)]
    runs = [match.span() for match in _RUN.finditer(line)]
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(runs):
        start, behind = runs[at]
        for close in range(at + 1, len(runs)):
            first, last = runs[close]
            if last - first == behind - start:
                spans.append((start, last))
                at = close
                break
        at += 1
    return spans


def emphases(line: str) -> list[tuple[int, int]]:
    """What stands in bold or italics in a line, code aside: first column, and the one behind the last."""
    plain = line
    for start, end in code_spans(line):
        plain = f"{plain[:start]}{'x' * (end - start)}{plain[end:]}"
    return [m.span("starred" if m["stars"] else "lined") for m in _EMPHASIS.finditer(plain)]
