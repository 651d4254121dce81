"""Formats of data, and whether a document says what makes them valid."""

from collections.abc import Iterator

from planls.contract.calls import has_endpoints
from planls.contract.codes import codes_in
from planls.contract.part import Part
from planls.document.blocks import Html, Table
from planls.document.words import spoken

_DATA = ("json", "jsonc", "jsonl", "yaml", "yml", "toml", "xml", "csv", "ini")
_RULES = frozenset(
    """
    between default defaults empty enum exactly expects float int integer invalid least length max
    maximum min minimum most must never nonempty nullable number optional positive range reject
    rejected rejects required rule rules str string type unique valid validate validated validates
    validation whole
    """.split()
)
"""Words of which a validation rule has one."""


def unruled_formats(part: Part) -> Iterator[int]:
    """The line of the first block of data in a section that has no other contract and no rule for it."""
    if has_endpoints(part):
        return
    codes = codes_in(part)
    places = [code.opening for code in codes]
    places += [at for at, block in part.placed if isinstance(block, Table)]
    if not places or any(code.language not in _DATA for code in codes):
        return
    text = " ".join(line for _, block in part.placed if not isinstance(block, Html) for line in block.lines)
    if not part.contract.unfilled(text) and not _RULES.intersection(spoken(text).split()):
        yield min(places)
