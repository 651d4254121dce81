"""What a verification in words is worth: whether it says what to do and what must be seen."""

import re
from collections.abc import Iterable

from planls.contract.saying import CHECK, is_blank
from planls.contract.stubs import is_promise
from planls.document.inline import code_spans
from planls.document.words import spoken

_PHRASES = r"(?i)\b(?:make sure|see (?:above|below)|n/?a|by (?:hand|eye)|to be (?:done|defined|decided))\b"
_LATER = (
    r"(?i)(?:todo|fixme|tb[ad])\b(?::.*|\W*)"
    r"|(?:\w+ ){0,6}(?:to follow|(?:be|come|added|written|tested|verified|done|test|verify) later)\W*"
)
_NOTHING = r"(?i)\bno (?:output|results?|changes?|code)\b|\bnothing (?:happens|changes|(?:is|was) (?!broken))"
"""That there is nothing is worth seeing."""

_MARKS = re.compile(r"[*_>#]|\[[ xX]\]")
_SHRUG = (
    r"\b(?:check|verify|ensure|make sure|confirm|see|test|validate)"
    r"(?: (?:manually|visually|carefully|quickly|by hand|by eye|that|if|whether|it|still|all|just|nothing"
    r"|things|everything|they|the|your|our|app|application|code|output|results?|ui|feature|page|site|system"
    r"|script|server|service))+ (?:works?|looks?|runs?|behaves?|functions?|is|are|feels?)\b"
)
"""A check without anything to look for: "and check that everything works"."""

_DOES = (
    r"\b(?:open|visit|go to|click|browse|navigate|start|launch|log ?in|sign in|upload|press|send|submit"
    r"|type|enter|look at|run|call|restart|reload|refresh|stop|kill|post|push|scan|plug|compare|query|inspect"
    r"|check)\b"
)
_SEES = (
    r"\b(?:see|sees|seen|shows?|shown|appears?|displays?|displayed|prints?|returns?|responds?|outputs?"
    r"|visible|listed|lists|contains?|expect(?:ed)?|must|green|red|exits?|fails?|passes|renders?|loads|matches"
    r"|equals?|logs?|lights?|receives?|becomes?)\b"
)
_TELLS = r"\b(?:tests?|suite|build|pipeline|ci|lint\w*|workflow|job|commands?|is|are|has|have)\b|[\d`\"“]"
"""What may fail by itself, or says how things are, or is more than words."""


def is_vague(text: str) -> bool:
    """Whether a text, its code spans aside, says nothing that one could do and nothing that one could see."""
    plain = outside_code(text)
    return _is_empty(plain) or bool(re.fullmatch(_LATER, plain)) or _is_shrug(plain)


def is_instruction(text: str) -> bool:
    """Whether a text says what to do and what must be seen then."""
    return "://" in text or (_has(_DOES, text) and _has(_SEES, text))


def is_left_open(text: str) -> bool:
    """Whether a line of a block is no command: a promise, or a sentence that says nothing."""
    sentence = text[:1].isupper() and " " in text
    return is_blank(text) or is_promise(text) or (sentence and is_vague(text))


def spans_in(lines: Iterable[str]) -> list[str]:
    """What stands in the code spans of some lines of prose."""
    return [line[start:end].strip("` ") for line in lines for start, end in code_spans(line)]


def outside_code(text: str) -> str:
    """A line of prose without its code spans and marks."""
    spans = code_spans(text)
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    outside = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return " ".join(_MARKS.sub(" ", outside).split())


def _is_empty(text: str) -> bool:
    return not re.search(_NOTHING, text) and CHECK.issuperset(spoken(re.sub(_PHRASES, " ", text)).split())


def _is_shrug(text: str) -> bool:
    """Whether all that must be seen is that things work, whatever is to be done before."""
    found = re.search(_SHRUG, text, re.IGNORECASE)
    if not found or not _is_empty(text[found.start() :]):
        return False
    before = text[: found.start()]
    return not _has(_SEES, before) and not _has(_TELLS, before)


def _has(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text, re.IGNORECASE))
