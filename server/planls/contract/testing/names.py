"""Names of tests that say nothing."""

import re

from planls.contract.testing.model import UnitTest

_WORDS = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+(?![a-z]))\d*|\d+")
_NUMBER = re.compile(r"\d{1,2}")
_NOTHING = frozenset(
    """
    test tests testing it this that foo bar baz qux quux function func method fn code something stuff thing
    things case cases example sample temp tmp xyz abc asdf a b c x y z works work it's new my should be ok
    """.split()
)


def says_nothing(test: UnitTest) -> bool:
    """Whether a test's name could be any test's: ``test_1``, ``test_it``, ``testCase2``, ``TestFoo``.

    A method's class may say what it tests; of it a number alone says nothing.
    """
    if not test.name.isascii():
        return False
    words = [word.lower() for word in _WORDS.findall(test.name)]
    known = ("test", "case") if test.cell else _NOTHING
    return all(_NUMBER.fullmatch(word) or _plain(word) in known for word in words)


def _plain(word: str) -> str:
    """A word without the number behind it; ``b64`` is one as it is."""
    plain = word.rstrip("0123456789")
    return plain if len(plain) > 1 else word
