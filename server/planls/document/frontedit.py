"""Front matter with one name more in a list of planls' own: ``planls: {allow: [Redis]}``."""

import re
from collections.abc import Iterator, Sequence

from planls.document import Document
from planls.document.blocks import FrontMatter
from planls.document.lines import Span, body, ending, split_lines

_PLAIN = re.compile(r"[A-Za-z][\w .+/-]*[\w+]|[A-Za-z]")
"""A name that YAML reads as text without quotes."""
_WORDS = frozenset("yes no true false on off null y n".split())

_ENOUGH = 200
"""Lines from the top; front matter is shorter."""

Insertion = tuple[Span, str]


def listed_in_front_matter(document: Document, key: str, name: str) -> Insertion | None:
    """The edit that puts a name into the list ``key`` under ``planls``; None where the text defies it."""
    for span, text in _ways(document, key, _quoted(name)):
        if _says(document, span, text, key, name):
            return span, text
    return None


def _quoted(name: str) -> str:
    plain = _PLAIN.fullmatch(name) and name.lower() not in _WORDS
    return name if plain else "'" + name.replace("'", "''") + "'"


def _ways(document: Document, key: str, name: str) -> Iterator[Insertion]:
    """Edits that may do it, the best first."""
    first = document.sections[0].blocks[0] if document.sections else None
    if not isinstance(first, FrontMatter):
        end = ending(document.line(0)) or "\n"
        yield Span(0, 0, 0, 0), end.join(["---", "planls:", f"  {key}: [{name}]", "---", "", ""])
        return
    lines = [body(line) for line in first.lines]
    end = ending(first.lines[0]) or "\n"
    own = next((n for n, line in enumerate(lines) if re.match(r"planls\s*:", line)), None)
    if own is None:
        yield _line(1, f"planls:{end}  {key}: [{name}]{end}")
        return
    yield from _in_mapping(lines, own, key, name, end)


def _in_mapping(lines: Sequence[str], own: int, key: str, name: str, end: str) -> Iterator[Insertion]:
    line = lines[own]
    flow = re.search(rf"\b{key}\s*:\s*\[([^\]]*)\]", line)
    if flow:
        yield _at(own, flow.end() - 1, f", {name}" if flow[1].strip() else name)
    if (close := line.rfind("}")) > 0:
        start = len(line[:close].rstrip())
        yield _at(own, start, f", {key}: [{name}]" if line[start - 1] != "{" else f"{key}: [{name}]")
    word = re.fullmatch(r"planls\s*:\s*([\w-]+)\s*", line)
    if word:
        yield Span(own, word.start(1), own, word.end(1)), f"{{kind: {word[1]}, {key}: [{name}]}}"
    for at in range(own + 1, len(lines)):
        found = re.match(rf"(\s+){key}\s*:\s*(?:\[([^\]]*)\])?", lines[at])
        if found and found[2] is not None:
            yield _at(at, found.end() - 1, f", {name}" if found[2].strip() else name)
        elif found:
            item = re.match(r"\s*", lines[at + 1])
            yield _line(at + 1, f"{item[0] if item and item[0] else found[1]}- {name}{end}")
            yield _line(at + 1, f"{found[1]}  - {name}{end}")
    indent = re.match(r"\s+", lines[own + 1]) if own + 1 < len(lines) else None
    yield _line(own + 1, f"{indent[0] if indent else '  '}{key}: [{name}]{end}")


def _line(at: int, text: str) -> Insertion:
    return Span(at, 0, at, 0), text


def _at(line: int, column: int, text: str) -> Insertion:
    return Span(line, column, line, column), text


def _says(document: Document, span: Span, text: str, key: str, name: str) -> bool:
    """Whether the front matter would hold the name then, and all that it held before."""
    line = document.line(span.line)
    mended = [*document.lines[: span.line], f"{line[: span.column]}{text}{line[span.end_column :]}"]
    after = Document.parse([*split_lines("".join(mended)), *document.lines[span.line + 1 :]][:_ENOUGH])
    said = after.front_matter.get("planls")
    before = document.front_matter.get("planls")
    kept = before.items() if isinstance(before, dict) else []
    return (
        isinstance(said, dict)
        and name in (said.get(key) or [])
        and all(said.get(k) == v for k, v in kept if k != key)
        and len(after.front_matter) >= len(document.front_matter)
    )
