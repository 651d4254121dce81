"""What is generated is what the program says today; `make docs` writes it anew."""

from pathlib import Path

import pytest

from planls_rules import find_rule
from tests.tools.clauses import Clause, clauses
from tests.tools.compile_kinds import TARGET, compiled
from tests.tools.docs import PAGES, ROOT, fresh

CLAUSES = [pytest.param(clause, id=f"{kind}, {clause.text}") for kind, told in clauses() for clause in told]


def test_the_compiled_kinds_are_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == compiled()


@pytest.mark.parametrize("readme", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_readme_is_fresh(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    assert text == fresh(text)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_is_held_by_rules_or_says_why_not(clause: Clause) -> None:
    assert clause.rules or clause.reason
    assert [name for name in clause.rules if find_rule(name) is None] == []
