"""`make bench`: what planls costs, each time beside a reference in the same run.

Keystroke: a character is typed, until the findings of that version arrive, over stdio;
the reference is a pygls server that does nothing. Command line: one file beside an empty
Python, and files per second beside a whole mistletoe parse of each. Scan for technologies:
of a document that nobody has read before beside its parse, and after one edit. Figures are
this machine's; the ratios are what to compare.
"""

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.plans import plan
from tests.benchmarks.scan import scans
from tests.tools.session import Session

SIZES = [300, 1_000, 5_000, 20_000]
PLANLS = [sys.executable, "-m", "planls"]
EMPTY = [sys.executable, str(Path(__file__).with_name("empty_server.py"))]
WHOLE_PARSE = [sys.executable, str(Path(__file__).with_name("whole_parse.py"))]
PUSH: dict[str, Any] = {"textDocument": {"publishDiagnostics": {}}}
CLIENT: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": PUSH}
URI = "file:///nowhere/bench-plan.md"
WARM_UP = 20
"""Keystrokes that are typed first and not counted."""


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edits", type=int, default=200, help="keystrokes per round (default: 200)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, the servers by turns (default: 3)")
    parser.add_argument("--files", type=int, default=300, help="files for files per second (default: 300)")
    options = parser.parse_args()
    for line in keystrokes(options.edits, options.rounds):
        print(line, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in command_line(Path(folder), options.files):
            print(line, flush=True)
    for line in scans(20_000):
        print(line, flush=True)
    return 0


def keystrokes(edits: int, rounds: int) -> Iterator[str]:
    """Yield the table keystroke to findings: milliseconds, and planls as a multiple of the reference."""
    yield "Keystroke to findings, ms        empty pygls          planls           ratio"
    yield "lines                          p50      p95      p50      p95     p50    p95"
    for size in SIZES:
        text = plan(size)
        times: dict[str, list[float]] = {"empty": [], "planls": []}
        for _ in range(rounds):
            times["empty"] += typing(EMPTY, text, edits)
            times["planls"] += typing([*PLANLS, "server"], text, edits)
        figures = [percentile(times[who], part) for who in times for part in (50, 95)]
        ratios = [figures[2] / figures[0], figures[3] / figures[1]]
        cells = "".join(f"{figure:9.2f}" for figure in figures)
        yield f"{text.count(chr(10)):<25}{cells}{ratios[0]:8.2f}{ratios[1]:7.2f}"


def command_line(folder: Path, files: int) -> Iterator[str]:
    """Yield the table of the command line: seconds, and planls as a multiple of the reference."""
    for number in range(files):
        text = plan(200 + number % 180, number + 1)
        (folder / f"poc-{number:03}-plan.md").write_text(text, encoding="utf-8")
    one, every = str(folder / "poc-000-plan.md"), str(folder)
    rows = [
        ("1 file; an empty Python", 1, [*PLANLS, "check", one], [sys.executable, "-c", "pass"], 11),
        ("all files; a parse of each", files, [*PLANLS, "check", every], [*WHOLE_PARSE, every], 3),
    ]
    yield ""
    yield "Command line, seconds             reference   planls   ratio   planls files/s"
    for title, many, command, reference, rounds in rows:
        theirs, ours = by_turns(reference, command, rounds)
        yield f"{title:34}{theirs:9.3f}{ours:9.3f}{ours / theirs:8.2f}{many / ours:17.0f}"


def typing(command: Sequence[str], text: str, edits: int) -> list[float]:
    """Return how many milliseconds passed from each keystroke to its findings."""
    with Session(command) as session:
        session.request("initialize", CLIENT)
        session.notify("initialized", {})
        document = {"uri": URI, "languageId": "markdown", "version": 0, "text": text}
        session.notify("textDocument/didOpen", {"textDocument": document})
        session.wait("textDocument/publishDiagnostics")
        gc.disable()  # the client's own pauses are not the server's
        times = [keystroke(session, *key) for key in keys(text, edits + WARM_UP)]
        gc.enable()
        session.stop()
    return times[WARM_UP:]


def keys(text: str, count: int) -> Iterator[tuple[int, int, int, str]]:
    """Yield version, line, column and text of keystrokes at the start, middle and end of the document."""
    lines = text.split("\n")
    prose = [number for number, line in enumerate(lines) if line.startswith("The ")]
    places = [prose[0], prose[len(prose) // 2], prose[-1]]
    lengths = {line: len(lines[line]) for line in places}
    for version in range(1, count + 1):
        line = places[version % 3]
        yield version, line, lengths[line], "planls "[version % 7]
        lengths[line] += 1


def keystroke(session: Session, version: int, line: int, column: int, key: str) -> float:
    """Type one character and wait for the findings of that version; return milliseconds."""
    here = {"line": line, "character": column}
    change = {"range": {"start": here, "end": here}, "text": key}
    document = {"uri": URI, "version": version}
    start = time.perf_counter()
    session.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    session.wait("textDocument/publishDiagnostics", lambda params: params.get("version") == version)
    return (time.perf_counter() - start) * 1000


def by_turns(reference: Sequence[str], command: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return the median seconds of both commands, run by turns."""
    pairs = [(seconds(reference), seconds(command)) for _ in range(rounds)]
    theirs, ours = zip(*pairs, strict=True)
    return statistics.median(theirs), statistics.median(ours)


def seconds(command: Sequence[str]) -> float:
    """Return how long the command runs."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def percentile(times: list[float], part: int) -> float:
    """Return the time that ``part`` percent do not exceed."""
    return statistics.quantiles(times, n=100, method="inclusive")[part - 1]


if __name__ == "__main__":
    sys.exit(main())
