"""Python as authors write it in specs: signatures without a body, excerpts, sessions."""

import re
import warnings
from collections.abc import Sequence
from itertools import zip_longest

from planls.contract.snippets.brackets import Code
from planls.contract.snippets.faults import Fault, fault_at, stands_for_more
from planls.contract.snippets.logical import Logical, logical_lines
from planls.contract.snippets.syntaxes import PYTHON

_DEEPEST = 50
"""Brackets in brackets; code that is nested deeper is not judged."""

_CONTROL = re.compile("[\x00\x01]")
"""No Python, and the marks of `logical_lines`."""

_PROMPT = re.compile(r"\s*(?:>>>|\.\.\.)(?: |$)")
_DEFINES = re.compile(r"(?:async\s+def|def|class)\b")
_COMPOUND = re.compile(r"(?:async|if|elif|else|for|while|try|except|finally|with|case)\b")
_CALLED = re.compile(r"[A-Za-z_][\w.]*\s*\(\s*\)(?:\s*->[^:]*)?:?")
_NEWER = re.compile(r"(?:(?:async\s+)?def|class)\s+\w+\s*\[|type\s+\w+|except\b")
_TEMPLATE = re.compile(r"\b[fFtTrR]{1,2}[\"']")
"""Syntax that an older Python than the author's does not parse."""

_MEANT = re.compile(r"[:=(\[]\s*\.\.\.|,\s*\.\.\.\s*\]")
"""An ellipsis that is Python: a body, a default, an argument, ``tuple[int, ...]``."""

_ELISION = re.compile(r"\s*+(?:#\s*+)?(?:\.\.\.|…)")
_SLOT = re.compile(
    r"^[ \t]*\[[A-Za-z][^\[\]\n]*\][ \t]*$"
    r"|\[(?![^\]\n]*\b(?:for|if|in|is|not|and|or|lambda|await)\b)[a-z]+(?: [a-z]+)+\]",
    re.MULTILINE,
)
"""A template's placeholder, on a line of its own or of several words: ``[your key]``."""

_LINE = re.compile(r" (?:\(detected at|on) line \d+\)?")
_DEF = "def "


def python_fault(lines: Sequence[str]) -> Fault | None:
    """Where code stops being Python; a signature needs no body, and what stands for more is not judged."""
    lines = _without_prompts(lines)
    text = "\n".join(lines)
    code = Code(text, PYTHON)
    if _CONTROL.search(text) or code.depth > _DEEPEST or _error(text) is None:
        return None
    if code.unbalanced:
        found = fault_at(text, *code.unbalanced)
        return None if _leaves_out(lines[found.line]) else found
    logicals = list(logical_lines(code))
    margin = min((logical.indent for logical in logicals), default=0)
    mended = _mended([_dedented(line, margin) for line in lines], logicals, margin)
    error = _error("\n".join(mended))
    return _judged(error, lines, mended, logicals) if error else None


def _without_prompts(lines: Sequence[str]) -> Sequence[str]:
    """A session's input, in its place; any other code as it is."""
    first = next((line for line in lines if line.strip()), "")
    if not first.lstrip().startswith(">>>"):
        return lines
    prompts = zip(lines, map(_PROMPT.match, lines), strict=True)
    return [" " * match.end() + line[match.end() :] if match else "" for line, match in prompts]


def _error(text: str) -> SyntaxError | None:
    """What the parser says; None also for what is beyond it."""
    import ast

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError):
        return None
    return None


def _leaves_out(text: str) -> bool:
    return stands_for_more(_MEANT.sub("", text)) or bool(_SLOT.search(text))


def _dedented(line: str, margin: int) -> str:
    return line.lstrip() if line[:margin].strip() else line[margin:]


def _mended(lines: list[str], logicals: Sequence[Logical], margin: int) -> list[str]:
    """The code with a body where a header has none, and a colon where a signature has none."""
    for logical, behind in zip_longest(logicals, logicals[1:]):
        follows = behind.flat if behind else ""
        added = _begun(lines, logical, logical.indent - margin, follows)
        flat, end = added + logical.flat, logical.end - margin + len(added) * (logical.first == logical.last)
        tail = _wanted(flat, deeper=behind is not None and behind.indent > logical.indent)
        last = lines[logical.last]
        lines[logical.last] = last[:end] + tail + last[end:] if tail else last
    return lines


def _begun(lines: list[str], logical: Logical, start: int, follows: str) -> str:
    """Mend how a statement begins, in place; gives what was put before it."""
    first, end = logical.first, logical.last + 1
    row = lines[first]
    if logical.flat.startswith("@") and not follows.startswith(("@", "def", "class", "async")):
        lines[first] = f"{row[:start]}+{row[start + 1 :]}"
    elif logical.flat.startswith(("!", "%")) or logical.flat == "…":
        lines[first:end] = [" " * start + "0", *[""] * (end - first - 1)]
    elif _CALLED.fullmatch(logical.flat) and _error("\n".join(lines[first:end]).lstrip()):
        name, bracket, rest = row[start:].partition("(")
        lines[first] = " " * start + _DEF + name.replace(".", "_") + bracket + rest
        return _DEF
    return ""


def _wanted(flat: str, *, deeper: bool) -> str:
    """What a header lacks: a colon, a body or both."""
    body = "" if deeper else " ..."
    if _DEFINES.match(flat) and ":" not in flat:
        return ":" + body
    return body if flat.endswith(":") and (_DEFINES.match(flat) or _COMPOUND.match(flat)) else ""


def _judged(
    error: SyntaxError, lines: Sequence[str], mended: Sequence[str], logicals: Sequence[Logical]
) -> Fault | None:
    """The fault that an error is, unless its statement leaves something out or is of a newer Python."""
    line = min(max(error.lineno or 1, 1), len(lines)) - 1
    above = [logical for logical in logicals if logical.first <= line]
    statement = above[-1] if above else Logical(line, line, 0, 0, "")
    text = "\n".join(lines[statement.first : statement.last + 1])
    if _leaves_out(text) or _NEWER.match(statement.flat) or _TEMPLATE.search(text):
        return None
    if isinstance(error, IndentationError):
        indent = len(lines[line]) - len(lines[line].lstrip())
        return None if _is_excerpt(lines, above) else Fault(line, indent, _LINE.sub("", error.msg))
    column = (error.offset or 1) - 1 + _moved(lines[line], mended[line])
    return Fault(line, min(max(column, 0), len(lines[line])), _LINE.sub("", error.msg))


def _moved(line: str, mended: str) -> int:
    """How many columns a line was moved to the left when it was mended."""
    text, other = line.lstrip(), mended.lstrip()
    added = len(_DEF) * (other.startswith(_DEF) and not text.startswith(_DEF))
    return len(line) - len(text) - (len(mended) - len(other)) - added


def _is_excerpt(lines: Sequence[str], above: Sequence[Logical]) -> bool:
    """Whether the last statement is the first one, or something is left out just before it."""
    if len(above) < 2:  # noqa: PLR2004  # the statement and the one before it
        return True
    return any(_ELISION.match(line) for line in lines[above[-2].first : above[-1].first + 1])
