"""What a block declares as the project's own."""

import re
from collections.abc import Iterator, Sequence

from planls.scope.code.blocks import language_name
from planls.scope.code.files import head, stem
from planls.scope.code.options import arguments
from planls.scope.code.shell import Word, commands, without_heredocs, without_output
from planls.scope.code.source import Source

_DECLARED = {
    "go": re.compile(r"^[ \t]*module[ \t]+(?P<name>[\w./~-]+)", re.MULTILINE),
    "rust": re.compile(r"^[ \t]*(?:pub[ \t]+)?mod[ \t]+(?P<name>\w+)", re.MULTILINE),
    "java": re.compile(r"^[ \t]*package[ \t]+(?P<name>[\w.]+)", re.MULTILINE),
    "csharp": re.compile(r"^[ \t]*namespace[ \t]+(?P<name>\w+)", re.MULTILINE),
    "json": re.compile(r"^[ \t{]*\"name\":[ \t]*\"(?P<name>[^\"\n]{1,80})\"", re.MULTILINE),
    "toml": re.compile(
        r"^\[(?:project|package|tool\.poetry)\][^\[]*?^name[ \t]*=[ \t]*[\"'](?P<name>[\w.-]+)[\"']"
        r"|^(?P<script>[\w-]+)[ \t]*=[ \t]*[\"'][\w.]+:\w+[\"']",
        re.MULTILINE,
    ),
}
_PACKAGE = re.compile(r"\"(?:version|scripts|private|(?:dev)?[dD]ependencies|main|type)\"")
"""What tells a ``package.json`` from any other object with a name."""

_WRITTEN = re.compile(r"(?:>{1,2}|\btee(?:[ \t]+-a)?)[ \t]*['\"]?(?P<path>[\w./-]{1,200}\.\w+)")
_CONTAINERS = frozenset(
    "src lib libs backend server packages python apps services crates tests scripts cmd".split()
)
"""Folders whose modules are imported by their own names."""

_MAKERS = {
    ("go", "mod", "init"): 3,
    ("cargo", "new"): 2,
    ("cargo", "init"): 2,
    ("uv", "init"): 2,
    ("poetry", "new"): 2,
    ("rails", "new"): 2,
    ("npm", "create"): 3,
    ("npx",): 2,
    ("mix", "new"): 2,
    ("mix", "phx.new"): 2,
    ("django-admin", "startproject"): 2,
    ("helm", "create"): 2,
}


def own(source: Source, language: str) -> Iterator[str]:
    """Names of modules, packages, top folders, files without their extension, images that are built here."""
    path, _ = head(source)
    if path:
        yield from _importable(path)
    name = language_name(source, language)
    if name in _DECLARED and (name != "json" or _PACKAGE.search(source.text)):
        for match in _DECLARED[name].finditer(source.text):
            yield next(filter(None, match.groups()))
    elif name in ("shell", "session"):
        yield from _made(source)


def _importable(path: str) -> Iterator[str]:
    """The folders and the file of a path by whose names code would import them."""
    *folders, name = path.removeprefix("./").removeprefix("~/").split("/")
    for folder in folders:
        if folder.strip("."):
            yield folder
        if folder not in _CONTAINERS:
            return
    if stem(name).strip("."):
        yield stem(name)


def _made(source: Source) -> Iterator[str]:
    """What commands create."""
    shown, written = without_heredocs(without_output(source))
    for one in written:
        yield from _importable(one.file)
    for match in _WRITTEN.finditer(shown.text):
        yield from _importable(match["path"])
    for words in commands(shown):
        yield from _created(words)


def _created(words: Sequence[Word]) -> Iterator[str]:
    texts = [word.text for word in words[:40]]
    if texts[0] in ("mkdir", "touch"):
        for text in _braced(texts[1:]):
            yield from _importable(text)
    elif texts[0] in ("docker", "podman") and "build" in texts and "-t" in texts[:-1]:
        yield texts[texts.index("-t") + 1].partition(":")[0]
    for start, index in _MAKERS.items():
        if tuple(texts[: len(start)]) == start:
            found = list(arguments(words[:40], len(start), "npm"))
            at = index - len(start)
            yield from (words[n].text for n in found[at : at + 1])


def _braced(texts: Sequence[str]) -> Iterator[str]:
    """Arguments without options; ``src/{a,b}`` is two."""
    for text in texts:
        before, brace, rest = text.partition("{")
        inside, _, behind = rest.partition("}")
        if brace:
            yield from (before + one + behind for one in inside.split(","))
        elif text[:1] != "-":
            yield text.rstrip("/")
