"""Is this document of that kind? Title and section fingerprint together; nothing else is known here."""

from collections import Counter

from planls.contract.fences import mended
from planls.contract.model import Contract
from planls.contract.patterns import PLACEHOLDER
from planls.document import Document
from planls.document.words import bare, folded, normal


def fits(document: Document, contract: Contract, file_name: str) -> bool:
    """Whether a document is one that the contract speaks of.

    A title that the contract knows says so at once. Otherwise at least half of the sections must stand
    at one level, a distinctive one among them by its own name; a title or file name with one of the
    kind's words makes up for one section. All sections but one are enough by any name. Sections that a
    broken fence swallows count. A title with holes that the contract does not know is another template's.
    """
    if contract.title.match_loosely(_title(document)):
        return True
    document, _ = mended(document, contract)
    title = _title(document)
    if contract.title.match_loosely(title):
        return True
    holes = {folded(hole[0]) for hole in PLACEHOLDER.finditer(title)}
    if holes.difference(contract.placeholders):
        return False
    named = {
        (s.heading.level, spec.name, spec.distinctive and bare(s.heading.text) == bare(spec.name))
        for s in document.sections
        if s.heading and (spec := contract.named(s.heading.text))
    }
    level, count = next(iter(Counter(level for level, _, _ in named).most_common(1)), (0, 0))
    words = {*normal(title).split(), *normal(file_name).split()}
    wanted = -(-len(contract.sections) // 2) - bool(words & set(contract.hints))
    distinctive = any(own for at, _, own in named if at == level)
    return count >= len(contract.sections) - 1 > 1 or (count >= wanted and distinctive)


def _title(document: Document) -> str:
    return next((section.heading.text for section in document.sections if section.heading), "")
