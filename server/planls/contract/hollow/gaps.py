"""Statements in languages with braces that say that what belongs there is not written."""

import re
from collections.abc import Iterable, Iterator

from planls.contract.braced import Braced, has_between
from planls.contract.hollow.heads import head_of
from planls.contract.hollow.saying import hints, refuses, says_unwritten

_SURE = {"kotlin": re.compile(r"(?<![\w.$`])(?<!fun )TODO ?(?=\()"), "rust": re.compile(r"\btodo! ?(?=\()")}
"""What is there to be replaced, wherever it stands."""

_LAST = re.compile(
    r"(?:^|[;{}])\s*(?P<said>(?:throw (?:new )?[\w.\\]{1,60}|panic!?|fatalError|preconditionFailure|error"
    r"|unimplemented!|return [^;(){}\n]{0,30}(?:errors\.New|fmt\.Errorf))(?=\()[^;{}]{0,300}\));?\s*\Z",
    re.MULTILINE,
)
"""The last statement of a function that never gives anything."""

_NAMED = re.compile(
    r"(?:\b(?:NotImplementedException|NotImplementedError|UnimplementedError)|unimplemented!)\Z"
)
_HOLE = re.compile(r"%[a-z]|[{$+]|\\\(")
"""A message with a value in it names the case that it refuses."""

_CONTROL = re.compile(r"\W*(?:else|if|for|foreach|while|when|switch|catch|guard|case|default)\b")
_CUT = re.compile(r"[^\s\w)\]}\"'`;]\Z")
"""A line that the next one goes on with."""

_RETURN = re.compile(r"\breturn\b")
_TAIL = 400
"""Code points at a body's end that its last statement is looked for in, and of a message."""

_SHOWN = 40
"""Code points of a statement that a message has room for."""


def braced_gaps(code: Braced, language: str, whole: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The offset and the text of each statement, shortened; none between the offsets of ``whole`` bodies."""
    told = dict.fromkeys((*_sure(code, language), *_last(code, language)), False) | dict.fromkeys(whole, True)
    behind = -1
    for (start, end), is_whole in sorted(told.items()):
        if start >= behind and not is_whole:
            yield start, _shown(code.text[start:end])
        behind = max(behind, end)


def _sure(code: Braced, language: str) -> Iterator[tuple[int, int]]:
    """Where a mark stands that says by its name that something has to be done."""
    pattern = _SURE.get(language)
    for match in pattern.finditer(code.plain) if pattern else ():
        end = code.ends.get(match.end(), match.end()) + 1
        if not refuses(code.text[match.end() : min(end, match.end() + _TAIL)]):
            yield match.start(), end


def _last(code: Braced, language: str) -> Iterator[tuple[int, int]]:
    """The last statements of functions that say so in their message, or by their name."""
    places = hints(code.text)
    for start, end in code.ends.items():
        if code.plain[start] == "{" and has_between(places, max(start, end - _TAIL), end):
            first = max(start + 1, end - _TAIL)
            match = _LAST.search(code.plain[first:end])
            at = first + match.start("said") if match else start
            if match and _is_statement(code, start, at) and _is_gap(code, start, at):
                head = head_of(code, start, language)
                yield from ((at, first + match.end("said")),) if head else ()


def _is_statement(code: Braced, start: int, at: int) -> bool:
    """Whether a statement stands by itself, and not behind a condition without braces."""
    before = code.plain[start + 1 : at].rstrip()
    if not before or before[-1] in ";{}":
        return True
    row = before[before.rfind("\n") + 1 :]
    return "\n" in code.plain[start + 1 + len(before) : at] and not (_CONTROL.match(row) or _CUT.search(row))


def _is_gap(code: Braced, start: int, at: int) -> bool:
    """Whether a last statement says that more is to be written, and does not refuse a case."""
    opening = code.plain.index("(", at)
    message = code.text[opening + 1 : code.ends.get(opening, opening)].strip()
    if refuses(message) or _HOLE.search(message):
        return False
    named = _NAMED.search(code.plain[at:opening])
    gives = _RETURN.search(code.plain[start:at])  # the last one may refuse what the others did not take
    return says_unwritten(message) or bool(named and not gives)


def _shown(text: str) -> str:
    """A statement in one line; a long one without what it is given."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: plain.index('(')]}(…)"
