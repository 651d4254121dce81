"""Items that stand side by side with the sections: no rule fails, nothing is lost, fixes settle."""

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planls.config import Settings
from planls.contract.kinds import load_kind
from planls.document import Document
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.linter import Linter, fix_text
from planls_rules.kinds import KINDS
from tests.properties.looks import few, name

FOLDER = Path(__file__).parents[1] / "rules" / "kinds" / "trail"
KNOWN = {**KINDS, "trail": load_kind(FOLDER)}
PATH = Path("/project/plan.md")
SETTINGS = Settings(kinds={"trail": ("plan.md",)}, root=PATH.parent)
BLOCKS = (
    "# North Loop Work Plan",
    "## Scope\n\nTo the bridge.",
    "## Task 1: Clear\n\n**Files:**\n- a.md\n\n**Work**:\n1. Cut\n2. Rake",
    "## Task 2: Mend (Day 1 - 2 hours)\n\n**Work**:\n1. Paint\n2. Nail",
    "### Task 3: Sign\n\n**Files:**",
    "## Task 3\n\n- [ ] One\n- [x] Two",
    "## ~~Task 4~~: Moved",
    "## Tasks",
    "## Task",
    "### Materials\n\nLarch.",
    "## Wrap-Up\n\nThe rangers.",
    "## Wrap Up",
    "**Wrap-Up**\n\nThe rangers.",
    "Words.",
)
documents = st.builds(
    lambda blocks, end: "\n\n".join(blocks) + end,
    st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=10),
    st.sampled_from(("", "\n")),
)


@few
@given(documents)
def test_no_rule_fails_and_no_fix_loses_a_word(text: str) -> None:
    for finding in Linter(SETTINGS, PATH, KNOWN).run(Document.parse(split_lines(text))).findings:
        assert name(finding) != "crashed-rule"
        if finding.fix and name(finding) not in ("misspelled-heading", "malformed-title"):
            fixed = "".join(apply_edits(split_lines(text), finding.fix.edits))
            assert not _words(text) - _words(fixed), finding.message


@few
@given(documents)
def test_fixes_settle(text: str) -> None:
    once, _ = fix_text(text, SETTINGS, PATH, KNOWN)
    assert fix_text(once, SETTINGS, PATH, KNOWN)[0] == once


@few
@given(documents, documents)
def test_a_linter_that_saw_another_text_says_the_same(before: str, after: str) -> None:
    linter = Linter(SETTINGS, PATH, KNOWN)
    document = Document.parse(split_lines(before))
    linter.run(document)
    fresh = Linter(SETTINGS, PATH, KNOWN).run(Document.parse(split_lines(after)))
    again = linter.run(Document.parse(split_lines(after)))
    assert [(f.span, f.message) for f in again.findings] == [(f.span, f.message) for f in fresh.findings]


def _words(text: str) -> Counter[str]:
    """The words of a text; numbers and marks may change where a step is split."""
    return Counter(word for word in text.replace("(", " ").split() if word.isalpha())
