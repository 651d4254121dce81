"""YAML and TOML: their syntax and nothing that it builds."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planls.contract.snippets.faults import Fault, is_elided, stands_for_more

if TYPE_CHECKING:
    import yaml

_LONGEST = 50_000
"""Characters; a longer text is not judged."""

_DEEPEST = 100
"""Brackets in brackets, or dots in a line: beyond that the parsers are not linear."""

_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
_TEMPLATE = re.compile(r"(?<!\$)\{\{|\{%")
_BRACKET = re.compile(r"[\[\]{}]")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_TWICE = ("Cannot", "Duplicate")
"""How tomllib begins what it says of keys: a snippet may show one file twice."""


def yaml_fault(rows: Sequence[str]) -> Fault | None:
    """Where a text stops being YAML; templates and what leaves something out are not judged.

    Nothing is built, no tag obeyed and no alias followed.
    """
    import yaml

    text = "\n".join(rows).translate(_BREAKS)
    if len(text) > _LONGEST or _TEMPLATE.search(text) or _is_deep(text):
        return None
    try:
        _parse_yaml(text)
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is None:
            return None
        line, column = error.problem_mark.line, error.problem_mark.column
        return _unless_elided(rows, Fault(line, column, error.problem or "this is no YAML"))
    except (yaml.YAMLError, ValueError):
        return None
    return None


def toml_fault(rows: Sequence[str]) -> Fault | None:
    """Where a text stops being TOML; a key that is set twice is none of its syntax."""
    import tomllib

    text = "\n".join(rows)
    if len(text) > _LONGEST or any(line.count(".") > _DEEPEST for line in rows):
        return None
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        if not place or said.startswith(_TWICE):
            return None
        line, column = (int(place[1]), int(place[2])) if place[1] else (len(rows), len(rows[-1]) + 1)
        return _unless_elided(rows, Fault(line - 1, column - 1, said[: place.start()]))
    except (ValueError, RecursionError):
        return None
    return None


def _is_deep(text: str) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _parse_yaml(text: str) -> None:
    """Raise what is wrong: what the parser in C lets pass is fine, the one in Python has the better words."""
    import yaml

    fast = getattr(yaml, "CSafeLoader", None)
    try:
        if fast is not None:
            return _read_events(text, fast)
    except yaml.YAMLError:
        pass
    return _read_events(text, yaml.SafeLoader)


def _read_events(text: str, loader: "type[yaml.SafeLoader]") -> None:
    import yaml

    for _ in yaml.parse(text, Loader=loader):
        pass


def _unless_elided(lines: Sequence[str], fault: Fault) -> Fault | None:
    """The fault, unless something is left out above it, or stands for something near it."""
    near = "\n".join(lines[max(fault.line - 1, 0) : fault.line + 1])
    return None if is_elided(lines[: fault.line + 1]) or stands_for_more(near) else fault
