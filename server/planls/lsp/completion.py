"""Completion: the template's missing blocks, paths of the tree in code, the notes' topics in a mapping."""

import re
from dataclasses import dataclass

from lsprotocol import types

from planls.document.lines import Span, body
from planls.lsp.paths import path_items
from planls.lsp.session import Session
from planls.lsp.topics import topic_items
from planls.offers import Offer, offers
from planls.rule import Edit

OPTIONS = types.CompletionOptions(trigger_characters=["#", "*", "`", "/", "|"])

_TYPED = re.compile(r"(\s*)(#{1,6}[^#]*|\*{1,2}[^*]*|)")
"""What may stand before the cursor: indentation, then nothing or the start of a heading or a label."""
_SPECIAL = re.compile(r"[\\$}]")


@dataclass(frozen=True)
class _Typed:
    """What stands between the start of a line and the cursor: indentation and the start of a block."""

    line: int
    margin: int
    text: str

    @property
    def span(self) -> Span:
        """Where the text stands."""
        return Span(self.line, self.margin, self.line, self.margin + len(self.text))


def completion(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
    """What goes on with what is typed: a topic, in code a path of the tree, a block where nothing follows."""
    document = ls.documents.get(params.text_document.uri)
    if document and (topics := topic_items(ls, document, params.position)):
        return types.CompletionList(is_incomplete=False, items=topics)
    typed = _typed(ls, document.store.lines, params.position) if document else None
    if document and typed is None and (paths := path_items(ls, document, params.position)):
        return types.CompletionList(is_incomplete=False, items=paths)
    if document is None or typed is None:
        return None
    heading = typed.text.startswith("#")
    reading = document.reading_without(typed.line) if heading else document.analysed().reading
    if reading is None:
        return None
    start = typed.text.lower()
    fitting = [offer for offer in offers(reading, typed.line) if offer.text.lower().startswith(start)]
    items = [_item(ls, offer, document.store.lines, typed, at) for at, offer in enumerate(fitting)]
    return types.CompletionList(is_incomplete=False, items=items)


def _typed(ls: Session, lines: list[str], position: types.Position) -> _Typed | None:
    """What is typed before the cursor, if a block may go on with it and nothing stands behind."""
    cursor = ls.converter.span(lines, types.Range(position, position))
    line = body(lines[cursor.line]) if cursor.line < len(lines) else ""
    match = _TYPED.fullmatch(line[: cursor.column])
    if match is None or line[cursor.column :].strip():
        return None
    return _Typed(cursor.line, match.end(1), match[2])


def _item(ls: Session, offer: Offer, lines: list[str], typed: _Typed, at: int) -> types.CompletionItem:
    """An offer as an item; ``at`` keeps the offers' order. The block replaces what is typed."""
    stops = ls.client.snippets and (ls.client.backquotes or "`" not in offer.text)
    form = types.InsertTextFormat.Snippet if stops else types.InsertTextFormat.PlainText
    text = snippet(offer) if stops else offer.text
    margin = Edit(Span(typed.line, 0, typed.line, typed.margin), "")
    return types.CompletionItem(
        label=offer.label,
        kind=types.CompletionItemKind.Snippet,
        detail=offer.detail,
        sort_text=f"{at:04}",
        filter_text=body(offer.text.split("\n", 1)[0]),
        insert_text_format=form,
        insert_text_mode=types.InsertTextMode.AsIs if ls.client.insert_as_is else None,
        text_edit=types.TextEdit(ls.converter.range(lines, typed.span), text),
        additional_text_edits=ls.converter.text_edits(lines, [margin]) if typed.margin else None,
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
