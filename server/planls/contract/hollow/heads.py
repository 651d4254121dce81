"""The head of a function in a language with braces: its first line, its name, the class it belongs to."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from planls.contract.braced import BEHIND, Braced
from planls.contract.stubs import BASE

_CONTROL = re.compile(
    r"\W*(?:else\s*)?(?:if|elseif|for|foreach|while|until|switch|catch|match|when|with|using|lock|guard|select"
    r"|synchronized)\b|.*\b(?:new [\w.]+\s*\(|class|record|struct|enum|interface|object)\b"
)
_KEYWORDS = {"go": "func", "rust": "fn", "kotlin": "fun", "swift": "func"}
"""What begins a function, in languages in which a block may stand behind any call."""

_NAMES = (
    re.compile(r"\b(?:function|func|fn|fun)\s+(?:\([^()]*\)\s*)?(?P<name>\w+)"),
    re.compile(
        r"(?<![\w$])(?P<name>[\w$]{1,80}+)\s*(?::[^=;{}]{0,80})?=\s*(?:async\b\s*)?(?:function\b|\(|\w+\s*=>)"
    ),
    re.compile(r"(?<![\w$])(?P<name>[\w$]{1,80}+)\s*(?:<[^<>()]{0,60}>)?\("),
)
_LONGEST = 500
"""Code points of a head, and of what is read of a line that begins a class."""

_OPEN = re.compile(r"\b(?:abstract|interface|trait|protocol)\b")
_CLASS = re.compile(r"\bclass\s+(\w+)")
_HEIR = re.compile(r"(?:\bextends|\w\s{0,9}:)\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a function; ``line`` is 0-based, ``name`` is empty for one that is handed to a call."""

    line: int
    name: str
    text: str


def head_of(code: Braced, start: int, language: str) -> Head | None:
    """The head of the function whose body's brace stands at an offset; None for another brace."""
    close = code.plain.rfind(")", max(start - _LONGEST, 0), start)
    opening = code.starts.get(close, -1)
    if opening < start - _LONGEST or opening < 0 or not BEHIND.fullmatch(code.plain, close + 1, start):
        return None
    first = _line_start(code, opening)
    text = code.plain[first:start]
    if _CONTROL.match(text) or not re.search(rf"\b{_KEYWORDS.get(language, '')}\b", text):
        return None
    return Head(code.plain.count("\n", 0, first), _name(code, first, text), text)


def for_others(code: Braced) -> list[tuple[int, int]]:
    """Where the outermost classes begin and end that others fill in."""
    found: list[tuple[int, int]] = []
    bases = frozenset(_HEIR.findall(code.plain))
    for start, end in sorted(code.ends.items()):
        inside = found and start < found[-1][1]
        if (
            not inside
            and code.plain[start] == "{"
            and _is_open(code.plain[_line_start(code, start) : start], bases)
        ):
            found.append((start, end))
    return found


def is_within(start: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset is in one of some ranges, which rise and do not overlap."""
    at = bisect_right(ranges, (start, start)) - 1
    return at >= 0 and start < ranges[at][1]


def _line_start(code: Braced, at: int) -> int:
    """Where the line of an offset begins, if it is near."""
    far = max(at - _LONGEST, 0)
    return max(code.plain.rfind("\n", far, at) + 1, far)


def _is_open(head: str, bases: frozenset[str]) -> bool:
    found = _CLASS.search(head)
    return bool(_OPEN.search(head) or (found and (found[1] in bases or BASE.search(found[1]))))


def _name(code: Braced, first: int, text: str) -> str:
    for pattern in _NAMES:
        if match := pattern.search(text):
            handed = code.ends.get(first + match.end() - 1, 0) > first + len(text)
            return "" if handed else match["name"]
    return ""
