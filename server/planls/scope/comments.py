"""Where code speaks to people: its comments; and which code is a drawing, of which every line speaks."""

import re
from collections.abc import Iterable, Iterator

from planls.scope.code import Source

_DRAWN = frozenset(("", *"text txt plain plaintext ascii mermaid plantuml puml d2 dot tree none".split()))
_HASH = frozenset(
    """
    sh bash shell zsh fish console terminal shell-session shellsession sh-session py python python3 yaml yml
    toml ini env dotenv dockerfile docker makefile make hcl terraform tf rb ruby r perl elixir ex exs conf
    properties cfg nginx requirements powershell ps1 graphql just julia gitignore
    """.split()
)
_SLASHES = frozenset(
    """
    js jsx ts tsx javascript typescript go golang java kotlin kt rust rs c cpp c++ cs csharp swift scala php
    dart groovy jsonc json5 proto prisma zig
    """.split()
)
_DASHES = frozenset(("sql", "lua", "haskell", "hs", "elm"))
_COMMENTS = {
    **dict.fromkeys(_HASH, ("#", re.compile(r"(?:^|\s)#(?!!)"))),
    **dict.fromkeys(_SLASHES, ("", re.compile(r"(?:^|\s)//|/\*|^\s*\*"))),
    **dict.fromkeys(_DASHES, ("--", re.compile(r"--"))),
}
"""By language the sign without which a line has no comment, and where one begins."""


def is_drawn(language: str) -> bool:
    """Whether all of such a block is text, a diagram or a tree."""
    return language in _DRAWN


def spoken(source: Source, language: str) -> Iterable[tuple[int, str]]:
    """The lines that speak, with blanks for what is code; columns stay as they are."""
    if is_drawn(language):
        return enumerate(source.lines)
    return _comments(source, *_COMMENTS[language]) if language in _COMMENTS else ()


def _comments(source: Source, sign: str, opening: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The comments of code, each with blanks up to where it begins."""
    for at, line in enumerate(source.lines if sign in source.text else ()):
        if sign in line and (match := opening.search(line)):
            yield at, " " * match.end() + line[match.end() :]
