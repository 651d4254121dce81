"""Code that is no code: comments, stubs, promises, prose in a code block."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from planls.contract.languages import CODE, is_comment, said, without_comments
from planls.contract.pythontree import Function, docstring, last_name, parsed

# Patterns are compiled when they are needed: most code is code by its first line.
_ELLIPSIS_MARKS = ".…[]<>() "
_LATER = (
    r"(?:here|later|to follow|follows|coming soon|tb[ad]|left as an exercise(?: for the reader)?"
    r"|to be (?:added|written|done|defined|determined|implemented)"
    r"|(?:same )?as (?:above|before|below)|see (?:the )?(?:repo|repository|source|code|above|below))"
)
_HINTS = tuple(
    """
    todo fixme tb xxx here later follow soon above before below see added written done defined determined
    implemented exercise
    """.split()
)
"""Words of which a promise has at least one."""

_PROMISE = (
    r"(?:TODO|FIXME|TBD|TBA|XXX)\b.*"
    rf"|(?i:(?:todo|fixme|tb[ad])(?::.*)?|[\[<(]?(?:[a-z']{{1,20}} ){{0,6}}{_LATER}[\]>)]?[.!… ]*)"
)
"""A promise in capitals, with a colon or at the end; ``todo list`` may be a command."""

_UNWRITTEN = (
    r"(?i)(?:pass;?|return \.\.\.;?|raise NotImplementedError\b.*|(?:todo|unimplemented)!\(.*"
    r"|print\([\"']TODO.*"
    r"|(?:throw new \w{1,60}\(|panic!?\(|echo )\s{0,8}[\"'`]?(?:todo|not (?:yet )?implemented).*"
    r"|throw new (?:NotImplementedException|UnsupportedOperationException)\(.*)"
)
_HEADER = (
    r"(?:(?:export|default|public|private|protected|static|async|final|override|internal|abstract|pub) +)*"
    r"(?:(?:function|func|fn|def|class|struct|impl|void|const|let|var|test|it|describe|module)\b"
    r"|[A-Z]\w{0,60}(?:<[^<>]{0,60}>)? )"
)
_MARKER = r"package [\w.]+;?|@\w.*|#\[.*\]"
_SETS = frozenset("={}#/")
"""What settings of Terraform have, and prose has not."""
_CLOSERS = frozenset("{}()[];,")
_SENTENCE = r"(?:[-*] |\d{1,2}[.)] )?[A-Z][a-z]+(?:,? [A-Za-z0-9'’/-]+){3,40}[.!:]?"
_ORDER = (
    r"(?:[-*] |\d{1,2}[.)] )?(?:Write|Create|Implement|Build|Define|Update|Install|Configure|Refactor|Add)"
    r" (?:a|an|the|all|your|our|some|each) .*"
)
_FILE = r"[\w./-]*\w\.\w{1,10}"
_EMPTY_FILE = r"(?i)[\w./-]*(?:__init__\.py|py\.typed|\.(?:git)?keep|\w\.pyi)(?:\s*[-–—(:].*)?|.*\bempty\b.*"
_LEFT = r"(?i)(?!(?:.* )?(?:todo|not (?:yet )?implemented|implement)).+"
"""A message of an error that is meant: not that something has yet to be implemented."""

_NONE = r"(?i)(?:no|none|nothing|n/a|not)\b"
_ABSTRACT = ("Protocol", "ABC", "ABCMeta", "TypedDict", "NamedTuple", "Enum", "group", "callback")
BASE = re.compile(r"(?:(?:Abstract|Base)(?![a-z])|I[A-Z])|(?:Base|Interface|Protocol|ABC|Mixin)$")
"""How what others fill in is called."""


def is_promise(text: str) -> bool:
    """Whether a text says nothing but that there will be code, or that it is somewhere else."""
    plain = text.strip().strip("*_`")
    hinted = any(hint in plain.lower() for hint in _HINTS)
    return bool(plain) and (bool(hinted and re.fullmatch(_PROMISE, plain)) or _is_ellipsis(plain))


def lack(lines: Sequence[str], language: str) -> str:
    """What a block of code in a language (as `languages.named` has it) is instead; empty: it is code.

    ``todo``: it is left for later; ``comments``: there are only comments; ``stub``: what it defines does
    nothing; ``elided``: it leaves everything out that it defines; ``prose``: it says in words what to write.
    """
    return _lack(tuple(lines), language)


@lru_cache(maxsize=256)
def _lack(lines: tuple[str, ...], language: str) -> str:
    filled = [line for line in lines if line.strip()]
    filled = filled[1:] if len(filled) > 1 and _names_file(filled[0], language) else filled
    if language == "terraform" and filled and not _SETS.intersection("".join(filled)):
        return "prose"
    if not filled or (language and language not in CODE and not all(map(_is_nothing, filled))):
        return ""
    if all(map(_is_nothing, filled)):
        return "todo"
    rows = [row for _, row in without_comments(lines, language)]
    if not rows:
        return "" if _is_meant(filled) else "comments"
    if _is_prose(rows, language):
        return "prose"
    return _unwritten(lines, rows, language)


def hollow(lines: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The functions in Python that promise a value and only pass: the line of each, and its name."""
    return tuple(_hollow(lines)) if any(line.strip().startswith("pass") for line in lines) else ()


def is_open(node: ast.ClassDef) -> bool:
    """Whether a class is there for others to fill in."""
    return is_abstract(node.bases) or bool(BASE.search(node.name))


def is_abstract(marks: Iterable[ast.expr]) -> bool:
    """Whether a base class or a decorator says that what it marks has no body."""
    names = map(last_name, marks)
    return any(name in _ABSTRACT or name.startswith(("abstract", "overload")) for name in names)


def is_meant_so(node: ast.AST) -> bool:
    """Whether a node of an error is a message that means it: not that something has yet to be implemented."""
    return isinstance(node, ast.Constant) and bool(re.match(_LEFT, str(node.value)))


def _hollow(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    tree = parsed(lines)
    for node in tree.body if tree else ():
        inner = node.body if isinstance(node, ast.ClassDef) and not is_open(node) else [node]
        for one in inner:
            if isinstance(one, Function) and _is_hollow(one):
                yield one.lineno - 1, one.name


def _names_file(line: str, language: str) -> bool:
    """Whether a line is a comment that says which file the code is for."""
    return is_comment(line, language) and bool(re.fullmatch(_FILE, said(line)))


def _is_nothing(line: str) -> bool:
    """Whether a line, comment marks aside, only stands for what is to come."""
    text = line.strip()
    return is_promise(said(line)) or _is_ellipsis(text) or text == "pass"


def _is_ellipsis(text: str) -> bool:
    return ("..." in text or "…" in text) and not text.strip(_ELLIPSIS_MARKS)


def _is_meant(filled: Sequence[str]) -> bool:
    """Whether comments alone are right: the file is empty, there is nothing to do, it is Markdown."""
    return any(
        re.fullmatch(_EMPTY_FILE, said(line)) or re.match(_NONE, said(line)) or line.lstrip().startswith("##")
        for line in filled
    )


def _is_prose(rows: Sequence[str], language: str) -> bool:
    """Whether all lines are sentences; without a language they have to tell the reader what to write."""
    pattern = _SENTENCE if language else _ORDER
    return language != "sql" and all(re.fullmatch(pattern, row.strip()) for row in rows)


def _unwritten(lines: Sequence[str], rows: Sequence[str], language: str) -> str:
    """``stub`` or ``elided`` for code that defines things and says of none what it does."""
    if language == "python" or (not language and any(row.startswith(("def ", "class ")) for row in rows)):
        tree = parsed(lines)
        if tree:
            return "" if _does(tree.body) else _manner(rows)
    texts = [row.strip() for row in rows]
    marked = len(rows) < sum(map(bool, map(str.strip, lines))) or any(map(_is_unwritten, texts))
    idle = all(_is_unwritten(text) or _is_frame(text) for text in texts)
    named = all(re.fullmatch(_MARKER, text) for text in texts)  # a package with its description
    return _manner(rows) if marked and idle and not named else ""


def _is_unwritten(text: str) -> bool:
    return bool(re.fullmatch(_UNWRITTEN, text)) or _is_nothing(text)


def _is_frame(text: str) -> bool:
    """Whether a line only begins or ends what other lines fill."""
    begins = text.endswith(("{", ":")) and re.match(_HEADER, text)
    return bool(begins or re.fullmatch(_MARKER, text)) or _CLOSERS.issuperset(text)


def _manner(rows: Sequence[str]) -> str:
    return "elided" if any("..." in row or "…" in row for row in rows) else "stub"


def _does(body: Sequence[ast.stmt]) -> bool:
    """Whether a module does anything: its imports alone count where it defines nothing."""
    defines = any(isinstance(node, Function | ast.ClassDef) for node in body)
    return not defines or any(map(_acts, body))


def _acts(node: ast.stmt) -> bool:
    """Whether a statement does anything but to define what does nothing."""
    if isinstance(node, Function):
        return is_abstract(node.decorator_list) or any(map(_acts, node.body))
    if isinstance(node, ast.ClassDef):
        bare = all(isinstance(inner, ast.Pass | ast.Expr) for inner in node.body)
        return is_open(node) or (bool(node.bases) if bare else any(map(_acts, node.body)))
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Raise):
        return last_name(node.exc) != "NotImplementedError" or any(map(is_meant_so, ast.walk(node)))
    is_guard = isinstance(node, ast.If) and any(
        isinstance(inner, ast.Name) and inner.id == "__name__" for inner in ast.walk(node.test)
    )
    return not is_guard and not isinstance(node, ast.Pass | ast.Import | ast.ImportFrom)


def _is_hollow(node: Function) -> bool:
    """Whether a function without a decorator has a body of ``pass`` and gives something by its type."""
    body = node.body[bool(docstring(node)) :]
    none = isinstance(node.returns, ast.Constant) or last_name(node.returns) in (
        "",
        "Optional",
        "NoReturn",
        "Never",
    )
    return len(body) == 1 and isinstance(body[0], ast.Pass) and not none and not node.decorator_list
