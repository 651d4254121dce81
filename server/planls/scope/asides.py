"""Is a technology only talked about: denied, compared with, or put off? Then it is not used."""

import re
from enum import StrEnum


class Tone(StrEnum):
    """How a sentence speaks of a technology."""

    USED = ""
    SUPPOSED = "supposed"
    """It would, could or might be used, later or elsewhere."""
    DENIED = "denied"
    """It is not used, or stands for what was not chosen."""


def _any(*phrases: str) -> str:
    return "|".join(phrases).replace("'", "['’]")


_DENYING = _any(
    "no|not|nor|neither|never|none|non|without|unlike|versus|beyond|cannot|don't|doesn't|won't|isn't|aren't|can't",
    "instead of|rather than|in place of|as opposed to|independent of|free of|similar to|equivalent (?:of|to)",
    "avoid(?:s|ing|ed)?|exclud(?:e|es|ed|ing)|skip(?:s|ped|ping)?|compar(?:e|ed|ing) (?:to|with)",
    "alternatives?",
    "left out|leav(?:e|es|ing) out|out[- ]of[- ]scope|replac(?:e|es|ed|ing)|forbid(?:s|den)?|ban(?:s|ned)?",
    "defer(?:s|red)?|rejected",
)
_DENIED_BEFORE = re.compile(
    rf"\b(?:{_DENYING})\b(?![^.!?;]*(?:\b(?:but|then|so|we use|uses|using|with)\b|, use))[^.!?;:]{{0,80}}$",
    re.IGNORECASE,
)
_LEFT = _any(
    "not|never|out of scope|left out|excluded|rejected|overkill|unnecessary|forbidden|deferred",
    "only an alternative|deliberately",
)
_ISNT = _any("isn't|aren't", "not (?:used|needed|required|included|allowed)", "(?:is|are) (?:left|ruled) out")
_DENIED_BEHIND = re.compile(
    rf"[^.!?;,]{{0,40}}?\b(?:(?:is|are|was|were|be|being|stays?|remains?) (?:{_LEFT})|{_ISNT})\b",
    re.IGNORECASE,
)
_SUPPOSING = _any(
    "would|could|might|later|future|eventually|one day|someday|at scale|in (?:real )?production|next step",
    "if (?:we|you|it|traffic|load|this)|swap(?:ped)? (?:for|to|in)|upgrade|migrate to|move to",
)
_SUPPOSED = re.compile(rf"\b(?:{_SUPPOSING})\b", re.IGNORECASE)
_OPTION = re.compile(
    r"\b(?:alternatives?|rejected|considered|not chosen)\b[^.!?:]{0,30}:[^.!?]*$", re.IGNORECASE
)
"""Before what a label such as "Alternative:" introduces."""
_ADDRESSED = re.compile(r"(?:^|[>\s*_])(?:for|dear|hey|hi|note to)\s[*_`]*$", re.IGNORECASE)
"""Before who is spoken to: "For Claude: read this first"."""
_AGENTS = frozenset(
    ("claude", "claude code", "chatgpt", "gpt", "copilot", "github copilot", "codex", "cursor", "gemini")
)
_WHY_NOT = re.compile(r"\bwhy (?:not|no)\b[^?]{1,80}\?", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?:\s|$)|\|")
_BEFORE, _BEHIND = 120, 80
"""Characters around a technology in which a sentence says how it means it."""


def tone(text: str, start: int, end: int, lead: str = "") -> Tone:
    """How the sentence around the columns speaks; ``lead`` is what it began with on the line above."""
    before = _STOP.split(f"{lead} {text[:start]}")[-1][-_BEFORE:]
    behind = _STOP.split(text[end:], maxsplit=1)[0][:_BEHIND]
    if _DENIED_BEFORE.search(before) or _DENIED_BEHIND.match(behind) or _OPTION.search(before):
        return Tone.DENIED
    if _is_asked_away(text, start, end):
        return Tone.DENIED
    if before.count("~~") % 2 and "~~" in behind:
        return Tone.DENIED  # struck out
    if text[start:end].lower() in _AGENTS and _ADDRESSED.search(before):
        return Tone.DENIED
    return Tone.SUPPOSED if _SUPPOSED.search(f"{before} {behind}") else Tone.USED


def _is_asked_away(text: str, start: int, end: int) -> bool:
    """Whether a question before asks why not: "Why not Velero? Velero backs up ..."."""
    question = _WHY_NOT.search(text)
    return (
        question is not None and question.start() < start and text[start:end].lower() in question[0].lower()
    )
