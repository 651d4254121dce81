"""Bold lines that stand for headings: ``**A) PoC Overview**`` alone on the first line of a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planls.contract.model import Contract
from planls.document import Document, Section
from planls.document.blocks import Block, Heading, Paragraph
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import unnumbered

_BOLD = re.compile(r" {0,3}(\*\*|__)(?P<text>[^*_\s](?:[^*]*[^*_\s])?)\1(?P<colon>:?)\s*")


@dataclass(frozen=True, eq=False)
class BoldHeading(Heading):
    """A bold line as the heading of a section."""

    @cached_property
    def text(self) -> str:
        """What stands in bold, without a colon at its end."""
        return _read(self.lines[0])[0]

    @cached_property
    def span(self) -> Span:
        """Where its text stands, without the marks."""
        return _read(self.lines[0])[1]


def with_bold_headings(document: Document, contract: Contract) -> Document:
    """The document in which bold lines are headings where no heading names that section of the contract.

    Inside an item a bold line is a label, unless most of the sections are bold.
    """
    if not any(_bold_sections(section, contract) for section in document.sections):
        return document
    named = _at_one_level(_named(document.headings, contract))
    found = list(_candidates(document, contract, {name for _, name in named}))
    most = len(found) * 2 > len(contract.sections)
    chosen = {(n, at) for n, at in found if most or not _is_in_item(document, n, contract)}
    if not chosen:
        return document
    levels = Counter(level for level, _ in named)
    level = max(levels, key=lambda level: (levels[level], -level), default=2)
    return Document(document.lines, tuple(_sections(document, chosen, level)))


@remembered
def _bold_sections(section: Section, contract: Contract) -> tuple[tuple[int, str], ...]:
    """The indexes of a section's blocks that begin with a contract's section in bold, and its name."""
    found = (
        (n, _bold_section(b, contract)) for n, b in enumerate(section.blocks) if isinstance(b, Paragraph)
    )
    return tuple((n, name) for n, name in found if name)


@remembered
def _bold_section(block: Paragraph, contract: Contract) -> str:
    """The contract's section that a paragraph begins with in bold; empty for any other."""
    if not block.lines[0].lstrip().startswith(("**", "__")) or not _BOLD.fullmatch(body(block.lines[0])):
        return ""
    text, _ = _read(block.lines[0])
    spec = contract.named(text)
    label = spec and unnumbered(text) == text and spec.keys[0] in contract.field_keys
    return spec.name if spec and not label else ""


@lru_cache(maxsize=4)
def _named(headings: tuple[Heading, ...], contract: Contract) -> frozenset[tuple[int, str]]:
    """The levels and names of the sections that headings name."""
    specs = ((h.level, contract.named(h.text)) for h in headings)
    return frozenset((level, spec.name) for level, spec in specs if spec)


def _at_one_level(named: frozenset[tuple[int, str]]) -> set[tuple[int, str]]:
    """What is named at the level of most; where bold lines are the sections, a heading may be called so."""
    levels = Counter(level for level, _ in named)
    level = max(levels, key=lambda level: (levels[level], -level), default=0)
    return {found for found in named if found[0] == level and levels[level] > 1}


def _candidates(document: Document, contract: Contract, named: set[str]) -> Iterator[tuple[int, int]]:
    """The first bold line of each section that has no heading: section of the document and block."""
    for n, section in enumerate(document.sections):
        for at, name in _bold_sections(section, contract):
            if name not in named:
                named.add(name)
                yield n, at


def _is_in_item(document: Document, index: int, contract: Contract) -> bool:
    """Whether a section of the document is an item's, or below one."""
    for section in reversed(document.sections[: index + 1]):
        text = section.heading.text if section.heading else ""
        if any(spec.item and spec.item.pattern.match(text) for spec in contract.sections):
            return True
        if text and contract.named(text):
            return False
    return False


def _sections(document: Document, chosen: set[tuple[int, int]], level: int) -> Iterator[Section]:
    for n, section in enumerate(document.sections):
        blocks = tuple(at for index, at in sorted(chosen) if index == n)
        yield from _split(section, blocks, level) if blocks else (section,)


@remembered
def _split(section: Section, blocks: tuple[int, ...], level: int) -> tuple[Section, ...]:
    """A section cut before some of its blocks, whose first lines become headings; the same while it is."""
    found: list[list[Block]] = [[]]
    for n, block in enumerate(section.blocks):
        if n not in blocks:
            found[-1].append(block)
            continue
        found.append([BoldHeading(block.lines[:1], level)])
        if block.height > 1:
            found[-1].append(Paragraph(block.lines[1:]))
    return tuple(Section(tuple(group)) for group in found if group)


def _read(line: str) -> tuple[str, Span]:
    match = _BOLD.match(body(line))
    text = match["text"].rstrip(":").rstrip() if match else ""
    start = match.start("text") if match else 0
    return text, Span(0, start, 0, start + len(text))
