"""A complete document, however it is written, has nothing to be found in it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.model import Kind
from tests.generators.documents import documents
from tests.generators.kinds import BOTH, both_known
from tests.properties.looks import look


@pytest.fixture(autouse=True, scope="module")
def _kinds() -> Iterator[None]:
    with both_known():
        yield


@pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.name)
@given(data=st.data())
def test_a_complete_document_is_clean(kind: Kind, data: st.DataObject) -> None:
    made = data.draw(documents(kind))
    assert look(made) == []
