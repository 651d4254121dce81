"""The author's own estimate of how long an item takes."""

import re
from collections.abc import Iterator

from planls.contract.durations import is_duration, minutes, minutes_range
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.document.blocks import Container, Paragraph
from planls.document.labels import Label
from planls.document.lines import Span, body
from planls.document.memory import remembered

_IN_HEADING = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]|\s[-–—|]\s*(?P<behind>[^-–—|()\[\]]*)$")
_AROUND = re.compile(
    r"\b(?:about|approx(?:imately)?|around|ca|circa|est(?:imate[ds]?)?|max(?:imum)?|minimum|total|each"
    r"|time|effort|duration|up to|less than|at most|or less|or so)\b|[~≈<≤:⏱⏳🕐🕒\ufe0f]|(?<!\d)\.|\.(?!\d)",
    re.IGNORECASE,
)
WHEN = r"(?:days?|weeks?|sprint) \d+(?: ?[-–] ?\d+)? ?[-–—:|] "
"""When it is done, in front of how long that takes: ``(Day 1 - 2 hours)``."""
_WHEN = re.compile(rf"\s*{WHEN}", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:time-?outs?|expir\w+|ttl|retention|intervals?|windows?|lifetimes?|delays?|periods?"
    r"|trials?|horizon|length|lock-?outs?|soak(?: test)?)"
    r"\W*$",
    re.IGNORECASE,
)
"""What lasts so long itself, in front of a duration: ``Session timeout (45 min)``."""
_CALENDAR = re.compile(r"\b(?:(?:12|24|36|48|72)[ -]?h|(?:7|14|28|30|60|90|180|365)[ -]?d)", re.IGNORECASE)
"""Durations of the clock and the calendar: ``Keep the logs (30 days)``, ``Rotate the keys (24 h)``."""
_KEPT = re.compile(
    r"\b(?:keep|retain|retention|history|archive|expire|rotate|purge|observe|monitor|soak|shadow|burn|backfill|digest|forecast)",
    re.IGNORECASE,
)
_WEEKS = re.compile(r"\bw(?:ee)?ks?\b", re.IGNORECASE)
"""Weeks are an effort only where nothing is kept or watched for so long."""
_IDLE = re.compile(
    r"\b(?:wait\w*|unattended|background|overnight|idle|sav(?:es?|ed|ing)|soak\w*|downloads?|left)\b",
    re.IGNORECASE,
)
"""Words of time that nobody works: ``2 h (mostly waiting)``."""
_CLAUSE = re.compile(r"[,;+]|\bplus\b")
_FORMER = re.compile(r"~~[^~]*~~|^.*(?:→|[-=]>)")
"""What an estimate was before: ``~~60 min~~ 30 min``, ``60 min → 30 min``."""
_SPOKEN = (
    r"reckon|budget|set aside"
    r"|(?:realistically|honestly),? this (?:is|will be)|this is (?:more like|realistically|really|rather)"
    r"|(?:this|the|whole) step (?:(?:will|should|may|might|can) )?(?:takes?|needs?)"
    r"|(?:will|should|may|might) (?:take|cost) (?:me|us|you)"
)
_ROUGHLY = r"(?:(?:on|with|for|about|around|roughly|some|at least|at most|up to) |~ ?)*"
_FOR_IT = r"(?: (?:for (?:this|it|that)(?: one| step)?|of work|or so|altogether|in all))?"
_SAID = re.compile(
    rf"\b(?:{_SPOKEN})\b {_ROUGHLY}(?P<said>(?:[^.,;:()]|[.,](?=\d)){{1,40}}?){_FOR_IT}(?=[.,;:()](?!\d)|$)",
    re.IGNORECASE,
)
"""An author's own words about a step: ``reckon two to three hours``, ``this step takes about 2 h``."""
_CONTENT = ("code", "check", "artefact")


def duration_in(heading: str) -> tuple[float, float] | None:
    """The least and the most minutes of the duration in parentheses, or behind a dash, in a heading."""
    found = next(_in_heading(heading), None)
    return minutes_range(found[1]) if found else None


def estimates(part: Part, spec: ItemSpec) -> Iterator[tuple[Span, str]]:
    """Estimates and where they stand: in the heading, then under labels for them, then in a sentence."""
    heading = part.heading
    for start, text in _in_heading(part.title):
        kept = _WEEKS.search(text) and _KEPT.search(part.title)
        if not (kept or _PERIOD.search(part.title, 0, start) or _CALENDAR.search(text)):
            column = heading.column + start
            yield Span(heading.line, column, heading.line, column + len(text)), text
    for line, label in _labelled(part, spec):
        yield from _under(label, line)
    yield from _in_sentences(part)


def estimate_lines(part: Part, spec: ItemSpec) -> frozenset[int]:
    """The lines that are there for an estimate and nothing else."""
    return frozenset(span.line for line, label in _labelled(part, spec) for span, _ in _under(label, line))


def _labelled(part: Part, spec: ItemSpec) -> Iterator[tuple[int, Label]]:
    """The labels for estimates, with the part's lines that they stand on."""
    line = 0
    for section in part.sections:
        for label in section.labels:
            if label.key in spec.estimates and line + label.span.line not in _content(part):
                yield line + label.span.line, label
        line += section.height


def _in_sentences(part: Part) -> Iterator[tuple[Span, str]]:
    """The durations that a paragraph gives the step, in their author's own words."""
    paragraphs = ((at, block) for at, block in part.placed if isinstance(block, Paragraph))
    for at, line in ((at + n, body(line)) for at, block in paragraphs for n, line in enumerate(block.lines)):
        for match in _SAID.finditer(line):
            text = match["said"].rstrip()
            if is_duration(text):
                yield Span(at, match.start("said"), at, match.start("said") + len(text)), text


def _in_heading(heading: str) -> Iterator[tuple[int, str]]:
    """The durations in parentheses and behind a dash, with who works them or so, and where they begin."""
    for match in _IN_HEADING.finditer(heading):
        said = match["inside"] or match["behind"] or ""
        when = _WHEN.match(said)
        text = said[when.end() :] if when else said
        if sum(is_duration(_AROUND.sub(" ", clause)) for clause in re.split(r"[,;·]", text)) == 1:
            yield match.end("inside" if match["inside"] else "behind") - len(text), text


def _under(label: Label, line: int) -> Iterator[tuple[Span, str]]:
    """The estimate that a label has; of one that was changed, what it is now."""
    former = max((match.end() for match in _FORMER.finditer(label.value)), default=0)
    text = label.value[former:].lstrip()
    stated = next((clause for clause in _CLAUSE.split(text) if minutes(clause) is not None), "")
    if stated and not _IDLE.search(stated):
        column = label.value_column + len(label.value) - len(text)
        yield Span(line, column, line, column + len(text)), text


@remembered
def _content(part: Part) -> frozenset[int]:
    """The lines of lists that say what to build or to run: ``- Users: 200``, ``- Duration: 2 h``."""
    inside = {n for spec, line, end in part.anchors if spec.form in _CONTENT for n in range(line + 1, end)}
    fields = {found.label.span.line for found in part.fields}
    lists = (range(at, at + block.height) for at, block in part.placed if isinstance(block, Container))
    return frozenset(n for lines in lists if fields.isdisjoint(lines) for n in lines if n in inside)
