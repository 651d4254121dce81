"""Lists and block quotes: where they end, and the items, fences and headings inside them.

CommonMark's own algorithm, a line at a time over a stack of open containers, because mistletoe
reads nested lists by recursion (200 of them raise RecursionError) and lazy continuation lines by
guesswork. Linear in the text: nesting stops counting at `MAX_DEPTH`.
"""

import re
from dataclasses import dataclass, replace

from planls.document.blocks import Item, Leaf
from planls.document.syntax import (
    ATX,
    BREAK,
    FENCE,
    MARKER,
    SETEXT,
    HtmlEnd,
    closes,
    html_end,
    indent,
    is_fence,
)

MAX_DEPTH = 24


@dataclass(slots=True)
class _Open:
    """An open container: a quote, or a list item with the indentation that its content needs."""

    marker: str
    indent: int = 0
    empty: bool = False


class Containers:
    """Reads one top-level list or quote; `feed` tells whether a line still belongs to it."""

    def __init__(self) -> None:
        """Nothing is open yet."""
        self.items: list[Item] = []
        self.leaves: list[Leaf] = []
        self._stack: list[_Open] = []
        self._line = -1
        self._width = 0
        self._kind = ""
        self._paragraph = False
        self._fence = ""
        self._html: HtmlEnd | None = None

    def feed(self, line: str) -> bool:
        """Take the next line (without terminator); False when it does not belong to the block."""
        self._line += 1
        self._width = len(line.rstrip(" \t"))
        rest, column, matched = self._continue(line)
        whole = matched == len(self._stack)
        if whole and self._stack and self._leaf(rest):
            return True
        return self._start(rest, column, matched)

    def end(self, height: int) -> None:
        """Nothing more comes; the block has that many lines, and so have the fences in it at most."""
        self.leaves = [replace(leaf, height=min(leaf.height, height - leaf.line)) for leaf in self.leaves]

    def _continue(self, line: str) -> tuple[str, int, int]:
        """Strip what continues the open containers: the rest, its column, how many matched."""
        margin, text, column = indent(line), line.lstrip(" \t"), 0
        matched = 0
        for container in self._stack:
            if not container.indent:
                if margin > 3 or not text.startswith(">"):
                    break
                rest, column = _past_quote(text, column + margin, 0)
                margin, text = indent(rest, column), rest.lstrip(" \t")
            elif not text:
                if container.empty:
                    break
            elif margin >= container.indent:
                margin, column = margin - container.indent, column + container.indent
            else:
                break
            matched += 1
        return " " * margin + text, column, matched

    def _leaf(self, rest: str) -> bool:
        """Whether an open fence or HTML block takes the line."""
        if self._fence:
            self.leaves[-1] = replace(self.leaves[-1], height=self._line - self.leaves[-1].line + 1)
            if closes(rest, self._fence):
                self._fence = ""
            return True
        if self._html is not None:
            if self._html(rest):
                self._html = None
                return bool(rest.strip())
            return True
        return False

    def _start(self, rest: str, column: int, matched: int) -> bool:
        """Open what the rest of the line starts; False when the line leaves the block."""
        whole, opened = matched == len(self._stack), False
        paragraph = self._paragraph
        while rest.strip():
            margin = indent(rest, column)
            if margin > 3:
                break
            step = self._container(rest, column, margin, interrupts=paragraph and whole)
            if step is None:
                break
            if not opened:
                del self._stack[matched:]
                self._close()
                paragraph = False
            container, beyond, column = step
            if not self._stack and not self._sibling(container):
                return False
            self._push(container, self._width - len(rest.strip(" \t")), beyond)
            rest = beyond
            opened, whole = True, True
            matched = len(self._stack)
        return self._text(rest, column, matched, opened=opened)

    def _text(self, rest: str, column: int, matched: int, *, opened: bool) -> bool:
        """What is left of the line after its container markers: a leaf's start, prose or nothing."""
        whole = matched == len(self._stack)
        if not rest.strip():
            return self._blank(matched)
        starts = indent(rest, column) <= 3 and self._starts_leaf(rest, setext=whole and not opened)
        if not whole and self._paragraph and not starts:
            self.leaves.append(Leaf(self._line, 1, -1))
            return True
        if not whole:
            del self._stack[matched:]
            self._close()
        if not self._stack:
            return False
        self._mark_filled()
        if not starts:
            self._paragraph = self._paragraph or indent(rest, column) <= 3
            return True
        self._open_leaf(rest)
        return True

    def _blank(self, matched: int) -> bool:
        """A blank line ends paragraphs, quotes, and items that began with one."""
        del self._stack[matched:]
        self._close()
        if self._stack and self._stack[-1].indent and self.items and self.items[-1].line == self._line:
            return True  # the marker's own line: the item may still begin on the next
        if self._stack and self._stack[-1].empty:
            self._stack.pop()
        return bool(self._stack)

    def _container(
        self, rest: str, column: int, margin: int, *, interrupts: bool
    ) -> tuple[_Open, str, int] | None:
        """The container that starts here, and the line beyond its marker."""
        if len(self._stack) >= MAX_DEPTH:
            return None
        if rest.lstrip(" \t").startswith(">"):
            return _Open(">"), *_past_quote(rest, column, margin)
        match = MARKER.match(rest.lstrip(" \t"))
        if not match or BREAK.match(rest.strip(" \t")):
            return None
        return _item(match, rest, column, margin, interrupts=interrupts)

    def _sibling(self, container: _Open) -> bool:
        """Whether a container may start here when no other is open: the first, or its list's next item."""
        kind = ">" if not container.indent else container.marker[-1]
        first = not self._kind
        self._kind = self._kind or kind
        return first or (kind != ">" and kind == self._kind)

    def _push(self, container: _Open, column: int, rest: str) -> None:
        self._mark_filled()
        self._stack.append(container)
        container.empty = bool(container.indent) and not rest.strip()
        if container.indent:
            depth = sum(1 for c in self._stack if c.indent) - 1
            text = rest.strip(" \t")
            self.items.append(
                Item(self._line, column, container.marker, depth, text, self._width - len(text))
            )

    def _mark_filled(self) -> None:
        for container in self._stack:
            container.empty = False

    def _close(self) -> None:
        """End the open leaf."""
        self._paragraph, self._fence, self._html = False, "", None

    def _starts_leaf(self, rest: str, *, setext: bool) -> bool:
        text = rest.strip(" \t")
        if ATX.match(text) or is_fence(text) or BREAK.match(text):
            return True
        if setext and self._paragraph and SETEXT.match(text):
            return True
        return html_end(text, interrupting=self._paragraph) is not None

    def _open_leaf(self, rest: str) -> None:
        text = rest.strip(" \t")
        setext = self._paragraph and SETEXT.match(text)
        self._close()
        if heading := ATX.match(text):
            self.leaves.append(Leaf(self._line, 1, len(heading[1])))
        elif setext:
            self.leaves.append(Leaf(self._line, 1, 1 if text[0] == "=" else 2))
        elif is_fence(text):
            fence = FENCE.match(text)
            self._fence = fence[1] if fence else ""
            self.leaves.append(Leaf(self._line, 1, 0, fence[2].strip() if fence else ""))
        elif not BREAK.match(text):
            end = html_end(text, interrupting=False)
            self._html = None if end is None or end(text) else end


def _item(
    match: re.Match[str], rest: str, column: int, margin: int, *, interrupts: bool
) -> tuple[_Open, str, int] | None:
    """The list item that the marker starts: what its content needs, and the line beyond the marker."""
    marker = match[1]
    after, at = _past(rest, column, margin)
    after, at = after[len(marker) :], at + len(marker)
    blank, padding = not after.strip(), indent(after, at)
    if interrupts and (blank or (marker[0].isdigit() and int(marker[:-1]) != 1)):
        return None
    width = 1 if blank or padding > 4 else padding
    inner = _Open(marker, margin + len(marker) + width)
    return (inner, "", at) if blank else (inner, *_past(after, at, width))


def _past(rest: str, column: int, width: int) -> tuple[str, int]:
    """The rest of a line without that many columns of its leading white space."""
    spare = indent(rest, column) - width
    return " " * spare + rest.lstrip(" \t"), column + width


def _past_quote(rest: str, column: int, margin: int) -> tuple[str, int]:
    """The rest of a line beyond ``>`` and the one space that may follow it."""
    rest, column = rest.lstrip(" \t")[1:], column + margin + 1
    return _past(rest, column, 1) if rest[:1] in (" ", "\t") else (rest, column)
