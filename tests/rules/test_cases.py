"""What the rules find in documents of every shape, in cases/*.md."""

from pathlib import Path

import pytest

from planls.contract.kinds import load_kind
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter, fix_text
from planls_rules.kinds import KINDS
from tests.rules.cases import Case, cases, told

FOLDER = Path(__file__).parent
CASES = [case for file in sorted((FOLDER / "cases").glob("*.md")) for case in cases(file)]
KNOWN = {**KINDS, **{folder.name: load_kind(folder) for folder in sorted((FOLDER / "kinds").iterdir())}}
"""Further kinds stand beside those that come with planls."""
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} {case.title}")


@each_case
def test_a_document_gives_these_findings(case: Case) -> None:
    document = Document.parse(split_lines(case.given))
    result = Linter(case.settings, case.path, KNOWN).run(document)
    assert "".join(map(told, result.findings)) == case.found
    assert (result.kind or "none") == case.options.get("kind", "plan")


@each_case
def test_fixes_settle(case: Case) -> None:
    once, _ = fix_text(case.given, case.settings, case.path, KNOWN, unsafe=True)
    assert case.fixed in (None, once)
    assert fix_text(once, case.settings, case.path, KNOWN, unsafe=True)[0] == once
