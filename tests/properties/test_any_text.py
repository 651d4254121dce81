"""Whatever a document looks like after careless edits: no rule fails and no fix loses what was written."""

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planls_rules
from planls.config import Settings
from planls.document import Document
from planls.document.lines import LineStore, Span, split_lines
from planls.linter import Linter, Result, fix_text
from planls.rule import Finding, Fix
from planls_rules.kinds import KINDS
from tests.generators.documents import documents
from tests.generators.mauled import careless, mauled
from tests.properties.looks import each_kind, few, fixed, name, result, told

SPEC = (Path(str(planls_rules.__file__)).parent / "kinds" / "spec" / "example.md").read_text(encoding="utf-8")
REWRITES = {"misspelled-heading", "malformed-title", "broken-fence", "unknown-suppression"}
"""Rules whose fixes replace a heading, a fence or a word by the right one; others may rename a label."""


@each_kind
@few
@given(data=st.data())
def test_no_rule_fails(kind: str, data: st.DataObject) -> None:
    text = data.draw(mauled(kind))
    assert [f for f in told(result(text).findings) if f[0] == "crashed-rule"] == []


@each_kind
@few
@given(data=st.data())
def test_no_fix_loses_a_character(kind: str, data: st.DataObject) -> None:
    text = data.draw(mauled(kind))
    for finding in result(text).findings:
        fix = finding.fix
        if fix and fix.safe and name(finding) not in REWRITES and not fix.title.startswith("Rename"):
            assert _filled(text) <= _filled(fixed(text, finding)), told([finding])


@each_kind
@few
@given(data=st.data())
def test_fix_all_comes_to_an_end(kind: str, data: st.DataObject) -> None:
    text, _ = fix_text(data.draw(mauled(kind)), Settings())
    assert fix_text(text, Settings())[0] == text


@each_kind
@few
@given(data=st.data(), seed=st.integers(0, 2**16), count=st.integers(1, 5))
def test_a_linter_that_saw_edits_says_what_a_fresh_one_says(
    kind: str, data: st.DataObject, seed: int, count: int
) -> None:
    chance = random.Random(seed)
    store, linter = LineStore(data.draw(documents(kind)).text), Linter(Settings())
    document = Document.parse(list(store.lines))
    linter.run(document)
    for _ in range(count):
        change = store.replace(*careless(chance, store.lines))
        document = document.replaced(change, store.lines[change.first : change.first + change.added])
        assert _all(linter.run(document)) == _all(result(store.text()))


@few
@given(seed=st.integers(0, 2**16), count=st.integers(1, 8))
def test_edits_of_a_spec_give_what_a_fresh_linter_says(seed: int, count: int) -> None:
    chance = random.Random(seed)
    store, linter = LineStore(SPEC), Linter(Settings())
    document = Document.parse(list(store.lines))
    linter.run(document)
    for _ in range(count):
        change = store.replace(*careless(chance, store.lines))
        document = document.replaced(change, store.lines[change.first : change.first + change.added])
        assert _all(linter.run(document)) == _all(Linter(Settings()).run(Document.parse(list(store.lines))))


@few
@given(seed=st.integers(0, 2**16), count=st.integers(1, 12))
def test_fix_all_of_a_spec_settles_and_loses_nothing(seed: int, count: int) -> None:
    chance = random.Random(seed)
    store = LineStore(SPEC)
    for _ in range(count):
        store.replace(*careless(chance, store.lines))
    once, _ = fix_text(store.text(), Settings())
    assert fix_text(once, Settings())[0] == once


def test_what_an_edit_leaves_alone_is_not_said_anew() -> None:
    steps = "".join(f"### Step {number}: A\n\ntext\n\n" for number in (1, 2, 3))
    store = LineStore("# PoC 1 Implementation Plan: A\n\n## Implementation Steps\n\n" + steps)
    linter, document = Linter(Settings()), Document.parse(list(store.lines))
    before = {group.line: group.findings for group in linter.run(document).groups}
    change = store.replace(Span(4, 11, 4, 11), " and B\n")
    document = document.replaced(change, store.lines[change.first : change.first + change.added])
    after = {group.line: group.findings for group in linter.run(document).groups}
    assert (after[9], after[13]) == (before[8], before[12])
    assert (after[9] is before[8], after[13] is before[12], after[4] is before[4]) == (True, True, False)


def _all(seen: Result) -> tuple[str | None, list[Finding]]:
    """The kind and the findings, their fixes worked out."""
    return seen.kind, [replace(found, fix=found.fix and _worked_out(found.fix)) for found in seen.findings]


def _worked_out(fix: Fix) -> Fix:
    return Fix(fix.title, fix.edits, fix.safe)


def _filled(text: str) -> Counter[str]:
    """The characters that are no white space, and how often each stands there."""
    return Counter("".join(text.split()))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "\ufeff", "\n", "   ", "#", "---\n", "<!--"])
def test_next_to_nothing_is_a_document_of_the_kind_that_the_configuration_says(kind: str, text: str) -> None:
    settings, path = Settings(kinds={kind: ("*.md",)}, root=Path("/project")), Path("/project/draft.md")
    result = Linter(settings, path).run(Document.parse(split_lines(text)))
    assert result.kind == kind
    assert not [f for f in result.findings if f.rule and f.rule.name == "crashed-rule"]
    fix_text(text, settings, path)
