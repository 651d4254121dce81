"""REP001 missing-folder: the folder tree has no source folder, or no tests."""

from collections.abc import Iterator

from planls.contract.forms import codes_of
from planls.contract.part import Part
from planls.document.tree import Tree, read_tree
from planls.rule import Finding, rule

_SOURCES = frozenset(
    """app apps charts cmd dags dbt infra infrastructure internal k8s lib libs manifests models modules
    notebooks package packages pkg playbooks pipelines roles services source sql src stacks terraform""".split()
)
_TESTS = frozenset(("test", "tests", "spec", "specs", "__tests__", "testing", "e2e", "testdata", "integration"))
_CODE = frozenset(
    """c cc clj cpp cs dart ex exs go h hs html ipynb java jl js jsx kt lua m ml mjs php pl proto py r rb rs
    scala sh sql svelte swift tf ts tsx vue zig""".split()
)


@rule("REP001")
def check(part: Part) -> Iterator[Finding]:
    """Each of the two once, on the tree; what a tree leaves out on purpose may be there."""
    for spec, codes in codes_of(part, "tree"):
        tree = next(filter(None, (read_tree(code.lines) for code in codes)), None)
        if tree and tree.nodes and not tree.gaps:
            for missing, sample in _missing(tree):
                message = f"The folder tree has no {missing}; add {sample}, or say `...` where the tree leaves files out"
                yield Finding(part.place(spec), message)


def _missing(tree: Tree) -> Iterator[tuple[str, str]]:
    paths = [(node.path.lower().split("/"), node.folder) for node in tree.nodes]
    if not any(_is_test(segments) for segments, _ in paths):
        yield "tests", "a folder such as `tests/`"
    if not any(_is_source(segments, folder=folder) for segments, folder in paths):
        yield "source folder", "a folder such as `src/`"


def _is_test(segments: list[str]) -> bool:
    words = segments[-1].replace(".", "_").replace("-", "_").split("_")
    return not _TESTS.isdisjoint(segments) or not {"test", "tests", "spec"}.isdisjoint(words)


def _is_source(segments: list[str], *, folder: bool) -> bool:
    if _is_test(segments):
        return False
    inside = not folder and len(segments) > 1 and segments[0] != "scripts"
    return not _SOURCES.isdisjoint(segments if folder else segments[:-1]) or (
        inside and segments[-1].rpartition(".")[2] in _CODE
    )
