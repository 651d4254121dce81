"""STR015 missing-checkbox: a list that should be ticked off has entries without a checkbox."""

import re
from collections.abc import Iterator, Mapping

from planls.contract.checklists import check_of, is_struck
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Item, List
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, rule

_BOXES = tuple("☐☑☒⬜⬛🔲🔳✅✔✓❌✗")
"""Signs that stand for a checkbox."""
_NEARLY = re.compile(r"\[ ?\]\s*")


@rule("STR015")
def check(part: Part) -> Iterator[Finding]:
    """Once for each checklist, on its first entry without a box; the fix gives a box to each."""
    open_ = {at: item for at, item in _items(part) if item.checked is None and item.text[:1] not in _BOXES}
    for name, lines in (*_fields(part), *_promises(part, open_)) if open_ else ():
        if items := [(at, item) for at, item in open_.items() if at in lines]:
            fix = Fix("Add the checkboxes", tuple(_box(at, item) for at, item in items))
            first = _short(_NEARLY.sub("", items[0][1].text))
            several = f"{len(items)} entries" if len(items) > 1 else "an entry"
            message = f"“{name}” has {several} without a checkbox; write `- [ ] {first}`"
            yield Finding(items[0][1].span.down(items[0][0] - items[0][1].line), message, fix)


def _fields(part: Part) -> Iterator[tuple[str, set[int]]]:
    """The checklists that the contract has as fields, and the lines of their entries without a box."""
    for spec, line, end in part.anchors:
        if spec.content == "checklist":
            entries = part.entries_of(spec, line, end)
            labelled = any(found.spec is spec for found in part.fields)
            # bullets without a label need not be what is to be ticked off
            if labelled or any(entry.checked is not None for entry in entries):
                yield spec.name, {entry.first for entry in entries if entry.checked is None}


def _promises(part: Part, items: Mapping[int, Item]) -> Iterator[tuple[str, set[int]]]:
    """A section whose boxes are promises, and the lines on which a fixed item of it has no box."""
    if isinstance(part.spec, SectionSpec) and part.spec.ticked:
        said = {at: _NEARLY.sub("", item.text) for at, item in items.items() if not is_struck(item.text)}
        yield part.title, {at for at, text in said.items() if check_of(text, part.spec.checklist)}


def _items(part: Part) -> Iterator[tuple[int, Item]]:
    """The list items, and the lines that they stand on."""
    for at, block in part.placed:
        if isinstance(block, List):
            yield from ((at + item.line, item) for item in block.items)


def _box(at: int, item: Item) -> Edit:
    """A box before the text, in place of one that is none, as in ``[]``."""
    match = _NEARLY.match(item.text)
    end = match.end() if match else 0
    return Edit(Span(at, item.text_column, at, item.text_column + end), "[ ] ")


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")  # noqa: PLR2004  # enough to know it by
