"""What of a line is text that speaks: addresses, link targets and HTML are blanked out, in place."""

import re

_HIDDEN = re.compile(
    r"(?P<url>\b[a-zA-Z][a-zA-Z0-9+.-]*+://[^\s)>\]`\"']*+|\bwww\.[^\s)>\]`\"']++|[\w.+-]++@[\w-]+\.[\w.-]++)"
    r"|(?<=\])\((?P<target>[^()\s]*+(?:\([^()\s]*\)[^()\s]*+)*+(?:\s+\"[^\"]*\")?)\)"
    r"|(?P<html></?[a-zA-Z][^<>]*>|<!--.*?(?:-->|$))"
    r"|^ {0,3}\[[^\[\]]+\]:\s*(?P<defined>\S+)"
    r"|(?<!\w)(?P<handle>@[\w-]+)(?!/)"
)
_SIGNS = ("://", "](", "<", "@", "www.", "]:")
"""A line without any of these hides nothing."""


def masked(line: str) -> str:
    """The line with blanks for what nobody reads; columns stay as they are."""
    return _HIDDEN.sub(_blank, line) if any(sign in line for sign in _SIGNS) else line


def _blank(match: re.Match[str]) -> str:
    start, end = match.span(match.lastgroup or 0)
    text, at = match[0], match.start()
    return f"{text[: start - at]}{' ' * (end - start)}{text[end - at :]}"
