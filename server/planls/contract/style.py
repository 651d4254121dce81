"""How a document is written, so that what is inserted looks like the rest of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from planls.document import Document
from planls.document.lines import ending

_SAMPLE = 60
"""Sections that are looked at; a document keeps its habits, and keystrokes are many."""


@dataclass(frozen=True)
class Style:
    """Line ``ending``; whether rules part sections, blank lines follow headings, code is fenced."""

    ending: str = "\n"
    ruled: bool = True
    spaced: bool = False
    fenced: bool = False

    def render(self, lines: Iterable[str]) -> list[str]:
        """Template lines in this style, with line endings."""
        return [line + self.ending for line in self._spaced(self._fenced(list(lines)))]

    def _spaced(self, lines: list[str]) -> Iterable[str]:
        fence = False
        for line, after in zip(lines, [*lines, ""][1:], strict=True):
            fence ^= line.startswith("```")
            yield line
            if self.spaced and not fence and line.startswith("#") and after:
                yield ""

    def _fenced(self, lines: list[str]) -> list[str]:
        """Indented code as fenced code, where the document fences its own."""
        if not self.fenced:
            return lines
        found: list[str] = []
        while lines:
            code = _leading_code(lines) if not found or not found[-1] else []
            if code:
                while found and not found[-1] and found[-2:-1] and found[-2].endswith(":"):
                    found.pop()
                found += ["```", *(line[4:] for line in code), "```"]
            else:
                found.append(lines[0])
            lines = lines[len(code) or 1 :]
        return found


def style_of(document: Document, *, ruled: bool = True) -> Style:
    """The style of most of a document's first sections; ``ruled`` where there is no gap to learn it from."""
    habits = [section.habits for section in document.sections[:_SAMPLE]] or [(0,) * 6]
    headed, spaced, top, rules, codes, fenced = (sum(column) for column in zip(*habits, strict=True))
    return Style(
        ending=ending(document.line(0)) or "\n",
        ruled=rules * 2 >= top if top > 1 else ruled,
        spaced=spaced * 2 > headed,
        fenced=fenced * 2 > codes,
    )


def _leading_code(lines: list[str]) -> list[str]:
    """The indented code that the lines start with, without blank lines behind it."""
    code: list[str] = []
    for line in lines:
        if line and not line.startswith("    "):
            break
        code.append(line)
    while code and not code[-1].strip():
        code.pop()
    return code if code and code[0] else []
