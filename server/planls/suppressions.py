"""Suppression comments: which findings they silence, which of them are unknown or of no use.

``disable-next-line`` covers the next line and, where that begins a fence, table or list, the whole
block; ``disable-line`` its own line; ``disable`` what follows up to ``enable``; ``disable-file`` all.
Without names they silence every rule.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from planls.document import Document
from planls.document.blocks import Blank, Block, Code, List, Table
from planls.document.directives import Directive
from planls.rule import Finding, Rule, Suppression

VERBS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")


_CLOSE = 0.8
"""How like a rule's name a word must be to be a slip of it; the words of a reason are not."""

_SHORT = 200
"""Lines; longer ranges are few and are looked at for every finding."""


@dataclass(frozen=True, slots=True)
class _Range:
    """A rule's code (empty: every rule), first and last line, and the suppression that says so."""

    code: str
    first: int
    last: int
    suppression: int


class Suppressions:
    """The suppressions of one document."""

    def __init__(
        self, document: Document, find_rule: Callable[[str], Rule | None], names: Iterable[str]
    ) -> None:
        """Read the document's comments; ``names`` are the words that a comment may use for rules."""
        self._find_rule = find_rule
        self._names = list(names)
        self._said: list[Suppression] = []
        self._codes: list[str] = []
        self._used: set[int] = set()
        self._regions: list[_Range] = []
        self._lines: dict[int, list[_Range]] = {}
        for found in self._read(document):
            self._add(found)

    def __bool__(self) -> bool:
        """Whether there is any comment to mind."""
        return bool(self._said)

    def silences(self, finding: Finding) -> bool:
        """Whether a comment silences the finding; the comment then counts as used."""
        code = finding.rule.code if finding.rule else ""
        line = finding.span.line
        ranges = (*self._lines.get(line, ()), *self._regions)
        hits = [r for r in ranges if r.code in ("", code) and r.first <= line <= r.last]
        self._used.update(hit.suppression for hit in hits)
        return bool(hits)

    def told(self, ignored: Iterable[str]) -> list[Suppression]:
        """What the comments asked for, and whether it was of use; rules that are off are not judged."""
        off = set(ignored)
        return [
            replace(
                said, used=said.used or n in self._used or self._codes[n] in off or _is_blanket(said, off)
            )
            for n, said in enumerate(self._said)
        ]

    def _add(self, found: _Range) -> None:
        """Keep a range: those of a line or block by their lines, so that many of them cost little."""
        if found.last - found.first > _SHORT:
            self._regions.append(found)
            return
        for line in range(found.first, found.last + 1):
            self._lines.setdefault(line, []).append(found)

    def _read(self, document: Document) -> Iterator[_Range]:
        open_ranges: dict[str, tuple[int, int]] = {}
        for start, section in zip(document.starts, document.sections, strict=False):
            for directive in section.directives:
                yield from self._ranges_of(directive.down(start), document, open_ranges)
        for code, (line, number) in open_ranges.items():
            yield _Range(code, line, document.line_count, number)

    def _ranges_of(
        self, directive: Directive, document: Document, open_ranges: dict[str, tuple[int, int]]
    ) -> Iterator[_Range]:
        for number, code in self._rules(directive):
            line = directive.span.line
            if directive.verb == "disable":
                open_ranges.setdefault(code, (line, number))
            elif directive.verb == "enable":
                codes = [code] if code else list(open_ranges)
                closed = [(c, open_ranges.pop(c)) for c in codes if c in open_ranges]
                self._used.update([number] if closed else [])
                yield from (_Range(c, first, line, n) for c, (first, n) in closed)
            else:
                yield _Range(code, *_extent(document, directive), number)

    def _rules(self, directive: Directive) -> Iterator[tuple[int, str]]:
        """The codes that a comment names, each with the number of its suppression; faults are noted."""
        if directive.verb not in VERBS:
            self._note(
                Suppression(
                    directive.verb, directive.span, "verb", used=True, near=_near(directive.verb, VERBS)
                )
            )
            return
        for word, span in directive.names or (("", directive.span),):
            rule = self._find_rule(word) if word else None
            if word and rule is None:
                near = _near(word, self._names)
                self._note(Suppression(word, span, "rule", used=True, near=near))
                if not near:
                    break  # what follows is prose: a reason without its " -- "
            else:
                code = rule.code if rule else ""
                yield self._note(Suppression(word, span, "", used=False), code), code

    def _note(self, said: Suppression, code: str = "") -> int:
        self._said.append(said)
        self._codes.append(code)
        return len(self._said) - 1


def _is_blanket(said: Suppression, off: set[str]) -> bool:
    """Whether a comment is for all rules while some of them are off."""
    return not said.word and bool(off)


def _near(word: str, words: Sequence[str]) -> str:
    return next(iter(get_close_matches(word.lower(), words, n=1, cutoff=_CLOSE)), "")


def _extent(document: Document, directive: Directive) -> tuple[int, int]:
    """The first and last line that a comment without an end covers."""
    if directive.verb == "disable-file":
        return 0, document.line_count
    if directive.verb == "disable-line":
        return directive.span.line, directive.span.line
    start, block = _block_below(document, directive.span.end_line)
    if isinstance(block, Code | Table | List):
        return start, start + block.height - 1
    return start, start


def _block_below(document: Document, line: int) -> tuple[int, Block | None]:
    """The first line with text below a line, and the block if one begins there."""
    index = document.section_at(line)
    for start, section in zip(document.starts[index:], document.sections[index:], strict=True):
        first = max(bisect_right(section.placed, line - start, key=lambda placed: placed[0]) - 1, 0)
        for at, block in section.placed[first:]:
            if start + at > line and not isinstance(block, Blank):
                return start + at, block
            if start + at <= line < start + at + block.height - 1:
                return line + 1, None
    return line + 1, None
