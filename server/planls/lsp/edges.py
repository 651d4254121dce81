"""Ways between documents: links to those that one belongs to, and from these back to what rests on them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lsprotocol import types

from planls.document.lines import Span
from planls.lsp.documents import OpenDocument
from planls.lsp.session import Session
from planls.scope.companions import Edge
from planls.workspace import FileError, folder_at, is_there, links_to

_MOST = 300
"""Files of a folder that are asked what they belong to."""


def file_links(ls: Session, document: OpenDocument) -> Iterator[types.DocumentLink]:
    """The places of a document that name another one, or a heading, as links."""
    for edge, line in _edges(document):
        place = ls.converter.range(document.store.lines, edge.span)
        uri, _ = ls.documents.place(edge.path)
        target = f"{uri}#L{line + 1}" if line or edge.path == document.path else uri
        yield types.DocumentLink(place, target=target, tooltip=edge.path.name)


def file_definition(ls: Session, document: OpenDocument, place: Span) -> types.Location | None:
    """The document or heading that the text at a place names."""
    found = _edge_at(document, place)
    return _location(ls, found[0].path, Span(found[1], 0, found[1], 0)) if found else None


def references(ls: Session, params: types.ReferenceParams) -> list[types.Location] | None:
    """On a link: all places that name the same file. Elsewhere: the documents that belong to this one."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or document.path is None:
        return None
    place = ls.converter.span(document.store.lines, types.Range(params.position, params.position))
    found = _edge_at(document, place)
    target = found[0].path if found else document.path
    return [_location(ls, path, span) for path, span in _naming(ls, document, target)]


def _edges(document: OpenDocument) -> Iterator[tuple[Edge, int]]:
    """The places that name a file or heading that is there, each once, and the line that they lead to."""
    result = document.analysed()
    if document.path is None or result.reading is None:
        return
    seen = set[tuple[int, int]]()
    named = (
        (edge, 0) for edge in result.companions.edges if is_there(edge.path) or document.text_at(edge.path)
    )
    links = links_to(result.reading, document.path, document.settings, document.kinds, document.text_at)
    for edge, line in (*links, *named):
        if (start := (edge.span.line, edge.span.column)) not in seen:
            seen.add(start)
            yield edge, line


def _edge_at(document: OpenDocument, place: Span) -> tuple[Edge, int] | None:
    found = (one for one in _edges(document) if one[0].span.start <= place.start <= one[0].span.end)
    return next(found, None)


def _naming(ls: Session, document: OpenDocument, target: Path) -> Iterator[tuple[Path, Span]]:
    """The places that name a file; where a document belongs to it otherwise, its title."""
    for other in _others(ls, document, target):
        if other.path and other.path != target:
            spans = [edge.span for edge, _ in _edges(other) if edge.path == target]
            belongs = any(one.path == target for one in other.analysed().companions.found)
            for span in spans or ([_title(other)] if belongs else []):
                yield other.path, span


def _others(ls: Session, document: OpenDocument, target: Path) -> Iterator[OpenDocument]:
    """The open documents, and the Markdown files in the folders of the two that are asked about."""
    yield from list(ls.documents)
    folders = dict.fromkeys(path.parent for path in (document.path, target) if path)
    files = (folder / name for folder in folders for name in folder_at(folder).names)
    for path in islice(files, _MOST):
        if ls.documents.at(path) is None:
            try:
                yield ls.documents.closed(path)
            except FileError:
                continue


def _title(document: OpenDocument) -> Span:
    """The text of its first heading; its first place without one."""
    content = document.current()
    headed = zip(content.starts, content.sections, strict=True)
    spans = (section.heading.span.down(at) for at, section in headed if section.heading)
    return next(spans, Span(0, 0, 0, 0))


def _location(ls: Session, path: Path, span: Span) -> types.Location:
    uri, lines = ls.documents.place(path)
    return types.Location(uri, ls.converter.range(lines, span))
