"""Imports of JavaScript and TypeScript, also inside Vue, Svelte and Astro files."""

import re
from collections.abc import Iterator

from planls.document.filenames import FOLDERS
from planls.scope.code import names
from planls.scope.code.source import Form, Source, Use, blank

_BUILTIN = frozenset(
    """
    assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns
    domain events fs http http2 https inspector module net os path perf_hooks process punycode querystring
    readline repl stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi
    worker_threads zlib
    """.split()
)
_OPAQUE = re.compile(
    r"(?P<hide>//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|`(?:[^`\\]|\\.)*+`)"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'",
    re.DOTALL,
)
_IMPORT = re.compile(
    r"^(?:[ \t]*+(?:import|export)\b(?P<between>[^'\"`;\n(]*+)|[\w$, \t]*+\}[ \t]*from[ \t]*)"
    r"(?P<quote>['\"])(?P<name>[^'\"\n]{1,120})(?P=quote)",
    re.MULTILINE,
)
_CALL = re.compile(r"\b(?:require|import)\([ \t]*(?P<quote>['\"])(?P<name>[^'\"\n]{1,120})(?P=quote)[ \t]*\)")
_FROM = re.compile(r"(?:[\s}*]|\w )from[ \t]*$")


def imports(source: Source) -> Iterator[Use]:
    """The packages that JavaScript code imports or requires, Node's own left out."""
    text = source.text
    if "import" not in text and "require" not in text and "from" not in text:
        return
    shown = _OPAQUE.sub(_hidden, text) if "`" in text or "//" in text or "/*" in text else text
    for match in _IMPORT.finditer(shown):
        between = match["between"]
        if between is None or not between.strip() or _FROM.search(between[-40:]):
            yield from _package(source, match)
    for match in _CALL.finditer(shown):
        yield from _package(source, match)


def is_import(line: str) -> bool:
    """Whether a line is an ``import ... from 'x'`` or has a ``require('x')``."""
    match = _IMPORT.match(line)
    return bool(match and (match["between"] is None or _FROM.search(match["between"][-40:]))) or bool(
        _CALL.search(line)
    )


def _hidden(match: re.Match[str]) -> str:
    return blank(match[0]) if match["hide"] else match[0]


def _package(source: Source, match: re.Match[str]) -> Iterator[Use]:
    path, start = match["name"], match.start("name")
    plain = path.removeprefix("npm:")
    start += len(path) - len(plain)
    labels = plain.split("/")
    name = names.npm("/".join(labels[: 2 if plain[:1] == "@" else 1]))
    if (
        not name
        or ":" in plain
        or name in _BUILTIN
        or name in FOLDERS
        or (plain[:1] == "@" and "/" not in plain)
    ):
        return
    if not (name.endswith((".ts", ".css", ".json", ".vue")) or names.is_shouted(name)):
        yield source.use(Form.IMPORT, "npm", name.lower(), start, start + len(name))
