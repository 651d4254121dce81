"""Whatever a spec's contract asks for: one part less is one finding in its place, two are two."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planls.document.lines import body, split_lines
from tests.generators.losses import Loss
from tests.generators.spec import SPEC, example
from tests.generators.spec_forms import HEADINGS
from tests.generators.spec_losses import spec_losses
from tests.properties.looks import few, inserted, mended, name, result, the_finding, told

MADE = example()
LOSSES = spec_losses(MADE)


def test_the_example_is_whole() -> None:
    assert told(result(MADE.text).findings) == []


def test_the_example_has_no_more_than_is_asked_for() -> None:
    fields = (field for spec in SPEC.contract.everything for field in spec.fields)
    counted = {field.name for field in fields if field.entries and field.entries.count[0]}
    assert {loss.part[1] for loss in LOSSES if loss.rule == "wrong-count"} == counted


@pytest.mark.parametrize("loss", LOSSES, ids=repr)
def test_one_part_less_is_one_finding(loss: Loss) -> None:
    broken = loss.taken(MADE)
    finding = the_finding(broken.text, loss.rule, broken.at(*loss.shown))
    line = body(split_lines(broken.text)[finding.span.line])
    assert line[finding.span.column : finding.span.end_column].strip() or loss.rule == "empty-cell"
    if finding.fix:
        assert inserted(broken.text, finding) == mended(broken.text)


@few
@given(st.sampled_from(LOSSES), st.sampled_from(sorted(HEADINGS)))
def test_so_it_is_below_headings_of_any_form(loss: Loss, form: str) -> None:
    broken = loss.taken(MADE)
    the_finding(HEADINGS[form](broken.text), loss.rule, broken.at(*loss.shown))


@few
@given(st.lists(st.sampled_from(LOSSES), min_size=2, max_size=2))
def test_two_parts_less_are_two_findings(both: list[Loss]) -> None:
    one, other = both
    assume(one.apart(other) and (one.rule, one.shown) != (other.rule, other.shown))
    findings = result(other.taken(one.taken(MADE)).text).findings
    assert sorted(map(name, findings)) == sorted((one.rule, other.rule)), told(findings)
