"""Tests of Python by their content that pytest does not collect by their name."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planls.contract.pythontree import Function, last_name
from planls.contract.testing.model import Uncollected
from planls.contract.testing.python_asserts import Known, asserts
from planls.contract.testing.python_tests import block_tree, name_column

_WORD = re.compile(r"\w+")
_NO_TESTS = ("test", "_", "pytest_", "setup", "setUp", "teardown", "tearDown", "main")
_HELPS = re.compile(
    r"(?:assert|check|verify|validate|ensure|expect|wait|make|run|do|on|call|send|post|get|load|given|when|then)(?:_|$)"
)
"""How helpers are called; those that take fixtures may be called from another block."""

_FIXTURES = frozenset(
    """
    cache capfd capfdbinary caplog capsys capsysbinary doctest_namespace monkeypatch pytestconfig recwarn
    record_property request testdir pytester tmp_path tmp_path_factory tmpdir tmpdir_factory mocker
    """.split()
)
"""The fixtures of pytest itself, and the best known one of a plugin."""


def uncollected(lines: Sequence[str]) -> Iterator[Uncollected]:
    """The functions with assertions that nothing calls and the classes that pytest passes over."""
    tree, margin = block_tree(lines)
    words = Counter(word for line in lines for word in _WORD.findall(line))
    fixtures = _FIXTURES.union(_fixtures(tree))
    for node in tree.body:
        if isinstance(node, Function) and words[node.name] == 1 and _is_passed_over(node, fixtures):
            column = name_column(node, margin)
            yield Uncollected(node.name, node.lineno - 1, column, _better(node.name, words))
        if isinstance(node, ast.ClassDef) and words[node.name] == 1 and _is_lost(node):
            column = margin + node.col_offset + len("class ")
            yield Uncollected(node.name, node.lineno - 1, column, f"Test{_bare_class(node.name)}")


def _fixtures(tree: ast.Module) -> Iterator[str]:
    """The fixtures of a block, and what its tests take that is no parameter: that must be fixtures, too."""
    for node in tree.body:
        marks = node.decorator_list if isinstance(node, Function) else []
        names = set(map(last_name, marks))
        if isinstance(node, Function) and "fixture" in names:
            yield node.name
        elif isinstance(node, Function) and node.name.startswith("test") and "parametrize" not in names:
            yield from (argument.arg for argument in node.args.args if all(map(_is_mark, marks)))


def _is_passed_over(node: Function, fixtures: frozenset[str]) -> bool:
    """Whether a function is a test but for its name: it asserts, gives nothing and takes only fixtures."""
    if node.name.startswith(_NO_TESTS) or not any(map(_asserts, node.body)):
        return False
    if any(isinstance(inner, ast.Return | ast.Yield | ast.YieldFrom) for inner in ast.walk(node)):
        return False
    if node.decorator_list:
        return all(map(_is_mark, node.decorator_list))
    taken = [argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)]
    loose = node.args.vararg or node.args.kwarg or not fixtures.issuperset(taken)
    return not (loose or (taken and _HELPS.match(node.name)))


def _asserts(node: ast.stmt) -> bool:
    """Whether a statement asserts something, or states what its block raises."""
    if isinstance(node, ast.With | ast.AsyncWith):
        raises = any(last_name(item.context_expr) in ("raises", "warns") for item in node.items)
        return raises or any(map(_asserts, node.body))
    return isinstance(node, ast.Assert)


def _is_mark(node: ast.expr) -> bool:
    """Whether a decorator is one for tests alone: ``@pytest.mark.parametrize(...)``."""
    mark = node.func if isinstance(node, ast.Call) else node
    return isinstance(mark, ast.Attribute) and last_name(mark.value) == "mark"


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
