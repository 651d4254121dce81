"""What an item that is split falls into: its tasks, and blocks that belong together, each for one half."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from planls.contract.estimates import estimate_lines
from planls.contract.model import FieldSpec, ItemSpec
from planls.contract.part import Part
from planls.contract.steps.contents import Piece, outermost, pieces
from planls.document.blocks import Blank, Block, Heading, Paragraph
from planls.document.lines import body

FIRST = -1
"""The task of what stays in the first half, wherever it is cut."""
SECOND = 1_000_000_000
"""The task of what always goes to the second half: it proves the whole."""
_SECOND_FORMS = ("check", "artefact")


@dataclass(frozen=True, slots=True)
class Unit:
    """Adjacent lines of a part that stay together.

    ``task`` is the index of the task that it goes with, or `FIRST` or `SECOND`; ``spec`` the field that it is
    in, ``labelled``: with that field's label. ``own``: it is the task itself; ``dealt``: it may go elsewhere.
    ``pieces`` is what there is to do in it.
    """

    line: int
    end: int
    task: int
    spec: FieldSpec | None = None
    labelled: bool = False
    own: bool = False
    dealt: bool = False
    pieces: tuple[Piece, ...] = ()


def units(part: Part, spec: ItemSpec) -> list[Unit]:
    """The body of a part as units, from top to bottom, each with the task that it goes with."""
    tasks = {line: n for n, (line, _) in enumerate(outermost(part))}
    stated = estimate_lines(part, spec)
    fields = _fields(part)
    keys = {key for own in part.specs for key in own.keys}
    labels = {label.span.line for label in part.labels if label.key in keys}
    cuts = sorted({part.first_body_line, *_cuts(part), *tasks, *stated, *(n + 1 for n in stated)})
    cuts = [cut for cut in cuts if part.first_body_line <= cut < part.end]
    found = []
    for line, end in pairwise([*cuts, part.end]):
        task = FIRST if line in stated else tasks.get(line, _owner(fields[line], line, min(tasks, default=0)))
        unit = Unit(line, end, SECOND if task is None else task, fields[line], line in labels, line in tasks)
        found.append(replace(unit, dealt=task is None))
    return list(_dealt(part, found, len(tasks)))


def _fields(part: Part) -> list[FieldSpec | None]:
    """The field that each line is in."""
    fields: list[FieldSpec | None] = [None] * part.height
    for spec, line, end in part.anchors:
        fields[line:end] = [spec] * (end - line)
    return fields


def _owner(spec: FieldSpec | None, line: int, tasks: int) -> int | None:
    """The task of a unit by its field; None: it is dealt out. ``tasks``: the line of the first one."""
    if spec and spec.form in _SECOND_FORMS:
        return SECOND
    kept = spec is not None and (spec.content in ("text", "checklist") or spec.form == "dependencies")
    return FIRST if kept or line < tasks else None


def _cuts(part: Part) -> Iterator[int]:
    """Where something new begins: a field, or a block that the one above it does not introduce."""
    yield from (line for _, line, _ in part.anchors)
    yield from (end for _, _, end in part.anchors)
    introduced = False
    for at, block in part.placed:
        if isinstance(block, Blank):
            continue
        if not introduced and at >= part.first_body_line:
            yield at
        introduced = _introduces(part, at, block)


def _introduces(part: Part, at: int, block: Block) -> bool:
    """Whether a block only leads to the next one: a heading, a label alone, a line that ends with a colon."""
    if isinstance(block, Heading):
        return True
    last = body(part.lines[at + block.height - 1]).rstrip(" *_`")
    return isinstance(block, Paragraph) and last.endswith((":", ")", "："))


def _dealt(part: Part, found: list[Unit], tasks: int) -> Iterator[Unit]:
    """The units with tasks for those that have none: which names their file, else in order."""
    starts = [unit.line for unit in found]
    held: list[list[Piece]] = [[] for _ in found]
    for piece in pieces(part) if found else ():
        held[max(bisect_right(starts, piece.line) - 1, 0)].append(piece)
    names = [next((piece.name for piece in inside if piece.name), "") for inside in held]
    files = {name: unit.task for unit, name in reversed(list(zip(found, names, strict=True))) if unit.own}
    free = [n for n, unit in enumerate(found) if unit.dealt and not (names[n] and names[n] in files)]
    places = {n: at * tasks // len(free) for at, n in enumerate(free)}
    for n, unit in enumerate(found):
        task = places.get(n, files.get(names[n], 0)) if unit.dealt else unit.task
        yield replace(unit, task=task, pieces=tuple(held[n]))
