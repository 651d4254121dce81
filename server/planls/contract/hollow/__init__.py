"""Functions that are there and do nothing: what they should do is left for later."""

from collections.abc import Sequence
from functools import lru_cache

from planls.contract.hollow.saying import may_promise
from planls.contract.languages import C_LIKE


def promised(lines: Sequence[str], info: str) -> tuple[tuple[int, str], ...]:
    """The functions that only promise what they should do: the line of each, and its name, if any.

    One throws that it is not implemented, another has a comment that says what belongs there, and gives
    something that takes no work. ``info`` is the first word behind the fence. Nothing raises.
    """
    return _promised(tuple(lines), info) if any(map(may_promise, lines)) else ()


@lru_cache(maxsize=256)
def _promised(lines: tuple[str, ...], info: str) -> tuple[tuple[int, str], ...]:
    from planls.contract.testing import language_of, tests_in
    from planls.contract.testing.files import heading_comment, names_tests

    language = language_of(lines, info)
    if names_tests(heading_comment(lines)[1]) or tests_in(lines, info):
        return ()  # a fake may leave out what its test does not need
    if language == "python":
        from planls.contract.hollow.python import python_promises

        return tuple(python_promises(lines))
    if language not in C_LIKE:
        return ()
    from planls.contract.hollow.braces import braced_promises

    return tuple(braced_promises(lines, language))
