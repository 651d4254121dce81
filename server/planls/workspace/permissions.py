"""Where a technology is allowed in the configuration, and what to write there.

Comments, order and style of the file stay as they are: the edit is the smallest one. Whether it says what
it should is read back from the text that it makes; if it does not, there is none.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planls.config import ConfigError
from planls.contract.places import locate
from planls.document.lines import LineStore, Span, split_lines
from planls.rule import Edit
from planls.workspace.configurations import settings_for
from planls.workspace.texts import FileError, read_text

_NEW = "planls.toml"
_OWN = re.compile(r"[^#]*?\ballow[\"']?\s*=\s*(?=\[)")
"""The list's own line, up to the list."""
_HEADER = re.compile(r"\s*\[[^\[\]#]*\bscope[\"']?\s*\]")
_DOTTED = re.compile(r"(\s*(?:[\w\"'-]+\s*\.\s*)*[\"']?scope[\"']?\s*\.\s*)[\w\"'-]+\s*=")
"""A key of the table that stands without its header; the group is what it begins with."""
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*|[^\s\"'#]|\s+|[\"']")
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Permit:
    """What allows a technology: an edit of the configuration at ``path``, which has these ``lines``.

    ``new``: there is no such file yet.
    """

    path: Path
    lines: tuple[str, ...]
    edit: Edit
    new: bool = False


def permit(name: str, document: Path, folder: Path) -> Permit | None:
    """What to write so that the configuration of a document allows a technology.

    Where none counts for it, that is a new one in ``folder``. None: the user has to do it.
    """
    try:
        path = settings_for(document).source or folder / _NEW
        new = not path.exists()
        text = "" if new else read_text(path)
    except (ConfigError, FileError, OSError):
        return None
    table = ("tool", "planls") if path.name == "pyproject.toml" else ()
    edit = allowing(text, name, table)
    return Permit(path, tuple(split_lines(text)), edit, new) if edit else None


def allowing(text: str, name: str, table: tuple[str, ...] = ()) -> Edit | None:
    """The edit after which ``scope.allow`` of a TOML table has a name, all else being the same."""
    try:
        return next((edit for edit in _edits(text, name, table) if _says(text, edit, name, table)), None)
    except (tomllib.TOMLDecodeError, AttributeError, TypeError):  # no TOML, or none of ours
        return None


def _says(text: str, edit: Edit, name: str, table: tuple[str, ...]) -> bool:
    """Whether the text after the edit allows the name, too, and says nothing else than before."""
    wanted: dict[str, Any] = tomllib.loads(text)
    scope = wanted
    for key in (*table, "scope"):
        scope = scope.setdefault(key, {})
    if name in scope.get("allow", ()):
        return False
    scope["allow"] = [*scope.get("allow", ()), name]
    store = LineStore(text)
    store.replace(edit.span, edit.text)
    try:
        return tomllib.loads(store.text()) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _edits(text: str, name: str, table: tuple[str, ...]) -> Iterator[Edit]:
    """What could be written, the best first: into the list, into its table, a table of its own."""
    word, end = json.dumps(name, ensure_ascii=False), "\r\n" if "\r\n" in text else "\n"
    lines = split_lines(text)
    at, line = _line(lines, text, (*table, "scope", "allow"))
    if match := _OWN.match(line):
        yield from _listed(text, at + match.end(), word, end)
    if _HEADER.match(line):
        yield _edit(text, at + len(line), f"{_open(line, end)}allow = [{word}]{end}")
    at, line = _line(lines, text, (*table, "scope", "defaults"))
    if match := _DOTTED.match(line):
        yield _edit(text, at, f"{match[1]}allow = [{word}]{end}")
    gap = f"{_open(lines[-1], end)}{end}" if lines else ""
    yield _edit(text, len(text), f"{gap}[{'.'.join((*table, 'scope'))}]{end}allow = [{word}]{end}")


def _line(lines: list[str], text: str, keys: tuple[str, ...]) -> tuple[int, str]:
    """The offset and text of the line on which the keys stand, or as many of them as do."""
    at = (locate(text, keys) or len(lines) + 1) - 1
    return sum(map(len, lines[:at])), "".join(lines[at : at + 1])


def _listed(text: str, start: int, word: str, end: str) -> Iterator[Edit]:
    """The word as the last one of the list that begins at an offset."""
    last, stop = _ends(text, start)
    if stop is None:
        return
    behind = text.find("\n", last)
    if last == start + 1 or not 0 <= behind < stop:
        gap = "" if last == start + 1 else " " if text[last - 1] == "," else ", "
        yield _edit(text, last, f"{gap}{word}")
        return
    rest = text[last:behind].rstrip("\r")
    lead = text[text.rfind("\n", 0, last) + 1 : last]
    indent = lead[: len(lead) - len(lead.lstrip())] if text.find("\n", start, last) >= 0 else _INDENT
    commas = ("", ",") if text[last - 1] == "," else (",", "")
    yield _edit(text, last, f"{commas[0]}{rest}{end}{indent}{word}{commas[1]}", len(rest))


def _ends(text: str, start: int) -> tuple[int, int | None]:
    """Behind the last value or comma of the list that begins at an offset, and its closing bracket."""
    last = start + 1
    for token in _TOKEN.finditer(text, start + 1):
        if token[0] == "]":
            return last, token.start()
        if not token[0].isspace() and not token[0].startswith("#"):
            last = token.end()
    return last, None


def _open(line: str, end: str) -> str:
    """The line end that a line still lacks."""
    return "" if line.endswith("\n") else end


def _edit(text: str, offset: int, new: str, length: int = 0) -> Edit:
    """The edit that puts a text at an offset, in place of some characters of that line."""
    line, column = text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1
    return Edit(Span(line, column, line, column + length), new)
