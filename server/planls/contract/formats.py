"""Formats of data, and whether a document says what makes them valid."""

from collections.abc import Iterator

from planls.contract.endpoints import has_endpoints
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Code
from planls.document.words import spoken

_DATA = ("json", "jsonc", "jsonl", "yaml", "yml", "toml", "xml", "csv", "ini")
_RULES = frozenset(
    """at between default defaults empty enum exactly expects integer invalid least length max maximum min
    minimum most must never non nonempty not null nullable one only optional positive range reject rejected
    rejects required rule rules string unique valid validate validated validates validation whole""".split()
)
"""Words of which a validation rule has one."""


def unruled_formats(part: Part) -> Iterator[int]:
    """The line of the first block of data in a section that has no other contract and no rule for it."""
    if not isinstance(part.spec, SectionSpec) or not part.spec.parses or has_endpoints(part):
        return
    codes = [(at, block) for at, block in part.placed if isinstance(block, Code)]
    if not codes or any(block.language not in _DATA for _, block in codes):
        return
    if not _RULES.intersection(spoken(" ".join(part.lines)).split()):
        yield codes[0][0]
