"""What speaks against a promise, and what only looks like it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.evidence import Evidence, evidence
from planls.contract.reading import Reading, read
from planls.document import Document
from planls.document.lines import split_lines
from planls_rules.kinds import KINDS

PLAN = """# PoC 4 Implementation Plan: Orders

## Implementation Steps

### Step 1: Take orders
**Goal**: Orders arrive.

**Code**{where}:

```{language}
{code}
```
"""


def reading(text: str) -> Reading:
    return read(Document.parse(split_lines(text)), KINDS["plan"])


def found(code: str, language: str, where: str = "") -> list[Evidence]:
    """The evidence in a step's code; ``where`` stands behind the label."""
    return list(evidence(reading(PLAN.format(where=where, language=language, code=code))))


def told(code: str, language: str, where: str = "") -> list[str]:
    return [f"{one.kind}: {one.said}" for one in found(code, language, where)]


def kinds(code: str, language: str, where: str = "") -> list[str]:
    return [one.kind for one in found(code, language, where)]


MADE_UP = {
    "AWS": "AKIA" + "QX7RZ2LMN4PVTB6K",
    "GITHUB": "gh" + "p_" + "a8Kd93jfLq02mXcVb71nQwErTy56UiOpAs4D",
    "STRIPE": "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "RANDOM": "8f7d6a5b4c3e2f1a" + "9b8c7d6e5f4a3b2c",
    "TOKEN": "qL7" + "xV2mZc9RtBn4KwYs8HdJfPg3UaEe6Ti1",
    "KEY": "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
    "EXAMPLE": "AKIA" + "IOSFODNN7EXAMPLE",
    "NPM": "npm" + "_a8Kd93jfLq02mXcVb71nQwErTy56UiOpAs4D",
    "HF": "hf" + "_kQzXwVtYrBnMlKjHgFdSaPoIuYtReWqAsD",
    "GOOGLE": "AI" + "zaSyD3kq8vXb2Lm9RtYw4Zc7Hj5Nf1Pg6Ue0",
    "JWT": "eyJ" + "hbGciOiJIUzI1NiJ9.b3JkZXJzLWNsZXJr.Zt4Kq81mWx7Lp2Vb",
    "SLACK": "https://hooks.sl" + "ack.com/services/T02ABCD12/B03EFGH34/aB3dE6gH9jK2mN5pQ8sT1vWx",
}
"""What nobody should find as it is in a file of ours."""

_BLOCK = re.compile(
    r"(?m)^==== (?P<kind>[\w-]+) ?(?P<language>\w*) ?(?P<file>\S*)\n(?P<code>(?:(?!====).*\n)*)"
)


def blocks() -> Iterator[tuple[str, str, str, str]]:
    """Blocks of code, each with what it is evidence of (none: of nothing), its language and its file."""
    text = (Path(__file__).parent / "blocks" / "evidence.txt").read_text(encoding="utf-8")
    for name, made_up in MADE_UP.items():
        text = text.replace(f"<{name}>", made_up)
    for match in _BLOCK.finditer(text):
        where = f" (create `{match['file']}`)" if match["file"] else ""
        yield match["kind"], match["language"], match["code"].removesuffix("\n"), where


BLOCKS = list(blocks())


@pytest.mark.parametrize(("kind", "language", "code", "where"), BLOCKS)
def test_code_is_evidence_of_one_thing_or_of_none(kind: str, language: str, code: str, where: str) -> None:
    assert [one.split(":")[0] for one in told(code, language, where)] == ([] if kind == "none" else [kind])


FAKE = "class FakeMailer:\n    pass"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (" (create `tests/test_mail.py`)", FAKE),
        (" (create `src/mail/__tests__/mail.ts`)", FAKE),
        ("\n\nCreate `tests/fakes.py`", FAKE),
        ("\n\n**Tests** (create `check_mail.py`)", FAKE),
        ("\n\n**Unit tests**", FAKE),
        ("\n\n#### Tests", FAKE),
        ("\n\n**Before**", FAKE),
        ("\n\n**Current code**", FAKE),
        ("\n\n**Verification**", FAKE),
        (" (create `scripts/seed_orders.py`)", FAKE),
        ("", "# internal/mail/mail_test.go\n" + FAKE),
        ("", "// src/test/java/shop/FakeMailer.java\n" + FAKE),
        ("", "# docker-compose.test.yml\n" + FAKE),
    ],
)
def test_what_stands_in_tests_or_goes_away_is_no_mock(where: str, code: str) -> None:
    assert told(code, "python", where) == []


@pytest.mark.parametrize(
    "where",
    [
        *(" (create `src/mail.py`)", "\n\nCreate `src/testament.py`", "\n\n**After**"),
        *("\n\nReplace the old mailer with", "\n\n**Latest**", "\n\n**Contest code**"),
    ],
)
def test_what_stands_elsewhere_is_one(where: str) -> None:
    assert kinds(FAKE, "python", where) == ["mock"]


PLACES = [
    ("    class FakeMailer:\n        pass\n", (6, 10)),
    ("```python\nclass FakeMailer:\n    pass\n```\n", (7, 6)),
    ("- Write it:\n\n  ```python\n  class FakeMailer:\n      pass\n  ```\n", (9, 8)),
    ("```python\r\nx = 1\r\nclass FakeMailer:\r\n    pass\r\n```\r\n", (8, 6)),
    ("```python\nclass FakeMailer:\n    pass\n", (7, 6)),
]


@pytest.mark.parametrize(("block", "place"), PLACES)
def test_the_place_is_the_documents(block: str, place: tuple[int, int]) -> None:
    head = "# PoC 4 Implementation Plan: A\n\n## Implementation Steps\n\n### Step 1: B\n\n"
    [one] = evidence(reading(head + block))
    lines = split_lines(head + block)
    assert (one.span.line, one.span.column) == place
    assert lines[one.span.line][one.span.column : one.span.end_column] == "FakeMailer"


TESTED_ITSELF = """class MockIndex:
    def find(self, word):
        return [word]


{test}
"""
NOTHING_BUT_ITSELF = [
    "def test_it():\n    index = MockIndex()\n    assert index.find('a') == ['a']",
    "def test_it():\n    index: Index = MockIndex()\n    found = index.find(Word('a'))\n    assert found",
    "class TestIndex:\n    def test_it(self):\n        index = MockIndex()\n        assert index.find('a')",
    "def test_it():\n    i = MockIndex()\n    assert isinstance(i, Index)\n    assert len(i.find('a')) == 1",
    "async def test_it():\n    index = MockIndex()\n    assert index.find('a')",
]
HANDED_OVER = [
    "def test_it():\n    index = MockIndex()\n    assert Search(index).ask('a')\n    assert index.find('a')",
    "def test_it():\n    assert Search(index=MockIndex()).ask('a')",
    "def test_it():\n    index = MockIndex()\n    page = index.find('a')\n    assert render(page)",
    "def test_it():\n    index = MockIndex()\n    assert render(index.find('a'))",
    "def test_it(m):\n    m.setattr(search, 'Index', MockIndex)\n    i = MockIndex()\n    assert i.find('a')",
    "@patch('search.Index', MockIndex)\ndef test_it():\n    i = MockIndex()\n    assert i.find('a')",
    "def test_it():\n    app.index = MockIndex()\n    i = MockIndex()\n    assert i.find('a')",
    "@pytest.fixture\ndef i():\n    return MockIndex()\n\ndef test_it(i):\n    assert i.find('a')",
    "class TestIt:\n  def setUp(self):\n    self.i = MockIndex()\n  def test(self):\n    assert self.i()",
    "def test_it():\n    index = MockIndex()\n    assert index",
    "def help():\n    i = MockIndex()\n    assert i.find('a')\n\ndef test_it():\n    help()",
    "def test_it(:",
]


@pytest.mark.parametrize("test", NOTHING_BUT_ITSELF)
def test_a_stand_in_that_is_all_that_is_tested(test: str) -> None:
    code = TESTED_ITSELF.format(test=test)
    assert told(code, "python") == [
        "mock: `MockIndex` is defined in the tests, some of which test nothing else"
    ]


@pytest.mark.parametrize("test", HANDED_OVER)
def test_a_stand_in_that_is_handed_over(test: str) -> None:
    assert told(TESTED_ITSELF.format(test=test), "python") == []


def test_a_stand_in_that_inherits_may_test_what_it_inherits() -> None:
    code = TESTED_ITSELF.format(test=NOTHING_BUT_ITSELF[0]).replace("MockIndex:", "MockIndex(Index):")
    assert told(code, "python") == []


def test_a_stand_in_that_another_block_hands_over() -> None:
    code = TESTED_ITSELF.format(test=NOTHING_BUT_ITSELF[0])
    more = "\n```\n\n```python\ndef test_more():\n    assert Search(MockIndex())"
    assert told(code + more, "python") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# PoC 1 Implementation Plan: Mock server\n", 0),
        ("# PoC 1 Implementation Plan: Orders\n", 1),
        ("", 1),
    ],
)
def test_where_mocks_are_the_subject_none_is_a_fault(text: str, found: int) -> None:
    code = f"{text}\n## Implementation Steps\n\n### Step 1: A\n\n```python\n{FAKE}\n```\n"
    assert len(evidence(reading(code))) == found


@pytest.mark.parametrize(
    "text",
    [
        "### ~~Step 1~~: Moved\n\n```python\nclass FakeMailer:\n    pass\n```\n",
        "### Step 1: A\n\n```python\n[Actual code to write]\nclass FakeMailer:\n    pass\n```\n",
    ],
)
def test_what_has_moved_and_templates_hold_nothing(text: str) -> None:
    assert evidence(reading(f"# PoC 1 Implementation Plan: A\n\n## Implementation Steps\n\n{text}")) == ()


@pytest.mark.parametrize(("kind", "language", "code", "where"), [row for row in BLOCKS if row[0] == "secret"])
def test_no_message_shows_a_secret(kind: str, language: str, code: str, where: str) -> None:
    [one] = found(code, language, where)
    assert one.kind == kind
    assert one.key[:7] not in one.said
    assert one.key not in repr(one)


PIECES = [
    *("class MockA:", "from unittest.mock import", "def test_", "    pass", "except:\n", "try:"),
    *("catch (e) {}", "```", "'", '"', '"' * 3, "\\", '\\"', "#", "//", "/*", "*/", "`", "{", "}", "(", ")"),
    *("=", ":", "\n", "\r\n", "    ", "password = ", "://a:b@c.io", "/Users/ada/", "/home/x", "https://"),
    *("10.1.2.3", "staging.", "|| true", "secret", "**Tests**:", "### Step 2: B", "[Task 1]", "é", "\u2028"),
    *("AKIA", "-----BEGIN PRIVATE KEY-----", "useradd a", "return [", "{'id': 1, ", ", 'b': 2}]", "eyJ"),
    *("os.environ.get('X_KEY', '", "${X_TOKEN:-", "_ = Save(", "demo_rows = [('", ".startswith('test')"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS, st.sampled_from(["python", "js", "go", "bash", "yaml", "", "text", "diff"]))
def test_any_code_is_read(code: str, language: str) -> None:
    text = PLAN.format(where="", language=language, code=code)
    lines = split_lines(text)
    for one in evidence(reading(text)):
        assert one.span.line == one.span.end_line < len(lines)
        assert 0 <= one.span.column <= one.span.end_column <= len(lines[one.span.line])
