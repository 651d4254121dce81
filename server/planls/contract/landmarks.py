"""The lines of a text that are headings or labels of a contract, wherever they stand, code included."""

import re
from collections.abc import Iterator, Sequence

from planls.contract.model import Contract
from planls.document.blocks import Paragraph
from planls.document.labels import labels
from planls.document.lines import body
from planls.document.words import normal

_HEADING = re.compile(r" {0,3}#{2,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
"""From level 2 on: a single ``#`` in code is a comment."""


class Landmarks:
    """What a contract's author writes between blocks of code, and hardly ever inside one."""

    def __init__(self, contract: Contract) -> None:
        """Learn the contract's words."""
        specs = list(contract.everything)
        self._contract = contract
        self._fields = contract.field_keys
        self._numbered = [s.item for s in specs if s.item and not s.item.pattern.word]
        self._items = [s.item.pattern for s in specs if s.item and s.item.pattern.word]

    def inside(self, lines: Sequence[str]) -> Iterator[int]:
        """The indexes of the lines that are headings or labels of the contract."""
        for at, line in enumerate(lines):
            first = line.lstrip()[:1]
            if (first == "#" and self._is_heading(line)) or (
                first in ("*", "_", "-") and self._is_label(line)
            ):
                yield at

    def is_item(self, line: str) -> bool:
        """Whether a line is the heading of an item that begins with a word, as ``### Step 3: Name`` does."""
        heading = _HEADING.match(body(line))
        return heading is not None and any(pattern.match(heading[1]) for pattern in self._items)

    def _is_heading(self, line: str) -> bool:
        heading = _HEADING.match(body(line))
        if heading is None:
            return False
        known = self._contract.named(heading[1]) or normal(heading[1]) in self._fields
        return bool(known) or self.is_item(line) or self._is_numbered(line, heading[1])

    def _is_numbered(self, line: str, text: str) -> bool:
        """Whether a heading is a wordless item's, as ``### 2. Name`` is; only the template's level counts."""
        level = len(line.lstrip()) - len(line.lstrip().lstrip("#"))
        return any(item.level == level and item.pattern.match(text) for item in self._numbered)

    def _is_label(self, line: str) -> bool:
        return any(label.marked and label.key in self._fields for label in labels(Paragraph((line,))))
