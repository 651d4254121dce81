"""One fault is one finding in its place, whatever it is; its fix mends it and nothing else."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.generators import faults
from tests.generators.documents import documents
from tests.generators.faults import Fault
from tests.generators.manners import HEADINGS, PLAIN_LABELS
from tests.generators.model import Made, Role
from tests.properties.looks import each_kind, few, fixed, inserted, mended, result, the_finding, told

FENCES_BACK = 20
"""As far back as planls looks for the fence that lost its end."""
Faults = Callable[[Made], Iterator[Fault]]


def each(*kinds_of_fault: Faults) -> pytest.MarkDecorator:
    """The same test for several ways to break a document."""
    return pytest.mark.parametrize("broken", kinds_of_fault, ids=lambda broken: broken.__name__)


@each_kind
@each(
    faults.emptied_fields,
    faults.emptied_sections,
    faults.rowless_tables,
    faults.itemless_sections,
    faults.unheaded_sections,
)
@few
@given(data=st.data())
def test_what_is_empty_gets_the_templates_block(broken: Faults, kind: str, data: st.DataObject) -> None:
    fault = data.draw(_with_fault(broken, documents(kind, optional=False)))
    text = fault.made.text
    assert inserted(text, the_finding(text, fault.rule, fault.line)) == mended(text)


@each_kind
@each(faults.misspelled_headings, faults.misspelled_labels, faults.unticked_items)
@few
@given(data=st.data())
def test_what_is_wrong_is_put_right(broken: Faults, kind: str, data: st.DataObject) -> None:
    named = documents(kind, aliases=False, labels=PLAIN_LABELS)
    fault = data.draw(_with_fault(broken, named))
    new = fixed(fault.made.text, the_finding(fault.made.text, fault.rule, fault.line))
    assert new == fault.original


@each_kind
@few
@given(data=st.data(), noise=st.booleans())
def test_an_open_fence_is_closed(kind: str, data: st.DataObject, *, noise: bool) -> None:
    plain = documents(kind, extras=False, noise=noise, headings=HEADINGS[:-1])
    fault = data.draw(_with_fault(faults.unclosed_fences, plain.filter(_has_few_fences)))
    new = fixed(fault.made.text, the_finding(fault.made.text, fault.rule, fault.line))
    assert told(result(new).findings) == []
    assert noise or new == fault.original


@each_kind
@few
@given(data=st.data())
def test_a_fence_around_fences_is_made_longer(kind: str, data: st.DataObject) -> None:
    fault = data.draw(_with_fault(faults.nested_fences, documents(kind)))
    new = fixed(fault.made.text, the_finding(fault.made.text, fault.rule, fault.line))
    assert told(result(new).findings) == []


@each_kind
@few
@given(data=st.data())
def test_a_title_is_rewritten_where_its_meaning_is_clear(kind: str, data: st.DataObject) -> None:
    fault = data.draw(_with_fault(faults.malformed_titles, documents(kind)))
    finding = the_finding(fault.made.text, fault.rule, fault.line)
    assert not finding.fix or told(result(fixed(fault.made.text, finding)).findings) == []


@each_kind
@each(faults.unfilled_placeholders, faults.duplicated_sections)
@few
@given(data=st.data())
def test_what_only_its_author_can_mend_is_told(broken: Faults, kind: str, data: st.DataObject) -> None:
    fault = data.draw(_with_fault(broken, documents(kind)))
    assert the_finding(fault.made.text, fault.rule, fault.line).fix is None


@each_kind
@few
@given(data=st.data())
def test_an_oversized_step_is_told_and_split_only_on_demand(kind: str, data: st.DataObject) -> None:
    fault = data.draw(_with_fault(faults.oversized_items, documents(kind)))
    fix = the_finding(fault.made.text, fault.rule, fault.line).fix
    assert fix is None or not fix.safe


def _has_few_fences(made: Made) -> bool:
    return sum(line.role is Role.OPEN for line in made.lines) <= FENCES_BACK


def _with_fault(broken: Faults, made: st.SearchStrategy[Made]) -> st.SearchStrategy[Fault]:
    """A document with one of the faults that it can have."""
    return made.map(lambda made: list(broken(made))).filter(bool).flatmap(st.sampled_from)
