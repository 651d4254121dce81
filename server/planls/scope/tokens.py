"""Words as technologies are spelled with: runs of ASCII letters and digits, ``C++``, ``F#``, ``.NET``."""

import re
from collections.abc import Iterator

TOKEN = re.compile(r"(?:(?<![\w.)\]])\.)?[A-Za-z0-9]++(?:\+\+(?![\w+])|#(?![\w#]))?")
"""One token; a text in another script around it ends it, so that 使用Redis缓存 has one."""


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a text with their places."""
    return TOKEN.finditer(text)


def key(text: str) -> str:
    """What a term is looked up by: its tokens in small letters, one space between them."""
    return " ".join(match[0].lower() for match in tokens(text))
