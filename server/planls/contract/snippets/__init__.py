"""Code in a document: does it parse? Nothing in it is ever executed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planls.contract.languages import named
from planls.contract.snippets.faults import Fault, fault_at, is_elided
from planls.document.lines import body

if TYPE_CHECKING:
    from planls.contract.snippets.syntaxes import Syntax

__all__ = ["Fault", "bracket_fault", "fault", "guess"]

_NO_CODE = re.compile(r"^[ \t]*#[ \t]*(?:if|else|elif)|</|/>", re.MULTILINE)
"""A preprocessor's branches, which may both open the same bracket, and markup with its prose."""


def fault(lines: Sequence[str], language: str) -> Fault | None:
    """Where a block (its lines without the fences) stops being what its language says.

    JSON, JSON with comments, lines of JSON, Python, YAML and TOML are parsed; of Go, TypeScript,
    JavaScript, Rust, Java, Kotlin, C, C++, C# and Swift the brackets are checked. A block without a
    language counts as what `guess` says; in HTTP exchanges and ``curl -d`` the JSON bodies are read.
    None for any other language, for a block that parses, and wherever there is doubt.
    """
    rows = [body(line) for line in lines]
    name = named(language) or guess(rows) or "http"
    check = _CHECKS.get(name) or _braced(name)
    found = check(rows) if check and rows else None
    if found is None:
        return None
    line = min(found.line, len(rows) - 1)
    column = min(found.column, len(rows[line])) if line == found.line else len(rows[line])
    return Fault(line, column, found.message)


def guess(lines: Sequence[str]) -> str:
    """The language of a block that names none: ``json`` for an object or array with names, else empty."""
    filled = [line.strip() for line in lines if line.strip()]
    if not filled or (filled[0][0], filled[-1][-1]) not in {("{", "}"), ("[", "]")}:
        return ""
    return "json" if any('":' in line for line in filled) else ""


def bracket_fault(rows: Sequence[str], syntax: "Syntax") -> Fault | None:
    """A bracket without its fellow, unless something is left out or it is not code alone."""
    from planls.contract.snippets.blame import blamed
    from planls.contract.snippets.brackets import CLOSING, Code

    text = "\n".join(rows)
    wrong = blamed(Code(text, syntax))
    if wrong is None or is_elided(rows) or _NO_CODE.search(text) or text.lstrip()[:1] in CLOSING.values():
        return None
    return fault_at(text, *wrong)


def _json(rows: Sequence[str]) -> Fault | None:
    """The fault of the block as a whole; of the bodies in it where it is an exchange."""
    from planls.contract.snippets.exchanges import bodies

    begins = "".join(rows).lstrip()[:1]
    whole = _in_json([(0, rows)])
    return whole if begins in ("{", "[") and whole is None else _in_json(bodies(rows) or [(0, rows)])


def _exchange(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.exchanges import bodies

    return _in_json(bodies(rows))


def _shell(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.exchanges import curl_bodies

    return _in_json(curl_bodies(rows))


def _jsonc(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.json_text import without_comments

    return _in_json([(0, without_comments("\n".join(rows)).split("\n"))])


def _in_json(parts: Iterable[tuple[int, Sequence[str]]]) -> Fault | None:
    """The first fault in these stretches of JSON, each with the line that it starts on."""
    from planls.contract.snippets.json_text import json_fault

    for line, rows in parts:
        text = "\n".join(rows)
        if wrong := json_fault(text):
            found = fault_at(text, *wrong)
            return Fault(line + found.line, found.column, found.message)
    return None


def _python(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.python_code import python_fault

    return python_fault(rows)


def _yaml(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.data import yaml_fault

    return yaml_fault(rows)


def _toml(rows: Sequence[str]) -> Fault | None:
    from planls.contract.snippets.data import toml_fault

    return toml_fault(rows)


def _braced(language: str) -> Callable[[Sequence[str]], Fault | None] | None:
    """What looks at the brackets of a language; None for one that is not known."""
    from planls.contract.snippets.syntaxes import JSON5, SYNTAXES

    syntax = JSON5 if language == "json5" else SYNTAXES.get(language)
    return partial(bracket_fault, syntax=syntax) if syntax else None


_CHECKS: Mapping[str, Callable[[Sequence[str]], Fault | None]] = {
    "json": _json,
    "jsonc": _jsonc,
    "http": _exchange,
    "text": _exchange,
    "shell": _shell,
    "python": _python,
    "yaml": _yaml,
    "toml": _toml,
}
"""What looks at a language; each is loaded when it is met."""
