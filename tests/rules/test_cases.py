"""What the rules find in documents of every shape, in cases/*.md."""

from pathlib import Path

import pytest

from planls import linter
from planls.contract.kinds import load_kind
from planls.document import Document
from planls.document.lines import split_lines
from planls_rules.kinds import KINDS
from tests.rules.cases import Case, cases, told

FOLDER = Path(__file__).parent
CASES = [case for file in sorted((FOLDER / "cases").glob("*.md")) for case in cases(file)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} {case.title}")


@pytest.fixture(autouse=True)
def two_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second kind stands beside those that come with planls."""
    kind = load_kind(FOLDER / "kinds" / "decision")
    monkeypatch.setattr(linter, "KINDS", {**KINDS, kind.name: kind})


@each_case
def test_a_document_gives_these_findings(case: Case) -> None:
    document = Document.parse(split_lines(case.given))
    result = linter.Linter(case.settings, case.path).run(document)
    assert "".join(map(told, result.findings)) == case.found
    assert (result.kind or "none") == case.options.get("kind", "plan")


@each_case
def test_fixes_settle(case: Case) -> None:
    once, _ = linter.fix_text(case.given, case.settings, case.path, unsafe=True)
    assert case.fixed in (None, once)
    assert linter.fix_text(once, case.settings, case.path, unsafe=True)[0] == once
