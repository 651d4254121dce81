"""Hover: on a finding, what its rule's page says, without the examples."""

from functools import cache
from typing import TYPE_CHECKING

from lsprotocol import types

from planls.document import Document
from planls.document.lines import split_lines
from planls.lsp.session import Session

if TYPE_CHECKING:
    from planls.rule import Rule

_LEFT_OUT = "Examples"
"""The section with whole documents in it: who hovers has an example before them."""


def hover(ls: Session, params: types.HoverParams) -> types.Hover | None:
    """The pages of the rules whose findings are at the position."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    lines = document.store.lines
    place = ls.converter.span(lines, types.Range(params.position, params.position))
    found = list(document.findings(place))
    if not found:
        return None
    rules = dict.fromkeys(finding.rule for finding in found if finding.rule)
    kind = types.MarkupKind.Markdown if ls.client.markdown_hover else types.MarkupKind.PlainText
    text = "\n\n---\n\n".join(digest(rule) for rule in rules)
    return types.Hover(types.MarkupContent(kind, text), ls.converter.range(lines, found[0].span))


@cache
def digest(rule: "Rule") -> str:
    """A rule's page without its examples."""
    page = Document.parse(split_lines(rule.page.read_text(encoding="utf-8")))
    kept = (s for s in page.sections if s.heading is None or s.heading.text != _LEFT_OUT)
    return "".join(line for section in kept for line in section.lines).strip()
