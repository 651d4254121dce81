"""Paths in the text: they lead to a file, or to their line in the folder tree, which completes them."""

import re
from collections.abc import Iterator

from lsprotocol import types

from planls.contract.pointers import Pointer, drawn_tree, pointer_at, pointers
from planls.document.lines import Span, body
from planls.lsp.documents import OpenDocument
from planls.lsp.edges import file_definition, file_links
from planls.lsp.session import Session

_OPEN = re.compile(r"(?:[^`]*`[^`]*`)*[^`]*`(?P<typed>[^`\s]*)")
"""A line up to the cursor, when that is behind the first backtick of a code span and part of a path."""


def definition(ls: Session, params: types.DefinitionParams) -> types.Location | None:
    """The document that is named at the position, or the line of the folder tree that a path there means."""
    document = ls.documents.get(params.text_document.uri)
    reading = document.analysed().reading if document else None
    if document is None or reading is None:
        return None
    lines = document.store.lines
    place = ls.converter.span(lines, types.Range(params.position, params.position))
    if found := file_definition(ls, document, place):
        return found
    pointer = pointer_at(reading, place.line, place.column)
    return types.Location(document.uri, ls.converter.range(lines, pointer.place)) if pointer else None


def document_links(ls: Session, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Every name of another document as a link to it; every path of the folder tree, to its line there."""
    document = ls.documents.get(params.text_document.uri)
    reading = document.analysed().reading if document else None
    if document is None or reading is None:
        return []
    files = list(file_links(ls, document))
    taken = {(link.range.start.line, link.range.start.character) for link in files}
    paths = (_link(ls, document, pointer) for pointer in pointers(reading))
    return [*files, *(p for p in paths if (p.range.start.line, p.range.start.character) not in taken)]


def path_items(ls: Session, document: OpenDocument, position: types.Position) -> list[types.CompletionItem]:
    """The tree's files and folders that go on with the path before the cursor; none outside a code span."""
    lines = document.store.lines
    cursor = ls.converter.span(lines, types.Range(position, position))
    line = body(lines[cursor.line]) if cursor.line < len(lines) else ""
    match = _OPEN.fullmatch(line[: cursor.column])
    return list(_items(ls, document, cursor, match["typed"])) if match else []


def _items(ls: Session, document: OpenDocument, cursor: Span, typed: str) -> Iterator[types.CompletionItem]:
    reading = document.analysed().reading
    drawn = drawn_tree(reading) if reading else None
    start = Span(cursor.line, cursor.column - len(typed), cursor.line, cursor.column)
    place = ls.converter.range(document.store.lines, start)
    for node in drawn[1].nodes if drawn else ():
        path = f"{node.path}/" if node.folder else node.path
        if path.startswith(typed) or node.name.startswith(typed):
            yield types.CompletionItem(
                label=path,
                filter_text=path if path.startswith(typed) else node.name,
                kind=types.CompletionItemKind.Folder if node.folder else types.CompletionItemKind.File,
                detail=node.comment or None,
                text_edit=types.TextEdit(place, path),
            )


def _link(ls: Session, document: OpenDocument, pointer: Pointer) -> types.DocumentLink:
    place = ls.converter.range(document.store.lines, pointer.span)
    return types.DocumentLink(
        place,
        target=f"{document.uri}#L{pointer.place.line + 1}",
        tooltip=f"{pointer.node.path} in the folder tree",
    )
