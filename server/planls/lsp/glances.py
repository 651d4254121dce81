"""Code lenses and inlay hints: how far the document has come, and how long its steps take."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from planls.contract.reading import Reading
from planls.overview import Glance, durations, stand

if TYPE_CHECKING:
    from planls.lsp.session import Session


def code_lenses(ls: "Session", params: types.CodeLensParams) -> list[types.CodeLens]:
    """The progress above the title and above each step, unless the user wants none."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or document.settings.lenses is False:
        return []
    place = ls.converter.range
    return [
        types.CodeLens(place(document.store.lines, glance.span), types.Command(glance.text, ""))
        for glance in _glances(document.analysed().reading, stand)
    ]


def inlay_hints(ls: "Session", params: types.InlayHintParams) -> list[types.InlayHint]:
    """The minutes behind the headings of steps in the range, unless the user wants none."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or document.settings.hints is False:
        return []
    lines = document.store.lines
    first, last = params.range.start.line, params.range.end.line
    return [
        types.InlayHint(
            ls.converter.range(lines, glance.span).end, glance.text, padding_left=True, tooltip=glance.detail
        )
        for glance in _glances(document.analysed().reading, durations)
        if first <= glance.span.end_line <= last
    ]


def refresh(ls: "Session") -> None:
    """The settings changed: have the client ask again for what it shows."""
    for asks, method in (
        (ls.client.refreshes_lenses, types.WORKSPACE_CODE_LENS_REFRESH),
        (ls.client.refreshes_hints, types.WORKSPACE_INLAY_HINT_REFRESH),
    ):
        if asks:
            ls.protocol.ask(method, None, lambda _: None)


def _glances(reading: Reading | None, of: Callable[[Reading], Iterable[Glance]]) -> Iterable[Glance]:
    return of(reading) if reading else ()
