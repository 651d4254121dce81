"""What a comment says of code that is not there."""

import re
from collections.abc import Iterable

_WORDS = (
    *("todo", "fixme", "tbd", "implement", " here", "same as", "to follow", "to be ", "later"),
    *("will be ", "placeholder", "stub"),
)
_WORD = re.compile("|".join(_WORDS), re.IGNORECASE)
_PROMISE = re.compile(
    r"(?:TODO|FIXME|TBD)\b|(?i:\btodo:"
    r"|\b(?:go(?:es)?|comes?|belongs?|(?:is|be|gets?) (?:added|inserted|implemented|written)) (?:in )?here"
    r"(?!\s+(?!once|when|later|after|as soon|soon)\w)"
    r"|^(?:your |the )?(?:real |actual )?(?:code|logic|implementation|body)(?: \w+){0,3} here\b"
    r"|^(?:implement|write|add) (?:\w+ ){0,6}(?:here|later)\b"
    r"|\b(?:to follow|(?:to|will) be (?:added|done|written|implemented|completed|filled in))\b(?! by )"
    r"|\b(?:not (?:yet )?implemented|unimplemented)\b(?! (?:by|for|in|on) )|^(?:placeholder|stub)\b"
    r"|^(?:(?:comes?|done|implemented|added) )?later\b)"
)
_ELSEWHERE = re.compile(r"(?i)^same as\b")
_BETTER = re.compile(
    r"(?i)(?:todo|fixme)\W{0,3}(?:\(\w+\)\W{0,3})?(?:re)?"
    r"(?:make|move|extract|name|cache|tun|optimi[sz]|consider|remove|place|factor|support|visit|document|config|read"
    r"|drop|switch|use|bump|revisit|add (?:a )?(?:test|metric|log|doc|cach))"
)
"""What is left to be made better works as it is."""

_KEPT = re.compile(
    r"(?i)existing|\bnothing\b|unchanged|as before|\brest\b|remain|omitted|abbreviated|see (?:the )?repo"
)
"""What an excerpt leaves out is elsewhere; and nothing may be meant."""

_UNWRITTEN = re.compile(
    r"(?i)[\"'`(]*(?:todo|fixme|(?:is )?(?:not (?:yet )?implemented|unimplemented)|implement)\b"
)
_REFUSAL = re.compile(
    r"(?i)supported|unsupport|\bno support|\bonly\b|out of scope|not (?:needed|available)"
    r"|never (?:called|used)"
)


def may_promise(code: str) -> bool:
    """Whether code has a word that a promise has; cheap."""
    low = code.lower()
    return any(word in low for word in _WORDS)


def hints(text: str) -> list[int]:
    """The offsets of such words."""
    return [match.start() for match in _WORD.finditer(text)]


def promises(comments: Iterable[str]) -> bool:
    """Whether comments say that code will be there which is not."""
    return _says(comments, _PROMISE)


def points_elsewhere(comments: Iterable[str]) -> bool:
    """Whether comments say that code is the same as other code."""
    return _says(comments, _ELSEWHERE)


def says_unwritten(message: str) -> bool:
    """Whether the message of an error begins with what says that something has yet to be implemented."""
    return bool(_UNWRITTEN.match(message))


def refuses(message: str) -> bool:
    """Whether the message of an error says that what it stands for is not meant to be there."""
    return bool(_REFUSAL.search(message))


def _says(comments: Iterable[str], pattern: re.Pattern[str]) -> bool:
    said = [comment for comment in comments if not _BETTER.search(comment)]
    return any(map(pattern.search, said)) and not any(map(_KEPT.search, said))
