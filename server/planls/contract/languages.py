"""What the languages of code blocks are called, and how they mark comments."""

import re
from collections.abc import Mapping, Sequence

ALIASES = {
    "py": "python",
    "python3": "python",
    "pycon": "python",
    "pyi": "python",
    "jsonl": "json",
    "ndjson": "json",
    "jsonlines": "json",
    "yml": "yaml",
    "golang": "go",
    "ts": "typescript",
    "js": "javascript",
    "mjs": "javascript",
    "rs": "rust",
    "kt": "kotlin",
    "h": "c",
    "c++": "cpp",
    "cc": "cpp",
    "hpp": "cpp",
    "cs": "csharp",
    "c#": "csharp",
    "text": "http",
    "txt": "http",
    "sh": "shell",
    "bash": "shell",
    "zsh": "shell",
    "console": "shell",
}
"""Other names of a language; plain text is read for the HTTP exchanges in it."""

_MORE = {
    "cjs": "javascript",
    "jsx": "javascript",
    "tsx": "typescript",
    "mts": "typescript",
    "node": "javascript",
    "ipython": "python",
    "shellscript": "shell",
    "shell-session": "shell",
    "shellsession": "shell",
    "terminal": "shell",
    "fish": "shell",
    "powershell": "shell",
    "pwsh": "shell",
    "ps1": "shell",
    "cmd": "shell",
    "bat": "shell",
    "rb": "ruby",
    "ex": "elixir",
    "exs": "elixir",
    "postgresql": "sql",
    "postgres": "sql",
    "mysql": "sql",
    "sqlite": "sql",
    "http": "http",
    "text": "text",
    "txt": "text",
    "plaintext": "text",
    "output": "text",
    "log": "text",
}
"""Names that only tell what a language is like."""

_NAME = re.compile(r"\{?\.?([A-Za-z+#\d-]*)")

C_LIKE = frozenset("go rust java kotlin c cpp csharp swift javascript typescript dart scala php".split())
"""Languages with braces and ``//`` comments."""

_HASHED = frozenset("python shell ruby elixir perl r julia".split())
_DASHED = frozenset("sql lua haskell".split())

CODE = C_LIKE | _HASHED | _DASHED
"""Languages that say what a machine has to do."""

_MARKS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(C_LIKE, ("//", "/*", "*/", "*")),
    **dict.fromkeys(_HASHED, ("#",)),
    **dict.fromkeys(_DASHED, ("--",)),
}
_ANY = ("#", "//", "-- ", "/*", "*/")


def named(info: str) -> str:
    """The language that the first word of a fence names, in one spelling; empty without one."""
    match = _NAME.match(info.lower())
    name = match[1] if match else ""
    return _MORE.get(name) or ALIASES.get(name, name)


def is_comment(line: str, language: str) -> bool:
    """Whether a line of code in a language (as `named` has it; empty: any) is nothing but a comment."""
    text = line.strip()
    marks = _MARKS.get(language, _ANY)
    if not text.startswith(marks) or text.startswith(("#[", "#!", "#{")):
        return text.startswith("#!")
    return not (text.startswith("*") and language in C_LIKE and not _is_starred(text))


def said(line: str) -> str:
    """What a comment says, without its marks."""
    return line.strip().strip("#/*-<>!;% \t").strip()


def without_comments(lines: Sequence[str], language: str) -> list[tuple[int, str]]:
    """The lines that say more than a comment, with their numbers."""
    return [(at, line) for at, line in enumerate(lines) if line.strip() and not is_comment(line, language)]


def _is_starred(text: str) -> bool:
    """Whether a line that starts with a star is one of a comment: ``* text``, ``*/``."""
    return text in ("*", "*/") or text.startswith(("* ", "*/"))
