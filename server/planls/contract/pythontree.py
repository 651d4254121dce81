"""Python code as a syntax tree. Nothing here recurses: code may be nested deeper than Python's stack."""

import ast
import textwrap
import warnings
from collections.abc import Sequence
from functools import lru_cache

Function = ast.FunctionDef | ast.AsyncFunctionDef


def parsed(lines: Sequence[str]) -> ast.Module | None:
    """The tree of code, which may be indented as a whole; None for what does not parse."""
    return _tree("\n".join([line.rstrip("\r\n") for line in lines]))


@lru_cache(maxsize=16)
def _tree(text: str) -> ast.Module | None:
    """The tree of a text: several rules look at a block one after the other, and none changes its tree."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(textwrap.dedent(text) if text[:1] in " \t\n" else text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def last_name(node: ast.expr | None) -> str:
    """What an expression calls or names, its last part: ``skip`` of ``pytest.mark.skip("later")``."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def docstring(node: Function) -> str:
    """A function's docstring; empty without one."""
    return ast.get_docstring(node) or ""
