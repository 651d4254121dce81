"""Where a bracket went wrong: often lines above the one at which brackets stop to match."""

from collections.abc import Iterable

from planls.contract.snippets.brackets import CLOSING, Code, Token

_NEAR = 200
"""Characters of a line that are looked at."""


def blamed(code: Code) -> tuple[int, str] | None:
    """The offset of the bracket that is most likely at fault, and what is wrong; None where none is.

    Of two that cross it is the one that was left open in a line above. Of one too many to close it is the
    first that stands deeper than the line of the one it closes, as it was meant to close another.
    """
    wrong = code.unbalanced
    if wrong is None or not code.text.startswith(tuple(CLOSING.values()), wrong[0]):
        return wrong
    at, message = wrong
    pairs, opened = _paired(code, at)
    if not opened:
        return _too_deep(code.text, pairs, at), message
    if "\n" not in code.text[opened[-1].start : at]:
        return wrong
    return opened[-1].start, f"'{opened[-1].kind}' is still open where '{code.text[at]}' stands"


def _paired(code: Code, end: int) -> tuple[list[tuple[Token, Token]], list[Token]]:
    """The brackets that match before an offset, and those that are still open there."""
    pairs: list[tuple[Token, Token]] = []
    opened: list[Token] = []
    for token in code.tokens:
        if token.start >= end:
            break
        if token.kind in CLOSING:
            opened.append(token)
        elif token.kind in CLOSING.values():
            pairs.append((opened.pop(), token))
    return pairs, opened


def _too_deep(text: str, pairs: Iterable[tuple[Token, Token]], end: int) -> int:
    """The first bracket that begins a line indented deeper than that of the one it closes, else ``end``."""
    for opening, closing in pairs:
        own, front = _front(text, closing.start), _front(text, opening.start)
        if not own.strip() and len(own) > len(front) - len(front.lstrip()):
            return closing.start
    return end


def _front(text: str, at: int) -> str:
    """What stands before an offset in its line, as far as it is near."""
    return text[max(text.rfind("\n", max(at - _NEAR, 0), at) + 1, at - _NEAR, 0) : at]
