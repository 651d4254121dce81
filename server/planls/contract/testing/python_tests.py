"""The tests in Python code, by its syntax tree; code that does not parse has none."""

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from planls.contract.pythontree import Function, docstring, last_name, parsed
from planls.contract.testing.model import UnitTest
from planls.contract.testing.python_asserts import Known, asserts, known

_HARMLESS = (
    r"(?i)_(?:starts?|boots?|runs?)\b"
    r"|(?:not|n't|never|without|no)[ _]+(?:\w+[ _]+){0,3}?(?:rais|crash|throw|fail|error|exception|break)"
    r"|smoke"
    r"|visual(?:ly)? (?:inspect|check|review)|(?:manual|human)(?:ly)? (?:inspect|check|review)"
    r"|importable|imported\b|_imports?$|exits? cleanly|runs? to the end"
)
"""What says that a test must merely run through."""

_ELIDED = r"(?i)#.*(?:\.\.\.|…)|#\s*(?:TODO|FIXME)|^\s*#\s*(?:verify|then|expect|check)\b[^=]*$|^\s*\[\w+\]$"
"""Something is left out: an ellipsis, a comment in place of what it speaks of."""


def python_tests(lines: Sequence[str]) -> tuple[UnitTest, ...]:
    """The test functions and methods, from top to bottom."""
    tree, margin = block_tree(lines)
    about = known(tree)
    found = [_test(node, cell, lines, about, margin) for node, cell in _functions(tree.body, "")]
    return tuple(sorted(found, key=lambda test: test.line))


def block_tree(lines: Sequence[str]) -> tuple[ast.Module, int]:
    """The tree, empty for what does not parse, and how many columns the code is indented."""
    text = "\n".join(lines)
    first = next((line for line in lines if line.strip()), "")
    margin = len(first) - len(first.lstrip()) if textwrap.dedent(text) != text else 0
    return parsed(lines) or ast.Module([], []), margin


def name_column(node: Function, margin: int) -> int:
    """The column of a function's name in a block that is indented by so many columns."""
    keyword = "async def " if isinstance(node, ast.AsyncFunctionDef) else "def "
    return margin + node.col_offset + len(keyword)


def _functions(body: Iterable[ast.stmt], cell: str) -> Iterator[tuple[Function, str]]:
    """The tests among these statements and in their classes."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, node.name)
        elif isinstance(node, Function) and node.name.startswith("test") and not _is_fixture(node):
            yield node, cell


def _test(node: Function, cell: str, lines: Sequence[str], about: Known, margin: int) -> UnitTest:
    body = node.body[1:] if docstring(node) else node.body
    last = _last_row(node, lines, margin)
    rows = tuple(line.rstrip("\r\n") for line in lines[_first_row(node, lines) : last])
    statements = [inner for inner in body if not _is_empty(inner)]
    told = f"{node.name} {docstring(node)} " + " ".join(row for row in rows if "#" in row)
    harmless = re.search(_HARMLESS, told) or _only_imports(body)
    return UnitTest(
        name=node.name,
        line=node.lineno - 1,
        column=name_column(node, margin),
        body=rows,
        statements=_weight(statements),
        asserts=bool(harmless) or asserts(node, about),
        judged=bool(statements)
        and not _is_skipped(node)
        and not any(re.search(_ELIDED, row) for row in rows if "#" in row or "[" in row),
        documented=bool(docstring(node)) or _is_noted(lines, node),
        simple=any(_is_raises(inner) for inner in statements),
        cell=cell,
    )


def _only_imports(body: Iterable[ast.stmt]) -> bool:
    """Whether a test is there to import something, and at most prints that."""
    kinds = {type(inner) for inner in body if not _is_empty(inner) and not _is_print(inner)}
    return bool(kinds) and kinds <= {ast.Import, ast.ImportFrom}


def _is_print(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and last_name(node.value) == "print"


def _first_row(node: Function, lines: Sequence[str]) -> int:
    """The line that a function's body starts on, its docstring aside, the comments above it included."""
    if docstring(node):
        return node.body[0].end_lineno or node.lineno
    first = node.body[0].lineno - 1
    while first > node.lineno and lines[first - 1].strip()[:1] in ("", "#"):
        first -= 1
    return first


def _last_row(node: Function, lines: Sequence[str], margin: int) -> int:
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


def _is_noted(lines: Sequence[str], node: Function) -> bool:
    """Whether a comment above the test, or first in it, says what it tests."""
    first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)]) - 2
    above = lines[first].strip() if first >= 0 else ""
    start = node.body[0].lineno - 2
    inside = lines[start].strip() if start >= node.lineno else ""
    return any(text.startswith("#") and len(text.split()) > 3 for text in (above, inside))  # noqa: PLR2004  # "# Act"


def _is_empty(node: ast.stmt) -> bool:
    """Whether a statement does nothing: ``pass``, ``...``, a string."""
    constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    unwritten = isinstance(node, ast.Raise) and last_name(node.exc).startswith("NotImplemented")
    return constant or unwritten or isinstance(node, ast.Pass)


def _is_skipped(node: Function) -> bool:
    marks = map(last_name, node.decorator_list)
    return any(mark.startswith(("skip", "xfail", "expectedFailure")) for mark in marks) or any(
        isinstance(inner, ast.Call) and last_name(inner) in ("skip", "skipTest") for inner in ast.walk(node)
    )


def _is_raises(node: ast.stmt) -> bool:
    """Whether a statement is ``with pytest.raises``: it acts and asserts in one."""
    if not isinstance(node, ast.With | ast.AsyncWith):
        return False
    names = [last_name(item.context_expr) for item in node.items]
    return any(name in ("raises", "warns") or name.startswith("assert") for name in names)


def _is_fixture(node: Function) -> bool:
    return any("fixture" in last_name(mark) for mark in node.decorator_list)
