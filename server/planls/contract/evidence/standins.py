"""Stand-ins that are all that their own tests test: Python classes which nothing of the product ever gets."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from planls.contract.evidence.mocks import is_stand_in
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script
from planls.contract.pythontree import parsed

_BUILT_IN = frozenset(
    "bool callable getattr hasattr id isinstance issubclass len list print repr set str tuple type".split()
)
"""What tells something of its argument and is no product."""

_LONGEST = 100_000
"""Characters of code that are parsed."""

_CLASS = re.compile(r"^class [ \t]*(?:\w*(?:Mock|Fake|Stub|Dummy)|InMemory)", re.MULTILINE)
_MOST = 5
"""Stand-ins of one block that are looked at."""

_STANDING = re.compile(r"Mock|Fake|Stub|Dummy|InMemory")
_HANDED = re.compile(
    r"(?:[(,\[{]\s*|\w=|\breturn\s+|\byield\s+|lambda:\s*)(?P<name>[A-Za-z]\w{0,80}?)(?=\W|$)", re.MULTILINE
)


@dataclass
class _Uses:
    """What becomes of a class in its tests: the names of instances and of what came from them."""

    name: str
    derived: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    tested: bool = False
    handed: bool = False


def stand_ins(script: Script) -> Iterator[Evidence]:
    """The stand-ins of a test's code that its tests test in place of the real thing."""
    if len(script.text) > _LONGEST or not _CLASS.search(script.text):
        return
    if not script.tested or script.language != "python":
        return
    tree = parsed(script.text.split("\n")) or ast.Module(body=[], type_ignores=[])
    defined = (node for node in tree.body if isinstance(node, ast.ClassDef) and _stands_alone(node))
    for node in islice(defined, _MOST):
        if _tests_itself(node, tree, script.text.split("\n")):
            start = script.text.find(node.name, _offset(script.text, node.lineno))
            said = f"`{node.name}` is defined in the tests, some of which test nothing else"
            yield Evidence("mock", script.span(start, start + len(node.name)), said, node.name)


def handed(script: Script) -> Iterator[str]:
    """The names of stand-ins that code gives to something else."""
    if not _STANDING.search(script.text):
        return
    for match in _HANDED.finditer(script.code):
        if is_stand_in(match["name"], typed=True):
            yield match["name"]


def _offset(text: str, line: int) -> int:
    """Where a 1-based line begins."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _stands_alone(node: ast.ClassDef) -> bool:
    """Whether a stand-in inherits nothing, for what it inherits may be the very thing that is tested."""
    return is_stand_in(node.name, typed=True) and not node.bases and not node.keywords


def _tests_itself(defined: ast.ClassDef, tree: ast.Module, lines: Sequence[str]) -> bool:
    """Whether a test makes one and asks it, and none gives it, or what came from it, to anything else."""
    uses = _Uses(defined.name)
    for node in _statements(tree.body):
        first = min((one.lineno for one in getattr(node, "decorator_list", ())), default=node.lineno)
        if node is defined or not any(defined.name in line for line in lines[first - 1 : node.end_lineno]):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            test = _Uses(defined.name)
            for statement in _statements(node.body):
                _look(statement, test)
            asks = any(isinstance(part, ast.Assert) for part in ast.walk(node))
            uses.tested |= test.tested and asks and node.name.startswith("test")
            uses.handed |= test.handed or _names(node.name, node.decorator_list)
        elif not isinstance(node, ast.ClassDef):
            _look(node, uses)
    return uses.tested and not uses.handed


def _names(name: str, nodes: Iterable[ast.AST]) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for node in nodes for part in ast.walk(node))


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements from top to bottom; of a class its own, of a function itself."""
    for node in body:
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _statements(node.body)


def _look(statement: ast.stmt, uses: _Uses) -> None:
    """Note what one statement, with all that is nested in it, does with the class."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            _assign(node.targets if isinstance(node, ast.Assign) else (node.target,), node.value, uses)
        elif isinstance(node, ast.Call):
            _call(node, uses)
        elif isinstance(node, ast.Return | ast.Yield | ast.Await | ast.withitem):
            value = node.context_expr if isinstance(node, ast.withitem) else node.value
            uses.handed |= value is not None and _comes_from(value, uses)


def _assign(targets: Sequence[ast.expr], value: ast.expr, uses: _Uses) -> None:
    if not _comes_from(value, uses):
        return
    plain = [target.id for target in targets if isinstance(target, ast.Name)]
    uses.handed |= len(plain) < len(targets)
    uses.derived.update(plain)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == uses.name:
        uses.held.update(plain)


def _call(node: ast.Call, uses: _Uses) -> None:
    """A method of the stand-in that is called tests it; an argument that comes from it is handed over."""
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    uses.tested |= isinstance(owner, ast.Name) and owner.id in uses.held
    plain = isinstance(node.func, ast.Name) and node.func.id in _BUILT_IN
    given = (*node.args, *(keyword.value for keyword in node.keywords))
    uses.handed |= not plain and any(_comes_from(value, uses) for value in given)


def _comes_from(value: ast.AST, uses: _Uses) -> bool:
    """Whether a value has the class in it, or what was made with it."""
    return any(
        isinstance(node, ast.Name) and (node.id == uses.name or node.id in uses.derived)
        for node in ast.walk(value)
    )
