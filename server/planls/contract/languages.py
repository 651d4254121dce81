"""The language of a piece of code: by its fence, by the file it goes to, by how it reads; its comments."""

import re
from collections.abc import Mapping, Sequence

_ALIASES: Mapping[str, str] = {
    alias: language
    for language, aliases in {
        "python": "py py3 python3 pycon pyi ipython",
        "javascript": "js mjs cjs jsx node vue svelte astro",
        "typescript": "ts mts cts tsx",
        "go": "golang",
        "rust": "rs",
        "kotlin": "kt kts",
        "groovy": "gradle",
        "csharp": "cs c#",
        "cpp": "c++ cc cxx hpp",
        "c": "h",
        "ruby": "rb gemfile",
        "elixir": "ex exs",
        "haskell": "hs",
        "sql": "postgresql postgres mysql sqlite",
        "shell": "sh bash zsh fish console terminal shellscript session shell-session shellsession"
        " powershell pwsh ps1 cmd bat batch",
        "json": "jsonl ndjson jsonlines",
        "yaml": "yml compose docker-compose",
        "dockerfile": "docker containerfile",
        "makefile": "make mk",
        "terraform": "tf hcl",
        "env": "dotenv",
        "ini": "cfg conf properties nginx caddyfile systemd service",
        "text": "txt plaintext plain output log logs",
        "diff": "patch",
    }.items()
    for alias in aliases.split()
}
"""Other names of languages, as fences have them and as files end."""

C_LIKE = frozenset(
    "go rust java kotlin c cpp csharp swift javascript typescript dart scala php groovy solidity zig".split()
)
"""Languages with braces and ``//`` comments."""

HASHED = frozenset("python shell ruby elixir perl r julia".split())
"""Languages with ``#`` comments."""

DASHED = frozenset("sql lua haskell".split())
"""Languages with ``--`` comments."""

CODE = C_LIKE | HASHED | DASHED
"""Languages that say what a machine has to do."""

SETTINGS = frozenset("yaml env toml ini json jsonc json5 dockerfile makefile terraform".split())
"""What configures, and computes nothing."""

SHOWN = frozenset(
    "text none http rest csv tsv markdown md mdx svg mermaid mmd plantuml dot ascii diagram tree".split()
)
"""What is shown to a reader, and is no code that anybody writes."""

_MARKS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(C_LIKE, ("//", "/*", "*/", "*")),
    **dict.fromkeys(HASHED, ("#",)),
    **dict.fromkeys(DASHED, ("--",)),
}
_ANY = ("#", "//", "-- ", "/*", "*/")
_NAME = re.compile(r"\{?\.?([A-Za-z+#\d-]*)")
_EXTENSION = re.compile(r"\.(\w{1,10})$")
_VARIABLE = re.compile(r"(?:export +)?[A-Z][A-Z0-9_]*=")
_KEY = re.compile(r"\s*(?:- )?['\"]?[\w./-]+['\"]?:(?:\s|$)|\s*- ")
_COMMAND = re.compile(
    r"\s*(?:\$ |sudo |\./|cd |cat |chmod |cp |curl |docker |echo |export |git |go (?:build|mod|run|test)|"
    r"kubectl |make\b|mkdir |mv |node |npm |npx |pip3? |pnpm |poetry |psql |pytest\b|"
    r"python3? |rm |source |terraform |touch |uv |yarn |brew |apt(?:-get)? |helm |aws |gcloud |cargo |"
    r"mvn |gradle |dotnet |bundle |uvicorn )"
)
_SIGNS = (
    (
        "python",
        r"^[ \t]*(?:def \w+\(|class \w+.*:[ \t]*$|from [\w.]+ import |import [\w.]+[ \t]*$|async def )",
    ),
    ("go", r"^(?:package \w+[ \t]*$|func |type \w+ (?:struct|interface)\b)"),
    ("rust", r"^[ \t]*(?:pub )?(?:fn \w+|impl\b|use [\w:]+)"),
    ("sql", r"^[ \t]*(?i:create (?:table|index|extension)|insert into|alter table|select .+ from)\b"),
    ("java", r"^(?:package [\w.]+;|import [\w.]+;|public class )"),
    ("javascript", r"^[ \t]*(?:const|let|var|function|export|import)\b|=>"),
)
"""Lines by which code of a language is known that no fence names."""


def named(info: str) -> str:
    """The language that the first word of a fence names, in one spelling; empty without one."""
    match = _NAME.match(info.lower())
    name = match[1] if match else ""
    return _ALIASES.get(name, name)


def language_of(info: str, path: str, lines: Sequence[str]) -> str:
    """The language of code by its fence's first word, else its file, else its lines; empty if unclear."""
    return named(info) or _by_file(path) or _guessed(lines)


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


def _by_file(path: str) -> str:
    """The language of a file; empty without one."""
    name = path.rpartition("/")[2].lower()
    if name.startswith(".env") or name.endswith(".env"):
        return "env"
    found = _EXTENSION.search(name)
    return named(found[1] if found else name)


def _guessed(lines: Sequence[str]) -> str:
    filled = [line for line in lines if line.strip() and line.lstrip()[0] != "#"]
    if not filled:
        return ""
    if all(map(_VARIABLE.match, map(str.lstrip, filled))):
        return "env"
    if filled[0].lstrip()[0] in "{[" and any('":' in line for line in filled):
        return "json"
    text = "\n".join(filled)
    found = next((language for language, pattern in _SIGNS if re.search(pattern, text, re.MULTILINE)), "")
    if found in ("", "javascript") and _COMMAND.match(filled[0]):
        return "shell"
    keys = sum(map(bool, map(_KEY.match, filled)))
    return found or ("yaml" if keys * 4 > len(filled) * 3 else "")


def _is_starred(text: str) -> bool:
    """Whether a line that starts with a star is one of a comment: ``* text``, ``*/``."""
    return text in ("*", "*/") or text.startswith(("* ", "*/"))
