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
    return _in_braces(lines, language) if language in C_LIKE else Open()


def _in_braces(lines: tuple[str, ...], language: str) -> Open:
    """What is left open where braces part functions, but not what others are to fill in."""
    from planls.contract.braced import braced
    from planls.contract.hollow.braces import hollow_bodies
    from planls.contract.hollow.gaps import braced_gaps
    from planls.contract.hollow.heads import for_others, is_within

    code = braced("\n".join(line.rstrip("\r\n") for line in lines), language)
    if code is None:
        return Open()
    bodies, others = list(hollow_bodies(code, language)), for_others(code)
    promised = [(head.line, head.name) for head, start, _ in bodies if not is_within(start, others)]
    whole = [(start, end) for _, start, end in bodies]
    gaps = (gap for gap in braced_gaps(code, language, whole) if not is_within(gap[0], others))
    return Open(tuple(promised), tuple((code.plain.count("\n", 0, at), text) for at, text in gaps))


def _language(lines: tuple[str, ...], info: str) -> str:
    """The language of a block; none for tests: a fake may leave out what its test does not need."""
    from planls.contract.testing import language_of, tests_in
    from planls.contract.testing.files import heading_comment, names_tests

    tests = names_tests(heading_comment(lines)[1]) or tests_in(lines, info)
    return "" if tests else language_of(lines, info)
