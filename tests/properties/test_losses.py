"""One part less is one finding, two are two; the template's block comes back in its place."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.generators.documents import documents
from tests.generators.losses import Loss, losses
from tests.generators.model import Made
from tests.properties.looks import each_kind, few, inserted, mended, name, result, the_finding, told


@each_kind
@few
@given(data=st.data())
def test_one_part_less_is_one_finding(kind: str, data: st.DataObject) -> None:
    made, (loss,) = data.draw(_with_losses(kind, 1))
    broken = loss.taken(made)
    finding = the_finding(broken.text, loss.rule, broken.at(*loss.shown))
    heading = re.escape(broken.lines[finding.span.line].text[finding.span.column : finding.span.end_column])
    assert re.fullmatch(rf"#* ?{heading}(?: #+)?", broken.lines[finding.span.line].text)
    assert inserted(broken.text, finding) == mended(broken.text)


@each_kind
@few
@given(data=st.data())
def test_two_parts_less_are_two_findings(kind: str, data: st.DataObject) -> None:
    made, (one, other) = data.draw(_with_losses(kind, 2))
    assume(one.apart(other) and not one.rule == other.rule == "missing-table-column")
    text = other.taken(one.taken(made)).text
    findings = result(text).findings
    assert sorted(map(name, findings)) == sorted((one.rule, other.rule)), told(findings)
    assert _is_subsequence(text, mended(text))


def _with_losses(kind: str, count: int) -> st.SearchStrategy[tuple[Made, list[Loss]]]:
    """A complete document and some of its parts."""
    return documents(kind).flatmap(
        lambda made: st.tuples(
            st.just(made), st.lists(st.sampled_from(losses(made)), min_size=count, max_size=count)
        )
    )


def _is_subsequence(old: str, new: str) -> bool:
    """Whether every character of the old text stands in the new one, in the same order."""
    characters = iter(new)
    return all(character in characters for character in old)
