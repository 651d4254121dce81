"""What an item asks to be done, in pieces that can be weighed: tasks, big parts, lines, commands, files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from planls.contract.codes import Snippet, codes_in
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.contract.steps.bigparts import big_parts
from planls.contract.steps.writing import path_in, written
from planls.document.blocks import Container, Heading, Item, Paragraph, Table
from planls.document.lines import body
from planls.document.memory import remembered
from planls.document.words import normal

_FORMER = re.compile(
    r"^current|\b(?:before|currently|existing|old|original|find|remove|delete|replace this|expected|outputs?"
    r"|example|roll ?back|revert|undo)\b",
    re.IGNORECASE,
)
"""Words above code that is there already, goes away, or is shown only."""
_ASIDES = {
    **dict.fromkeys(
        """
        note notes why rationale background context motivation explanation rollback recovery troubleshooting
        pitfall pitfalls gotcha gotchas caveat caveats warning warnings tip tips hint hints reference
        references links risk risks assumption assumptions expected faq question questions alternatives
        limitations trade tradeoff tradeoffs
        """.split(),
        "else",
    ),
    **dict.fromkeys(
        "done acceptance criteria definition success verify verification check checks".split(), "criteria"
    ),
}
"""Words in labels and headings of what is no task: reasons and ways back; what has to be true in the end."""
_WORKED_OFF = frozenset(("tasks", "steps", "work", "actions", "to do", "todo"))
"""Names of a field whose plain list is one of tasks."""
_TARGET = re.compile(r"\]\([^()]*\)|https?://\S+")
_WORD = re.compile(r"`[^`]*`|[^\W\d_][\w'’-]*")
_UNWRITTEN = frozenset(("check", "artefact", "dependencies", "else"))
_COMMON = frozenset(("__init__", "index", "mod", "main", "lib", "page", "layout", "route"))
"""File names that many folders have."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to do: what of `Weights` it has, how much, and the part's lines that it stands on.

    ``name`` is that of a file or a big part, by which it counts once.
    """

    what: str
    amount: int
    line: int
    end: int
    name: str = ""


@remembered
def pieces(part: Part) -> tuple[Piece, ...]:
    """All that an item asks to be done, from top to bottom."""
    forms = _forms(part)
    found = [*_tasks(part, forms), *_words(part, forms)]
    for snippet in codes_in(part):
        found += _code(part, snippet, forms)
    return tuple(sorted(found, key=lambda piece: piece.line))


@remembered
def outermost(part: Part) -> tuple[tuple[int, Item], ...]:
    """The tasks between which an item may be split, with the part's lines that they stand on."""
    boxes = tuple((at + item.line, item) for at, item in part.checkboxes if not item.depth)
    return boxes or tuple(_listed(part, _forms(part)))


def _forms(part: Part) -> list[str]:
    """The form of the field that each line is in, else its content; empty outside of all fields.

    ``else``: it says why, or how to go back. ``criteria``: what has to be true in the end.
    """
    forms = [""] * part.height
    for spec, line, end in part.anchors:
        forms[line:end] = [_form(spec)] * (end - line)
    for form, line, end in _asides(part):
        forms[line:end] = [form] * (end - line)
    return forms


def _form(spec: FieldSpec) -> str:
    tasks = spec.content == "list" and not _WORKED_OFF.isdisjoint(spec.keys)
    return spec.form or ("checklist" if tasks else spec.content)


def _asides(part: Part) -> Iterator[tuple[str, int, int]]:
    """The lines from a label or heading that says what is no task to the next one, and the introduction.

    A bullet's label belongs to the label above the list.
    """
    if part.anchors:
        yield "else", part.first_body_line, part.anchors[0][1]
    starts = {label.span.line: label.name for label in part.labels if label.marked}
    starts |= {at: block.text for at, block in part.placed if at and isinstance(block, Heading)}
    for known in part.fields:
        starts[known.label.span.line] = ""
    outer = ""
    for line, end in pairwise([*sorted(starts), part.end]):
        words = (_ASIDES.get(word) for word in normal(starts.get(line, "")).split())
        form = next(filter(None, words), "")
        if part.lines[line].lstrip().startswith(("- ", "* ", "+ ")):
            form = form or outer
        else:
            outer = form
        if form:
            yield form, line, end


def _tasks(part: Part, forms: list[str]) -> Iterator[Piece]:
    """The boxes, else the entries of lists or the rows of tables of tasks, with the files they name."""
    boxes = [(at + item.line, item) for at, item in _innermost(part)]
    boxes = [(line, item) for line, item in boxes if forms[line] not in (*_UNWRITTEN, "criteria")]
    listed = [(line, item.label) for line, item in boxes or _listed(part, forms)]
    for line, task in listed or _rows(part, forms):
        yield Piece("task", 1, line, line + 1)
        yield from (Piece("big", 1, line, line + 1, name) for name in big_parts(task))
        yield from _file(path_in(task), line)


def _listed(part: Part, forms: list[str]) -> Iterator[tuple[int, Item]]:
    """The outermost entries of the field that is a checklist, with their lines.

    Where the contract has no field at all, any list that is no aside is one of tasks.
    """
    form = "checklist" if part.specs else ""
    for at, block in part.placed:
        for item in block.items if isinstance(block, Container) else ():
            if not item.depth and forms[at + item.line] == form:
                yield at + item.line, item


def _rows(part: Part, forms: list[str]) -> Iterator[tuple[int, str]]:
    """The rows of a table that stands for the checklist."""
    for at, block in part.placed:
        if isinstance(block, Table) and forms[at] == "checklist":
            for line, row in enumerate(block.rows, at + 2):
                yield line, " ".join(cell.text for cell in row)


def _innermost(part: Part) -> Iterator[tuple[int, Item]]:
    """The boxes without those that only head others."""
    for (at, item), after in zip_longest(part.checkboxes, part.checkboxes[1:]):
        if not after or after[1].depth <= item.depth:
            yield at, item


def _words(part: Part, forms: list[str]) -> Iterator[Piece]:
    """The words of prose that say what to build, and the files that labels name."""
    labels = {label.span.line: label.span.end_column for label in part.labels if label.marked}
    tasks = {at + item.line for at, item in part.checkboxes}
    for at, block in part.placed:
        if not isinstance(block, Paragraph | Container | Table):
            continue
        code = block.code_lines if isinstance(block, Container) else frozenset()
        for n, line in enumerate(block.lines):
            here = at + n
            if forms[here] in _UNWRITTEN or n in code or here in tasks:
                continue
            if here in labels:
                yield from _file(path_in(line), here)
            if forms[here] in ("code", "criteria", ""):
                yield Piece("words", _counted(line[labels.get(here, 0) :]), here, here + 1)


@lru_cache(maxsize=1024)
def _counted(text: str) -> int:
    """How many words a text has; what stands between backticks is one, the targets of links are none."""
    return len(_WORD.findall(_TARGET.sub("", text)))


def _code(part: Part, snippet: Snippet, forms: list[str]) -> Iterator[Piece]:
    """What is to be written or run in a snippet, and the file that it is for."""
    form = forms[snippet.opening]
    above = _above(part, snippet.opening)
    if form in ("artefact", "dependencies") or (form != "check" and _FORMER.search(above)):
        return
    first = next((line for line in snippet.lines if line.strip()), "")
    path = path_in(first) if first.lstrip().startswith(("#", "//", "--", "/*", "<!--", ";")) else ""
    path = "" if form == "check" else path or path_in(above)
    end = snippet.line + len(snippet.lines) + 1
    for what, amount in written(snippet, path, checked=form == "check"):
        yield Piece(what, amount, snippet.opening, end)
    yield from _file(path, snippet.opening)


def _above(part: Part, line: int) -> str:
    """The line of text right above a line, blank ones aside."""
    at = line - 1
    while at > 0 and not part.lines[at].strip():
        at -= 1
    return body(part.lines[at]).strip(" *_#>-") if at > 0 else ""


def _file(path: str, line: int) -> Iterator[Piece]:
    """The file that a path names, under its last name, or under two where many are called so."""
    if path:
        segments = path.split("/")
        common = segments[-1].partition(".")[0] in _COMMON
        yield Piece("file", 1, line, line + 1, "/".join(segments[-2:] if common else segments[-1:]))
