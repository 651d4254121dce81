"""The open documents: their lines as typed, and the findings of the newest analysis.

A change is only recorded. The analysis reads the newest text, however many changes led there.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from planls.config import Settings
from planls.contract.model import Kind
from planls.contract.reading import Reading
from planls.document import Document
from planls.document.lines import Change, LineStore, Span, ending, split_lines
from planls.linter import CompanionsOf, Linter, Result
from planls.lsp.convert import path_of
from planls.rule import Finding
from planls.workspace import SUFFIXES, FileError, companions_of, document_at, look_again, no_editor
from planls.workspace.differences import between
from planls.workspace.links import leads_out, linked
from planls_rules import RULES

log = logging.getLogger(__name__)

Standard = tuple[Settings, Mapping[str, Kind]]
"""What a document is held against: its settings, and the kinds that there are under them, by name."""

TextAt = Callable[[Path], Document | None]
"""What gives the open document of a file as it is now."""


class OpenDocument:
    """A document that is open in the editor."""

    def __init__(
        self, uri: str, version: int, text: str, standard: Standard, text_at: TextAt = no_editor
    ) -> None:
        """Hold the text; `analysed` reads it, and others that it belongs to with ``text_at``."""
        self.uri, self.version = uri, version
        self.path = path_of(uri)
        self.store = LineStore(text)
        self.follows = False
        """Whether another document's change is what it waits for its analysis for."""
        self.sources: frozenset[Path] = frozenset()
        """The files that its last analysis rests on, besides its own."""
        self.text_at = text_at
        """Gives the text of a file that is open."""
        self.configure(standard)
        self._document: Document | None = None
        self._change: Change | None = None

    def configure(self, standard: Standard) -> None:
        """Analyse by this standard from now on."""
        self.settings, self.kinds = standard
        self._linter = Linter(self.settings, self.path, self.kinds, self.around())
        self._result: Result | None = None

    def around(self) -> CompanionsOf:
        """What tells the documents that it belongs to, as they are now in the editor."""
        return companions_of(self.path, self.settings, self.kinds, self.text_at)

    def take(self, document: Document) -> None:
        """Have the text of a document that has been read already."""
        self.store.lines, self._document = list(document.lines), document

    def replace(self, span: Span | None, text: str) -> None:
        """Put ``text`` where ``span`` is, or for the whole text."""
        change = self.store.replace(span, text) if span else self._replace_all(text)
        self._change = self._change.then(change) if self._change else change

    def current(self) -> Document:
        """The document for the text as it is now."""
        if self._document is None or self._change is not None:
            document, change = self._document, self._change
            self._document = self._change = self._result = None  # if this fails, the next one starts afresh
            self._document = self._read(document, change)
        return self._document

    def analysed(self) -> Result:
        """The findings for the text as it is now."""
        document = self.current()
        if self._result is None:
            self._result = result = self._run(document)
            self.sources = frozenset(self._rests_on(result))
        return self._result

    @property
    def belongs(self) -> bool:
        """Whether it is of a kind that belongs to other documents, or links to any, as far as is known."""
        reading = self._result.reading if self._result else None
        return bool(self.path and reading and (reading.contract.companions or leads_out(reading)))

    def follow(self) -> None:
        """What the document belongs to has changed: what was found no longer counts."""
        self._result, self.follows = None, True

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

    def _run(self, document: Document) -> Result:
        """Analyse the text, which others may link back to meanwhile."""
        try:
            return self._linter.run(document)
        except BaseException:
            self._document = None  # the next one starts afresh
            raise

    def _read(self, document: Document | None, change: Change | None) -> Document:
        """The document for the text as it is now, given the last one and the change since."""
        if document is None:
            return Document.parse(list(self.store.lines))
        if change is None:
            return document
        return document.replaced(change, self.store.lines[change.first : change.first + change.added])

    def _rests_on(self, result: Result) -> Iterator[Path]:
        """The files that a result may be another with: companions, and those whose headings links name."""
        yield from (one.path for one in result.companions.found)
        yield from (edge.path for edge in result.companions.edges)
        if result.reading and self.path:
            yield from linked(result.reading, self.path, self.settings, self.kinds, self.text_at)

    def _replace_all(self, text: str) -> Change:
        """Take the whole text; only the lines that differ count as changed."""
        old, self.store.lines = self.store.lines, split_lines(text)
        return between(old, self.store.lines)


class Documents:
    """All open Markdown documents by URI, and those among them that wait for their analysis."""

    def __init__(self, standard_of: Callable[[Path | None], Standard]) -> None:
        """Take a document's standard from ``standard_of`` (None: the document has no file)."""
        self._standard_of = standard_of
        self._open: dict[str, OpenDocument] = {}
        self._at: dict[Path, OpenDocument] = {}
        self._waiting: dict[str, OpenDocument] = {}

    def open(self, uri: str, language: str, version: int, text: str) -> None:
        """Take a document in if it is Markdown."""
        if language.lower() == "markdown" or uri.lower().endswith(SUFFIXES):
            document = OpenDocument(uri, version, text, self._standard_of(path_of(uri)), self.text_at)
            self._open[uri] = document
            if document.path:
                self._at[document.path] = document
            self.look_again()
            self.touch(document)

    def close(self, uri: str) -> OpenDocument | None:
        """Forget a document; it is returned if it was known."""
        self._waiting.pop(uri, None)
        document = self._open.pop(uri, None)
        if document and document.path and self._at.get(document.path) is document:
            del self._at[document.path]
        self.look_again()
        return document

    def close_all(self) -> None:
        """Forget all documents."""
        self._open.clear()
        self._at.clear()
        self._waiting.clear()

    def get(self, uri: str) -> OpenDocument | None:
        """The open document of this URI."""
        return self._open.get(uri)

    def at(self, path: Path) -> OpenDocument | None:
        """The open document of this file."""
        return self._at.get(path)

    def text_at(self, path: Path) -> Document | None:
        """The text of this file as it is now in the editor; None if it is not open."""
        document = self._at.get(path)
        return document.current() if document else None

    def closed(self, path: Path) -> OpenDocument:
        """A file that is not open, as if it were; no rule looks at it. Raises FileError."""
        settings, kinds = self._standard_of(path)
        quiet = replace(settings, ignored=frozenset(rule.code for rule in RULES))
        document = OpenDocument(path.as_uri(), 0, "", (quiet, kinds), self.text_at)
        document.take(document_at(path))
        return document

    def place(self, path: Path) -> tuple[str, list[str]]:
        """How the editor calls a file, and the lines that it has there; none if it cannot be read."""
        document = self._at.get(path)
        if document:
            return document.uri, document.store.lines
        try:
            return path.as_uri(), list(document_at(path).lines)
        except FileError:
            return path.as_uri(), []

    def changed(self, document: OpenDocument) -> None:
        """The document's text is another; what others that rest on it say of themselves may be, too."""
        for other in self._open.values():
            if document.path in other.sources and other is not document:
                other.follow()
                self.touch(other)
        self.touch(document)

    def look_again(self, *, everywhere: bool = False) -> None:
        """Files may have changed: look at those that documents rest on; ``everywhere``: for others, too."""
        look_again(everywhere=everywhere)
        for document in self._open.values():
            if document.belongs:
                document.follow()
                self.touch(document)

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

    def __iter__(self) -> Iterator[OpenDocument]:
        """The open documents."""
        return iter(self._open.values())

    @property
    def waiting(self) -> bool:
        """Whether a document waits for its analysis."""
        return bool(self._waiting)

    def take_waiting(self) -> OpenDocument:
        """The document that was touched last; it waits no longer."""
        return self._waiting.popitem()[1]
