"""STR015 missing-checkbox: a list that should be ticked off has entries without a checkbox."""

import re
from collections.abc import Iterator

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
    open_ = [at for at, item in _items(part) if item.checked is None]
    for spec, line, end in part.anchors if open_ else ():
        if spec.content != "checklist" or not any(line <= at < end for at in open_):
            continue
        entries = part.entries_of(spec, line, end)
        labelled = any(found.spec is spec for found in part.fields)
        if not labelled and all(entry.checked is None for entry in entries):
            continue  # bullets without a label need not be what is to be ticked off
        lines = {entry.first for entry in entries if entry.checked is None}
        items = [(at, item) for at, item in _items(part) if at in lines and item.text[:1] not in _BOXES]
        if items:
            fix = Fix("Add the checkboxes", tuple(_box(at, item) for at, item in items))
            first = _short(_NEARLY.sub("", items[0][1].text))
            message = f"“{spec.name}” has an entry without a checkbox; write `- [ ] {first}`"
            yield Finding(items[0][1].span.down(items[0][0] - items[0][1].line), message, fix)


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
