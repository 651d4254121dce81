"""What a fix would change, as a unified diff that ``patch -p0`` and ``git apply -p0`` take."""

import difflib
import io
from collections.abc import Iterator

from planls.report.terminal import Paint, visible


def diff(name: str, before: str, after: str, paint: Paint, *, raw: bool) -> Iterator[str]:
    """Lines to print, without terminators; none when nothing changes.

    ``raw`` keeps every character, for programs; else nothing is left that a terminal would obey.
    """
    # StringIO cuts at "\n" alone, as patch does: a "\r" is part of the line that it ends
    for line in difflib.unified_diff(list(io.StringIO(before)), list(io.StringIO(after)), name, name):
        text = line.removesuffix("\n")
        shown = text if raw else visible(text.removesuffix("\r"))
        yield paint(shown[0], shown) if shown[0] in "+-" else shown
        if text is line:
            yield "\\ No newline at end of file"
