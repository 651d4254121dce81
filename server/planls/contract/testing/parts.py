"""The parts of a test: arrange, act, assert."""

import re
from collections.abc import Sequence

from planls.contract.testing.model import UnitTest

_PART = (
    r"(?i)\b(?:arrange|act|assert|given|when|then|set[ -]?up|prepare|exercise|execute|verify|check|expect"
    r"|teardown|cleanup|input|run|invoke|call)\b"
)
_ASSERTS = r"(?i)assert|expect|should|require|verif|t\.(?:Error|Fatal)"
_COMMENT = ("#", "//")
_SHORT = 3
_FEW_LINES = 6
"""A test of no more statements (of Python; else lines) shows its parts as it is."""


def parts_wanted(template: Sequence[str]) -> bool:
    """Whether a template's sample of a test marks its parts by comments."""
    said = {line.strip(" #/").lower() for line in template if line.strip().startswith(_COMMENT)}
    return {"arrange", "assert"} <= said or {"given", "then"} <= said


def has_parts(test: UnitTest, language: str) -> bool:
    """Whether a test's parts can be told apart: by comments, by blank lines, or because it is short."""
    if test.simple or test.statements <= (_SHORT if language == "python" else _FEW_LINES):
        return True
    comments = [row for row in test.body if row.strip().startswith(_COMMENT)]
    if len(comments) > 1 or any(re.search(_PART, row) for row in comments):
        return True
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", "\n".join(test.body).strip("\n"))
    return len(paragraphs) > 1 and bool(re.search(_ASSERTS, paragraphs[-1]))
