"""Hover: on a technology, is it in scope; on a step, what it takes; on a finding, its rule's page."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lsprotocol import types

from planls.document import Document
from planls.document.lines import Span, split_lines
from planls.lsp.documents import OpenDocument
from planls.lsp.session import Session
from planls.lsp.technologies import technology_at, told
from planls.overview import size_at

if TYPE_CHECKING:
    from planls.rule import Rule

_LEFT_OUT = "Examples"
"""The section with whole documents in it: who hovers has an example before them."""


def hover(ls: Session, params: types.HoverParams) -> types.Hover | None:
    """What is to be said of the technology, the step and the findings that are at the position."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    lines, markdown = document.store.lines, ls.client.markdown_hover
    place = ls.converter.span(lines, types.Range(params.position, params.position))
    said = list(_said(document, place, markdown=markdown))
    if not said:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    text = "\n\n---\n\n".join(dict.fromkeys(text for text, _ in said))
    return types.Hover(types.MarkupContent(kind, text), ls.converter.range(lines, said[0][1]))


def _said(document: OpenDocument, place: Span, *, markdown: bool) -> Iterator[tuple[str, Span]]:
    """Each thing to say, and what of the text it is said of."""
    if named := technology_at(document, place.start):
        yield told(named, markdown=markdown), named.span
    reading = document.analysed().reading
    if reading and (sized := size_at(reading, place.line)):
        yield sized[1], sized[0]
    for finding in document.findings(place):
        if finding.rule:
            yield digest(finding.rule), finding.span


@cache
def digest(rule: "Rule") -> str:
    """A rule's page without its examples."""
    page = Document.parse(split_lines(rule.page.read_text(encoding="utf-8")))
    kept = (s for s in page.sections if s.heading is None or s.heading.text != _LEFT_OUT)
    return "".join(line for section in kept for line in section.lines).strip()
