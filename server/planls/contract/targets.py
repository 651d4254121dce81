"""What the text of a table cell points at: paths of files and folders of the repository.

Only what can hardly be anything else is taken: symbols, commands, endpoints, packages, versions and
attributes are left alone, and so are globs and placeholders.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.document.filenames import FOLDERS, extension, is_file
from planls.document.inline import code_spans
from planls.document.paths import LONGEST, Glob, is_wild, tidied, variants
from planls.document.tree import Tree

_EXTENSIONS = frozenset(
    """
    adoc astro avsc bash bat c cc cfg cjs clj cmake conf cpp cs csproj css csv cts dart ejs erb ex exs fs
    fsproj geojson go gql gradle graphql groovy h hbs hcl hpp hs html ini ipynb j2 java jinja jinja2 jpg js
    json json5 jsonc jsonl jsx kt kts less lua md mdx mjs mk mmd mts ndjson php png prisma proto
    ps1 psql puml py pyi rb rego rs rst sass scala scss sh sln sol sql svelte svg swift tex tf tfvars
    toml ts tsv tsx txt vue wasm xml yaml yml zig zsh
    """.split()  # words without quotes are easier to read and to keep
)
"""Extensions of what one writes into a repository; ``.log``, ``.lock`` and ``.in`` end attributes, too."""

_FILES = frozenset(
    """
    Brewfile Caddyfile Cargo.lock CMakeLists.txt composer.lock Containerfile deno.lock Dockerfile Earthfile
    flake.lock Gemfile Gemfile.lock go.mod go.sum go.work Jenkinsfile Justfile LICENSE Makefile MANIFEST.in
    pdm.lock Pipfile Pipfile.lock poetry.lock Procfile Rakefile README Snakefile Tiltfile uv.lock
    Vagrantfile yarn.lock
    """.split()  # words without quotes are easier to read and to keep
)
_DOTFILES = frozenset(
    """
    .babelrc .coveragerc .dockerignore .editorconfig .env.example .env.sample .env.template .eslintrc
    .flake8 .gitattributes .github .gitignore .gitlab-ci.yml .golangci.yml .npmrc .nvmrc
    .pre-commit-config.yaml .prettierrc .python-version .tool-versions
    """.split()  # words without quotes are easier to read and to keep
)
_AMBIGUOUS = frozenset(("c", "h", "hs", "fs", "ex", "js", "cc", "less", "conf"))
"""Extensions that outside of code end other things, too: Node.js, i.e. sentences with a slip."""

_NO_FILES = frozenset(
    """
    alpine.js angular.js babylon.js backbone.js brain.js chart.js crates.rs ctx.json d3.js dash.html day.js
    discord.js discord.py docs.rs ember.js ethers.js express.js fastify.js flask.json gun.js hapi.js
    highlight.js htmx.js knockout.js koa.js leaflet.js lxml.html matter.js mermaid.js ml5.js moment.js
    nest.js next.js node.js nuxt.js p5.js paper.js passport.js pdf.js pixi.js plotly.js r.json react.js
    req.json request.json require.js res.json resp.json response.json reveal.js ruamel.yaml sails.js
    sequelize.js socket.js solid.js spark.sql svelte.js tensorflow.js three.js transformers.js underscore.js
    video.js vis.js vue.js web3.js web3.py
    """.split()  # words without quotes are easier to read and to keep
)
"""Products and attributes that look like files, in lower case."""

_SOURCES = frozenset(
    """
    .github app apps cmd config configs docs evals internal migrations notebooks packages prompts scripts src
    test tests
    """.split()  # words without quotes are easier to read and to keep
)
"""First segments of a path in code that can hardly be anything else, even without an extension."""

_MADE = frozenset(
    """
    build coverage dist htmlcov node_modules target tmp venv __pycache__
    db gz log map npy npz onnx out parquet pb pid pkl snap so sqlite sqlite3 tar zip
    """.split()  # words without quotes are easier to read and to keep
)
"""Folders and extensions of what tools and programs make; nobody draws it."""

_PIECE = re.compile(r"(?:^|[,;])\s*((?:\{[^{}]*\}|[^\s,;{}])+)")
_BARE = re.compile(r"[^\s`()\[\]<>|\"'“”‘’,;→←]+")
_SEGMENT = r"(?:[\w.+-]|\{[\w.,+-]+\})+"
_REST = r"(?::\d[\d:,-]*|::?[A-Za-z_][\w.:()]*|#[\w.:()-]+)?"
_PATH = re.compile(rf"({_SEGMENT}(?:[/\\]{_SEGMENT})*[/\\]?){_REST}")
_BEHIND = re.compile("[:#]")


@dataclass(frozen=True, slots=True)
class Target:
    """A path as the author wrote it, and its columns in the cell's text: code points, end exclusive."""

    text: str
    start: int
    end: int


def targets(text: str) -> list[Target]:
    """The paths that a cell's text claims to be in the repository, from left to right.

    In code, the first word of each part of a list counts; lines, names and anchors behind a path
    (``a.py:12``, ``a.py::test_b``, ``a.md#c``) are not part of it.
    """
    spans = code_spans(text)
    return sorted([*_coded(text, spans), *_bare(text, spans)], key=lambda target: target.start)


def is_in(tree: Tree, target: str) -> bool:
    """Whether the tree has the target, or may have it where the drawing leaves something out.

    The target may be the end of a path, begin with the name of the root, lack the extension of a module,
    stand for several with braces, and have a line, name or anchor behind it.
    """
    path = tidied(_BEHIND.split(target.strip("`* "), maxsplit=1)[0])
    return len(path) > LONGEST or all(_has(tree, one) for one in variants(path))


def _coded(text: str, spans: list[tuple[int, int]]) -> Iterator[Target]:
    """The targets in code spans."""
    for start, end in spans:
        inner = text[start:end].strip("`")
        first = text.index(inner, start)
        for piece in _PIECE.finditer(inner):
            yield from _target(piece[1], first + piece.start(1), coded=True)


def _bare(text: str, spans: list[tuple[int, int]]) -> Iterator[Target]:
    """The targets in plain text, outside of code."""
    plain = list(text)
    for start, end in spans:
        plain[start:end] = " " * (end - start)
    for word in _BARE.finditer("".join(plain)):
        written = word[0].rstrip(".:!?*~…")
        start = word.start() + len(written) - len(written.lstrip("*~"))
        called = text[word.end() : word.end() + 1] == "("
        if not called:
            yield from _target(written.lstrip("*~"), start, coded=False)


def _target(written: str, start: int, *, coded: bool) -> Iterator[Target]:
    """The target that a word is, if it is one."""
    found = _PATH.fullmatch(written)
    if found and _is_path(found[1], coded=coded):
        yield Target(found[1], start, start + len(found[1]))


def _is_path(path: str, *, coded: bool) -> bool:
    """Whether a word can hardly be anything but a path of the repository."""
    segments = tidied(path).split("/")
    first, last = segments[0], segments[-1]
    if first in _MADE or path.startswith(("-", "+", "path/to/")) or not all(s.strip(".") for s in segments):
        return False
    if len(segments) > 1 and "." in first[1:]:
        return False  # a host, a package or a version
    if path.endswith(("/", "\\")):
        return coded or (path.islower() and (len(segments) > 1 or first in FOLDERS))
    if len(segments) == 1:
        return _is_file(last, coded=coded)
    written = is_file(last) and extension(last) not in _MADE
    return written or last in _DOTFILES or (first in _SOURCES and (coded or path.count("/") > 1))


def _is_file(name: str, *, coded: bool) -> bool:
    """Whether a word without a slash names a file of the repository."""
    if name.lower() in _NO_FILES:
        return False
    if coded and (name in _FILES or name in _DOTFILES):
        return True
    return extension(name) in (_EXTENSIONS if coded else _EXTENSIONS - _AMBIGUOUS)


def _has(tree: Tree, path: str) -> bool:
    """Whether the tree has a tidied path, or may have it."""
    if not path or f"/{tree.root}".endswith(f"/{path}"):
        return True
    if is_wild(path):
        glob = Glob(f"**/{path}")
        return any(glob.fits(node.path) for node in tree.nodes) or _is_left_out(tree, path)
    found = tree.find(path) or tree.matching(path) or tree.modules(path)
    return bool(found) or tree.mentions(path) or _is_left_out(tree, path)


def _is_left_out(tree: Tree, path: str) -> bool:
    """Whether the drawing does not go as deep as the path: what is drawn of it is left open."""
    folder = path.rpartition("/")[0]
    while folder:
        if tree.matching(folder):
            return tree.may_hold_more(folder)
        folder = folder.rpartition("/")[0]
    return tree.elided
