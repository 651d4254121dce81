"""Functions that are there and do nothing, or leave off: what they should do is left for later."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from planls.contract.hollow.saying import may_promise
from planls.contract.languages import C_LIKE

Places = tuple[tuple[int, str], ...]
"""Lines of a block, and what stands there."""


class Open(NamedTuple):
    """What a block of code leaves open.

    ``promised``: the functions that only promise what they should do, by name, if any. One throws that it is
    not implemented, another has a comment that says what belongs there, and gives something that takes no
    work. ``unwritten``: the statements in other functions that say that something is not written, as text.
    """

    promised: Places = ()
    unwritten: Places = ()


def left_open(lines: Sequence[str], info: str) -> Open:
    """What is left open in a block of code; ``info`` is the first word behind the fence. Nothing raises."""
    return _left_open(tuple(lines), info)


@lru_cache(maxsize=1024)
def _left_open(lines: tuple[str, ...], info: str) -> Open:
    language = _language(lines, info) if may_promise("".join(lines)) else ""
    if language == "python":
        from planls.contract.hollow.python import python_gaps, python_promises

        return Open(tuple(python_promises(lines)), tuple(python_gaps(lines)))
    if language not in C_LIKE:
        return Open()
    from planls.contract.hollow.braces import braced_promises
    from planls.contract.hollow.gaps import braced_gaps

    return Open(tuple(braced_promises(lines, language)), tuple(braced_gaps(lines, language)))


def _language(lines: tuple[str, ...], info: str) -> str:
    """The language of a block; none for tests: a fake may leave out what its test does not need."""
    from planls.contract.testing import language_of, tests_in
    from planls.contract.testing.files import heading_comment, names_tests

    tests = names_tests(heading_comment(lines)[1]) or tests_in(lines, info)
    return "" if tests else language_of(lines, info)
