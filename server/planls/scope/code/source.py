"""What a piece of code uses, and a piece of code as lines and as one text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple


class Form(StrEnum):
    """How code uses something.

    ``MODULE`` is a name that only looks like a package's (``react@18.2.0``, ``golang.org/x/net`` in a
    sentence, ``import com.shop.orders`` in Java): it counts where the name is known. All others say that
    the thing is used.
    """

    IMPORT = "import"
    INSTALL = "install"
    DEPENDENCY = "dependency"
    IMAGE = "image"
    COMMAND = "command"
    SCHEME = "scheme"
    VARIABLE = "variable"
    FILE = "file"
    MODULE = "module"


class Use(NamedTuple):
    """Something that code uses: what it is looked up by, and where it stands.

    ``ecosystem`` is pypi, npm, go, cargo, gem, maven, nuget, composer, hex, docker, helm, brew, apt,
    terraform, action, cmd, scheme, env or file. ``name`` is without version, tag, extras and registry.
    ``text`` stands at ``line`` and ``column``, both 0-based, the column in code points.
    """

    form: Form
    ecosystem: str
    name: str
    text: str
    line: int
    column: int


class Source:
    """Lines of code without their terminators; offsets count in the text of them all, a line end each."""

    __slots__ = ("_starts", "lines", "text")

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines, and put them together."""
        self.lines = lines
        self.text = "\n".join(lines)
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        if not self._starts:
            self._starts = list(accumulate([len(line) + 1 for line in self.lines[:-1]], initial=0))
        return self._starts

    def use(self, form: Form, ecosystem: str, name: str, start: int, end: int) -> Use:
        """A use whose text stands between two offsets on one line."""
        starts = self.starts
        line = bisect_right(starts, start) - 1
        return Use(form, ecosystem, name, self.text[start:end], line, start - starts[line])

    def line_at(self, offset: int) -> int:
        """The 0-based line of an offset."""
        return bisect_right(self.starts, offset) - 1

    def masked(self, kept: Iterable[tuple[int, str]]) -> "Source":
        """The same number of lines, all empty but these."""
        lines = [""] * len(self.lines)
        for at, line in kept:
            lines[at] = line
        return Source(lines)


def moved(uses: Iterable[Use], line: int, column: int = 0) -> Iterator[Use]:
    """Uses found in a part that begins at a line and, for its first line, at a column."""
    for use in uses:
        yield use._replace(line=use.line + line, column=use.column + (0 if use.line else column))


def blank(text: str) -> str:
    """As many blanks as a text has characters; its line ends stay."""
    return "\n".join(" " * len(line) for line in text.split("\n"))
