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


_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|nor|never|none|without|instead of|rather than|in place of|as opposed to|avoid(?:s|ing|ed)?|unlike|"
    r"don['’]?t|doesn['’]?t|won['’]?t|isn['’]?t|aren['’]?t|cannot|can['’]?t|exclud(?:e|es|ed|ing)|skip(?:s|ped|ping)?|"
    r"left out|leav(?:e|es|ing) out|out[- ]of[- ]scope|versus|compar(?:e|ed|ing) (?:to|with)|"
    r"alternatives?|similar to|equivalent (?:of|to)|replac(?:e|es|ed|ing)|"
    r"forbid(?:s|den)?|ban(?:s|ned)?|beyond|defer(?:s|red)?|rejected|independent of|free of|non)\b"
    r"(?![^.!?;]*(?:\b(?:but|then|so|we use|uses|using|with)\b|, use))[^.!?;:]{0,80}$",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    r"[^.!?;,]{0,40}?\b(?:(?:is|are|was|were|be|being|stays?|remains?) (?:not|out of scope|left out|excluded|rejected|"
    r"overkill|unnecessary|forbidden|deferred|never|only an alternative|deliberately)|isn['’]t|aren['’]t|not (?:used|"
    r"needed|required|included|allowed)|(?:is|are) (?:left|ruled) out)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:would|could|might|may later|in (?:real )?production|at scale|later|future|eventually|one day|next step|"
    r"someday|if (?:we|you|it|traffic|load|this)|swap(?:ped)? (?:for|to|in)|upgrade|migrate to|move to|"
    r"out of scope)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?:\s|$)|\|")


def tone(text: str, start: int, end: int, lead: str = "") -> Tone:
    """How the sentence around the columns speaks; ``lead`` is what it began with on the line above."""
    before = f"{lead} {text[:start]}" if lead else text[:start]
    before = _STOP.split(before)[-1]
    after = _STOP.split(text[end:], maxsplit=1)[0]
    if _DENIED_BEFORE.search(before[-120:]) or _DENIED_BEHIND.match(after[:80]):
        return Tone.DENIED
    said = f"{before[-120:]} {after[:80]}"
    return Tone.SUPPOSED if _SUPPOSED.search(said) else Tone.USED
