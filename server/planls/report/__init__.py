"""How findings are printed: one file per format, and this table of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from planls.report import as_json, concise, full
from planls.report.checked import Checked
from planls.report.diff import diff
from planls.report.terminal import Paint, painter, visible

Format = Callable[[Iterable[Checked], Paint], Iterator[str]]
"""Takes documents as they are checked and yields lines to print, without terminators."""

FORMATS: Mapping[str, Format] = {"full": full.lines, "concise": concise.lines, "json": as_json.lines}

__all__ = ["FORMATS", "Checked", "Format", "diff", "painter", "visible"]
