"""Whatever a document looks like after careless edits: no rule fails and no fix loses what was written."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from planls.config import Settings
from planls.document import Document
from planls.document.lines import LineStore, Span
from planls.linter import Linter, Result, fix_text
from planls.rule import Finding
from tests.generators.documents import documents
from tests.generators.mauled import careless, mauled
from tests.properties.looks import each_kind, few, fixed, name, result, told

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
    chance = random.Random(seed)  # noqa: S311  # made-up edits, no secrets
    store, linter = LineStore(data.draw(documents(kind)).text), Linter(Settings())
    document = Document.parse(list(store.lines))
    linter.run(document)
    for _ in range(count):
        change = store.replace(*careless(chance, store.lines))
        document = document.replaced(change, store.lines[change.first : change.first + change.added])
        assert _all(linter.run(document)) == _all(result(store.text()))


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
    return seen.kind, seen.findings


def _filled(text: str) -> Counter[str]:
    """The characters that are no white space, and how often each stands there."""
    return Counter("".join(text.split()))
