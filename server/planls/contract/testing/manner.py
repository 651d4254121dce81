"""How a test is written: whether its name says anything, whether its parts can be told apart."""

import re
from collections.abc import Sequence

from planls.contract.testing.model import UnitTest

_WORDS = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+(?![a-z]))\d*|\d+")
_NUMBER = re.compile(r"\d{1,2}")
_NOTHING = frozenset(
    """
    test tests testing it this that foo bar baz qux quux function func method fn code something stuff thing
    things case cases example sample temp tmp xyz abc asdf a b c x y z works work it's new my should be ok
    """.split()
)
"""Words that any test's name may have."""

_PART = (
    r"(?i)\b(?:arrange|act|assert|given|when|then|set[ -]?up|prepare|exercise|execute|verify|check|expect"
    r"|teardown|cleanup|input|run|invoke|call)\b"
)
_ASSERTS = r"(?i)assert|expect|should|require|verif|t\.(?:Error|Fatal)"
_COMMENT = ("#", "//")
_SHORT = 3
_FEW_LINES = 6
"""A test of no more statements (of Python; else lines) shows its parts as it is."""


def says_nothing(test: UnitTest) -> bool:
    """Whether a test's name could be any test's: ``test_1``, ``test_it``, ``testCase2``, ``TestFoo``.

    A method's class may say what it tests; of it a number alone says nothing.
    """
    if not test.name.isascii():
        return False
    words = [word.lower() for word in _WORDS.findall(test.name)]
    known = ("test", "case") if test.cell else _NOTHING
    return all(_NUMBER.fullmatch(word) or _plain(word) in known for word in words)


def parts_wanted(template: Sequence[str]) -> bool:
    """Whether a template's sample of a test marks its parts by comments."""
    said = {line.strip(" #/").lower() for line in template if line.strip().startswith(_COMMENT)}
    return {"arrange", "assert"} <= said or {"given", "then"} <= said


def has_parts(test: UnitTest, language: str) -> bool:
    """Whether a test's parts can be told apart: by comments, by blank lines, or because it is short."""
    if test.simple or test.statements <= (_SHORT if language == "python" else _FEW_LINES):
        return True
    comments = [row for row in test.body if row.strip().startswith(_COMMENT)]
    if len(comments) > 1 or any(re.search(_PART, row) for row in comments):
        return True
    if _asserts_in_loop(test.body):
        return True
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", "\n".join(test.body).strip("\n"))
    return len(paragraphs) > 1 and bool(re.search(_ASSERTS, paragraphs[-1]))


def _asserts_in_loop(body: Sequence[str]) -> bool:
    """Whether each round of a loop asserts something: act and assert take turns, no comment parts them."""
    rows = [row for row in body if row.strip()]
    first = next((at for at, row in enumerate(rows) if re.search(_ASSERTS, row)), 0)
    return any(row.lstrip().startswith(("for ", "while ")) for row in rows[:first])


def _plain(word: str) -> str:
    """A word without the number behind it; ``b64`` is one as it is."""
    plain = word.rstrip("0123456789")
    return plain if len(plain) > 1 else word
