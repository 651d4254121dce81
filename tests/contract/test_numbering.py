"""Numbers of items that are mended rise one by one, and every field still names the items that it named."""

import re

from hypothesis import given
from hypothesis import strategies as st

from planls.contract.reading import Reading, read
from planls.contract.steps.depends.dependencies import dependencies
from planls.contract.steps.numbered import numbered
from planls.contract.steps.numbering import numberings
from planls.document import Document
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls_rules.kinds import KINDS
from planls_rules.steps.misnumbered_step import check as rule

_NUMBERS = st.builds("{}{}".format, st.integers(0, 9), st.sampled_from(["", "", "", "a", "b"]))
_ITEMS = st.lists(st.tuples(_NUMBERS, st.sampled_from(["{}", "{}", "{}", "~~{}~~"])), min_size=1, max_size=9)


@given(_ITEMS, st.data())
def test_what_is_mended_rises_one_by_one(items: list[tuple[str, str]], data: st.DataObject) -> None:
    lines = ["# PoC 1 Implementation Plan: A", "## Implementation Steps"]
    for at, (number, form) in enumerate(items):
        on = data.draw(st.sampled_from([n for n, _ in items]))
        lines += [f"### {form.format(f'Step {number}')}: Name {chr(65 + at)}", f"**Depends On**: Step {on}"]
    before = _reading("\n".join(lines) + "\n")
    for finding in rule.check(before):
        if finding.fix:
            after = _reading("".join(apply_edits(before.document.lines, finding.fix.edits)))
            assert not list(rule.check(after)), after.document.text()
            assert _named(after) == _named(before), after.document.text()


@given(st.lists(st.integers(0, 9), max_size=12))
def test_numbers_are_faulty_unless_they_rise_one_by_one(numbers: list[int]) -> None:
    text = "".join(f"### Step {number}: A\n" for number in numbers)
    reading = _reading(f"# PoC 1 Implementation Plan: A\n## Implementation Steps\n{text}")
    faults = [fault for numbering in numberings(reading) for fault in numbering.faults]
    rising = all(number == at for at, number in enumerate(numbers, numbers[0] if numbers else 0))
    assert bool(faults) != (rising and (len(numbers) < 2 or numbers[0] != 2))


def _reading(text: str) -> Reading:
    return read(Document.parse(split_lines(text)), KINDS["plan"])


def _named(reading: Reading) -> list[set[str]]:
    """For each item the names of those that its field may mean."""
    ((_, steps),) = [found for found in numbered(reading) if found[0].pattern.word]
    names: dict[str, str] = {}
    for step in steps:
        name = re.sub(r".*: ", "", step.part.title)
        names.setdefault(step.number, name)
    return [{names.get(one.number, "") for one in dependencies(step.part)} for step in steps]
