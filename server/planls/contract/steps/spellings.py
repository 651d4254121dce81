"""How prose names items by their numbers: ``Step 4``, ``Steps 2-4``, ``Steps 2, 3 and 5``, ``step #4b``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from planls.contract.budget import plural
from planls.contract.steps.numbered import compared

_NUMBER = r"\d{1,4}[A-Za-z]?(?![\w%°])(?!,\d{3})"
_GAP = r"[ \t\u00a0]*+(?:(?:\r\n?|\n)[ \t>]*+)?+"
_NEXT = re.compile(
    r"[ \t\u00a0]*+(?:(?P<range>-|–|—|\.{2,3}|…)|(?P<sign>,(?:\s(?:and|or|&)\s)?|[;/&+])"
    rf"|(?P<words>and|or|plus|to|through|thru)(?=\s))\s{{0,3}}#?(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s*(?:-|–|—|through|thru|\.{2,3}|…)\s*", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[.,;:)\]|*_!?]|\Z|[\r\n])")
_SEVERAL = re.compile(
    r"\s+(?:may|might|can|could|must|will|would|shall|should|are|were|have|had|do|don['’]t|both|need|run|use"
    r"|share|depend|build|rely|together|themselves|each)\b",
    re.IGNORECASE,
)
"""What only several things do: ``Step 3 and 4 may run in parallel``, not ``Step 3 and 4 files``."""
_LISTED = re.compile(
    rf"\s*#?{_NUMBER}(?:(?:\s*(?:[,;/&+]|-|–|—)\s*|\s+(?:and|or|to|through)\s+)#?{_NUMBER}){{0,99}}\s*\.?\s*"
)
"""Numbers and nothing else: what a column of items or of dependencies has."""
_RANGED = re.compile(r"(?:-|–|—|\bto|\bthrough)\s*#?$")

_OURS = (
    r"(?:this|our|these|its|the)\s+(?:\w+\s+)?(?:plan|document|implementation|build|poc|project|list|steps)\b"
)
_ELSEWHERE = (
    r"guide|docs?|documentation|runbook|tutorial|manual|handbook|readme|wiki|article|book|playbook|blog"
    r"|walkthrough|instructions|wizard"
)
_FOREIGN_BEHIND = re.compile(
    rf"['\")\]*_`]*\s+(?:of\s+(?!{_OURS}|\d)\w"
    rf"|(?:in|from|on|at)\s+(?:[^\s.;:!?]+\s+){{0,4}}(?:{_ELSEWHERE}|poc\s+#?\d)\b)",
    re.IGNORECASE,
)
_FOREIGN_BEFORE = re.compile(
    rf"(?:\bpoc\s*#?\d+(?:['’]s)?|(?<!plan)(?<!today)(?<!document)['’]s|\b(?:{_ELSEWHERE}|prerequisite))"
    r"[,:/]?\s+[*_\"'(]{0,3}$",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:set-?up|training|time|migration|workflow|pipeline|job|ci|denois(?:e|ing)|diffusion|gradient"
    r"|optimi[sz]er|install(?:ation)?|deploy(?:ment)?|onboarding|checkout|form|sub|release)\s+$",
    re.IGNORECASE,
)
_EXAMPLE_BEFORE = re.compile(r"\be\.g\.,?\s+$", re.IGNORECASE)
_EXAMPLE_BEHIND = re.compile(r"\s*(?:->|=>|→|becomes)")
_BEFORE = 40
"""How many characters before a number are looked at."""
_LEADING = 120
"""How many characters at most stand before an entry in its line."""
_LEAD = re.compile(
    r"[ \t>]*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:#{1,6}\s+)?(?:\[[ xX]\]\s+)?(?:[^\w\s\"'(\[`|]{1,80}+\s*)?"
)
_TITLED = re.compile(r"[*_~]*(?:\s*(?P<sign>[:.])(?=[\s*_])|\s+[-–—](?=\s))[*_~]*(?P<rest>[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that a text gives items by: as compared, and where it stands in the text.

    ``closes``: it is the end of a range. ``entry``: it heads its line like an entry of a list
    (``Step 3: ...``), and ``rest`` is what follows there.
    """

    number: str
    start: int
    end: int
    closes: bool = False
    entry: bool = False
    rest: str = ""


def mentions(text: str, word: str, *, capital: bool = False) -> Iterator[Mention]:
    """The items that a text names by a word and their numbers.

    ``capital``: a word in small letters names none, as in code.
    """
    last = 0
    for head in _head(word).finditer(text):
        if head.start() < last or (capital and head["word"][0].islower()) or _is_marker(text, head):
            continue
        found = list(_run(text, head))
        if _is_foreign(text, head, found[-1].end):
            continue
        if last and _THROUGH.fullmatch(text, last, head.start()):
            found[0] = replace(found[0], closes=True)
        last = found[-1].end
        yield from found if len(found) > 1 else [_entry(text, head, found[0])]


def bare_numbers(text: str) -> Iterator[Mention]:
    """The numbers in a text that has nothing else, parentheses aside."""
    plain = re.sub(r"\([^()]*\)", lambda aside: " " * len(aside[0]), text)
    if _LISTED.fullmatch(plain):
        for match in re.finditer(_NUMBER, plain):
            closes = bool(_RANGED.search(plain, 0, match.start()))
            yield Mention(compared(match[0]), *match.span(), closes)


@lru_cache(maxsize=64)
def _head(word: str) -> re.Pattern[str]:
    """What names the first item: the word in singular or plural, then its number."""
    words = f"(?P<several>{re.escape(plural(word))})|{re.escape(word)}"
    sign = r"(?:(?:no\.?|number|№)[ \t]{1,3})?#?"
    return re.compile(
        rf"(?<![\w-])(?P<word>{words})(?=[\s#]){_GAP}{sign}(?P<number>{_NUMBER})", re.IGNORECASE
    )


def _run(text: str, head: re.Match[str]) -> Iterator[Mention]:
    """The numbers behind a word. Behind one in singular, what may be another sentence's is none."""
    here = Mention(compared(head["number"]), *head.span("number"))
    while match := _NEXT.match(text, here.end):
        ranged = bool(match["range"]) or (match["words"] or "").lower() in ("to", "through", "thru")
        tight = (match["range"] or match["sign"]) and not match[0][:-1].count(" ")
        closed = _SEVERAL.match(text, match.end()) or (not ranged and _CLOSED.match(text, match.end()))
        if not (head["several"] or tight or closed):
            break
        yield here
        here = Mention(compared(match["number"]), *match.span("number"), ranged)
    yield here


def _is_marker(text: str, head: re.Match[str]) -> bool:
    """Whether the number is that of a list's next line: ``the last step`` and below it ``4. ...``."""
    return text[head.end() : head.end() + 1] in (".", ")") and len(head[0].splitlines()) > 1


def _is_foreign(text: str, head: re.Match[str], end: int) -> bool:
    """Whether the words around say that it is another document's, or no item but a step of time."""
    start = head.start()
    before = text[max(start - _BEFORE, 0) : start]
    if _EXAMPLE_BEFORE.search(before) and _EXAMPLE_BEHIND.match(text, end):
        return True
    if _FOREIGN_BEFORE.search(before) or _FOREIGN_BEHIND.match(text, end):
        return True
    return head["word"][0].islower() and bool(_NOUN_BEFORE.search(before))


def _entry(text: str, head: re.Match[str], found: Mention) -> Mention:
    """The mention, as an entry where it heads its line."""
    near = max(head.start() - _LEADING, 0)
    line = max(text.rfind(end, near, head.start()) for end in "\n\r") + 1
    lead = _LEAD.match(text, line, head.start()) if line or not near else None
    titled = _TITLED.match(text, found.end) if lead and lead.end() == head.start() else None
    if not titled or not lead:
        return found
    if titled["sign"] == "." and line and not lead[0].strip():
        return found  # a sentence that happens to end there
    return replace(found, entry=True, rest=titled["rest"].strip())
