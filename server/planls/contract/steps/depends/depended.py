"""What a text says that it depends on: ``Step 1``, ``Steps 2-4 and 6b``, ``#3``, ``1, 2``.

A number counts only where it is clearly an item's. ``Python 3.11``, ``3 days``, ``Step 3 of PoC 1``, ``not on
Step 2``, ``parallel to Step 4`` name none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from planls.contract.budget import plural
from planls.contract.steps.depends.dependencies import Named
from planls.contract.steps.depends.unmarked import unmarked

_TOKEN = re.compile(
    r"(?<![\w$€£<>=^@])(?<!(?<!\.)\.)(?:(?P<word>[^\W\d_]++)(?P<mark>\s{0,3}(?:(?:no|nr|num|number)\b\.?\s{0,3})?[-#.:]?\s{0,3}))?"
    r"(?P<hash>#?)(?P<number>\d{1,9}(?:\.\d{1,9}){0,4}[A-Za-z]?)(?![\w%$€°]|\.\d|,\d{3})",
    re.IGNORECASE,
)
_BETWEEN = r"and|or|plus|then|to|through|thru|until|till|both|as well as|up to"
_THROUGH = re.compile(r"\s*+(?:-{1,3}|~|\.{2,3}|…|to|through|thru|until|till|up to)\s*", re.IGNORECASE)
_JOINT = re.compile(rf"\s*+(?:(?:->|=>|[-~.…,;&+/|·•→⇒]|\b(?:{_BETWEEN})\b)\s*+)*+", re.IGNORECASE)
_GLOSS = re.compile(r"\s*(?:[:-]\s|['’]s\s)[^,;|\n]*")
_NEXT_TO = re.compile(r"\s*+[,/:>-]?+\s*+")
_BREAK = re.compile(r"[,;|\n&+]|\.\s|\b(?:and|or|plus|then|as well as)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?=[^\w:-]*$)")
_NOTHING = re.compile(
    r"\W*(?:none|nothing|n/?a|nil|no(?!\.?\s*\d)|not|nobody|independent|standalone|tbd)\b|\W*$", re.IGNORECASE
)
_CLEAN = re.compile(
    r"\s*+(?:$|[,;|&+)\n…]|:(?=\s|[^\W\d])|-(?![^\W\d_])|/(?![^\W\d_])|\.(?=\s|$|\.)|[-=]>|[→⇒·•~]"
    rf"|(?:{_BETWEEN}|completed?|done|finished|passing|must|is|are|has|have|should|above|all|only|first)\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s*+-?\s*+(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|gb|mb|kb|px)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"[\s'’)]*+(?<=\s)(?:of|in|from|within)\s+(?!this\b|above|full\b|part\b|order\b|progress\b|its\b|production\b)\w",
    re.IGNORECASE,
)
_CONTAINERS = frozenset(
    "poc milestone phase plan part stage sprint day week module chapter section guide runbook epic".split()
)
_LEADING = frozenset(
    "after of from in on upon requires require requiring needs need needing uses using use completing "
    "complete completed finish finished finishing done both all also and or plus then the only just "
    "primarily mainly mostly directly strictly follows following prior previous earlier preceding dependent "
    "depends to through thru until till".split()
)
"""Words that may stand right before the word for an item."""
_REFUSING = re.compile(
    r"\b(?:not|no|never|without|except|excluding|parallel|independent(?:ly)?|concurrent(?:ly)?|simultaneously"
    r"|unlike|instead|blocks?|blocking|unblocks?|enables?|feeds?|optional(?:ly)?|cannot|later|neither|nor"
    r"|(?:required|needed|used|wanted|blocked)\s+(?:by|for|in)|prior\s+to|rather)\b|n['’]t\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"(?<!this)\s(?:plan|guide|runbook|repo|repository|team):\s*$", re.IGNORECASE)
"""A clause that says whose the next number is: ``Backend plan: Step 9``."""
_RELYING = re.compile(
    r"\s*(?:also\s+)?(?:depends?|needs?|requires?|uses|follows?|builds)\b(?!\s+to\b)", re.IGNORECASE
)


class _Is(Enum):
    OURS = 0
    OTHER = 1
    CONTAINER = 2
    REFUSED = 3


@dataclass(slots=True)
class _Token:
    """A number with the words around it, and whose it is. ``run``: the token with the word for it."""

    number: str
    start: int
    end: int
    word: str
    hashed: bool
    before: str
    after: str = ""
    run: int = 0
    kind: _Is = _Is.OTHER


def named(text: str, word: str) -> Iterator[Named]:
    """The numbers of items that a text names, the items being called a word (may be empty)."""
    plain = unmarked(text)
    if _NOTHING.match(plain):
        return
    tokens = _tokens(plain)
    _judge(tokens, _words(word))
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.kind is _Is.OURS:
            ours = following if following and following.kind is _Is.OURS else None
            through = ours is not None and _THROUGH.fullmatch(ours.before) is not None
            yield Named(token.number.lower(), token.start, token.end, through, token.hashed)


@lru_cache(maxsize=64)
def _words(word: str) -> tuple[str, str]:
    return word.casefold(), plural(word).casefold() if word else ""


def _tokens(plain: str) -> list[_Token]:
    found: list[_Token] = []
    last = 0
    for match in _TOKEN.finditer(plain):
        word = (match["word"] or "").casefold()
        joins = bool(word) and _JOINT.fullmatch(word) is not None
        start = match.start("number") if joins or not word else match.start()
        hashed = bool(match["hash"]) or (joins and "#" in match["mark"])
        before = plain[last:start].rstrip("#")
        if found:
            found[-1].after = plain[last : match.start("number")]
        last = match.end()
        place = match.span("number")
        found.append(_Token(match["number"], *place, "" if joins else word, hashed, before))
    if found:
        found[-1].after = plain[last:]
    return found


def _judge(tokens: list[_Token], words: tuple[str, str]) -> None:
    """Say of each token whose it is; what is said behind a run of numbers goes for all of it."""
    for at, token in enumerate(tokens):
        last = tokens[at - 1] if at else None
        joined = last is not None and _is_joined(token.before)
        token.run = last.run if last and joined and not token.word else at
        token.kind = _worded(token, last, words) if token.word else _bare(token, last, joined=joined)
        if token.kind is _Is.OURS and _leads_away(token.after):
            token.kind = _Is.REFUSED
        several = tokens[token.run].word == words[1] != ""
        goes_on = any(one.word in words and _JOINT.fullmatch(one.before) for one in tokens[at + 1 : at + 2])
        if token.kind is _Is.OURS and not goes_on and not _is_number(token, several=several):
            token.kind = _Is.OTHER
        if token.kind is _Is.REFUSED and last and last.kind is not _Is.REFUSED:
            for other in tokens[token.run : at]:
                other.kind = _Is.REFUSED


def _worded(token: _Token, last: _Token | None, words: tuple[str, str]) -> _Is:
    """Whose a number with a word of its own is."""
    if token.word not in words:
        return _Is.CONTAINER if token.word in _CONTAINERS else _Is.OTHER
    if last and last.kind is _Is.CONTAINER and _NEXT_TO.fullmatch(token.before):
        return _Is.REFUSED
    if last and last.kind is _Is.REFUSED and _JOINT.fullmatch(token.before) and ";" not in token.before:
        return _Is.REFUSED
    return _Is.OURS if _leads_here(token.before) else _Is.REFUSED


def _bare(token: _Token, last: _Token | None, *, joined: bool) -> _Is:
    """Whose a number without a word is: that of the one before it, or, at the very beginning, ours."""
    if last is None:
        at_first = not re.search(r"\w", token.before) and "." not in token.number and len(token.number) <= 3  # noqa: PLR2004
        return _Is.OURS if at_first else _Is.OTHER
    return last.kind if joined else _Is.OTHER


def _is_joined(before: str) -> bool:
    """Whether there is nothing but a sign or ``and`` between two numbers, the first one's name aside."""
    if _JOINT.fullmatch(before):
        return True
    gloss = _GLOSS.match(before)
    return (
        gloss is not None
        and bool(before[gloss.end() :].strip())
        and bool(_JOINT.fullmatch(before, gloss.end()))
    )


def _is_number(token: _Token, *, several: bool) -> bool:
    """Whether what follows a number leaves it one: ``1, 2`` and not ``2 tables``."""
    if token.word or several:
        return not _UNIT.match(token.after)
    return bool(_CLEAN.match(token.after))


def _leads_here(before: str) -> bool:
    """Whether the words before the word for an item say that it is depended on."""
    clause = _BREAK.split(before)[-1]
    if _REFUSING.search(clause) or _FOREIGN.search(clause):
        return False
    word = _LAST_WORD.search(clause)
    return word is None or word[0].casefold() in _LEADING


def _leads_away(after: str) -> bool:
    """Whether the words behind a number say that it is another document's, or that it is not needed."""
    tail = _BREAK.split(after, maxsplit=1)[0]
    if re.match(r"\s*[:-]", tail):
        return False
    return bool(_ELSEWHERE.match(after) or _REFUSING.search(tail) or _RELYING.match(tail))
