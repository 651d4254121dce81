"""Completion: at the start of a line, the template's blocks that are missing there."""

import re

from lsprotocol import types

from planls.document.lines import Span, body
from planls.lsp.session import Session
from planls.offers import Offer, offers

OPTIONS = types.CompletionOptions(trigger_characters=["#", "*"])

_TYPED = re.compile(r"(\s*)(#{1,6}[^#]*|\*{1,2}[^*]*|)")
"""What may stand before the cursor: indentation, then nothing or the start of a heading or a label."""
_SPECIAL = re.compile(r"[\\$}]")


def completion(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
    """The blocks that go on with what is typed on the line; none where text follows the cursor."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or (reading := document.analysed().reading) is None:
        return None
    lines = document.store.lines
    cursor = ls.converter.span(lines, types.Range(params.position, params.position))
    line = body(lines[cursor.line]) if cursor.line < len(lines) else ""
    typed = _TYPED.fullmatch(line[: cursor.column])
    if typed is None or line[cursor.column :].strip():
        return None
    indent, prefix = Span(cursor.line, 0, cursor.line, typed.end(1)), typed[2]
    place = ls.converter.range(lines, Span(cursor.line, typed.end(1), cursor.line, cursor.column))
    margin = [types.TextEdit(ls.converter.range(lines, indent), "")] if typed[1] else None
    fitting = [o for o in offers(reading, cursor.line) if o.text.lower().startswith(prefix.lower())]
    items = [_item(ls, offer, place, margin, at) for at, offer in enumerate(fitting)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(
    ls: Session, offer: Offer, place: types.Range, margin: list[types.TextEdit] | None, at: int
) -> types.CompletionItem:
    """An offer as an item; ``at`` keeps the document's order. The block replaces what is typed."""
    snippets = ls.client.snippets
    return types.CompletionItem(
        label=offer.label,
        kind=types.CompletionItemKind.Snippet,
        detail=offer.detail,
        sort_text=f"{at:04}",
        filter_text=body(offer.text.split("\n", 1)[0]),
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AsIs if ls.client.insert_as_is else None,
        text_edit=types.TextEdit(place, snippet(offer) if snippets else offer.text),
        additional_text_edits=margin,
    )


def snippet(offer: Offer) -> str:
    """The offer's text with its placeholders as tab stops."""
    parts, at = [], 0
    for number, (start, end) in enumerate(offer.stops, 1):
        parts.append(_escaped(offer.text[at:start]))
        parts.append(f"${{{number}:{_escaped(offer.text[start:end])}}}")
        at = end
    return "".join(parts) + _escaped(offer.text[at:])


def _escaped(text: str) -> str:
    """The text with what means something in a snippet made plain."""
    return _SPECIAL.sub(r"\\\g<0>", text)
