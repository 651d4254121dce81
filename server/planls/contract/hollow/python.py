"""The functions of Python that only promise what they should do."""

import ast
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from planls.contract.hollow.saying import promises, refuses, says_unwritten
from planls.contract.pythontree import Function, docstring, last_name, parsed
from planls.contract.stubs import is_abstract, is_meant_so, is_open

_COMMENT = re.compile(r"(?:^|\s)#(.*)")


def python_promises(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The line and the name of each function and method."""
    for node, free in _functions(lines):
        if _only_promises(node, lines, free=free):
            yield node.lineno - 1, node.name


def python_gaps(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The line and the start of each error that ends a function which does something before."""
    for node, free in _functions(lines):
        more = len(node.body) > 1 + bool(docstring(node)) and not is_abstract(node.decorator_list)
        if more and isinstance(node.body[-1], ast.Raise) and _is_gap(node, node.body[-1], free=free):
            yield node.body[-1].lineno - 1, "raise NotImplementedError"


def _functions(lines: Sequence[str]) -> Iterator[tuple[Function, bool]]:
    """The functions and methods, but those for others to fill in; whether each is free of a class."""
    tree = parsed(lines)
    nodes = tree.body if tree else ()
    bases = {last_name(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases}
    for node in nodes:
        for one in _methods(node, bases) if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(one, Function):
                yield one, one is node


def _methods(node: ast.ClassDef, bases: AbstractSet[str]) -> list[ast.stmt]:
    """What a class has, unless others are to fill it in: it says so, or is a base of another one."""
    return [] if is_open(node) or node.name in bases else node.body


def _only_promises(node: Function, lines: Sequence[str], *, free: bool) -> bool:
    """Whether a function does nothing yet; by the bare error a method leaves to others what it should do."""
    body = node.body[bool(docstring(node)) :]
    if len(body) != 1 or is_abstract(node.decorator_list):
        return False
    if isinstance(body[0], ast.Raise):
        unwritten = last_name(body[0].exc) == "NotImplementedError"
        return unwritten and _is_told(body[0], free=free)
    takes = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
    return _takes_no_work(body[0], takes) and promises(_comments(node, lines))


def _is_gap(node: Function, last: ast.Raise, *, free: bool) -> bool:
    """Whether an error says that the rest is not written: in words, or because nothing is ever given."""
    if last_name(last.exc) != "NotImplementedError":
        return False
    if isinstance(last.exc, ast.Call) and last.exc.args:
        message = last.exc.args[0]
        said = str(message.value) if isinstance(message, ast.Constant) else ""
        return says_unwritten(said) and not refuses(said)
    return free and not any(isinstance(inner, ast.Return | ast.Yield) for inner in ast.walk(node))


def _is_told(node: ast.Raise, *, free: bool) -> bool:
    """Whether an error says that something has yet to be implemented, or says nothing."""
    if not isinstance(node.exc, ast.Call) or not node.exc.args:
        return free
    return isinstance(node.exc.args[0], ast.Constant) and not is_meant_so(node.exc.args[0])


def _takes_no_work(node: ast.stmt, takes: set[str]) -> bool:
    """Whether a statement passes, or gives something fixed, or what the function was given."""
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Return) and _is_idle(node.value, takes))


def _is_idle(value: ast.expr | None, takes: set[str]) -> bool:
    if isinstance(value, ast.Subscript):
        value = value.value
    if isinstance(value, ast.Constant):  # a number may well be a setting
        return isinstance(value.value, str | bool | None)
    if isinstance(value, ast.List | ast.Tuple | ast.Dict):
        return not ast.dump(value).count("value=") and not getattr(value, "elts", getattr(value, "keys", ()))
    return value is None or (isinstance(value, ast.Name) and value.id in takes)


def _comments(node: Function, lines: Sequence[str]) -> list[str]:
    """What the comments in a function say."""
    found = map(_COMMENT.search, lines[node.lineno : node.end_lineno])
    return [match[1].strip() for match in found if match]
