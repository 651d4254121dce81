"""A checklist gets the items that it lacks, loses nothing, and lacks none then, however it is written."""

from hypothesis import given
from hypothesis import strategies as st

from planls.contract.checklists import missing_checks
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.reading import read
from planls.document import Document
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls_rules.kinds import KINDS
from planls_rules.structure.missing_checklist_item import check

SPEC = next(spec for spec in KINDS["plan"].contract.sections if spec.checklist)
OWN = ("Typed: mypy is strict", "**Docs**: every command", "🚀 *Fast*", "`make` works", "日本語")
MARKERS = ("- [ ] ", "* [x] ", "+ ", "1. [ ] ", "2) [X] ", "  - [ ] ", "> - [ ] ", "- [ ]  ")
GAPS = ("", "\n", "\n\n")
ITEMS = st.lists(
    st.sampled_from([*(check.line for check in SPEC.checklist), *OWN]), unique=True, min_size=1, max_size=9
)


def part_of(text: str) -> Part:
    """The part of the checklist in a text."""
    reading = read(Document.parse(split_lines(text)), KINDS["plan"])
    return next(
        part for _, part in reading.parts if isinstance(part.spec, SectionSpec) and part.spec.checklist
    )


@given(ITEMS, st.sampled_from(MARKERS), st.sampled_from(GAPS), st.sampled_from(("\n", "\r\n")))
def test_what_is_missing_is_put_in(items: list[str], marker: str, gap: str, newline: str) -> None:
    body = f"\n{gap}".join(f"{marker}{item}" for item in items)
    text = f"# PoC 1 Implementation Plan: A\n\n## {SPEC.name}\n\n{body}".replace("\n", newline)
    part = part_of(text)
    fixes = [finding.fix for finding in check.check(part)]
    lines = apply_edits(part.lines, [edit for fix in fixes if fix for edit in fix.edits])
    fixed = "".join(part.contract.title_line + newline * 2 + "".join(lines))
    own = len(missing_checks(part, SPEC)) > len(SPEC.checklist) - 2 and len(part.checkboxes) > 2
    assert own or missing_checks(part_of(fixed), SPEC) == []
    kept = [line.strip() for line in part.lines if line.strip()]
    assert [line.strip() for line in lines if line.strip() in kept] == kept
    assert not list(check.check(part_of(fixed)))


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    part = part_of(f"# PoC 1 Implementation Plan: A\n\n## {SPEC.name}\n\n{text.replace('#', '-')}")
    assert all(finding.span.line >= 0 for finding in check.check(part))
