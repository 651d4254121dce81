"""Where code speaks to people: its comments; and which code is a drawing, of which every line speaks."""

import re
from collections.abc import Iterator, Sequence

_DRAWN = frozenset(
    (
        "",
        "text",
        "txt",
        "plain",
        "plaintext",
        "ascii",
        "mermaid",
        "plantuml",
        "puml",
        "d2",
        "dot",
        "tree",
        "markdown",
        "md",
        "mdx",
        "none",
        "diff",
    )
)
_HASH = frozenset(
    "sh bash shell zsh fish console terminal shell-session shellsession sh-session py python python3 yaml yml toml ini env "
    "dotenv dockerfile docker makefile make hcl terraform tf rb ruby r perl elixir ex exs conf properties cfg nginx "
    "requirements powershell ps1 graphql just julia gitignore".split()
)
_SLASHES = frozenset(
    "js jsx ts tsx javascript typescript go golang java kotlin kt rust rs c cpp c++ cs csharp swift scala php dart groovy "
    "jsonc json5 proto prisma zig".split()
)
_HASH_COMMENT = re.compile(r"(?:^|\s)#(?!!)")
_SLASH_COMMENT = re.compile(r"(?:^|\s)//|/\*|^\s*\*")
_DASH_COMMENT = re.compile(r"--")


def is_drawn(language: str) -> bool:
    """Whether all of such a block is text, a diagram or a tree."""
    return language in _DRAWN


def comments(lines: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """The lines with a comment, and blanks for what is none; columns stay as they are."""
    sign = _HASH_COMMENT if language in _HASH else _SLASH_COMMENT if language in _SLASHES else None
    sign = _DASH_COMMENT if language in ("sql", "lua", "haskell", "hs", "elm") else sign
    for at, line in enumerate(lines) if sign else ():
        if match := sign.search(line):
            yield at, " " * match.end() + line[match.end() :]
