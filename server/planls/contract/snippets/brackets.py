"""Code as brackets, strings and comments, for languages that planls does not parse as a whole."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from planls.contract.snippets.syntaxes import Quote, Syntax

CLOSING = {"(": ")", "[": "]", "{": "}"}
"""The bracket that closes each bracket."""

_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*+\])++/")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^\n")
_WORD_BEFORE_REGEX = re.compile(r"\b(?:return|typeof|case|in|of|do|else|throw|void|delete|await|yield)$")
_LONGEST_WORD = 10
_COMMENT_MARK = re.compile(r"/\*|\*/")


class Token(NamedTuple):
    """A bracket, string or comment with its offsets in the text.

    ``kind`` is the bracket itself, ``string``, ``comment``, or ``doubt`` for what has no end.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Code:
    """A text in a language, read as tokens."""

    text: str
    syntax: Syntax

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its brackets, strings and comments in order; a last one of ``doubt`` where reading had to stop."""
        return tuple(_Reader(self.text, self.syntax, []).read())

    @cached_property
    def depth(self) -> int:
        """How deep its brackets are nested."""
        deepest = depth = 0
        for token in self.tokens:
            depth += (token.kind in CLOSING) - (token.kind in CLOSING.values())
            deepest = max(deepest, depth)
        return deepest

    @cached_property
    def unbalanced(self) -> tuple[int, str] | None:
        """The offset of a bracket without its fellow and what is wrong with it; None when in doubt."""
        if self.tokens and self.tokens[-1].kind == "doubt":
            return None
        opened: list[Token] = []
        for token in self.tokens:
            if token.kind in CLOSING:
                opened.append(token)
            elif token.kind in CLOSING.values() and (wrong := _closed(opened, token.kind)):
                return token.start, wrong
        return (opened[-1].start, f"'{opened[-1].kind}' is never closed") if opened else None


def _closed(opened: list[Token], closing: str) -> str:
    """What is wrong with a closing bracket; empty when it closes the last one that is open."""
    if not opened:
        return f"'{closing}' closes nothing"
    wanted = CLOSING[opened.pop().kind]
    return f"'{closing}' where '{wanted}' is wanted" if closing != wanted else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tokens; ``holes`` has, for each open bracket, the string to go on with behind it, if any."""

    text: str
    syntax: Syntax
    holes: list[tuple[Quote, str] | None]

    def read(self) -> Iterator[Token]:
        at = 0
        while at >= 0 and (match := self.syntax.pattern.search(self.text, at)):
            at = yield from self._token(match)

    def _token(self, match: re.Match[str]) -> Generator[Token, None, int]:
        """The token that starts here; gives the offset to go on from, -1 to stop."""
        kind = str(match.lastgroup)
        if kind in ("open", "close"):
            return (yield from self._bracket(match))
        if kind.startswith("q"):
            quote = self.syntax.quotes[int(kind[1:])]
            inner = match.groupdict().get(f"x{kind[1:]}")
            return (yield from self._string(match.start(), match.end(), quote, quote.closing_for(inner)))
        if kind in ("atom", "slash"):
            end = match.end() if kind == "atom" else _slash_end(self.text, match.start())
        else:
            end = self._comment_end(match, kind)
            if end >= 0:
                yield Token("comment", match.start(), end)
        if end < 0:
            yield Token("doubt", match.start(), len(self.text))
        return end

    def _bracket(self, match: re.Match[str]) -> Generator[Token, None, int]:
        yield Token(match[0], match.start(), match.end())
        if match.lastgroup == "open":
            self.holes.append(None)
        elif self.holes and (string := self.holes.pop()):
            return (yield from self._string(match.end(), match.end(), *string))
        return match.end()

    def _string(self, start: int, at: int, quote: Quote, closing: str) -> Generator[Token, None, int]:
        """A string from its opening, or from behind a hole, to its end or the next hole."""
        for match in quote.inside(closing).finditer(self.text, at):
            if match.lastgroup in ("escape", "twice"):
                continue
            if match.lastgroup == "cut":
                break
            yield Token("string", start, match.end())
            if match.lastgroup == "hole":
                self.holes.append((quote, closing))
                yield Token(match[0][-1], match.end() - 1, match.end())
            return match.end()
        yield Token("doubt", start, len(self.text))
        return -1

    def _comment_end(self, match: re.Match[str], kind: str) -> int:
        if kind == "line":
            end = self.text.find("\n", match.end())
            return end if end >= 0 else len(self.text)
        if not self.syntax.nested:
            end = self.text.find("*/", match.end())
            return end + 2 if end >= 0 else -1
        depth = 1
        for mark in _COMMENT_MARK.finditer(self.text, match.end()):
            depth += 1 if mark[0] == "/*" else -1
            if not depth:
                return mark.end()
        return -1


def _slash_end(text: str, start: int) -> int:
    """Where what starts with a slash ends: a regular expression or a division; -1 when in doubt."""
    before = start - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    word = _WORD_BEFORE_REGEX.search(text[max(before + 1 - _LONGEST_WORD, 0) : before + 1])
    if before >= 0 and text[before] not in _BEFORE_REGEX and not word:
        return start + 1
    match = _REGEX.match(text, start)
    return match.end() if match else -1
