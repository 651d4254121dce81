"""The code of a part with what its surroundings say of it: the file it goes to, tests, what is replaced."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from planls.contract.codes import Snippet, codes_in
from planls.contract.evidence import masks
from planls.contract.evidence.signs import has
from planls.contract.evidence.testfiles import is_test_code, is_test_file, is_test_title, says_tests
from planls.contract.languages import SETTINGS, SHOWN, language_of
from planls.contract.part import Part
from planls.document.lines import Span, body
from planls.document.memory import remembered

_FILE = re.compile(r"[\w@./~-]{0,80}(?:\.[A-Za-z]\w{0,9}|Dockerfile|Makefile)(?![\w/])")
_COMMENT = re.compile(r"\s*(?:#|//|--|/\*|<!--|\"\"\"|;|%)\s*(?P<text>.*)")
_TITLE = re.compile(r"(?:title|file(?:name)?)=[\"']?(?P<file>[^\"'\s}]+)")
_SPAN = re.compile(r"`([^`]+)`")
_OTHER = re.compile(
    r"\W*(?:(?:before|current(?:ly)?|existing|old|bad|wrong|avoid|anti-?pattern|instead of(?: this)?|never"
    r"|don.?t(?: do(?: this)?)?|not this)(?: (?:code|version|implementation|state|behaviou?r|example|way))?"
    r"\W*(?:\([^()]*\))?\W*|(?:remove|delete)s?\b[^.:]{0,60}\W*)",
    re.IGNORECASE,
)
"""What introduces code that is there already and has to go, or is shown as a warning."""
_HEAD = 3
"""Lines of code in which a comment names the file."""
_NEAR = 200
"""Characters before a place in which the string that it stands in opens."""
_CHECKS = ("check", "demonstration")
_IDLE = SHOWN | SETTINGS | {"shell"}
"""Languages that compute nothing."""


@dataclass(frozen=True, eq=False)
class Script:
    """Code in a part, with the ``form`` that it has to have, the line of its ``fence``, what introduces it.

    ``testing``: all of its part is about tests. What is asked of a few scripts only is worked out then.
    """

    snippet: Snippet
    form: str
    fence: str
    above: tuple[str, ...]
    testing: bool

    @cached_property
    def path(self) -> str:
        """The file that it goes to: as its first comment, its fence or what stands above it has it."""
        heads = (_COMMENT.match(line) for line in self.snippet.lines[:_HEAD])
        told = [head["text"].split(" ")[0].rstrip(":,*/\r\n") for head in heads if head]
        told += [title["file"] for title in (_TITLE.search(self.fence),) if title]
        told += [written for line in reversed(self.above) for written in _SPAN.findall(line)]
        return next((one for one in told if _FILE.fullmatch(one)), "")

    @cached_property
    def language(self) -> str:
        """Its language, in one spelling; empty if it is not clear."""
        return language_of(self.snippet.language, self.path, self.snippet.lines)

    @property
    def tested(self) -> bool:
        """Whether it is a test, or checks something."""
        return self.form in _CHECKS or self.is_test

    @cached_property
    def is_test(self) -> bool:
        """Whether it is the code of a test."""
        told = self.testing or self.form == "tests" or is_test_file(self.path)
        return told or any(map(says_tests, self.above)) or is_test_code(self.text, self.language)

    @cached_property
    def gone(self) -> bool:
        """Whether it is what the plan takes away, or warns of."""
        return any(map(_OTHER.fullmatch, self.above))

    @cached_property
    def text(self) -> str:
        """The code as one text; a diff without its marks and what it takes away."""
        lines = [body(line) for line in self.snippet.lines]
        if self.snippet.language in ("diff", "patch"):
            lines = [" " * len(line) if line[:1] == "-" else f" {line[1:]}"[: len(line)] for line in lines]
        return "\n".join(lines)

    @cached_property
    def said(self) -> str:
        """The text without its comments."""
        return self._masks[0]

    @cached_property
    def code(self) -> str:
        """The text without its comments and what its strings say."""
        return self._masks[1]

    @cached_property
    def comments(self) -> str:
        """The comments of the text, all else blank."""
        return masks.comments(self.text, self.language)

    @property
    def is_program(self) -> bool:
        """Whether it computes something: no commands, no configuration, no output."""
        return self.language not in _IDLE

    def stretches(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where the lines begin and end that have one of some words, which are in lower case."""
        start = 0
        for line in self.text.split("\n"):
            if has(line.lower(), words):
                yield start, start + len(line)
            start += len(line) + 1

    def counts_at(self, offset: int) -> bool:
        """Whether a place is code or in a string that opens on its line: in no comment, in no docstring."""
        if self.said[offset] == " " or self.code[offset] != " ":
            return self.said[offset] != " "
        start = max(self.text.rfind("\n", 0, offset) + 1, offset - _NEAR)
        return any(sign in self.code[start:offset] for sign in "\"'`")

    def line_at(self, offset: int) -> int:
        """The 0-based line, in the code, of an offset in its text."""
        return bisect_right(self.starts, offset) - 1

    def span(self, start: int, end: int) -> Span:
        """Where in the part a stretch of the text stands that begins at an offset; its first line only."""
        line = self.line_at(start)
        begin = self.starts[line]
        last = min(end, self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text))
        left = self.snippet.column - begin
        return Span(self.snippet.line + line, start + left, self.snippet.line + line, max(last, start) + left)

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return list(accumulate((len(body(line)) + 1 for line in self.snippet.lines), initial=0))[:-1] or [0]

    @cached_property
    def _masks(self) -> tuple[str, str]:
        return masks.masked(self.text, self.language)


@remembered
def scripts_in(part: Part) -> tuple[Script, ...]:
    """All code of a part, from top to bottom, templates and empty blocks left out."""
    return tuple(_scripts(part))


def _scripts(part: Part) -> Iterator[Script]:
    snippets = [snippet for snippet in codes_in(part) if any(map(str.strip, snippet.lines))]
    whole, testing = getattr(part.spec, "form", ""), is_test_title(part.title)
    labels = _Labels(part) if snippets else None
    for snippet in snippets:
        if labels and not any(map(part.contract.unfilled, snippet.lines)):
            form = next((spec.form for spec, line, end in part.anchors if line <= snippet.opening < end), "")
            fence = part.lines[snippet.opening] if snippet.opening < snippet.line else ""
            yield _script(snippet, form or whole, fence, labels.above(snippet.opening), testing)


@lru_cache(maxsize=256)
def _script(snippet: Snippet, form: str, fence: str, above: tuple[str, ...], testing: bool) -> Script:  # noqa: FBT001  # of a cache by place
    """The same object for the same code, for which an edit beside it changes nothing."""
    return Script(snippet, form, fence, above, testing)


class _Labels:
    """The lines of a part that introduce what follows."""

    def __init__(self, part: Part) -> None:
        labels = [label for label in part.labels if not label.alone]
        self._lines = part.lines
        self._any = [label.span.line for label in labels]
        self._marked = [label.span.line for label in labels if label.marked]

    def above(self, line: int) -> tuple[str, ...]:
        """The label above a line, the one in bold, and the line of prose just above."""
        found = {lines[at - 1] for lines in (self._any, self._marked) if (at := bisect_left(lines, line))}
        near = next((n for n in (line - 1, line - 2) if n > 0 and self._lines[n].strip()), 0)
        if near and not self._lines[near].lstrip().startswith(("```", "~~~")):
            found.add(near)
        return tuple(body(self._lines[at]).strip() for at in sorted(found))
