"""What strings and comments look like in each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

_GROUP = re.compile(r"(?<!\\)\((?!\?)")
"""The bracket of a group that keeps what it matches."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A kind of string.

    ``opening`` is a pattern; what its group holds stands in ``closing`` for ``%``. ``hole`` opens code
    inside it. ``lines``: it may go on over the end of its line. ``escapes``: a backslash takes what follows.
    """

    opening: str
    closing: str = '"'
    hole: str = ""
    lines: bool = False
    escapes: bool = True

    def closing_for(self, inner: str | None) -> str:
        """What closes a string whose opening holds ``inner``."""
        return self.closing.replace("%", inner or "")

    def inside(self, closing: str) -> re.Pattern[str]:
        """What to look for in it: a hole, an escape, its end or a line end that it may not have."""
        return _inside(self, closing)


@dataclass(frozen=True)
class Syntax:
    """The strings and comments of a language."""

    quotes: tuple[Quote, ...]
    line_comment: str = "//"
    block_comment: bool = True
    nested: bool = False
    characters: bool = False
    regexes: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What to look for in code; the group that matched tells what it is (``q0`` the first quote)."""
        found = [f"(?P<line>{self.line_comment})"]
        found += [r"(?P<block>/\*)"] * self.block_comment
        found += [r"(?P<atom>'(?:\\[^\n]{1,10}?|[^'\\\n])')"] * self.characters
        for number, quote in enumerate(self.quotes):
            found.append(f"(?P<q{number}>{_GROUP.sub(f'(?P<x{number}>', quote.opening)})")
        found += [r"(?P<slash>/)"] * self.regexes
        return re.compile("|".join([*found, r"(?P<open>[(\[{])", r"(?P<close>[)\]}])"]))


@lru_cache(maxsize=256)
def _inside(quote: Quote, closing: str) -> re.Pattern[str]:
    found = [rf"(?P<hole>{re.escape(quote.hole)})"] if quote.hole else []
    found += [r"(?P<twice>\{\{)"] if quote.hole == "{" else []
    found += [r"(?P<escape>\\.)"] * quote.escapes
    found.append(f"(?P<end>{re.escape(closing)})")
    found += [] if quote.lines else [r"(?P<cut>\n)"]
    found.sort(key=lambda part: not part.startswith("(?P<twice>"))
    return re.compile("|".join(found), re.DOTALL)


_PLAIN = Quote('"')
_APOSTROPHE = Quote("'", "'")
_TRIPLE = Quote('"""', '"""', lines=True)
_C_LIKE = Syntax((_PLAIN,), characters=True)

PYTHON = Syntax(
    (_TRIPLE, Quote("'''", "'''", lines=True), _PLAIN, _APOSTROPHE), line_comment="#", block_comment=False
)
JSON5 = Syntax((_PLAIN, _APOSTROPHE))
JAVASCRIPT = Syntax((_PLAIN, _APOSTROPHE, Quote("`", "`", hole="${", lines=True)), regexes=True)
SYNTAXES: Mapping[str, Syntax] = {
    "go": Syntax((_PLAIN, Quote("`", "`", lines=True, escapes=False)), characters=True),
    "rust": Syntax(
        (Quote(r'\b[bc]?r(#*)"', '"%', lines=True, escapes=False), Quote('"', lines=True)),
        nested=True,
        characters=True,
    ),
    "java": Syntax((_TRIPLE, _PLAIN), characters=True),
    "kotlin": Syntax(
        (Quote('"""', '"""', hole="${", lines=True, escapes=False), Quote('"', hole="${")),
        nested=True,
        characters=True,
    ),
    "swift": Syntax(
        (
            Quote(r'(?<!#)(#++)"', '"%', lines=True, escapes=False),
            Quote('"""', '"""', hole="\\(", lines=True),
            Quote('"', hole="\\("),
        ),
        nested=True,
    ),
    "csharp": Syntax(
        (
            Quote(r'(?<!\$)\$*+"""', '"""', lines=True, escapes=False),
            Quote(r'(?:\$@|@\$)"', hole="{", lines=True, escapes=False),
            Quote('@"', lines=True, escapes=False),
            Quote(r'\$"', hole="{"),
            _PLAIN,
        ),
        characters=True,
    ),
    "c": _C_LIKE,
    "cpp": Syntax(
        (Quote(r'\b(?:u8|[uUL])?R"([^()\s\\]{0,16})\(', ')%"', lines=True, escapes=False), _PLAIN),
        characters=True,
    ),
    "javascript": JAVASCRIPT,
    "typescript": JAVASCRIPT,
}
"""The languages whose brackets are checked, by name."""
