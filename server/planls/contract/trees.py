"""What a folder tree of a repository has: a source folder, tests."""

import re
from collections.abc import Sequence
from functools import lru_cache

from planls.document.memory import remembered
from planls.document.tree import Tree, read_tree

_SOURCES = frozenset(
    """
    app apps charts cmd dags dbt infra infrastructure internal k8s lib libs manifests models
    modules notebooks package packages pkg playbooks pipelines roles services source sql src stacks
    terraform
    """.split()
)
_TESTS = frozenset(
    ("test", "tests", "spec", "specs", "__tests__", "testing", "e2e", "testdata", "integration")
)
_CODE = frozenset(
    """
    c cc clj cpp cs dart ex exs go h hs html ipynb java jl js jsx kt lua m ml mjs php pl proto py r
    rb rs scala sh sql svelte swift tf ts tsx vue zig
    """.split()
)
_WORD = re.compile(r"[^\W_]+")
_MOST = 64
"""Trees that are remembered; they change only while they are being typed."""


@remembered
def parts_of(tree: Tree) -> frozenset[str]:
    """Which of ``tests`` and ``source folder`` a tree has."""
    found = set()
    for node in tree.nodes:
        segments = node.path.lower().split("/")
        if is_test(segments):
            found.add("tests")
        elif _is_source(segments, folder=node.folder):
            found.add("source folder")
    return frozenset(found)


@lru_cache(maxsize=_MOST)
def asked_of(lines: tuple[str, ...]) -> frozenset[str]:
    """Which of these the template draws, given its lines for the field."""
    fences = [at for at, line in enumerate(lines) if line.lstrip().startswith(("```", "~~~"))]
    code: Sequence[str] = lines[fences[0] + 1 : fences[-1]] if len(fences) > 1 else lines[1:]
    tree = read_tree(code)
    return parts_of(tree) if tree else frozenset()


def is_test(segments: Sequence[str]) -> bool:
    """Whether a path, in lower case, is one of a test."""
    words = _WORD.findall(segments[-1])
    return not _TESTS.isdisjoint(segments) or not {"test", "tests", "spec"}.isdisjoint(words)


def _is_source(segments: Sequence[str], *, folder: bool) -> bool:
    inside = not folder and len(segments) > 1 and segments[0] != "scripts"
    return not _SOURCES.isdisjoint(segments if folder else segments[:-1]) or (
        inside and segments[-1].rpartition(".")[2] in _CODE
    )
