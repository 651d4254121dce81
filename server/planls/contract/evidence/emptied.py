"""Errors that Python code passes off as nothing found, and the functions of which that is asked."""

import re
from collections.abc import Sequence
from itertools import takewhile

from planls.contract.evidence.forgotten import is_tolerated
from planls.contract.evidence.scripts import Script

_ONE = (
    r"(?:\[[ \t]*\]|\{[ \t]*\}|\([ \t]*\)|''|\"\"|['\"](?:\[\]|\{\})['\"]|0(?:\.0)?"
    r"|(?:set|dict|list|tuple|str)\(\)|(?:pd|pl|pandas|polars)\.DataFrame\(\))"
)
_EMPTY = re.compile(rf"return[ \t]+(?P<value>{_ONE}(?:,[ \t]*{_ONE}){{0,3}})[ \t]*")
"""What says that there is nothing. False is none of it: most often it says that something failed."""

_ASKS = re.compile(
    r"\bawait\b|\burlopen\(|(?<![\w.])open\("
    r"|\b(?:requests|httpx|http|session|collection|qdrant|db|es|\w{0,40}(?:client|api|store|index))"
    r"\.(?:get|find|search|select|scroll|scan|list)(?:_\w{1,40})?\("
    r"|\.(?:execute\w*|fetch(?:all|one|many|val|row|_\w{1,40})?|query|request|post|put|patch|read(?:_\w{1,40}|lines)?"
    r"|insert\w*|save|send(?:_\w{1,40})?|invoke|messages\.create|completions\.create|commit|upload\w*|download\w*)\("
)
"""What asks a database, a service, a file: where it fails, there may well be something."""

_DEF = re.compile(r"^(?P<indent>[ \t]*)(?:async[ \t]+)?def[ \t]+(?P<name>\w{1,80})", re.MULTILINE)
_ASKED = re.compile(
    r"^_{0,2}(?:is|has|can|try|safe|maybe|probe|ping|exists|supports)_"
    r"|_or_\w{1,20}$|_(?:safe|safely|quietly|silently)$|health|alive|available|complet(?:er|ions?)$"
)
_WORD = re.compile(
    r"(?:\b(?:none|nothing|empty|zero|0)\b|\[\]|\{\}|\"\"|'')[^.\n]{0,40}\b(?:if|when|where|on|unless|for)\b[^.\n]{0,50}"
    r"\b(?:fail\w*|errors?|exceptions?|un(?:available|reachable|readable)|down|cannot|can't|malformed|corrupt\w*)\b"
    r"|\bnever (?:raises?|fails?)\b|\bbest[- ]effort\b|\b(?:quietly|silently|tolerat\w+|swallow\w*)\b"
    r"|\bif (?:it|that|anything|something)\b[^.\n]{0,40}\bfails?\b|\bignor(?:es?|ing)\b|\bfalls? back\b",
    re.IGNORECASE,
)
_FAR = 3000
"""Characters above a handler in which its function begins."""


def emptied(body: str, above: Sequence[str], indent: str) -> str:
    """The empty value that a handler's only statement answers with; nothing where no loss is likely.

    ``above``: the lines down to the last one that is tried, further in than ``indent``, the handler's.
    """
    empty = _EMPTY.fullmatch(body)
    tried = takewhile(
        lambda line: not line.strip() or line.startswith((indent + " ", indent + "\t")), above[::-1]
    )
    asked = next((line for line in reversed([*tried]) if _ASKS.search(line)), "")
    return empty["value"] if empty and asked and not is_tolerated(asked) else ""


def is_asked(script: Script, at: int, indent: str) -> bool:
    """Whether the function around a place says by its name or docstring that it keeps errors to itself."""
    heads = list(_DEF.finditer(script.code, max(at - _FAR, 0), at))
    head = next((one for one in reversed(heads) if len(one["indent"]) < len(indent)), None)
    if head is None:
        return False
    return bool(_ASKED.search(head["name"]) or _WORD.search(_docstring(script.text[head.end() : at])))


def _docstring(text: str) -> str:
    """The docstring of a function whose head and first lines these are; empty without one."""
    body = text.partition(":\n")[2].lstrip()
    return body.split(body[:3])[1] if body[:3] in ('"""', "'''") else ""
