"""Is this document of that kind? Title and section fingerprint together; nothing else is known here."""

import re
from collections import Counter
from functools import lru_cache

from planls.contract.boldheadings import with_bold_headings
from planls.contract.fences import mended
from planls.contract.model import Contract
from planls.contract.patterns import PLACEHOLDER
from planls.document import Document, Section
from planls.document.blocks import Heading
from planls.document.memory import remembered
from planls.document.words import bare, folded, normal

_WORDS = re.compile(r"[^\W_]+|[+#]+")
_TITLED = 2
"""Fixed words of a title, numbers too, that tell a kind by themselves: ``Plan`` alone is anybody's."""
_PROMPT = 2
"""Phrases of the prompt that make a text the prompt."""


def fits(document: Document, contract: Contract, file_name: str) -> float:
    """How well a document is one that the contract speaks of; 0: it is none, from 1 on its title says so.

    A title that the contract knows says so at once, if it has two words of its own. Otherwise at least
    half of the sections must stand at one level, a distinctive one among them by its own name (three
    quarters, where the contract has none); a title or file name with one of the kind's words makes up for
    one section. All sections but one are enough by any name. Sections that a broken fence swallows count.
    A title with holes that the contract does not know is another template's, and a text with the phrases
    of the prompt is the prompt.
    """
    titled = is_titled(document, contract)
    share = _share(document, contract)
    if not titled:
        document = with_bold_headings(mended(document, contract)[0], contract)
        titled, share = is_titled(document, contract), _share(document, contract)
    if not titled and not _has_sections(document, contract, file_name):
        return 0.0
    return 0.0 if is_prompt(document, contract) else titled + share


def is_titled(document: Document, contract: Contract) -> bool:
    """Whether the title alone says that the document is one that the contract speaks of."""
    return _is_title(_title(document), contract)


def is_prompt(document: Document, contract: Contract) -> bool:
    """Whether the text has so many of the prompt's phrases that it contains the prompt."""
    found: set[str] = set()
    for section in document.sections if contract.refused else ():
        found |= _phrases(section, contract.refused)
        if len(found) >= _PROMPT:
            return True
    return False


def _share(document: Document, contract: Contract) -> float:
    """How many of the contract's sections there are, by any name; the contract's own counts twice."""
    named = _named(document.headings, contract)
    found, own = {name for _, name, _ in named}, {name for _, name, own in named if own}
    return (len(found) + len(own)) / (2 * len(contract.sections) + 1)


@lru_cache(maxsize=4)
def _named(headings: tuple[Heading, ...], contract: Contract) -> frozenset[tuple[int, str, bool]]:
    """The sections that headings name: level, name, whether by the contract's own name."""
    specs = ((h.level, contract.named(h.text) or contract.repeated(h.text), h.text) for h in headings)
    return frozenset(
        (level, s.name, not s.headed or bare(text) == bare(s.name)) for level, s, text in specs if s
    )


def _has_sections(document: Document, contract: Contract, file_name: str) -> bool:
    title = _title(document)
    holes = {folded(hole[0]) for hole in PLACEHOLDER.finditer(title)}
    if holes.difference(contract.placeholders):
        return False
    named = _named(document.headings, contract)
    levels = Counter(level for level, _ in {(level, name) for level, name, _ in named})
    level, count = max(levels.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    if count >= len(contract.sections) - 1 > 1:
        return True
    words = {*normal(title).split(), *normal(file_name).split()}
    hinted = bool(words & set(contract.hints))
    distinctive = {spec.name for spec in contract.sections if spec.distinctive}
    if not distinctive:
        return count >= -(-3 * len(contract.sections) // 4) - hinted and count > 1
    telling = any(own and at == level and name in distinctive for at, name, own in named)
    return count >= -(-len(contract.sections) // 2) - hinted and telling


@remembered
def _phrases(section: Section, refused: tuple[str, ...]) -> frozenset[str]:
    text = " ".join(_WORDS.findall("".join(section.lines).casefold()))
    return frozenset(phrase for phrase in refused if phrase in text)


@lru_cache(maxsize=64)
def _is_title(title: str, contract: Contract) -> bool:
    words = PLACEHOLDER.sub(" ", contract.title.text.replace("[N]", "N"))
    enough = len(normal(words).split()) >= _TITLED
    return enough and contract.title.match_loosely(title) is not None


def _title(document: Document) -> str:
    return next((section.heading.text for section in document.sections if section.heading), "")
