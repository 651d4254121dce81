"""A rule that crashes is one finding that names it; the other rules go on, and nothing is remembered."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from planls import linter
from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.rule import Finding, Reads, Rule, Severity
from planls_rules import RULES

STEP = """# PoC 1 Implementation Plan: Search

## Implementation Steps

### Step 1: A (1 h)

<!-- planls-disable-file rhymes -->
"""


@pytest.mark.parametrize(
    "name", [rule.name for rule in RULES if rule.reads not in (Reads.CRASHES, Reads.KIND)]
)
def test_the_other_rules_go_on(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sound = findings(STEP)
    monkeypatch.setattr(linter, "RULES", [broken(rule) if rule.name == name else rule for rule in RULES])
    crash, *rest = findings(STEP)
    assert crash == ("crashed-rule", Severity.ERROR)
    assert rest == [finding for finding in sound if finding[0] != name]


def test_a_rule_may_crash_on_one_text_and_not_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [broken(rule, on="[Name]") if rule.name == "missing-field" else rule for rule in RULES]
    monkeypatch.setattr(linter, "RULES", rules)
    one = linter.Linter(Settings())
    names = [told(one, text)[0][0] for text in (f"{STEP}[Name]\n", STEP, f"{STEP}[Name]\n")]
    assert names == ["crashed-rule", "missing-section", "crashed-rule"]


def broken(rule: Rule, on: str = "") -> Rule:
    """The rule, which now raises when what it is handed holds a text."""

    def check(data: object) -> Iterator[Finding]:
        if not on or any(on in line for line in getattr(data, "lines", ())):
            raise ValueError("broken")
        yield from rule.check(data)

    return replace(rule, check=check)


def findings(text: str) -> list[tuple[str, Severity | None]]:
    """What a fresh linter finds."""
    return told(linter.Linter(Settings()), text)


def told(one: linter.Linter, text: str) -> list[tuple[str, Severity | None]]:
    """Name and severity of each finding."""
    found = one.run(Document.parse(split_lines(text))).findings
    return [(finding.rule.name, finding.severity) for finding in found if finding.rule]
