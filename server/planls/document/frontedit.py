"""Front matter that says one thing more: ``notes: a.md``, or a name in ``planls: {allow: [Redis]}``."""

import re
from collections.abc import Iterator, Mapping, Sequence

from planls.document import Document
from planls.document.blocks import FrontMatter
from planls.document.frontmatter import read_front_matter
from planls.document.lines import Span, body, ending, split_lines
from planls.document.memory import remembered

_PLAIN = re.compile(r"[A-Za-z][\w .+/-]*[\w+]|[A-Za-z]")
"""A name that YAML reads as text without quotes."""
_VACANT = r"''|\"\"|~|null|\{\s*\}|\[\s*\]|tbd|todo|\?+|\.\.\."
"""Values that stand for none yet."""
_WORDS = frozenset("yes no true false on off null y n".split())

Insertion = tuple[Span, str]


def said_in_front_matter(document: Document, key: str, value: str) -> Insertion | None:
    """The edit that makes a key say this; None where it says something else, or the text defies it."""
    block = _block(document)
    line = f"{key}: {_quoted(value)}"
    if block is None:
        return _new(document, line)
    span, comment = _vacant(block, key)
    text = f"{line}{comment}{ending(block.lines[0])}"
    after = read_front_matter(_mended(block, span, text))
    return (span, text) if after == {**read_front_matter(block), key: value} else None


def listed_in_front_matter(document: Document, key: str, name: str) -> Insertion | None:
    """The edit that puts a name into the list ``key`` under ``planls``; None where the text defies it."""
    block = _block(document)
    return _in_block(block, key, name) if block else _new(document, "planls:", f"  {key}: [{_quoted(name)}]")


def _block(document: Document) -> FrontMatter | None:
    first = document.sections[0].blocks[0] if document.sections else None
    return first if isinstance(first, FrontMatter) else None


def _new(document: Document, *lines: str) -> Insertion:
    """New front matter at the very beginning."""
    end = ending(document.line(0)) or "\n"
    return Span(0, 0, 0, 0), end.join(["---", *lines, "---", "", ""])


def _vacant(block: FrontMatter, key: str) -> tuple[Span, str]:
    """Where a key without a value stands, and the comment behind it; else the first line."""
    for at, line in enumerate(map(body, block.lines)):
        if match := re.fullmatch(rf"{key}\s*:\s*(?:{_VACANT})?(?P<comment>\s+#.*)?\s*", line, re.IGNORECASE):
            return Span(at, 0, at + 1, 0), match["comment"] or ""
    return Span(1, 0, 1, 0), ""


def _mended(block: FrontMatter, span: Span, text: str) -> FrontMatter:
    """The block after an edit."""
    first = block.lines[span.line] if span.line < len(block.lines) else ""
    last = block.lines[span.end_line] if span.end_line < len(block.lines) else ""
    mended = split_lines(f"{first[: span.column]}{text}{last[span.end_column :]}")
    return FrontMatter((*block.lines[: span.line], *mended, *block.lines[span.end_line + 1 :]))


@remembered
def _in_block(block: FrontMatter, key: str, name: str) -> Insertion | None:
    """The best edit of front matter after which it says so."""
    ways = (
        (span, text) for span, text in _ways(block, key, _quoted(name)) if _says(block, span, text, key, name)
    )
    return next(ways, None)


def _quoted(name: str) -> str:
    plain = _PLAIN.fullmatch(name) and name.lower() not in _WORDS
    return name if plain else "'" + name.replace("'", "''") + "'"


def _ways(block: FrontMatter, key: str, name: str) -> Iterator[Insertion]:
    """Edits that may do it, the best first."""
    lines = [body(line) for line in block.lines]
    end = ending(block.lines[0]) or "\n"
    own = next((n for n, line in enumerate(lines) if re.match(r"planls\s*:", line)), None)
    if own is None:
        yield _line(1, f"planls:{end}  {key}: [{name}]{end}")
        return
    yield from _in_mapping(lines, own, key, name, end)


def _in_mapping(lines: Sequence[str], own: int, key: str, name: str, end: str) -> Iterator[Insertion]:
    """Edits for front matter that has ``planls`` on line ``own``: on that line, or indented below it."""
    line = lines[own]
    yield from _longer(own, line, re.search(rf"\b{key}\s*:[ \t]*", line), name)
    if (close := line.rfind("}")) > 0:
        start = len(line[:close].rstrip())
        yield _at(own, start, f", {key}: [{name}]" if line[start - 1] != "{" else f"{key}: [{name}]")
    word = re.fullmatch(r"planls\s*:\s*([\w-]+)\s*", line)
    if word:
        yield Span(own, word.start(1), own, word.end(1)), f"{{kind: {word[1]}, {key}: [{name}]}}"
    for at in range(own + 1, len(lines)):
        if found := re.match(rf"(\s+){key}\s*:[ \t]*", lines[at]):
            yield from _longer(at, lines[at], found, name)
            item = re.match(r"\s*(?=-)", lines[at + 1])
            yield _line(at + 1, f"{item[0] if item else found[1] + '  '}- {name}{end}")
    indent = re.match(r"\s+", lines[own + 1]) if own + 1 < len(lines) else None
    yield _line(own + 1, f"{indent[0] if indent else '  '}{key}: [{name}]{end}")


def _longer(at: int, line: str, found: re.Match[str] | None, name: str) -> Iterator[Insertion]:
    """Edits of a value on its line: one more in brackets, or brackets around the only one."""
    if found is None:
        return
    value = line[found.end() :]
    if value.startswith("["):
        for close in (found.end() + place.start() for place in re.finditer("]", value)):
            start = len(line[:close].rstrip(" \t,"))
            yield Span(at, start, at, close), name if line[start - 1] == "[" else f", {name}"
    elif only := re.match(r"[^\s,}#][^,}#]*(?<!\s)", value):
        span = Span(at, found.end(), at, found.end() + only.end())
        yield span, f"[{only[0]}, {name}]"


def _line(at: int, text: str) -> Insertion:
    return Span(at, 0, at, 0), text


def _at(line: int, column: int, text: str) -> Insertion:
    return Span(line, column, line, column), text


def _says(block: FrontMatter, span: Span, text: str, key: str, name: str) -> bool:
    """Whether the front matter would hold the name then, and all that it held before."""
    before, after = read_front_matter(block), read_front_matter(_mended(block, span, text))
    own, said = _mapping(before), _mapping(after)
    added = sorted(_listed(said.get(key))) == sorted([*_listed(own.get(key)), name])
    kept = {k: v for k, v in own.items() if k != key} == {k: v for k, v in said.items() if k != key}
    return added and kept and {**before, "planls": ""} == {**after, "planls": ""}


def _mapping(front: Mapping[str, object]) -> dict[str, object]:
    """What front matter says to planls: a word is the document's kind."""
    own = front.get("planls")
    if isinstance(own, dict):
        return own
    return {"kind": own} if isinstance(own, str) and own else {}


def _listed(value: object) -> list[str]:
    """The names that a value is, one or several; what else it may be is left alone."""
    names = value if isinstance(value, list) else [value] if value else []
    return [str(name) for name in names]
