"""Names of files: in words, in trees, in the comment at the top of a block; the language that they tell."""

import re
from collections.abc import Iterator

from planls.document.filenames import extension, is_file
from planls.document.tree import read_tree
from planls.scope.code.source import Form, Source, Use

_PATH = re.compile(r"(?:[\w@~.*-]*/)*(?P<name>[\w@.*-]*\w)")
_LONGEST = 200
_HEAD = re.compile(
    r"[ \t]*(?:#|//|--|;|<!--|/\*+)[ \t]*(?:[Ff]ile(?:name)?:[ \t]*)?"
    r"`?(?P<path>[\w./@\[\]-]{1,120})`?(?=[\s:,()]|$)"
)
_FOLDER = re.compile(r"[ \t]*[\w.@-]+/[ \t]*(?:#.*)?")
"""A folder alone on its line, as in a tree that is drawn by its indentation."""
_BRANCH = re.compile(r"^[|`+ \t]*--[ \t]", re.MULTILINE)

_BY_NAME = {
    "dockerfile": "dockerfile",
    "containerfile": "dockerfile",
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "justfile": "makefile",
    "gemfile": "ruby",
    "rakefile": "ruby",
    "go.mod": "go",
    "mix.exs": "elixir",
    "pom.xml": "xml",
    "package.json": "json",
}
_BY_EXTENSION = {
    "py": "python", "pyi": "python", "ipynb": "", "js": "javascript", "mjs": "javascript",
    "cjs": "javascript",
    "jsx": "javascript", "ts": "javascript", "tsx": "javascript", "mts": "javascript", "vue": "javascript",
    "svelte": "javascript", "go": "go", "mod": "go", "rs": "rust", "java": "java", "kt": "java",
    "kts": "java",
    "gradle": "java", "scala": "java", "groovy": "java", "cs": "csharp", "csproj": "xml", "xml": "xml",
    "rb": "ruby", "ex": "elixir", "exs": "elixir", "sh": "shell", "bash": "shell", "zsh": "shell",
    "yml": "yaml",
    "yaml": "yaml", "toml": "toml", "json": "json", "tf": "terraform", "hcl": "terraform", "env": "env",
    "dockerfile": "dockerfile", "mk": "makefile",
}  # fmt: skip


def language_of(path: str) -> str:
    """The language of a file by its name; empty if that does not tell."""
    name = path.rpartition("/")[2].lower()
    if name.startswith(".env"):
        return "env"
    if name.startswith("requirements") and name.endswith((".txt", ".in")):
        return "requirements"
    if name in _BY_NAME or name.startswith("dockerfile"):
        return _BY_NAME.get(name, "dockerfile")
    return _BY_EXTENSION.get(name.rpartition(".")[2], "") if "." in name else ""


def head(source: Source) -> tuple[str, int]:
    """The path in a comment that opens a block, and its line; empty if there is none."""
    for at, line in enumerate(source.lines[:3]):
        match = _HEAD.match(line) if line.strip() else None
        if match and is_file(match["path"].rstrip(".:").rpartition("/")[2]):
            return match["path"].rstrip(".:"), at
        if line.strip() and not line.startswith("#!"):
            break
    return "", 0


def file_use(source: Source, text: str, start: int) -> Use | None:
    """The file that a word names, if it names one."""
    known = ("." in text or text[-4:].isalpha()) and is_file(text.rpartition("/")[2])
    match = _PATH.fullmatch(text) if known and len(text) <= _LONGEST and "://" not in text else None
    if not match or match["name"].replace(".", "").isdigit():
        return None
    name, end = match["name"].lower(), start + match.end()
    return source.use(Form.FILE, "file", name, start + match.start("name"), end)


def tree_uses(source: Source) -> Iterator[Use]:
    """The files of a drawn tree."""
    drawn = looks_drawn(source) or sum("/" in line and _is_folder(line) for line in source.lines) > 1
    tree = read_tree(source.lines) if drawn else None
    for node in tree.files if tree else ():
        span = node.span
        text = source.lines[span.line][span.column : span.end_column]
        if text and "\n" not in text:
            name = node.name.lower()
            yield Use(Form.FILE, "file", name, text, span.line, span.column)


def _is_folder(line: str) -> bool:
    return _FOLDER.fullmatch(line) is not None


def looks_drawn(source: Source) -> bool:
    """Whether a block has the branches of a tree."""
    text = source.text
    return "├" in text or "└" in text or ("--" in text and _BRANCH.search(text) is not None)


def stem(path: str) -> str:
    """A file's name without its extension."""
    name = path.rpartition("/")[2]
    return name[: -len(extension(name)) - 1] if extension(name) else name
