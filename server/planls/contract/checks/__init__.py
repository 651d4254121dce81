"""What the check of a step can prove, which nothing does that cannot fail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.checks.prose import is_instruction, is_left_open, is_vague, spans_in
from planls.contract.checks.shell import Command, commands, has_output
from planls.contract.checks.taste import is_to_taste
from planls.contract.codes import Snippet, codes_in
from planls.contract.languages import is_comment, named, said, without_comments
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.document.lines import Span, body

__all__ = ["NoOp", "no_op"]

_AS_SHELL = frozenset({"", "shell", "text"})
_TAIL = re.compile(r"(?<!\s)\s*\|\|\s*(?:(?:/(?:usr/)?bin/)?true|:|exit 0)(?=\s*(?:[;)]|$))")
_LONGEST = 60
"""Characters of a command or a text that are quoted."""


@dataclass(frozen=True, slots=True)
class NoOp:
    """A check that cannot fail: where that shows, what stands there, and why it proves nothing.

    ``why``: ``comments``, ``command``, ``hidden`` (what may fail is made to succeed) or ``words``. ``tails``
    are the places of what hides the failure.
    """

    span: Span
    why: str
    text: str
    tails: tuple[Span, ...] = ()


def no_op(part: Part, spec: FieldSpec, line: int, end: int) -> NoOp | None:
    """What is wrong with a check that stands on these lines of a part; None: it may fail."""
    label = next((found.label for found in part.fields if found.label.span.line == line), None)
    codes = [code for code in codes_in(part) if line <= code.opening < end]
    inside = {n for code in codes for n in range(code.opening, code.line + len(code.lines) + 1)}
    below = [body(part.lines[n]) for n in range(line + bool(label), end) if n not in inside]
    prose = [text for text in (label.value if label else "", *below) if text.strip()]
    if _is_left_out(below) or any(_may_fail([span], "", noted=True) for span in spans_in(prose)):
        return None
    filled = [code for code in codes if any(map(str.strip, code.lines))]
    noted = any(not text.rstrip().endswith(":") and not is_vague(text) for text in prose)
    if not filled:
        return (
            None
            if noted and not is_to_taste(prose)
            else NoOp(part.place(spec), "words", _shortened(" ".join(prose)))
        )
    if is_instruction(" ".join(prose)) or any(_proves(code, noted=noted) for code in filled):
        return None
    return _explained(part, filled)


def _is_left_out(prose: Sequence[str]) -> bool:
    """Whether a paragraph is an ellipsis, which is a placeholder and told as such."""
    return any(text.strip() in ("...", "…") for text in prose)


def _proves(code: Snippet, *, noted: bool) -> bool:
    """Whether a block may fail, or says in its comments what to do and to see."""
    language = named(code.language)
    comments = [said(line) for line in code.lines if is_comment(line, language)]
    noted = noted or any("expect" in text.lower() for text in comments)
    return _may_fail(code.lines, language, noted=noted) or is_instruction(" ".join(comments))


def _may_fail(lines: Sequence[str], language: str, *, noted: bool) -> bool:
    """Whether anything in code may fail; what only shows something will do where one knows what to see."""
    rows = without_comments(lines, language)
    if language not in _AS_SHELL:
        return any(not _is_idle_row(row, language) for _, row in rows)
    noted = noted or has_output(lines)
    typed = _typed(lines, rows)
    hidden = set(_hidden(typed))
    return any(
        (one.fails and at not in hidden) or (one.shows and (noted or one.noted))
        for at, one in enumerate(typed)
        if not is_left_open(one.text)
    )


def _typed(lines: Sequence[str], rows: Sequence[tuple[int, str]]) -> list[Command]:
    kept = dict(rows)
    return commands([kept.get(at, "") for at in range(len(lines))])


def _hidden(typed: Sequence[Command]) -> Iterator[int]:
    """Which commands' failure is hidden by a ``|| true``; a comment behind it says that it is meant."""
    start = 0
    for at, one in enumerate(typed):
        start = start if one.joined else at
        if one.joined == "||" and one.succeeds and not one.noted:
            yield from range(start, at)
            start = at


def _is_idle_row(row: str, language: str) -> bool:
    """Whether a line of code in another language than the shell's does nothing or prints a constant."""
    text = row.strip()
    idle = ("pass", "...", "…", "assert True", "{", "}", "begin;", "commit;", "end")
    return text in idle or (not Command(text, 0, "", noted=False).fails and language != "sql")


def _explained(part: Part, codes: Sequence[Snippet]) -> NoOp:
    """Where and why a check that cannot fail does not."""
    for code in codes:
        rows = without_comments(code.lines, named(code.language))
        if not rows:
            continue
        typed = _typed(code.lines, rows)
        hidden = [typed[at].line for at in _hidden(typed)]
        at = hidden[0] if hidden else rows[-1][0]
        tails = tuple(_tails(part, code)) if hidden else ()
        return NoOp(
            _span(part, code, at), "hidden" if hidden else "command", _shortened(code.lines[at]), tails
        )
    at = next(n for n, line in enumerate(codes[0].lines) if line.strip())
    return NoOp(_span(part, codes[0], at), "comments", "")


def _tails(part: Part, code: Snippet) -> Iterator[Span]:
    """The places of what makes the block's commands succeed in any case."""
    for at in range(code.line, code.line + len(code.lines)):
        for match in _TAIL.finditer(body(part.lines[at])):
            yield Span(at, match.start(), at, match.end())


def _span(part: Part, code: Snippet, at: int) -> Span:
    """A line of code without its indentation."""
    text = body(part.lines[code.line + at]).rstrip()
    column = code.column + len(text[code.column :]) - len(text[code.column :].lstrip())
    return Span(code.line + at, min(column, len(text)), code.line + at, len(text))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
