"""How findings are printed: one file per format, and this table of them."""

from collections.abc import Callable, Iterator, Mapping

from planls.report import as_github, as_json, concise, full
from planls.report.checked import Checked, Problem, Run
from planls.report.diff import diff
from planls.report.terminal import Paint, painter, visible

Format = Callable[[Run, Paint], Iterator[str]]
"""Takes a run and yields lines to print, without terminators."""


def _sarif(run: Run, paint: Paint) -> Iterator[str]:
    from planls.report import as_sarif  # what it needs takes milliseconds to import

    return as_sarif.lines(run, paint)


FORMATS: Mapping[str, Format] = {
    "full": full.lines,
    "concise": concise.lines,
    "json": as_json.lines,
    "github": as_github.lines,
    "sarif": _sarif,
}

__all__ = ["FORMATS", "Checked", "Format", "Problem", "Run", "diff", "painter", "visible"]
