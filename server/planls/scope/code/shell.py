"""Shell text as commands: words with their places, without comments, redirections and heredoc bodies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planls.scope.code.source import Source, blank

_TOKEN = re.compile(
    r"(?:[ \t\r]|\\\n)*+(?:"
    r"(?P<comment>(?<![^\s;(])#[^\n]*+)"
    r"|(?P<redirect>\d?(?:>>|>\||&>|>&|<<<|<>|<&|>|<)-?&?)"
    r"|(?P<end>&&|\|\||\|&|\n\s*+|[|;&()`])"
    r"|(?P<word>(?:[^\s\\'\"`|&;()<>$]++|\$(?!\()|\\[^\n]|'[^'\n]*+'|\"(?:[^\"\\\n]++|\\.)*+\"|\$\([^()\n]*+\))++)"
    r"|(?P<open>\"(?:[^\"\\]++|\\.)*+\"|'[^']*+')"
    r"|(?P<other>.)|\Z)",
    re.DOTALL,
)
_PROMPT = re.compile(
    r"[ \t]*(?:\([\w.-]{1,40}\)[ \t]*)?(?:[\w.-]{1,40}@[\w.-]{1,60}[:\w~/. -]{0,80})?"
    r"(?P<sign>[$\u276f\u279c]|PS[^>\n]{0,80}>)[ \t]+"
)
_HEREDOC = re.compile(r"(?<!<)<<-?[ \t]*(?P<quote>['\"]?)(?P<tag>[A-Za-z_]\w{0,40})(?P=quote)")
_TARGET = re.compile(r"(?:>{1,2}|\btee(?:[ \t]+-a)?)[ \t]*(?P<quote>['\"]?)(?P<file>[\w./~-]+)(?P=quote)")
_READS = re.compile(r"(?:^|[|&;]|\bsudo)[ \t]*(?P<program>python3?|node)\b[^<>|&;]{0,80}<<")
_INNER = re.compile(r"\$\(")
_SIMPLE = re.compile(r"[^\s'\"]+")
_LONGEST = 400
"""Characters of a substitution inside a word that are read."""


class Word(NamedTuple):
    """A word without the quotes around it, and the offset at which it begins."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Heredoc:
    """What is written into a file (or run by a program): the first of its lines, and the lines."""

    file: str
    first: int
    lines: tuple[str, ...]


def commands(source: Source) -> Iterator[list[Word]]:
    """The simple commands of shell text, those of pipes, lists and substitutions one by one."""
    words: list[Word] = []
    skips, brackets = False, _Brackets()
    for match in _TOKEN.finditer(source.text):
        kind = match.lastgroup
        if kind == "end":
            if brackets.ends_command(match) and words:
                yield words
            words, skips = [], False
        elif kind == "redirect":
            skips = not match[kind].endswith("-")
        elif kind in ("word", "open"):
            text = match[kind]
            word = Word(text, match.start(kind))
            if not skips:
                words.append(_bare(word) if text[0] in "'\"" else word)
            skips = False
            if "$(" in text:
                yield from _substituted(word)
    if words:
        yield words


def without_output(source: Source) -> Source:
    """Where lines have a prompt, those alone (and what they go on with), without the prompt."""
    if not any(sign in source.text for sign in "$\u276f\u279c>") or not any(map(_PROMPT.match, source.lines)):
        return source
    return source.masked(_prompted(source.lines))


def prompted(source: Source) -> Source:
    """The lines that have a prompt; all others are empty."""
    return source.masked(_prompted(source.lines) if "$" in source.text else ())


def without_heredocs(source: Source) -> tuple[Source, list[Heredoc]]:
    """The text without the bodies of its heredocs, and those."""
    if "<<" not in source.text:
        return source, []
    found = list(_heredocs(source.lines))
    hidden = {at for one in found for at in range(one.first, one.first + len(one.lines) + 1)}
    kept = ((at, _HEREDOC.sub(_blanked, line)) for at, line in enumerate(source.lines) if at not in hidden)
    return source.masked(kept), found


class _Brackets:
    """Tells a command from a function's name, the items of an array and a pattern of ``case``."""

    def __init__(self) -> None:
        self.depth = 0
        self.array = False

    def ends_command(self, match: re.Match[str]) -> bool:
        """Whether what stands in front of this operator is a command."""
        sign = match["end"]
        if sign not in ("(", ")"):
            return not self.array
        before = match.string[max(match.start("end") - 1, 0)]
        closes, was_array = sign == ")", self.array
        is_pattern = closes and not self.depth
        self.depth = max(self.depth + (sign == "(") - closes, 0)
        self.array = (sign == "(" and before == "=") or (was_array and not closes)
        return not (was_array or is_pattern or (sign == "(" and before not in " \t\n$;|&("))


def _bare(word: Word) -> Word:
    """A word that begins with a quote, without the quotes around it."""
    text = word.text
    return Word(text[1:-1], word.start + 1) if len(text) > 1 and text[0] == text[-1] else word


def _substituted(word: Word) -> Iterator[list[Word]]:
    """The commands whose output stands in a word."""
    if word.text[0] == "'":
        return
    for opening in _INNER.finditer(word.text):
        end = word.text.find(")", opening.end())
        inner = word.text[opening.end() : end if end >= 0 else None]
        offset = word.start + opening.end()
        words = [Word(one[0], offset + one.start()) for one in _SIMPLE.finditer(inner[:_LONGEST])]
        if words:
            yield words


def _prompted(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    goes_on = False
    for at, line in enumerate(lines):
        match = None if goes_on else _PROMPT.match(line)
        if match or goes_on:
            end = match.end() if match else 0
            yield at, " " * end + line[end:]
            goes_on = line.endswith("\\")


def _heredocs(lines: Sequence[str]) -> Iterator[Heredoc]:
    """One after the other; what is never closed is none."""
    last = {line.strip(): at for at, line in enumerate(lines)}
    tag, file, first = "", "", 0
    for at, line in enumerate(lines):
        if tag and line.strip() == tag:
            yield Heredoc(file, first, tuple(lines[first:at]))
            tag = ""
        elif not tag and "<<" in line:
            match = _HEREDOC.search(line)
            if match and last.get(match["tag"], 0) > at:
                tag, file, first = match["tag"], _written_to(line), at + 1


def _written_to(line: str) -> str:
    """The file that the line's command writes, or one with the extension of what it runs."""
    if target := _TARGET.search(line):
        return target["file"]
    if "kubectl" in line:
        return "run.yaml"
    runs = _READS.search(line)
    return ("run.js" if runs["program"] == "node" else "run.py") if runs else ""


def _blanked(match: re.Match[str]) -> str:
    return blank(match[0])
