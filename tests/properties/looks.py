"""The ways in which these tests look at documents, and what they ask of every fix."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import settings

from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.linter import Linter, Result, fix_text
from planls.rule import Edit, Finding
from tests.generators.kinds import BOTH

each_kind = pytest.mark.parametrize("kind", BOTH)
few = settings(max_examples=settings().max_examples * 2 // 5)
"""Whole documents take milliseconds: fewer of them than of the profile's other examples."""
PENDING = {"unfilled-placeholder", "unticked-item"}
"""What a template's block brings along."""


def result(text: str) -> Result:
    """What a fresh linter says of a text."""
    return Linter(Settings()).run(Document.parse(split_lines(text)))


def name(finding: Finding) -> str:
    """The name of the rule that found it."""
    return finding.rule.name if finding.rule else ""


def told(findings: Iterable[Finding]) -> list[tuple[str, int, str]]:
    """Rule, 0-based line and message of each finding."""
    return [(name(finding), finding.span.line, finding.message) for finding in findings]


def the_finding(text: str, rule: str, line: int) -> Finding:
    """The only finding in a text, which is that rule's and on that 0-based line."""
    findings = result(text).findings
    assert [(name(f), f.span.line) for f in findings] == [(rule, line)], told(findings)
    return findings[0]


def fixed(text: str, finding: Finding) -> str:
    """The text after the finding's fix; it stays as terminated as it was."""
    assert finding.fix
    new = "".join(apply_edits(split_lines(text), finding.fix.edits))
    assert (new[-1:] in "\r\n") == (text[-1:] in "\r\n")
    return new


def inserted(text: str, finding: Finding) -> str:
    """The text after a fix that only inserts, safely, and leaves nothing to do but what it brought along."""
    assert finding.fix
    assert finding.fix.safe
    assert all(edit.span.start == edit.span.end for edit in finding.fix.edits)
    new = fixed(text, finding)
    assert set(re.findall(r"\r\n|\n|\r", new)) == set(re.findall(r"\r\n|\n|\r", text))
    assert _gaps(new) <= _gaps(text)
    lines = {line for edit in _placed(finding.fix.edits) for line in edit}
    left = result(new).findings
    assert [f for f in told(left) if f[0] not in PENDING or f[1] not in lines] == []
    return new


def mended(text: str) -> str:
    """The text after all safe fixes, which a second time change nothing and leave only what is pending."""
    new, left = fix_text(text, Settings())
    assert [f for f in told(left) if f[0] not in PENDING] == []
    assert fix_text(new, Settings())[0] == new
    return new


def _gaps(text: str) -> set[int]:
    """How many blank lines follow one another, where they are more than one."""
    runs = re.findall(r"\n(\n{2,})", re.sub(r"\r\n?", "\n", text))
    return {len(run) for run in runs}


def _placed(edits: Iterable[Edit]) -> Iterator[range]:
    """The lines that each insertion takes in the new text."""
    down = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        height = len(re.findall(r"\r\n|\n|\r", edit.text))
        yield range(edit.span.line + down, edit.span.line + down + height + 1)
        down += height
