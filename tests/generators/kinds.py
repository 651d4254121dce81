"""The kinds that generated documents are of: the built-in one and a small one of the tests' own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from planls.contract.kinds import load_kind
from planls_rules.kinds import KINDS

BOTH = {"plan": KINDS["plan"], "decision": load_kind(Path(__file__).with_name("decision"))}
"""By name."""


@contextmanager
def both_known() -> Iterator[None]:
    """The linter knows both kinds while this lasts."""
    with mock.patch.dict(KINDS, BOTH):
        yield
