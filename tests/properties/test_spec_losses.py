"""Whatever a spec's contract asks for: one part less is one finding in its place, two are two."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.generators.losses import Loss
from tests.generators.spec import example
from tests.generators.spec_losses import spec_losses
from tests.properties.looks import inserted, mended, name, result, the_finding, told

MADE = example()
LOSSES = spec_losses(MADE)


def test_the_example_is_whole() -> None:
    assert told(result(MADE.text).findings) == []


@pytest.mark.parametrize("loss", LOSSES, ids=repr)
def test_one_part_less_is_one_finding(loss: Loss) -> None:
    broken = loss.taken(MADE)
    finding = the_finding(broken.text, loss.rule, broken.at(*loss.shown))
    if finding.fix and finding.fix.safe:
        assert inserted(broken.text, finding) == mended(broken.text)


@given(st.lists(st.sampled_from(LOSSES), min_size=2, max_size=2))
def test_two_parts_less_are_two_findings(both: list[Loss]) -> None:
    one, other = both
    assume(one.apart(other))
    findings = result(other.taken(one.taken(MADE)).text).findings
    assert sorted(map(name, findings)) == sorted((one.rule, other.rule)), told(findings)
