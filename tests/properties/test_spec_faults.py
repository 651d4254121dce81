"""A fault planted in the example of a spec is found, alone and in its place; other manners are no fault."""

import pytest

from planls.document.lines import body, split_lines
from tests.generators.spec import EXAMPLE
from tests.generators.spec_edits import FORMS, Edit, steps
from tests.generators.spec_faults import PLANTED
from tests.generators.spec_faults.model import Planted
from tests.generators.spec_forms import HEADINGS
from tests.generators.spec_manners import MANNERS
from tests.properties.looks import name, result, told

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("fault", PLANTED, ids=repr)
def test_a_planted_fault_is_found_and_nothing_else(fault: Planted) -> None:
    text = fault.edit(EXAMPLE)
    findings = result(text).findings
    assert [name(finding) for finding in findings] == [fault.rule], told(findings)
    span = findings[0].span
    line = body(split_lines(text)[span.line])
    assert fault.place in line
    assert span.column <= len(line)


@pytest.mark.parametrize("edit", HEADINGS.values(), ids=HEADINGS.keys())
def test_headings_in_one_form_are_no_fault(edit: Edit) -> None:
    assert told(result(edit(EXAMPLE)).findings) == []


@pytest.mark.parametrize("form", FORMS)
def test_steps_in_any_form_are_no_fault(form: str) -> None:
    assert told(result(steps(form)(EXAMPLE)).findings) == []


@pytest.mark.parametrize("edit", MANNERS.values(), ids=MANNERS.keys())
def test_what_can_be_read_as_fine_is_no_fault(edit: Edit) -> None:
    assert edit(EXAMPLE) != EXAMPLE
    assert told(result(edit(EXAMPLE)).findings) == []
