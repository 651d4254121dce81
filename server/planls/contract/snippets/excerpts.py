"""Code in a plan: whole files, excerpts, lines to add, diffs. Judged only where it must be whole."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planls.contract.languages import named
from planls.contract.snippets import bracket_fault
from planls.contract.snippets.faults import Fault, fault_at, stands_for_more
from planls.document.lines import body

if TYPE_CHECKING:
    from planls.contract.snippets.syntaxes import Syntax

_DIFF = re.compile(r"(?:@@ |\+{3} |-{3} [\w/.]|[+](?!\+)\s*\S|-\s{2,}\S|-(?=[\w\"'@]))")
_BROKEN = re.compile(
    r"\b(?:invalid|broken|malformed|corrupt(?:ed)?|not (?:valid|parse)|syntax error)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\s*[A-Z][a-z]+ (?:[\w`'./\[\]()-]+ ){1,20}?[\w`'./\[\]()-]+(?::|\.\s*)$|\s*```")
"""A sentence among the code: ``Add to the `[project]` section:``."""

_GOES_ON = re.compile(r"(?:elif|else|except|finally|case)\b|[)\]}]")
_TOML = re.compile(r"\s*(?:\[{1,2}[^\]]+\]{1,2}\s*(?:#.*)?$|[\w.\"'-]+(?:\s*\.\s*[\w\"'-]+)*\s*=)")
_JSON_COMMENT = re.compile(r"^[ \t]*(?://|/\*)|[\]}\d\w\",\[{][ \t]+(?://|/\*)", re.MULTILINE)
_NOTED = ("$(", "${", "←", "→")
"""What is filled in elsewhere, or said to the reader."""

_LONGEST = 2000
"""Characters of a line that are looked at to tell a sentence from code."""


def excerpt_fault(lines: Sequence[str], info: str) -> Fault | None:
    """Where a block of a plan stops being what its fence says it is: Python, JSON, TOML or YAML.

    Of languages with braces only brackets that cross are told. None for any other language, without one, and
    wherever the block may be an excerpt, a diff, a template or wrong on purpose.
    """
    rows = [body(line) for line in lines]
    check = _CHECKS.get(named(info)) or _braced(named(info))
    if check is None or not any(map(str.strip, rows)) or _is_loose(rows):
        return None
    found = check(rows)
    if found is None or _near_doubt(rows, found.line):
        return None
    line = min(found.line, len(rows) - 1)
    return Fault(line, min(found.column, len(rows[line])), found.message)


def _is_loose(rows: Sequence[str]) -> bool:
    """Whether a block is a diff, has sentences in it, or says of itself that it is wrong."""
    filled = [row[:_LONGEST] for row in rows if row.strip()]
    comments = [row for row in filled if row.lstrip().startswith(("#", "//"))]
    diff = sum(bool(_DIFF.match(row)) for row in filled)
    signs = any(row.startswith(("@@", "+")) for row in filled)
    return (
        (signs and bool(diff)) or any(map(_BROKEN.search, comments)) or any(map(_TELLS.match, filled))
    )  # a list in YAML has lines with a minus, too


def _near_doubt(rows: Sequence[str], line: int) -> bool:
    """Whether something is left out, or stands for more, in the line of a fault or next to it."""
    near = rows[max(line - 1, 0) : line + 2]
    return any(stands_for_more(row) or any(mark in row for mark in _NOTED) for row in near)


def _python(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.python_code import python_fault

    first = next(row.lstrip() for row in rows if row.strip())
    code = [row.lstrip() for row in rows if row.strip() and not row.lstrip().startswith("#")]
    goes_on = bool(code) and _GOES_ON.match(code[0])
    found = None if goes_on or first.startswith("%%") else python_fault(rows)
    deeper = found is not None and found.message == "unexpected indent"
    return None if found and deeper and _is_apart(rows, found.line) else found


def _is_apart(rows: Sequence[str], line: int) -> bool:
    """Whether a line is set apart from those above it: an excerpt of another place may begin there."""
    return not line or rows[line - 1].strip()[:1] in ("", "#", "@")


def _json(rows: Sequence[str]) -> Fault | None:
    """The fault of JSON; of JSON with comments where it has some."""
    from planls.contract.snippets.json_text import json_fault, without_comments

    text = "\n".join(rows)
    text = without_comments(text) if _JSON_COMMENT.search(text) else text
    wrong = json_fault(text)
    return fault_at(text, *wrong) if wrong else None


def _toml(rows: Sequence[str]) -> Fault | None:
    """The fault of TOML, unless it begins inside a value: ``"httpx>=0.27",``."""
    from planls.contract.snippets.data import toml_fault

    first = next((row for row in rows if row.strip() and not row.lstrip().startswith("#")), "")
    return toml_fault(rows) if _TOML.match(first[:_LONGEST]) else None


def _yaml(rows: Sequence[str]) -> Fault | None:
    """The fault of YAML, unless it begins deeper than it goes on."""
    from planls.contract.snippets.data import yaml_fault

    indents = [len(row) - len(row.lstrip(" ")) for row in rows if row.strip() and row.lstrip()[:1] != "#"]
    return None if not indents or min(indents) < indents[0] else yaml_fault(rows)


def _braces(rows: Sequence[str], syntax: "Syntax") -> Fault | None:
    """A bracket that closes another kind than the last one open, which no excerpt explains.

    Where a file begins, one that closes nothing is none of an excerpt either.
    """
    found = bracket_fault(rows, syntax)
    if found is None or " where " in found.message:
        return found
    first = next((row for row in rows if row.strip() and not row.lstrip().startswith("//")), "")
    return found if found.message.endswith("nothing") and first.startswith("package ") else None


def _braced(language: str) -> Callable[[Sequence[str]], Fault | None] | None:
    """What looks at the brackets of a language; None for one that is not known."""
    from planls.contract.snippets.syntaxes import SYNTAXES

    syntax = SYNTAXES.get(language)
    return partial(_braces, syntax=syntax) if syntax else None


_CHECKS: Mapping[str, Callable[[Sequence[str]], Fault | None]] = {
    "python": _python,
    "json": _json,
    "toml": _toml,
    "yaml": _yaml,
}
