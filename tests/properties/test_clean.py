"""A complete document, however it is written, has nothing to be found in it."""

from hypothesis import given
from hypothesis import strategies as st

from planls.config import Settings
from planls.linter import fix_text
from tests.generators.documents import documents
from tests.properties.looks import each_kind, few, result, told


@each_kind
@few
@given(data=st.data())
def test_a_complete_document_is_clean(kind: str, data: st.DataObject) -> None:
    text = data.draw(documents(kind)).text
    seen = result(text)
    assert (seen.kind, told(seen.findings)) == (kind, [])


@each_kind
@few
@given(data=st.data())
def test_fix_all_leaves_it_alone(kind: str, data: st.DataObject) -> None:
    text = data.draw(documents(kind)).text
    assert fix_text(text, Settings(), unsafe=True) == (text, [])
