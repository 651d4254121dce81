"""The open documents: their lines as typed, and the findings of the newest analysis.

A change is only recorded. The analysis reads the newest text, however many changes led there.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from planls.config import Settings
from planls.contract.model import Kind
from planls.contract.reading import Reading
from planls.document import Document
from planls.document.lines import Change, LineStore, Span, ending, split_lines
from planls.linter import Linter, Result
from planls.lsp.convert import path_of
from planls.rule import Finding
from planls.workspace import SUFFIXES

log = logging.getLogger(__name__)

Standard = tuple[Settings, Mapping[str, Kind]]
"""What a document is held against: its settings, and the kinds that there are under them, by name."""


class OpenDocument:
    """A document that is open in the editor."""

    def __init__(self, uri: str, version: int, text: str, standard: Standard) -> None:
        """Hold the text; `analysed` reads it."""
        self.uri, self.version = uri, version
        self.path = path_of(uri)
        self.store = LineStore(text)
        self.configure(standard)
        self._document: Document | None = None
        self._change: Change | None = None

    def configure(self, standard: Standard) -> None:
        """Analyse by this standard from now on."""
        self.settings, self.kinds = standard
        self._linter = Linter(self.settings, self.path, self.kinds)
        self._result: Result | None = None

    def replace(self, span: Span | None, text: str) -> None:
        """Put ``text`` where ``span`` is, or for the whole text."""
        change = self.store.replace(span, text) if span else self._replace_all(text)
        self._change = self._change.then(change) if self._change else change

    def analysed(self) -> Result:
        """The findings for the text as it is now."""
        if self._result is None or self._change is not None:
            document, change = self._document, self._change
            self._document = self._change = self._result = None  # if this fails, the next one starts afresh
            document = self._read(document, change)
            self._result = self._linter.run(document)
            self._document = document
        return self._result

    def reading_without(self, line: int) -> Reading | None:
        """What the document would be if this line were blank: a "#" that is being typed is no heading yet."""
        document = self.analysed().document
        blank = [end] if (end := ending(document.line(line))) else []
        return self._linter.run(document.replaced(Change(line, 1, len(blank)), blank)).reading

    def findings(self, *spans: Span) -> Iterator[Finding]:
        """The findings that touch one of the spans, with the document's lines."""
        for group in self.analysed().groups:
            for finding in group.findings:
                place = finding.span.down(group.line)
                if any(place.start <= span.end and span.start <= place.end for span in spans):
                    yield finding.down(group.line)

    def _read(self, document: Document | None, change: Change | None) -> Document:
        """The document for the text as it is now, given the last one and the change since."""
        if document is None:
            return Document.parse(list(self.store.lines))
        if change is None:
            return document
        return document.replaced(change, self.store.lines[change.first : change.first + change.added])

    def _replace_all(self, text: str) -> Change:
        """Take the whole text; only the lines that differ count as changed."""
        old, new = self.store.lines, split_lines(text)
        first = _shared(old, new)
        last = _shared(old[first:][::-1], new[first:][::-1])
        removed, added = len(old) - last - first, len(new) - last - first
        self.store.lines = new
        return Change(first, removed, added)


class Documents:
    """All open Markdown documents by URI, and those among them that wait for their analysis."""

    def __init__(self, standard_of: Callable[[Path | None], Standard]) -> None:
        """Take a document's standard from ``standard_of`` (None: the document has no file)."""
        self._standard_of = standard_of
        self._open: dict[str, OpenDocument] = {}
        self._waiting: dict[str, OpenDocument] = {}

    def open(self, uri: str, language: str, version: int, text: str) -> None:
        """Take a document in if it is Markdown."""
        if language.lower() == "markdown" or uri.lower().endswith(SUFFIXES):
            self._open[uri] = OpenDocument(uri, version, text, self._standard_of(path_of(uri)))
            self.touch(self._open[uri])

    def close(self, uri: str) -> OpenDocument | None:
        """Forget a document; it is returned if it was known."""
        self._waiting.pop(uri, None)
        return self._open.pop(uri, None)

    def close_all(self) -> None:
        """Forget all documents."""
        self._open.clear()
        self._waiting.clear()

    def get(self, uri: str) -> OpenDocument | None:
        """The open document of this URI."""
        return self._open.get(uri)

    def touch(self, document: OpenDocument) -> None:
        """The document's findings are no longer those that the client knows."""
        self._waiting.pop(document.uri, None)
        self._waiting[document.uri] = document

    def configure(self) -> None:
        """Settings or kinds changed: analyse every document afresh."""
        for document in self._open.values():
            document.configure(self._standard_of(document.path))
            self.touch(document)

    @property
    def settings(self) -> Iterator[Settings]:
        """The settings of each open document."""
        return (document.settings for document in self._open.values())

    @property
    def waiting(self) -> bool:
        """Whether a document waits for its analysis."""
        return bool(self._waiting)

    def take_waiting(self) -> OpenDocument:
        """The document that was touched last; it waits no longer."""
        return self._waiting.popitem()[1]


def _shared(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
