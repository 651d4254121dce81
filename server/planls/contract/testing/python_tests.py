"""The tests in Python code, by its syntax tree; code that does not parse has none."""

import ast
import re
import textwrap
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planls.contract.testing.model import Uncollected, UnitTest

_Function = ast.FunctionDef | ast.AsyncFunctionDef

_WORD = re.compile(r"\w+")
_ASSERTS = re.compile(
    r"_*(?:assert|check|verif|expect|ensure|validat|require|should|must|compare|approve)", re.IGNORECASE
)
_FAILS = frozenset(
    """
    raises warns fail deprecated_call raise_for_status exit xfail importorskip model_validate match_snapshot
    wait_for wait_until wait_for_selector should doctest testmod
    """.split()
)
_JUDGES = frozenset(
    "benchmark snapshot data_regression file_regression image_regression num_regression".split()
)
"""Fixtures that judge what they are given."""

_HARMLESS = (
    r"(?i)(?:not|n't|never|without|no)[ _]+(?:\w+[ _]+){0,3}?(?:rais|crash|throw|fail|error|exception|break)"
    r"|smoke"
    r"|importable|imported\b|_imports?$|exits? cleanly|runs? to the end"
)
"""What says that a test must merely run through."""

_ELIDED = r"(?i)#.*(?:\.\.\.|…)|#\s*(?:TODO|FIXME)|^\s*#\s*(?:verify|then|expect|check)\b[^=]*$|^\s*\[\w+\]$"
"""Something is left out: an ellipsis, a comment in place of what it speaks of."""


def python_tests(lines: Sequence[str]) -> tuple[UnitTest, ...]:
    """The test functions and methods, from top to bottom."""
    tree, margin = _parsed(lines)
    helpers = frozenset(_helpers(tree))
    found = [_test(node, cell, lines, helpers, margin) for node, cell in _functions(tree.body, "")]
    return tuple(sorted(found, key=lambda test: test.line))


def uncollected(lines: Sequence[str]) -> Iterator[Uncollected]:
    """The functions with assertions that nothing calls and the classes that pytest passes over."""
    tree, margin = _parsed(lines)
    words = Counter(word for line in lines for word in _WORD.findall(line))
    for node in tree.body:
        if isinstance(node, _Function) and words[node.name] == 1 and _is_passed_over(node):
            column = margin + node.col_offset + _keyword(node)
            yield Uncollected(node.name, node.lineno - 1, column, _better(node.name, words))
        if isinstance(node, ast.ClassDef) and words[node.name] == 1 and _is_lost(node):
            column = margin + node.col_offset + len("class ")
            yield Uncollected(node.name, node.lineno - 1, column, f"Test{_bare_class(node.name)}")


def _parsed(lines: Sequence[str]) -> tuple[ast.Module, int]:
    """The tree, empty for what does not parse, and how many columns the code is indented."""
    text = "\n".join(line.rstrip("\r\n") for line in lines)
    plain = textwrap.dedent(text)
    first = next((line for line in lines if line.strip()), "")
    margin = len(first) - len(first.lstrip()) if plain != text else 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(plain), margin
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], []), 0


def _functions(body: Iterable[ast.stmt], cell: str) -> Iterator[tuple[_Function, str]]:
    """The tests among these statements and in their classes."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, node.name)
        elif isinstance(node, _Function) and node.name.startswith("test") and not _is_fixture(node):
            yield node, cell


def _helpers(tree: ast.Module) -> Iterator[str]:
    """The functions of the block that assert something and are no tests themselves."""
    for node in ast.walk(tree):
        if isinstance(node, _Function) and not node.name.startswith("test") and _asserts(node, frozenset()):
            yield node.name


def _test(node: _Function, cell: str, lines: Sequence[str], helpers: frozenset[str], margin: int) -> UnitTest:
    body = node.body[1:] if _docstring(node) else node.body
    last = _last_row(node, lines, margin)
    rows = tuple(line.rstrip("\r\n") for line in lines[_first_row(node, lines) : last])
    statements = [inner for inner in body if not _is_empty(inner)]
    told = f"{node.name} {_docstring(node)} " + " ".join(row for row in rows if "#" in row)
    harmless = re.search(_HARMLESS, told) or any(
        isinstance(inner, ast.Import | ast.ImportFrom) for inner in body
    )
    return UnitTest(
        name=node.name,
        line=node.lineno - 1,
        column=margin + node.col_offset + _keyword(node),
        body=rows,
        statements=_weight(statements),
        asserts=bool(harmless) or _asserts(node, helpers),
        judged=bool(statements)
        and not _is_skipped(node)
        and not any(re.search(_ELIDED, row) for row in rows if "#" in row or "[" in row),
        documented=bool(_docstring(node)) or _is_noted(lines, node),
        simple=any(_is_raises(inner) for inner in statements),
        cell=cell,
    )


def _first_row(node: _Function, lines: Sequence[str]) -> int:
    """The line that a function's body starts on, its docstring aside, the comments above it included."""
    if _docstring(node):
        return node.body[0].end_lineno or node.lineno
    first = node.body[0].lineno - 1
    while first > node.lineno and lines[first - 1].strip()[:1] in ("", "#"):
        first -= 1
    return first


def _last_row(node: _Function, lines: Sequence[str], margin: int) -> int:
    """The line behind a function, the comments that end its body included."""
    last = node.end_lineno or node.lineno
    while last < len(lines) and _is_deeper(lines[last], margin + node.col_offset):
        last += 1
    return last


def _is_deeper(line: str, column: int) -> bool:
    text = line.strip()
    return not text or (text.startswith("#") and len(line) - len(line.lstrip()) > column)


def _weight(body: Iterable[ast.stmt]) -> int:
    """How many simple statements there are, those in blocks as well."""
    return sum(1 + _weight(getattr(node, "body", ())) * hasattr(node, "body") for node in body)


def _is_noted(lines: Sequence[str], node: _Function) -> bool:
    """Whether a comment above the test, or first in it, says what it tests."""
    first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)]) - 2
    above = lines[first].strip() if first >= 0 else ""
    start = node.body[0].lineno - 2
    inside = lines[start].strip() if start >= node.lineno else ""
    return any(text.startswith("#") and len(text.split()) > 3 for text in (above, inside))  # noqa: PLR2004  # "# Act"


def _asserts(node: ast.AST, helpers: frozenset[str]) -> bool:
    """Whether anything in a function can fail it, but for what it happens to run into."""
    arguments = (
        [a.arg for a in (*node.args.args, *node.args.kwonlyargs)] if isinstance(node, _Function) else []
    )
    if _JUDGES.intersection(arguments) or helpers.intersection(arguments):
        return True
    return any(
        isinstance(inner, ast.Assert | ast.Raise)
        or (isinstance(inner, ast.Call) and _is_assertion(inner, helpers))
        or (isinstance(inner, ast.Attribute) and inner.attr == "should")
        for inner in ast.walk(node)
    )


def _is_assertion(call: ast.Call, helpers: frozenset[str]) -> bool:
    name = _called(call)
    checks = any(
        word.arg == "check" and isinstance(word.value, ast.Constant) and word.value.value is True
        for word in call.keywords
    )
    return checks or name in _FAILS or name in helpers or bool(_ASSERTS.match(name))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _docstring(node: _Function) -> str:
    return ast.get_docstring(node) or ""


def _is_empty(node: ast.stmt) -> bool:
    """Whether a statement does nothing: ``pass``, ``...``, a string."""
    constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    unwritten = (
        isinstance(node, ast.Raise) and node.exc is not None and "NotImplemented" in ast.dump(node.exc)
    )
    return constant or unwritten or isinstance(node, ast.Pass)


def _is_skipped(node: _Function) -> bool:
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    return any(re.search(r"\b(?:skip|xfail|expectedFailure)\b", mark) for mark in marks) or any(
        isinstance(inner, ast.Call) and _called(inner) in ("skip", "skipTest") for inner in ast.walk(node)
    )


def _is_raises(node: ast.stmt) -> bool:
    """Whether a statement is ``with pytest.raises``: it acts and asserts in one."""
    if not isinstance(node, ast.With | ast.AsyncWith):
        return False
    calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
    return any(_called(call) in ("raises", "warns") or _called(call).startswith("assert") for call in calls)


def _is_fixture(node: _Function) -> bool:
    return any("fixture" in ast.unparse(mark) for mark in node.decorator_list)


def _is_passed_over(node: _Function) -> bool:
    """Whether a function is a test but for its name: it asserts, takes and gives nothing."""
    takes = node.args.args or node.args.kwonlyargs or node.args.vararg or node.args.kwarg
    gives = any(isinstance(inner, ast.Return | ast.Yield) for inner in ast.walk(node))
    named = node.name.startswith(("test", "_", "pytest_", "setup", "teardown", "main"))
    asserts = any(isinstance(inner, ast.Assert) for inner in node.body)
    return not (takes or gives or named or node.decorator_list) and asserts


def _is_lost(node: ast.ClassDef) -> bool:
    """Whether a class has tests and neither a name nor a base class that says so."""
    tests = (inner for inner in node.body if isinstance(inner, _Function) and inner.name.startswith("test"))
    plain = not node.bases and not node.keywords and not node.decorator_list
    return plain and not node.name.startswith(("Test", "_")) and any(_asserts(t, frozenset()) for t in tests)


def _keyword(node: _Function) -> int:
    return len("async def ") if isinstance(node, ast.AsyncFunctionDef) else len("def ")


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
