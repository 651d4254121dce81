"""Whether anything in a test of Python can fail it, but for what it happens to run into."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.pythontree import Function, last_name

_ASSERTS = re.compile(
    r"(?:^|_)(?:assert|expect|should|must|approve|wait|eventually|fail|roundtrip|round_trip)"
    r"|^fnmatch|^(?:eq|ok)_$|(?:^|_)(?:do|run)_test|^_?test_(?!client|request)",
    re.IGNORECASE,
)
"""What a call is named that may fail a test: an assertion, or a helper with assertions."""

_JUDGES = re.compile(r"(?:^|_)(?:check|verif|ensure|validat|require|compare|match)|check$", re.IGNORECASE)
"""What a helper with assertions may be called, or a function whose value says what it found."""

_FAILS = frozenset(
    """
    raises warns deprecated_call raise_for_status exit xfail importorskip until does_not_raise
    doctest testmod check_call check_output check_returncode
    """.split()
)
_READS = ("loads", "load", "safe_load", "compile", "import_module", "__import__")
"""What fails on what it is given; a test may call it for that alone and leave its result."""

_EXPECTING = (("check", True), ("catch_exceptions", False))
"""Arguments that let a call fail."""

_FIXTURES = frozenset(
    "benchmark snapshot data_regression file_regression image_regression num_regression".split()
)
"""Fixtures that judge what they are given."""

_HOLDS = re.compile(r"assert_?(?:true|equals?|is)", re.IGNORECASE)
"""Assertions that hold whatever the code does if they are given what is true, or the same twice."""

_REFUSES = re.compile(r"reject|refus|den(?:y|ies|ied)|forbid|invalid", re.IGNORECASE)
_HELPER = re.compile(r"test|help|util|assert|match|support|fixture|mock", re.IGNORECASE)
"""What the name of a module has that helps tests."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a block tells of its functions: ``helpers`` assert something, ``products`` are what is tested.

    Of those, the value of the ``judged`` ones is asserted somewhere: by themselves they fail nothing.
    """

    helpers: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()


def known(tree: ast.Module) -> Known:
    """What a block tells of its functions."""
    products = frozenset(_imported(tree))
    return Known(frozenset(_helpers(tree)), products, products.intersection(_looked_at(tree)))


def asserts(node: ast.AST, about: Known) -> bool:
    """Whether anything in a function can fail it, but for what it happens to run into."""
    arguments = (
        [a.arg for a in (*node.args.args, *node.args.kwonlyargs)] if isinstance(node, Function) else []
    )
    if _FIXTURES.intersection(arguments) or about.helpers.intersection(arguments):
        return True
    refuses = isinstance(node, Function) and bool(_REFUSES.search(node.name))
    idle = about.products if refuses else about.judged
    taken = frozenset(_taken(node))
    return any(
        _can_fail(inner)
        or (isinstance(inner, ast.Call) and last_name(inner.func) in about.helpers)
        or (isinstance(inner, ast.Call) and inner not in taken and _may_judge(inner, idle))
        for inner in ast.walk(node)
    )


def _imported(tree: ast.Module) -> Iterator[str]:
    """What a block has from modules that are not there for tests."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not _HELPER.search(node.module or "test"):
            yield from (alias.asname or alias.name for alias in node.names)


def _helpers(tree: ast.Module) -> Iterator[str]:
    """The functions of the block that assert something and are no tests themselves."""
    for node in ast.walk(tree):
        if isinstance(node, Function) and not node.name.startswith("test") and asserts(node, Known()):
            yield node.name


def _looked_at(tree: ast.Module) -> Iterator[str]:
    """What is called in an assertion."""
    for node in ast.walk(tree):
        for inner in ast.walk(node.test) if isinstance(node, ast.Assert) else ():
            if isinstance(inner, ast.Call):
                yield last_name(inner.func)


def _taken(node: ast.AST) -> Iterator[ast.expr]:
    """What is given a name or printed."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and last_name(inner.func) == "print":
            yield from inner.args
        elif isinstance(inner, ast.Assign | ast.NamedExpr):
            yield inner.value.value if isinstance(inner.value, ast.Await) else inner.value


def _can_fail(node: ast.AST) -> bool:
    """Whether a node of a tree is an assertion, or a call of what is known to fail."""
    if isinstance(node, ast.Assert):
        return not _is_constant(node.test)
    if isinstance(node, ast.Call):
        return _is_assertion(node)
    if isinstance(node, ast.Expr):
        return _is_read(node.value)
    return isinstance(node, ast.Raise) or (isinstance(node, ast.Attribute) and node.attr == "should")


def _is_constant(test: ast.expr) -> bool:
    """Whether an assertion holds whatever the code does: ``True``, ``1 == 1``, ``x == x``."""
    if isinstance(test, ast.Compare):
        sides = [test.left, *test.comparators]
        same = isinstance(test.ops[0], ast.Eq | ast.Is) and all(isinstance(side, ast.Name) for side in sides)
        named = {last_name(side) for side in sides}
        return all(isinstance(side, ast.Constant) for side in sides) or (same and len(named) == 1)
    return isinstance(test, ast.Constant) and bool(test.value)


def _is_assertion(call: ast.Call) -> bool:
    name = last_name(call.func)
    told = any(
        (word.arg or "").startswith("expect")
        or (isinstance(word.value, ast.Constant) and (word.arg, word.value.value) in _EXPECTING)
        for word in call.keywords
    )
    return told or name in _FAILS or bool(_ASSERTS.search(name) and not _holds(call, name))


def _holds(call: ast.Call, name: str) -> bool:
    """Whether an assertion is given nothing but what is true: ``self.assertTrue(True)``."""
    values = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    if not values or len(values) < len(call.args) or not _HOLDS.fullmatch(name):
        return False
    return bool(values[0]) if name.lower().endswith("true") else values[0] == values[-1] and len(values) > 1


def _is_read(value: ast.expr) -> bool:
    """Whether something is read only to see that it can be; a ``load`` of its own is the product's."""
    name = last_name(value)
    return name in _READS and (
        name != "load" or (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute))
    )


def _may_judge(call: ast.Call, idle: frozenset[str]) -> bool:
    """Whether a call that nothing is done with may be of a helper that asserts something."""
    name = last_name(call.func)
    return bool(_JUDGES.search(name)) and name not in idle
