"""Sections in any order are put back in the contract's, whole."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.generators.documents import documents
from tests.generators.kinds import BOTH
from tests.generators.orders import reordered
from tests.properties.looks import each_kind, few, mended, name, result, told


@each_kind
@few
@given(data=st.data())
def test_sections_in_another_order(kind: str, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(BOTH[kind].contract.sections))))
    text = reordered(data.draw(documents(kind)), order).text
    findings = result(text).findings
    assert {name(f) for f in findings} <= {"section-out-of-order"}, told(findings)
    assert len(findings) == len(order) - _longest_rise(order)
    new = mended(text)
    assert told(result(new).findings) == []
    assert _filled(new) == _filled(text)


def _longest_rise(numbers: list[int]) -> int:
    """How many of the numbers can stay where they are, counted the slow way."""
    longest: list[int] = []
    for at, number in enumerate(numbers):
        longest.append(1 + max((longest[n] for n in range(at) if numbers[n] < number), default=0))
    return max(longest)


def _filled(text: str) -> Counter[str]:
    """The lines that say something, and how often."""
    return Counter(line for line in text.splitlines() if line.strip() not in ("", "---"))
