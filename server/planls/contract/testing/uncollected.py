"""Tests of Python by their content that pytest does not collect by their name."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planls.contract.pythontree import Function
from planls.contract.testing.model import Uncollected
from planls.contract.testing.python_asserts import Known, asserts
from planls.contract.testing.python_tests import block_tree, name_column

_WORD = re.compile(r"\w+")


def uncollected(lines: Sequence[str]) -> Iterator[Uncollected]:
    """The functions with assertions that nothing calls and the classes that pytest passes over."""
    tree, margin = block_tree(lines)
    words = Counter(word for line in lines for word in _WORD.findall(line))
    for node in tree.body:
        if isinstance(node, Function) and words[node.name] == 1 and _is_passed_over(node):
            column = name_column(node, margin)
            yield Uncollected(node.name, node.lineno - 1, column, _better(node.name, words))
        if isinstance(node, ast.ClassDef) and words[node.name] == 1 and _is_lost(node):
            column = margin + node.col_offset + len("class ")
            yield Uncollected(node.name, node.lineno - 1, column, f"Test{_bare_class(node.name)}")


def _is_passed_over(node: Function) -> bool:
    """Whether a function is a test but for its name: it asserts, takes and gives nothing."""
    takes = node.args.args or node.args.kwonlyargs or node.args.vararg or node.args.kwarg
    gives = any(isinstance(inner, ast.Return | ast.Yield) for inner in ast.walk(node))
    named = node.name.startswith(("test", "_", "pytest_", "setup", "teardown", "main"))
    asserts = any(isinstance(inner, ast.Assert) for inner in node.body)
    return not (takes or gives or named or node.decorator_list) and asserts


def _is_lost(node: ast.ClassDef) -> bool:
    """Whether a class has tests and neither a name nor a base class that says so."""
    tests = (inner for inner in node.body if isinstance(inner, Function) and inner.name.startswith("test"))
    plain = not node.bases and not node.keywords and not node.decorator_list
    return plain and not node.name.startswith(("Test", "_")) and any(asserts(t, Known()) for t in tests)


def _better(name: str, taken: Mapping[str, int]) -> str:
    """What pytest would collect: the name as a test's, unless that is taken."""
    better = f"test_{_bare(name)}"
    return f"test_{name}" if taken.get(better) else better


def _bare(name: str) -> str:
    """A function's name without what should have said that it is a test."""
    plain = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() if name[:1].isupper() else name
    plain = re.sub(r"^(?:check|tests?|verify|should)_|_tests?$", "", plain)
    return plain or name


def _bare_class(name: str) -> str:
    return re.sub(r"(?:Tests?|Suite|TestCase)$", "", name) or name
