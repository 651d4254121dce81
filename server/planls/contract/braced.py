"""Code with braces, read as a whole: which brackets belong together, what is a string, what a comment."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planls.contract.snippets.brackets import CLOSING, Code, Token
from planls.contract.snippets.syntaxes import SYNTAXES, Quote, Syntax

_PHP = Syntax(
    (
        Quote(r"<<<['\"]?(\w+)['\"]?", "%", lines=True, escapes=False),
        Quote("'", "'", lines=True),
        Quote('"', lines=True),
    ),
    line_comment=r"//|#(?!\[)",
)
_DART = Syntax(
    (
        Quote(r"\br'", "'", escapes=False),
        Quote(r'\br"', escapes=False),
        Quote("'''", "'''", hole="${", lines=True),
        Quote('"""', '"""', hole="${", lines=True),
        Quote("'", "'", hole="${"),
        Quote('"', hole="${"),
    ),
    nested=True,
)
_SYNTAXES: Mapping[str, Syntax] = {**SYNTAXES, "php": _PHP, "dart": _DART}

BEHIND = re.compile(r"[ \t]*[^(){};=\"\n]{0,80}(?:=>)?\s*")
"""What stands between the arguments of a function and its body: what it gives, what it throws, an arrow."""

_DEFINED = re.compile(r"(?<![\w$])(?P<name>[\w$]{1,80}+)(?:\s*=\s*(?:async\b\s*)?(?:function\b\s*)?)?\s*\(")


@dataclass(frozen=True, eq=False)
class Braced:
    """A text whose brackets match.

    ``plain`` is as long as ``text`` and has blanks in place of comments and of what stands in strings;
    ``ends`` has the offset of each opening bracket's fellow.
    """

    text: str
    plain: str
    comments: tuple[tuple[int, int], ...]
    ends: Mapping[int, int]

    @cached_property
    def starts(self) -> Mapping[int, int]:
        """The offset of each closing bracket's fellow."""
        return {end: start for start, end in self.ends.items()}


@lru_cache(maxsize=128)
def braced(text: str, language: str) -> Braced | None:
    """A text in a language (as `languages.named` has it); None if unknown, or brackets do not match."""
    syntax = _SYNTAXES.get(language)
    code = Code(text, syntax) if syntax else None
    if code is None or code.unbalanced or (code.tokens and code.tokens[-1].kind == "doubt"):
        return None
    comments = tuple((token.start, token.end) for token in code.tokens if token.kind == "comment")
    return Braced(text, _plain(text, code.tokens), comments, dict(_pairs(code.tokens)))


def functions(code: Braced) -> Iterator[tuple[str, int, int]]:
    """The functions by name, with the offsets of the brackets around their bodies."""
    for match in _DEFINED.finditer(code.plain):
        behind = BEHIND.match(code.plain, code.ends[match.end() - 1] + 1)
        end = code.ends.get(behind.end()) if behind else None
        if behind and end:
            yield match["name"], behind.end(), end


def has_between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some offsets, which rise, is in a stretch of text."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def blanked(text: str) -> str:
    """As many blanks, the line ends kept."""
    return "\n".join(" " * len(row) for row in text.split("\n"))


def _plain(text: str, tokens: Sequence[Token]) -> str:
    pieces, at = [], 0
    for token in tokens:
        if token.kind in ("string", "comment"):
            mark = '"' if token.kind == "string" and token.end - token.start > 1 else ""
            inside = blanked(text[token.start + len(mark) : token.end - len(mark)])
            pieces += [text[at : token.start], mark, inside, mark]
            at = token.end
    return "".join([*pieces, text[at:]])


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each bracket's offset and that of its fellow."""
    opened: list[int] = []
    for token in tokens:
        if token.kind in CLOSING:
            opened.append(token.start)
        elif token.kind in CLOSING.values() and opened:
            yield opened.pop(), token.start
