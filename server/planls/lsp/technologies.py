"""A technology in the text: is it in scope and why, where do the notes name it, what have they instead."""

import re
from dataclasses import dataclass

from planls.document.lines import Position, Span, body
from planls.lsp.documents import OpenDocument
from planls.report.technologies import Standing, reason, standing
from planls.scope.companions import Companion
from planls.scope.mentions import Mention, mentions_in
from planls.scope.scoped import Scoped
from planls.scope.usage import Used
from planls_rules.technologies import lexicon

_FACTS = {
    Standing.YES: "in scope",
    Standing.NEAR: "close to the scope",
    Standing.NO: "not in scope",
    Standing.EXTRA: "not in scope, an optional extra only",
    Standing.ASIDE: "not in scope, but not used either",
}
_MARKER = re.compile(r"\s*(?:(?:[-*+>|]|#{1,6}|\d{1,3}[.)]|\[[ xX]\])\s+)*")
_GAP = re.compile(r"(?<=[.!?])\s+(?=\S)")
_LONG = 200
"""Code points; a longer sentence is shortened around its technology."""


@dataclass(frozen=True, slots=True)
class Named:
    """A technology in the text: where it stands, and the document that it is judged in."""

    scoped: Scoped
    used: Used
    span: Span


def technology_at(document: OpenDocument, place: Position) -> Named | None:
    """The technology at a place; None where no notes say what is in scope."""
    result = document.analysed()
    if result.reading is None or not result.companions.sources:
        return None
    scoped = Scoped(result.reading, result.companions, lexicon, document.settings.permissions)
    if not (scoped.reading.document.sections and _may_be(scoped, place)):
        return None
    near = [(m, used) for used in scoped.technologies.all() for m in used.mentions if _touches(m, place)]
    if not near:
        return None
    inside = [(m, used) for m, used in near if place.column < m.column + len(m.text)]
    mention, used = (inside or near)[0]
    end = mention.column + len(mention.text)
    return Named(scoped, used, Span(mention.line, mention.column, mention.line, end))


def told(named: Named, *, markdown: bool) -> str:
    """What is to be said of a technology, as Markdown or as plain text."""
    used, verdict = named.used, named.used.verdict
    name = f"**{used.name}**" if markdown else used.name
    said = f"{name} — {_FACTS[standing(used)]}: {reason(verdict)}"
    if verdict.source and verdict.mention:
        place = _place(verdict.source, verdict.mention, markdown=markdown)
        quote = sentence(body(verdict.source.document.line(verdict.mention.line)), verdict.mention.column)
        return f"{said} ({place}).\n\n{f'> {quote}' if markdown else f'“{quote}”'}"
    return f"{said}.{_instead(named, markdown=markdown)}"


def sentence(line: str, column: int) -> str:
    """The sentence of a line that a column is in, without markers, shortened around it where it is long."""
    start = match.end() if (match := _MARKER.match(line)) and match.end() <= column else 0
    stop = len(line)
    for gap in _GAP.finditer(line, start):
        start, stop = (gap.end(), stop) if gap.end() <= column else (start, min(stop, gap.start()))
    first = max(start, min(column - _LONG // 2, stop - _LONG))
    last = min(stop, first + _LONG)
    return f"{'… ' * (first > start)}{line[first:last].strip()}{' …' * (last < stop)}"


def _may_be(scoped: Scoped, place: Position) -> bool:
    """Whether anything at the place could be a technology; the whole document tells which of it is."""
    document = scoped.reading.document
    index = document.section_at(place.line)
    here = Position(place.line - document.starts[index], place.column)
    return any(
        _touches(mention, here)
        for mention in mentions_in(document.sections[index], scoped.technologies.lexicon)
    )


def _touches(mention: Mention, place: Position) -> bool:
    return mention.line == place.line and 0 <= place.column - mention.column <= len(mention.text)


def _instead(named: Named, *, markdown: bool) -> str:
    """What the notes have for the same purpose, for what they do not name."""
    other = (
        None
        if named.used.verdict.in_scope
        else named.scoped.technologies.licences.alternative(named.used.name)
    )
    if other is None:
        return ""
    place = _place(*named.scoped.technologies.licences.named[other], markdown=markdown)
    return f" For this there is {other} in the {named.scoped.source_name} ({place})."


def _place(source: Companion, mention: Mention, *, markdown: bool) -> str:
    """A line of the notes, in Markdown as a link."""
    name = f"{source.path.name} line {mention.line + 1}"
    return f"[{name}]({source.path.as_uri()}#L{mention.line + 1})" if markdown else name
