"""The head of a function in a language with braces: its first line, its name, the class it belongs to."""

import re
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
_OPEN = re.compile(r"\b(?:abstract|interface|trait|protocol)\b")
_CLASS = re.compile(r"\bclass\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a function; ``line`` is 0-based, ``name`` is empty for one that is handed to a call."""

    line: int
    name: str
    text: str


def head_of(code: Braced, start: int, language: str) -> Head | None:
    """The head of the function whose body's brace stands at an offset; None for another brace."""
    close = code.plain.rfind(")", 0, start)
    behind = code.plain[close + 1 : start]
    opening = next((at for at, end in code.ends.items() if end == close), -1)
    if opening < 0 or not BEHIND.fullmatch(behind):
        return None
    first = code.plain.rfind("\n", 0, opening) + 1
    text = code.plain[first:start]
    if _CONTROL.match(text) or not re.search(rf"\b{_KEYWORDS.get(language, '')}\b", text):
        return None
    return Head(code.plain.count("\n", 0, first), _name(code, first, text), text)


def is_for_others(code: Braced, start: int) -> bool:
    """Whether what stands at an offset is in a class that others fill in."""
    around = [at for at, end in code.ends.items() if at < start < end and code.plain[at] == "{"]
    heads = (code.plain[code.plain.rfind("\n", 0, at) + 1 : at] for at in around)
    return any(_OPEN.search(head) or _is_base(code, head) for head in heads)


def _is_base(code: Braced, head: str) -> bool:
    found = _CLASS.search(head)
    heir = found and re.search(rf"(?:\bextends|\w\s*:)\s+{found[1]}\b", code.plain)
    return bool(found and (heir or BASE.search(found[1])))


def _name(code: Braced, first: int, text: str) -> str:
    for pattern in _NAMES:
        if match := pattern.search(text):
            handed = code.ends.get(first + match.end() - 1, 0) > first + len(text)
            return "" if handed else match["name"]
    return ""
