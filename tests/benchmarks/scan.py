"""The scan for technologies: of a document that nobody has read before, and after one edit."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from planls.document import Document
from planls.document.lines import Change, split_lines
from planls.scope.lexicon import Lexicon
from planls.scope.survey import survey
from planls_rules.technologies import lexicon_text
from tests.benchmarks.plans import plan
from tests.tools.counting import CountingLexicon

Result = TypeVar("Result")

ROUNDS = 9
NAMED = {
    "before the client": "before `redis-cli` and the client",
    "within 250 ms": "within 250 ms, with PostgreSQL 16",
    "exactly once": "exactly once through Kafka",
    "loses nothing": "loses nothing in **FastAPI**",
}
"""What makes every sentence of a plan name a technology."""


def scans(lines: int) -> Iterator[str]:
    """Yield the table of the scan: milliseconds, the scan as a multiple of the parse, and after one edit."""
    text = plan(lines)
    dense = text
    for plain, named in NAMED.items():
        dense = dense.replace(plain, named)
    yield ""
    yield f"Scan of {lines:,} lines, ms         parse     scan   ratio   one edit   lines of it"
    for title, one in (("a plan", text), ("a technology in each sentence", dense)):
        parse, scan, edit = map(min, zip(*(_round(split_lines(one)) for _ in range(ROUNDS)), strict=True))
        yield f"{title:29}{parse:9.1f}{scan:9.1f}{scan / parse:8.2f}{edit:11.2f}{_looked_through(one):14}"


def _round(lines: list[str]) -> tuple[float, float, float]:
    """Return the milliseconds of a parse, of the first scan, and of a scan after an edit."""
    known = Lexicon(lexicon_text())  # what is remembered of lines is remembered with their lexicon
    known.technology("")
    known.packaged("", "")
    document, parse = _timed(lambda: Document.parse(lines))
    _, scan = _timed(lambda: list(survey(document, known)))
    edited = _edited(document)
    return parse, scan, _timed(lambda: list(survey(edited, known)))[1]


def _looked_through(text: str) -> int:
    """Return how many lines a scan looks through after an edit."""
    known = CountingLexicon(lexicon_text())
    document = Document.parse(split_lines(text))
    list(survey(document, known))
    known.asked.clear()
    list(survey(_edited(document), known))
    return len(known.asked)


def _edited(document: Document) -> Document:
    """Return the document with a word more in a sentence in the middle of it."""
    middle = document.line_count // 2
    at = next(at for at in range(middle, document.line_count) if document.line(at).startswith("The "))
    return document.replaced(Change(at, 1, 1), [f"Redis {document.line(at)}"])


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return what comes of some work, and the milliseconds that it took."""
    start = time.process_time()
    result = work()
    return result, (time.process_time() - start) * 1000
