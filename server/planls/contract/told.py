"""Fields that something else in their section tells: a tree's comments, output among commands, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from planls.contract.codes import Snippet, codes_in
from planls.document.blocks import Code
from planls.document.inline import code_spans
from planls.document.words import has_any, spoken

if TYPE_CHECKING:
    from planls.contract.model import FieldSpec
    from planls.contract.part import Part

_SOME = 2
"""Comments or names of files that tell what key files are for; arrows that make a flow."""
_CALL = re.compile(r"`[^`]*\w\([^`]*\)[^`]*`")
_ARROW = re.compile(r"--?>|=>|[→⟶⇒➜▶]")
_OUTPUT = ("", "text", "txt", "output", "log", "console", "plaintext")


def is_told(part: Part, spec: FieldSpec) -> bool:
    """Whether a part tells a field without its label."""
    if spec.told == "tree":
        comments = sum(bool(node.comment) for node in part.tree[1].nodes) if part.tree else 0
        named = sum(len(code_spans(line)) for line in _prose(part))
        return part.tree is not None and (comments >= _SOME or named >= _SOME)
    if spec.told == "flow":
        return any(len(_ARROW.findall(line)) >= _SOME for line in _prose(part))
    words = (*spec.keys, *spec.cues)
    said = any(has_any(spoken(line), words) for line in part.lines[part.first_body_line :])
    return said or _has_output(codes_in(part))


def is_shown(part: Part) -> bool:
    """Whether text alone shows an interface: endpoints, calls as code, what goes in and what comes out."""
    from planls.contract.endpoints import endpoints

    words = set(spoken(" ".join(part.lines)).split())
    calls = any(_CALL.search(line) for line in _prose(part))
    return calls or bool(endpoints(part.lines)) or words >= {"input", "output"} or bool(codes_in(part))


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
