"""How a document is written, so that what is inserted looks like the rest of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from planls.document import Document
from planls.document.blocks import Blank, Break, Code, Heading
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


def style_of(document: Document) -> Style:
    """The style of most of a document's first sections."""
    sections = document.sections[:_SAMPLE]
    headings = [s for s in sections if isinstance(s.blocks[0], Heading) and len(s.blocks) > 1]
    spaced = sum(isinstance(s.blocks[1], Blank) for s in headings)
    codes = [block for s in sections for block in s.blocks if isinstance(block, Code)]
    fenced = sum(bool(block.fence) for block in codes)
    tops = [s for s in headings if s.heading and s.heading.level == 2]  # noqa: PLR2004  # sections of a titled text
    ruled = sum(any(isinstance(b, Break) for b in s.blocks[-2:]) for s in sections)
    return Style(
        ending=ending(document.line(0)) or "\n",
        ruled=ruled * 2 >= len(tops) or len(tops) < 2,  # noqa: PLR2004
        spaced=bool(headings) and spaced * 2 > len(headings),
        fenced=fenced * 2 > len(codes),
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
