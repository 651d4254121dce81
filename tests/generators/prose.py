"""Words, sentences and code as people write them: emoji, CJK, markup, and marks that mean nothing here."""

import random
from collections.abc import Sequence

_NAMES = (
    "Retry Queue",
    "Überblick",
    "the 東京 mirror",
    "🚀 Launch",
    "Naïve café cache",
    "`parse()` in C++",
    "e\u0301clair index",
    "👩‍👩‍👧 household sync",
    "Export (v2)",
    "“Smart” quotes — and dashes",
)
_SUBJECTS = (
    "The importer",
    "Каждый worker",
    "This 𝒜strolabe",
    "Our *whole* cache",
    "每个步骤",
    "A row with\u00a0a hard space",
    "`src/main.py`",
    "Note: the *old* path",
)
_VERBS = ("keeps", "writes", "refuses", "doubles", "✅ accepts", "re-reads")
_OBJECTS = (
    "what [the docs](https://example.org/a_b) say",
    "3 of 4 rows",
    "`a[0]` and \\[raw\\] text",
    "a ~~stale~~ fresh entry",
    "the reader's 100 % share",
    "smile 🙂 and tears 😭",
    "snake_case and 2*3*4",
    "<https://example.org>",
)
_TAILS = ("", " before noon", " – at last", " \U0001d7d8 times", ", twice", " (see the log)")
_NOISE = (
    ("<!-- ask the team", "", "## about this -->"),
    ("<!-- TODO -->",),
    ("> As they say: *no* plan survives.", "and this is lazy"),
    ("<details><summary>More</summary>", "<p>", "</details>"),
    ('[ref]: https://example.org "title"',),
    ("![image](a.png) and [ref] and `code",),
    ("A paragraph of  ", "two lines\\", "and a third: no label"),
    ("***",),
)
_CODE = (
    "print('hello')",
    "# Expected: 3 rows",
    "    indented = {'a': [1, 2]}",
    "",
    "| a | b |",
    "## not a heading",
    "for x in y: pass  # 🎉",
    "- [ ] not a task",
    "\ttabbed = 'x'",
    "[section]",
    "> quoted",
    "---",
    "echo \"$HOME\" 'ünï'",
    "**Bold**: in a docstring",
    "<!-- not a comment",
    "``` inline ``` runs",
)


def name(chance: random.Random) -> str:
    """A name for a heading."""
    return f"{chance.choice(_NAMES)} {chance.randint(2, 99)}"


def sentence(chance: random.Random) -> str:
    """A sentence of one line."""
    parts = map(chance.choice, (_SUBJECTS, _VERBS, _OBJECTS, _TAILS))
    return "{} {} {}{}.".format(*parts)


def cell(chance: random.Random) -> str:
    """A sentence for a table."""
    return chance.choice((sentence(chance), "L", "MED", "a \\| b", "x"))


def code(chance: random.Random) -> list[str]:
    """A few lines of code, the first and last of them not blank; none can end a fence."""
    lines = [chance.choice(_CODE) for _ in range(chance.randint(1, 5))]
    return [lines[0] or "first", *lines[1:], "last = 1"]


def noise(chance: random.Random) -> Sequence[str]:
    """A block that says nothing which a contract could ask for."""
    return chance.choice(_NOISE)
