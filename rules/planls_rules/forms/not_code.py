"""FRM006 not-code: where actual code belongs, there is none."""

import re
from collections.abc import Iterable, Iterator, Sequence

from planls.contract.codes import Snippet, codes_in
from planls.contract.forms import codes_of
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.lines import Span, body
from planls.rule import Finding, rule

_SAID = {
    "todo": "“{name}” only promises code; write it",
    "comments": "“{name}” has only comments in its code; write the code that they speak of",
    "stub": "“{name}” has only functions that do nothing; write what they do",
    "elided": "“{name}” has `...` in place of all its code; write the code",
    "prose": "“{name}” says in words what its code should be; write the code",
}
_ENOUGH = 8
"""Words that say what to build, so that a signature or a comment may do as code."""

_FRAME = re.compile(
    r"\b(?:stub|skeleton|scaffold|placeholder|interface|signature|failing|red\b)", re.IGNORECASE
)
"""What a step is about whose code is right without bodies."""

_SKETCH = re.compile(r"\b(?:stub|skeleton|scaffold|placeholder|failing tests?\b|red\b)", re.IGNORECASE)
"""What a step is about whose code may say that it is not done yet."""

_PROMPT = re.compile(r"\bprompts?\b", re.IGNORECASE)
"""What is written in prose."""


@rule("FRM006")
def check(part: Part) -> Iterator[Finding]:
    """Fields for code and sections for tests, each as a whole: one block of actual code is enough."""
    if part.struck or part.elided:
        return
    for spec, codes in codes_of(part, "code"):
        yield from _judged(part, spec.name, part.place(spec), part.text_of(spec), codes)
    if isinstance(part.spec, SectionSpec) and part.spec.form == "tests":
        text = [body(line) for line in part.lines[part.first_body_line : part.end]]
        yield from _judged(part, part.spec.name, part.heading, text, codes_in(part))


def _judged(
    part: Part, name: str, place: Span, text: Sequence[str], codes: Sequence[Snippet]
) -> Iterator[Finding]:
    from planls.contract.languages import named
    from planls.contract.stubs import lack

    filled = [code for code in codes if any(map(str.strip, code.lines))]
    if any(map(part.contract.unfilled, text)):
        return
    if not filled:
        yield from (Finding(place, _SAID["todo"].format(name=name)),) if _is_promised(text) else ()
        return
    lacks = [lack(code.lines, named(code.language)) for code in filled]
    found = zip(filled, lacks, strict=True)
    if not all(lacks):
        yield from _beside_code(part, name, found)
    elif not _is_excused(part, text, filled, lacks[0]):
        yield Finding(part.block_span(filled[0].opening), _SAID[lacks[0]].format(name=name))


def _is_promised(text: Sequence[str]) -> bool:
    """Whether a text without code says that it will follow; an ellipsis is a placeholder, told as such."""
    from planls.contract.stubs import is_promise

    return is_promise(" ".join(text)) and not any(line.strip() in ("...", "…") for line in text[1:])


def _beside_code(part: Part, name: str, judged: Iterable[tuple[Snippet, str]]) -> Iterator[Finding]:
    """The blocks among actual code that are left for later, and the functions in it that are."""
    from planls.contract.languages import CODE, named

    for code, lacking in judged:
        if lacking in ("todo", "stub") and named(code.language) in CODE:
            yield Finding(part.block_span(code.opening), _SAID[lacking].format(name=name))
        elif not lacking:
            yield from _in_code(part, name, code)


def _in_code(part: Part, name: str, code: Snippet) -> Iterator[Finding]:
    """The functions of a block that do nothing, whatever else it does."""
    from planls.contract.hollow import left_open
    from planls.contract.stubs import hollow

    passing = hollow(code.lines) if code.language.startswith("py") else ()
    for line, function in () if passing and _speaks_of(part, _FRAME) else passing:
        place = part.block_span(code.line + line)
        yield Finding(place, f"“{function}” does nothing and promises a value; write what it does")
    promised, unwritten = left_open(code.lines, code.language)
    if (promised or unwritten) and _speaks_of(part, _SKETCH):
        return
    for line, function in (one for one in promised if one not in passing):
        what = f"“{function}” only promises" if function else f"A function in “{name}” only promises"
        yield Finding(part.block_span(code.line + line), f"{what} what it should do; write it")
    for line, statement in unwritten:
        place = part.block_span(code.line + line)
        yield Finding(place, f"“{statement}” stands in place of code; write the code")


def _is_excused(part: Part, text: Sequence[str], codes: Sequence[Snippet], lacking: str) -> bool:
    """Whether a block may lack what it does: the step is about that, or says in words what to build."""
    if lacking in ("stub", "prose"):
        return _speaks_of(part, _FRAME if lacking == "stub" else _PROMPT)
    inside = sum(len(line.split()) for code in codes for line in code.lines)
    words = len(" ".join(text).split()) - inside - 2 * len(codes)
    return lacking in ("comments", "elided") and words >= _ENOUGH


def _speaks_of(part: Part, pattern: re.Pattern[str]) -> bool:
    """Whether a part's text, its code aside, has a word."""
    inside = {line for code in codes_in(part) for line in range(code.line, code.line + len(code.lines))}
    return any(pattern.search(line) for at, line in enumerate(part.lines) if at not in inside)
