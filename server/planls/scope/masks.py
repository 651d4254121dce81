"""What of a line is text that speaks: addresses, link targets and HTML are blanked out."""

import re

_HIDDEN = (
    ("]:", re.compile(r"^ {0,3}\[[^\[\]]+\]:\s*(?P<defined>\S+)")),
    ("](", re.compile(r"\]\((?P<target>[^()\s]*+(?:\([^()\s]*\)[^()\s]*+)*+(?:\s+\"[^\"]*\")?)\)")),
    ("<", re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?(?:-->|$)")),
    ("://", re.compile(r"\b[a-zA-Z][a-zA-Z0-9+.-]{0,40}+://[^\s)>\]`\"']*+")),
    ("www.", re.compile(r"\bwww\.[^\s)>\]`\"']++")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]++|(?<!\w)@[\w-]+(?!/)")),
)
"""The sign without which nothing of a kind is in a line, and what hides it: the named group, or all."""


def masked(line: str) -> str:
    """The line with blanks for what nobody reads; columns stay as they are."""
    for sign, hidden in _HIDDEN:
        if sign in line:
            line = hidden.sub(_blank, line)
    return line


def _blank(match: re.Match[str]) -> str:
    start, end = match.span(match.lastgroup or 0)
    text, at = match[0], match.start()
    return f"{text[: start - at]}{' ' * (end - start)}{text[end - at :]}"
