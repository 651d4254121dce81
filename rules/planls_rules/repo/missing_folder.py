"""REP001 missing-folder: the folder tree has no source folder, or no tests."""

from collections.abc import Iterator

from planls.contract.forms import codes_of
from planls.contract.part import Part
from planls.rule import Finding, rule

_SAMPLES = {"tests": "a folder such as `tests/`", "source folder": "a folder such as `src/`"}


@rule("REP001")
def check(part: Part) -> Iterator[Finding]:
    """What the template's tree has and this one lacks, once each; what a tree leaves out may be there."""
    fields = list(codes_of(part, "tree"))
    if not fields:
        return
    from planls.contract.trees import asked_of, parts_of
    from planls.document.tree import read_tree

    for spec, codes in fields:
        lines = next((code.lines for code in codes if read_tree(code.lines)), ())
        tree = read_tree(lines)
        if tree and tree.nodes and not tree.gaps and not any(map(part.contract.unfilled, lines)):
            for missing in sorted(asked_of(spec.lines) - parts_of(tree)):
                way = f"add {_SAMPLES[missing]}, or `...` where the tree leaves something out"
                yield Finding(part.place(spec), f"The folder tree has no {missing}; {way}")
