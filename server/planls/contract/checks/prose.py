"""What a verification in words is worth: whether it says what to do and what must be seen."""

import re
from collections.abc import Iterable

from planls.document.inline import code_spans

_WORD = re.compile(r"\w[\w'’./-]*")
_PHRASES = r"(?i)\b(?:make sure|see (?:above|below)|n/?a|by (?:hand|eye)|to be (?:done|defined))\b"
_MARKS = re.compile(r"[*_>#]|\[[ xX]\]")
_VAGUE = frozenset(
    """
    a ability about accordingly again all also an and any app application appropriate appropriately are
    as be been behaves behavior behaviour by can carefully change changes check checked checking code
    complete completed confirm confirmed confirming correct correctly correctness do does done ensure
    ensured ensuring everything expected feature features fine for function functionality functioning
    functions go good happens has have how if implementation implemented in inspect inspection intended
    is it later look looks manual manually needed no none normal normally nothing of off ok okay on our
    output outputs perfectly possible project proper properly quality ready required result results
    review right run running runs should sign smoke smoothly solution step still successful successfully
    sure system tba tbd test tested testing that the their there they things this thoroughly to todo up
    validate validation verification verified verify verifying visual visually was we well were when
    will with without work worked working works you your
    """.split()
)
"""Words that say neither what to do nor what must be seen."""

_DOES = (
    r"(?i)\b(?:open|visit|go to|click|browse|navigate|start|launch|log ?in|sign in|upload|press|send|submit"
    r"|type|enter|look at|run|call|restart|reload|refresh|stop|kill|post|push|scan|plug|compare|query|inspect"
    r"|check)\b"
)
_SEES = (
    r"(?i)\b(?:see|sees|seen|shows?|shown|appears?|displays?|displayed|prints?|returns?|responds?|outputs?"
    r"|visible|listed|lists|contains?|expect(?:ed)?|must|green|red|exits?|fails?|passes|renders?|loads|matches"
    r"|equals?|logs?|lights?|receives?|becomes?)\b"
)


def is_vague(text: str) -> bool:
    """Whether a text, its code spans aside, says nothing that one could do and nothing that one could see."""
    spans = code_spans(text)
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    outside = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    plain = re.sub(_PHRASES, " ", _MARKS.sub(" ", outside))
    return all(word.strip("'’./-").casefold() in _VAGUE for word in _WORD.findall(plain))


def is_instruction(text: str) -> bool:
    """Whether a text says what to do and what must be seen then."""
    return "://" in text or bool(re.search(_DOES, text) and re.search(_SEES, text))


def spans_in(lines: Iterable[str]) -> list[str]:
    """What stands in the code spans of some lines of prose."""
    return [line[start:end].strip("` ") for line in lines for start, end in code_spans(line)]
