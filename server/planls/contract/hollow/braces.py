"""The functions in languages with braces that only promise what they should do."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from planls.contract.braced import Braced, blanked, has_between
from planls.contract.hollow.heads import Head, head_of
from planls.contract.hollow.saying import hints, points_elsewhere, promises
from planls.contract.languages import said

_SPACE = re.compile(r"\s+")
_LONGEST = 600
"""Code points of a body that may do nothing."""

_YET = r"[\"'`]?\s*(?:todo|not (?:yet )?implemented|unimplemented|implement me)"
_UNWRITTEN = re.compile(
    r"(?i)(?:return )?(?:(?:todo|unimplemented)!?\([^;]*\)"
    rf"|(?:panic|fatalerror|preconditionfailure|error)\(\s*{_YET}[^;]*"
    rf"|throw (?:new )?[\w\\.]{{1,60}}\(\s*{_YET}[^;]*"
    r"|throw (?:new )?\\?(?:NotImplementedException|NotImplementedError|UnimplementedError)\([^;]*"
    rf"|(?:(?:nil|\"\"|0|false), ?)?(?:errors\.New|fmt\.Errorf)\(\s*{_YET}[^;]*);?"
)
"""The only statement of what is not implemented."""

_VALUE = (
    r"(?:(?:const |new )?(?:\" *\"|null|nil|None|undefined|true|false|\[ *\]|\{ *\}|Ok\(\(\)\)"
    r"|(?:Placeholder|Container|SizedBox(?:\.shrink)?|Text)\([^()]*\)"
    r"|(?:Optional\.empty|List\.of|Map\.of|emptyList|Vec::new|Promise\.resolve)\(\)|Task\.CompletedTask))"
)
_IDLE = re.compile(rf"(?:return\b ?)?(?:{_VALUE}(?:, ?{_VALUE})?)?;?")
"""What takes no work: a number may well be a setting."""

_THROUGH = re.compile(r"return \$?(\w+);?")
_REFUSES = re.compile(
    r"[^;]*(?:\b501\b|StatusNotImplemented|NOT_IMPLEMENTED|NotImplemented\()[^;]*;?(?: return;?)?"
)
"""A handler that answers that it is not implemented."""


def hollow_bodies(code: Braced, language: str) -> Iterator[tuple[Head, int, int]]:
    """The functions that only promise: the head of each, and the offsets of the brackets around its body."""
    places = hints(code.text)
    for start, end in sorted(code.ends.items()):
        short = code.text[start] == "{" and end - start < _LONGEST
        head = head_of(code, start, language) if short and has_between(places, start, end) else None
        if head and _only_promises(code, head, start + 1, end):
            yield head, start, end


def _only_promises(code: Braced, head: Head, start: int, end: int) -> bool:
    """Whether a body says that it does nothing: by what it throws, or by a comment on what takes no work."""
    within = code.comments[bisect_left(code.comments, (start,)) : bisect_left(code.comments, (end,))]
    body = code.text[start:end]
    for at, stop in within:
        body = body[: at - start] + blanked(code.text[at:stop]) + body[stop - start :]
    if _UNWRITTEN.fullmatch(_SPACE.sub(" ", body).strip()):
        return True
    comments = [said(row) for at, stop in within for row in code.text[at:stop].split("\n")]
    plain = _SPACE.sub(" ", code.plain[start:end]).strip()
    if not plain:
        return promises(comments) and not any("..." in comment or "…" in comment for comment in comments)
    idle = _REFUSES.fullmatch(plain) or _IDLE.fullmatch(plain) or _passes_through(head, plain)
    return bool(idle) and (promises(comments) or points_elsewhere(comments))


def _passes_through(head: Head, plain: str) -> bool:
    """Whether a body only gives what the function was given."""
    found = _THROUGH.fullmatch(plain)
    return bool(found and re.search(rf"\b{found[1]}\b", head.text))
