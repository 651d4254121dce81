"""Hover: on a finding, the page of its rule."""

import re
from functools import cache
from typing import TYPE_CHECKING

from lsprotocol import types

from planls.lsp.session import Session

if TYPE_CHECKING:
    from planls.rule import Rule

_FENCE = re.compile(r"^(```+\w+)[^\n]*", re.MULTILINE)


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
    text = "\n\n---\n\n".join(page(rule) for rule in rules)
    return types.Hover(types.MarkupContent(kind, text), ls.converter.range(lines, found[0].span))


@cache
def page(rule: "Rule") -> str:
    """A rule's page; a fence keeps its language and loses what only our tests read."""
    return _FENCE.sub(r"\1", rule.page.read_text(encoding="utf-8")).strip()
