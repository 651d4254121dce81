"""These tests know both kinds of document."""

from collections.abc import Iterator

import pytest

from tests.generators.kinds import both_known


@pytest.fixture(autouse=True, scope="package")
def _both_known() -> Iterator[None]:
    with both_known():
        yield
