"""Fields that something else in their section tells: the comments of a tree, output among commands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from planls.contract.codes import Snippet, codes_in
from planls.document.blocks import Code
from planls.document.inline import code_spans
from planls.document.words import spoken

if TYPE_CHECKING:
    from planls.contract.model import FieldSpec
    from planls.contract.part import Part

_SOME = 2
"""Comments or names of files that tell what key files are for."""
_OUTPUT = ("", "text", "txt", "output", "log", "console", "plaintext")


def is_told(part: Part, spec: FieldSpec) -> bool:
    """Whether a part tells a field without its label."""
    if spec.told == "tree":
        comments = sum(bool(node.comment) for node in part.tree[1].nodes) if part.tree else 0
        named = sum(len(code_spans(line)) for line in _prose(part))
        return part.tree is not None and (comments >= _SOME or named >= _SOME)
    words = [f" {word} " for word in (*spec.keys, *spec.cues)]
    said = any(word in spoken(line) for line in part.lines[part.first_body_line :] for word in words)
    return said or _has_output(codes_in(part))


def _prose(part: Part) -> Iterator[str]:
    for _, block in part.placed:
        if not isinstance(block, Code):
            yield from block.lines


def _has_output(codes: tuple[Snippet, ...]) -> bool:
    """Whether a session shows what its commands print, or a block of plain text follows the commands."""
    for code in codes:
        if any(one.startswith("$ ") and other[:2] not in ("$ ", "") for one, other in pairwise(code.lines)):
            return True
    return len(codes) > 1 and codes[0].language not in _OUTPUT and codes[-1].language in _OUTPUT
