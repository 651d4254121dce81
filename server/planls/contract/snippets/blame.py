"""Where a bracket went wrong: often lines above the one at which brackets stop to match."""

from collections.abc import Iterator

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
    crossed = _left_open(code, wrong[0])
    if crossed is None:
        return next(_too_deep(code, wrong[0]), wrong[0]), wrong[1]
    if "\n" not in code.text[crossed.start : wrong[0]]:
        return wrong
    return crossed.start, f"'{crossed.kind}' is still open where '{code.text[wrong[0]]}' stands"


def _left_open(code: Code, end: int) -> Token | None:
    """The last bracket that is open at an offset."""
    opened: list[Token] = []
    for token in code.tokens:
        if token.start >= end:
            break
        if token.kind in CLOSING:
            opened.append(token)
        elif token.kind in CLOSING.values():
            opened.pop()
    return opened[-1] if opened else None


def _too_deep(code: Code, end: int) -> Iterator[int]:
    """The brackets that begin a line which is indented deeper than that of the one they close."""
    opened: list[Token] = []
    for token in code.tokens:
        if token.start >= end:
            break
        if token.kind in CLOSING:
            opened.append(token)
        elif token.kind in CLOSING.values():
            own, front = _front(code.text, token.start), _front(code.text, opened.pop().start)
            if not own.strip() and len(own) > len(front) - len(front.lstrip()):
                yield token.start


def _front(text: str, at: int) -> str:
    """What stands before an offset in its line, as far as it is near."""
    return text[max(text.rfind("\n", max(at - _NEAR, 0), at) + 1, at - _NEAR, 0) : at]
