"""Where a part names items by their numbers: prose, tables, fields of dependencies, comments in code."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from planls.contract.budget import plural
from planls.contract.codes import Snippet, codes_in
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.steps.depends.dependencies import dependencies
from planls.contract.steps.spellings import Mention, bare_numbers, mentions
from planls.document.blocks import Code, Container, FrontMatter, Table
from planls.document.inline import code_spans
from planls.document.lines import Span
from planls.document.links import links_in
from planls.document.memory import remembered
from planls.document.words import normal

_DRAWN = frozenset(("", "text", "txt", "plain", "plaintext", "mermaid", "ascii", "diagram"))
"""Languages of blocks that show what is said in words: diagrams, output."""
_PROSE = frozenset(("markdown", "md"))
_COMMENT = re.compile(r"(?:^|(?<=\s))(?:#+(?!!)|//+|--(?=\s)|/\*+|<!--|;;)|^\s*(?:\*(?=\s)|\"\"\"|''')")
_SPOKEN = re.compile(r"[A-Z][a-z]+ #?\d[\w ,&-]{0,20}")
_NUMBERED = frozenset(("#", "no", "nr", "number"))


@dataclass(frozen=True, slots=True)
class Place:
    """A mention in a part. ``scope`` tells texts that may have a numbering of their own: 0 is the prose.

    ``depends``: it stands in a field that says what an item depends on; ``inside``: in an item or in code,
    where an entry is hardly ever about another item.
    """

    mention: Mention
    span: Span
    scope: int
    depends: bool = False
    inside: bool = False


@remembered
def places(part: Part, spec: ItemSpec) -> tuple[Place, ...]:
    """The mentions in a part, its own heading's number included."""
    word = spec.pattern.word
    found = [*_in_prose(part, word), *_in_tables(part, spec)]
    for scope, snippet in enumerate(codes_in(part), start=1):
        found += _in_code(part, snippet, word, scope)
    unique = {place.span: place for place in found}
    unique |= _depending(part) if part.spec is spec else {}
    return tuple(sorted(unique.values(), key=lambda place: place.span))


def _depending(part: Part) -> dict[Span, Place]:
    """What the part says that it depends on."""
    said = [(end, end is one.last) for one in dependencies(part) for end in (one, one.last) if end]
    return {
        one.span: Place(Mention(one.number, 0, 0, closes), one.span, 0, depends=True) for one, closes in said
    }


def _in_prose(part: Part, word: str) -> Iterator[Place]:
    inside = isinstance(part.spec, ItemSpec)
    for at, lines in _texts(part):
        text = "".join(lines)
        if word.casefold() not in text.casefold():
            continue
        starts = [0, *accumulate(map(len, lines))]
        away = [(starts[n] + a, starts[n] + b) for n, line in enumerate(lines) for a, b in _away(line)]
        for mention in mentions(text, word):
            row = bisect_right(starts, mention.start) - 1
            column = mention.start - starts[row]
            span = Span(at + row, column, at + row, column + mention.end - mention.start)
            link = bisect_right(away, (mention.start, len(text))) - 1
            if link < 0 or mention.start >= away[link][1]:
                yield Place(mention, span, 0, inside=inside or lines[row].startswith("#"))


def _texts(part: Part) -> Iterator[tuple[int, list[str]]]:
    """The prose of a part by stretches, code spans blanked: the first line, and all of them."""
    for at, block in part.placed:
        if isinstance(block, Code | FrontMatter):
            continue
        code = block.code_lines if isinstance(block, Container) else frozenset()
        lines = ["\n" if n in code else _shown(line) for n, line in enumerate(block.lines)]
        if isinstance(block, Table):
            yield from ((at + n, [line]) for n, line in enumerate(lines))
        else:
            yield at, lines


def _shown(line: str) -> str:
    """The line with its code spans blanked, but for those that say something like a heading."""
    for start, end in code_spans(line) if "`" in line else ():
        inner = line[start:end].strip("` ")
        if not _SPOKEN.fullmatch(inner):
            line = f"{line[:start]}{' ' * (end - start)}{line[end:]}"
    return line


def _away(line: str) -> list[tuple[int, int]]:
    """The columns of the links to other documents, from left to right."""
    links = links_in(line, 0)
    return [(link.start, link.end) for link in links if link.file or not link.is_local]


def _in_tables(part: Part, spec: ItemSpec) -> Iterator[Place]:
    """Numbers alone in a table's column for items, or for what they depend on."""
    fields = {key for field in spec.fields if field.form == "dependencies" for key in field.keys}
    for scope, (at, block) in enumerate(part.placed):
        if not isinstance(block, Table):
            continue
        column = _column(block, spec.pattern.word)
        depends = {n for n, cell in enumerate(block.header) if normal(cell.text) in fields}
        for row in block.rows if column >= 0 else ():
            for n, cell in enumerate(row):
                rest = " ".join(other.text for m, other in enumerate(row) if m != n)
                for mention in bare_numbers(cell.text) if n == column or n in depends else ():
                    start = cell.span.column + mention.start
                    span = Span(
                        at + cell.span.line, start, at + cell.span.line, start + mention.end - mention.start
                    )
                    yield Place(
                        replace(mention, entry=n == column, rest=rest), span, -1 - scope, n in depends
                    )


def _column(table: Table, word: str) -> int:
    """The column of a table that has the numbers of items; -1 without one."""
    names = ["#" if cell.text.strip("* ") == "#" else normal(cell.text) for cell in table.header]
    one, many = normal(word), normal(plural(word))
    if _NUMBERED.isdisjoint(names):
        return next((n for n, name in enumerate(names) if name in (one, many, f"{one} no", f"{one} #")), -1)
    return next(n for n, name in enumerate(names) if name in _NUMBERED) if one in names else -1


def _in_code(part: Part, snippet: Snippet, word: str, scope: int) -> Iterator[Place]:
    """The comments of a snippet; of a diagram outside of items, all of it."""
    if snippet.language in _PROSE or word.casefold() not in "".join(snippet.lines).casefold():
        return
    inside = isinstance(part.spec, ItemSpec)
    drawn = snippet.language in _DRAWN and not (inside and not snippet.language)
    for n, line in enumerate(snippet.lines):
        comment = None if drawn else _COMMENT.search(line)
        start = comment.end() if comment else 0
        for mention in mentions(line[start:], word, capital=drawn) if drawn or comment else ():
            column = snippet.column + start + mention.start
            at = snippet.line + n
            yield Place(
                mention, Span(at, column, at, column + mention.end - mention.start), scope, inside=True
            )
