"""FRM006 not-code: where actual code belongs, there is none."""

from collections.abc import Iterator, Sequence

from planls.contract.codes import Snippet, codes_in
from planls.contract.forms import codes_of
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.lines import Span, body
from planls.rule import Finding, rule

_SAID = {
    "todo": "“{name}” leaves the code for later; write it",
    "comments": "“{name}” has only comments in its code; write the code that they speak of",
    "stub": "“{name}” has only stubs; write what they do",
    "elided": "“{name}” leaves out all that its code does; write it",
    "prose": "“{name}” says in words what its code should be; write the code",
}
_ENOUGH = 8
"""Words that say what to build, so that a signature or a comment may do as code."""


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
    from planls.contract.languages import CODE, named
    from planls.contract.stubs import is_promise, lack

    filled = [code for code in codes if any(map(str.strip, code.lines))]
    if any(map(part.contract.unfilled, text)):
        return
    if not filled:
        ellipsis = any(line.strip() in ("...", "…") for line in text[1:])  # a placeholder, told as such
        if is_promise(" ".join(text)) and not ellipsis:
            yield Finding(place, _SAID["todo"].format(name=name))
        return
    lacks = [lack(code.lines, named(code.language)) for code in filled]
    if all(lacks) and (lacks[0] not in ("comments", "elided") or not _is_told(text, filled)):
        yield Finding(part.block_span(filled[0].opening), _SAID[lacks[0]].format(name=name))
    elif not all(lacks):
        for code, lacking in zip(filled, lacks, strict=True):
            if lacking in ("todo", "stub") and named(code.language) in CODE:
                yield Finding(part.block_span(code.opening), _SAID[lacking].format(name=name))


def _is_told(text: Sequence[str], codes: Sequence[Snippet]) -> bool:
    """Whether words around the code say what to build."""
    inside = sum(len(line.split()) for code in codes for line in code.lines)
    return len(" ".join(text).split()) - inside - 2 * len(codes) >= _ENOUGH
