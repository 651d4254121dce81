"""The language of a piece of code under one name: by its fence, by the file it goes to, by how it reads."""

import re
from collections.abc import Mapping, Sequence

_ALIASES: Mapping[str, str] = {
    alias: language
    for language, aliases in {
        "python": "py py3 python3 pycon pyi ipython",
        "javascript": "js jsx mjs cjs ts tsx mts cts typescript vue svelte astro",
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
        "shell": "sh bash zsh fish console terminal session shell-session shellsession cmd bat batch",
        "powershell": "ps1 pwsh",
        "yaml": "yml compose docker-compose",
        "dockerfile": "docker containerfile",
        "makefile": "make mk",
        "terraform": "tf hcl",
        "env": "dotenv .env",
        "ini": "cfg conf properties",
        "json": "jsonc json5",
        "text": "txt plaintext plain output log logs tree ascii none mermaid markdown md mdx"
        " http rest csv tsv svg",
        "diff": "patch",
    }.items()
    for alias in aliases.split()
}
SHOWN = frozenset(("text",))
"""What is shown to a reader, and is no code that anybody writes."""

COMMANDS = frozenset(("shell", "powershell"))
"""What is typed into a terminal, or a script of such lines."""

SETTINGS = frozenset(("yaml", "env", "toml", "ini", "json", "dockerfile", "makefile", "terraform"))
"""What configures, and computes nothing."""

_NAME = re.compile(r"\{?\.?([\w.+#-]*)")
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


def language_of(info: str, path: str, lines: Sequence[str]) -> str:
    """The language of code, by the first word behind its fence, its file and its lines; empty if unclear."""
    match = _NAME.match(info)
    name = match[1] if match else ""
    return _known(name) or by_file(path) or _guessed(lines)


def by_file(path: str) -> str:
    """The language of a file; empty without one."""
    name = path.rpartition("/")[2].lower()
    if name.startswith(".env") or name.endswith(".env"):
        return "env"
    found = _EXTENSION.search(name)
    return _known(found[1] if found else name) if name else ""


def _known(name: str) -> str:
    return _ALIASES.get(name, name)


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
