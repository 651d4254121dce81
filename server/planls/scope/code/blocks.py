"""Code blocks by language."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module

from planls.scope.code import python
from planls.scope.code.commands import command_uses
from planls.scope.code.files import file_use, head, language_of, tree_uses
from planls.scope.code.guess import guess
from planls.scope.code.shell import prompted, without_heredocs, without_output
from planls.scope.code.source import Source, Use, moved
from planls.scope.code.words import read_variables, schemes, variables

_ALIASES = {
    "py": "python", "python3": "python", "pycon": "python", "python-repl": "python", "ipython": "python",
    "js": "javascript", "mjs": "javascript", "cjs": "javascript", "jsx": "javascript", "ts": "javascript",
    "typescript": "javascript", "tsx": "javascript", "mts": "javascript", "vue": "javascript",
    "svelte": "javascript", "astro": "javascript", "golang": "go", "gomod": "go", "go.mod": "go",
    "rs": "rust",
    "kotlin": "java", "kt": "java", "scala": "java", "groovy": "java", "gradle": "java", "kts": "java",
    "cs": "csharp", "c#": "csharp", "rb": "ruby", "gemfile": "ruby", "exs": "elixir", "ex": "elixir",
    "bash": "shell", "sh": "shell", "zsh": "shell", "fish": "shell", "powershell": "shell", "ps1": "shell",
    "pwsh": "shell", "cmd": "shell", "bat": "shell", "batch": "shell", "shellscript": "shell",
    "console": "session", "shell-session": "session", "shellsession": "session", "terminal": "session",
    "yml": "yaml", "docker-compose": "yaml", "compose": "yaml", "docker": "dockerfile",
    "containerfile": "dockerfile", "make": "makefile", "jsonc": "json", "json5": "json", "tf": "terraform",
    "hcl": "terraform", "dotenv": "env", ".env": "env", "pip-requirements": "requirements",
    "requirements.txt": "requirements", "pom": "xml", "txt": "text", "plaintext": "text", "plain": "text",
    "none": "text", "output": "text", "log": "text", "tree": "text", "ascii": "text",
}  # fmt: skip
_NAME = re.compile(r"\{?\.?([\w.+#-]*)")

_CONFIGURED = frozenset("shell session env yaml dockerfile terraform makefile toml".split())
"""Languages in which a word in capitals is a variable of the environment."""


def block_uses(source: Source, language: str) -> Iterator[Use]:
    """What a block in a language uses; where it names none, the language that it reads as."""
    name = language_name(source, language)
    if reader := _reader(name):
        yield from reader(source)
    if name in ("", "text"):
        yield from tree_uses(source)
    else:
        yield from schemes(source)
        yield from variables(source) if name in _CONFIGURED - {"shell", "session"} else read_variables(source)
    yield from _head_use(source)


def language_name(source: Source, language: str) -> str:
    """The language under the name that we know it by; ``text`` and none become what the block reads as."""
    name = _known_as(language) or guess(source)
    if name == "text":
        path, _ = head(source)
        name = language_of(path) if path else name
    return name


@lru_cache(maxsize=256)
def _known_as(language: str) -> str:
    """The one name of a language that has several, without the braces that some put around it."""
    match = _NAME.match(language.lower())
    name = match[1] if match else ""
    return _ALIASES.get(name, name)


def _shell(source: Source) -> Iterator[Use]:
    """Commands, and the files that they write line by line."""
    shown, written = without_heredocs(without_output(source))
    yield from command_uses(shown)
    yield from variables(shown)
    for one in written:
        if language := language_of(one.file):
            yield from moved(block_uses(Source(one.lines), language), one.first)


def _python(source: Source) -> Iterator[Use]:
    """Imports, and the ``!pip install x`` of notebooks."""
    yield from python.imports(source)
    if "\n!" in f"\n{source.text}" or "%pip" in source.text:
        lines = ((at, " " + line[1:]) for at, line in enumerate(source.lines) if line[:1] in ("!", "%"))
        yield from command_uses(source.masked(lines))


def _session(source: Source) -> Iterator[Use]:
    """A terminal's text: what stands behind prompts; without any, all of it if it reads as commands."""
    shown = prompted(source)
    if any(shown.lines):
        yield from _shell(shown)
    elif guess(source) == "shell":
        yield from _shell(source)


def _text(source: Source) -> Iterator[Use]:
    if "$" in source.text:
        yield from _shell(prompted(source))


def _head_use(source: Source) -> Iterator[Use]:
    """The file that the comment at the top of a block names."""
    path, at = head(source)
    if path and (named := file_use(source, path, source.starts[at] + source.lines[at].index(path))):
        yield named


@cache
def _reader(name: str) -> Callable[[Source], Iterator[Use]] | None:
    """What reads a language; a module with its patterns is loaded when a block needs it."""
    module, _, function = _ELSEWHERE.get(name, "").partition(".")
    if not module:
        return _HERE.get(name)
    reader: Callable[[Source], Iterator[Use]] = getattr(
        import_module(f"planls.scope.code.{module}"), function
    )
    return reader


_HERE: dict[str, Callable[[Source], Iterator[Use]]] = {
    "python": _python,
    "shell": _shell,
    "session": _session,
    "text": _text,
    "": _text,
}
_ELSEWHERE = {
    "javascript": "javascript.imports",
    "go": "compiled.go",
    "rust": "compiled.rust",
    "java": "compiled.java",
    "csharp": "compiled.csharp",
    "ruby": "compiled.ruby",
    "elixir": "compiled.elixir",
    "requirements": "manifests.requirements",
    "toml": "manifests.toml",
    "json": "manifests.package_json",
    "xml": "manifests.xml",
    "terraform": "manifests.terraform",
    "dockerfile": "recipes.dockerfile",
    "makefile": "recipes.makefile",
    "yaml": "recipes.yaml",
}
