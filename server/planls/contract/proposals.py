"""What offers a choice between projects where one was asked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from planls.document.inline import code_spans
from planls.document.lines import body
from planls.document.syntax import closes, is_fence
from planls.document.words import normal

_LEAD = r" {0,3}(?P<head>#{1,6}\s++)?(?P<list>(?:[-*+]|\d{1,2}[.)])\s++)?(?P<bold>[*_]{1,3})?"
_WHICH = r"(?P<which>\d{1,2}|one|two|three|four|(?-i:[A-H]|I{1,3}|IV))"
_WORD = r"(?P<word>(?:(?:poc|project)\s)?(?:option|alternative|proposal|variant|idea)|poc|project)"
_OPTION = re.compile(
    rf"{_LEAD}(?P<said>{_WORD}\s?#?\s?{_WHICH})(?P<mark>[*_]{{1,3}}(?=\W|$)|\s*+(?:[:.)(–—-]|$))",
    re.IGNORECASE,
)
_NEEDS_HEADING = ("poc", "project", "variant")
"""``PoC 2`` may be another project of the series, ``Variant B`` an arm of an experiment."""

_WHOLE = (
    r"(?:poc|proof\s+of\s+concept|project|app(?:lication)?|chat\s?bot|dashboard|game|website|prototype)s?"
)
_KIND = (
    rf"(?:{_WHOLE}|(?:(?:micro)?service|tool|cli|api|bot|system|platform|pipeline|library|server|site|portal|agent"
    r"|assistant|gateway|demo|engine|plugin|extension|client|framework|tracker|recommender|scraper|crawler"
    r"|analy[sz]er|generator|simulator|scheduler|notifier|monitor|explorer|planner|manager|editor|viewer|reader"
    r"|summari[sz]er|classifier|translator|shortener|aggregator|optimi[sz]er|checker|linter|compiler|interpreter"
    r"|emulator|marketplace|store|shop|blog|wiki|copilot)s?)"
)
"""What a project may be; a service or a client may also be a part of one, and then nobody *builds* it."""

_BEHIND = (
    r"(?=\s*(?:$|[.,;:!?()—–-])|\s+(?:that|which|who|for|with|to|in|on|using|where|instead|around|of|and|or"
    r"|from|based|over|about|as)\b)"
)
_A = r"(?:an?|another|your\s+own|one)\s+(?:[\w·/+#'-]+\s+){0,5}?"
_PROJECT = (
    rf"(?:(?:build|develop)\s+(?:{_A}{_KIND}{_BEHIND}|[*_]{{0,3}}(?:·+|(?-i:[A-Z])\w+)[*_]{{0,3}}\s*+[,:(—–-]+\s*+an?\s)"
    rf"|(?:build|develop|create|implement|make|write)\s+(?:{_A}{_WHOLE}{_BEHIND}|something\s+else\b))"
)
_WE = r"(?:you|we|one)\s+(?:could|can|may|might)"
_OFFER = re.compile(
    rf"\b(?:(?:alternatively|as\s+an\s+alternative),?(?:\s+{_WE})?(?:\s+also)?|{_WE}\s+instead"
    r"|(?:another|a\s+second)\s+(?:option|alternative|idea)\s+(?:is|would\s+be)\s+to"
    rf"|(?P<open>(?:{_WE}|or)(?:\s+also)?))\s+{_PROJECT}",
    re.IGNORECASE,
)
"""``open``: an offer only where "instead" follows."""
_STRONG = re.compile(
    rf"(?:(?:^|(?<=[.!?]\s))|(?<=\n))(?:{_WE}\s+)?alternatively,?\s+(?:{_WE}\s+)?"
    r"(?:(?:build|develop)\s+(?:an?|another|your\s+own)\s+\w+"
    r"|(?:build|develop|implement|create|make|write)\s[^.!?]{1,80}\sas\s+(?:the|your|a)\s+(?:poc|project)\b)",
    re.IGNORECASE,
)
"""A sentence that begins so offers another thing to build, whatever that is called."""

_INSTEAD = re.compile(r"[^.!?]{0,80}?\binstead\b(?!\s+of\b)", re.IGNORECASE)
_GOODS = r"(?:(?:poc|project)\s+)?(?:pocs|projects|ideas|options|proposals|alternatives|variants)"
_PICK = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)(?<!never\s)\b(?:pick|choose|select)\s+(?:any\s+|just\s+|exactly\s+|only\s+)?"
    r"(?:one\s+(?:of|from|among)\s+(?:the\s+following|these|those|the\s+(?:two|three|four|\d))"
    rf"(?:\s+(?:two|three|four|\d))?(?:\s+{_GOODS})?\s*(?:$|[:.,;!])"
    rf"|between\s+(?:the(?:se)?\s+)?(?:\w+\s+){{0,2}}?{_GOODS}\b)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:decisions?|trade offs?|tradeoffs?|considered|rejected|discarded|questions?|interviews?|talk track"
    r"|extras?|future|next|later|related|roadmap|cli|commands?|flags?|usage|run|running|install\w*|set ?up"
    r"|environment|approach(?:es)?|architecture|design|implementation options)\b"
)
"""Headings and labels below which a choice is another one: of a design, of a way to install."""

_HEADING = re.compile(r" {0,3}(#{1,6})\s++(.*)")
_LABEL = re.compile(r" {0,3}([*_]{2,3})(?P<name>[^*_\n]{1,80})\1\s*+:?\s*+$|(?P<plain>\w[^:|`*]{0,60}):\s*+$")
_ITEM = re.compile(r"\s*+(?:[-*+]|\d{1,9}[.)])\s")


class Alternative(NamedTuple):
    """What offers a choice: its line and columns (from 0, the end exclusive) and its words."""

    line: int
    start: int
    end: int
    text: str


def alternatives(lines: Sequence[str]) -> list[Alternative]:
    """What in lines of Markdown offers several projects to choose from, in order.

    Labels that count options (``Option 1``, ``Proposal B``, ``PoC #2``: each one of them, where there
    are two or more) and prose that offers another project (``alternatively, build a ...``, ``pick one of
    the following``). A choice among decisions, trade-offs, questions, extras or ways to install is none;
    nor is code. What goes on over a line's end is shown up to there.
    """
    open_rows = list(_open_rows([body(line) for line in lines]))
    return sorted([*_options(open_rows), *_offers(open_rows)])


def _open_rows(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines outside of code with their numbers; empty where a choice is not one of projects."""
    fence, titled, label = "", False, False
    headings: list[tuple[int, bool]] = []
    for at, row in enumerate(rows):
        if fence or is_fence(row.lstrip()):
            fence = _fence(fence, row)
            continue
        heading, named, option = _HEADING.match(row), _LABEL.match(row), _OPTION.match(row)
        if heading:
            level, label = len(heading[1]), False
            about = not option and (titled or level > 1) and bool(_ELSEWHERE.search(normal(heading[2])))
            headings = [*(one for one in headings if one[0] < level), (level, about)]
            titled = True
        elif named and not option:
            label = bool(_ELSEWHERE.search(normal(named["name"] or named["plain"])))
        elsewhere = label or any(about for _, about in headings)
        yield at, "" if elsewhere or row.lstrip().startswith("|") else _without_code(row)


def _fence(fence: str, row: str) -> str:
    """The fence that is open behind a line; empty for none."""
    text = row.lstrip()
    if fence:
        return "" if closes(row, fence) else fence
    return text[: len(text) - len(text.lstrip(text[0]))]


def _without_code(row: str) -> str:
    at, found = 0, []
    for start, end in code_spans(row):
        found += [row[at:start], "·" * (end - start)]
        at = end
    return "".join([*found, row[at:]])


def _options(rows: Iterable[tuple[int, str]]) -> Iterator[Alternative]:
    """The labels of options of which there are two or more."""
    found: dict[str, list[tuple[str, Alternative]]] = {}
    for at, row in rows:
        match = _OPTION.match(row)
        if match is None or not _is_label(match):
            continue
        one = Alternative(at, match.start("said"), match.end("said"), match["said"])
        found.setdefault(normal(match["word"]), []).append((match["which"].lower(), one))
    for group in found.values():
        if len({which for which, _ in group}) > 1:
            yield from (one for _, one in group)


def _is_label(match: re.Match[str]) -> bool:
    """Whether it is a heading, or as a label or list item says which option it is."""
    if match["head"]:
        return True
    if match["word"].lower() in _NEEDS_HEADING and "#" not in match["said"]:
        return False
    return bool(match["bold"] or match["list"] or match["mark"].strip() == ":")


def _offers(rows: Iterable[tuple[int, str]]) -> Iterator[Alternative]:
    """The prose that offers another project."""
    for paragraph in _paragraphs(rows):
        rest = [text for _, text in paragraph]
        starts = [0, *accumulate(len(text) + 1 for text in rest)]
        for start, end, words in _said("\n".join(rest)):
            index = bisect_right(starts, start) - 1
            line, row = paragraph[index]
            yield Alternative(line, start - starts[index], min(end - starts[index], len(row.rstrip())), words)


def _said(text: str) -> Iterator[tuple[int, int, str]]:
    found = [*_OFFER.finditer(text), *_PICK.finditer(text)]
    told = [match.span() for match in found]
    found += [
        m
        for m in _STRONG.finditer(text)
        if not any(m.start() < end and start < m.end() for start, end in told)
    ]
    for match in found:
        if "open" not in match.re.groupindex or not match["open"] or _INSTEAD.match(text, match.end()):
            yield match.start(), match.end(), " ".join(match[0].split())


def _paragraphs(rows: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The lines of each paragraph and list item."""
    paragraph: list[tuple[int, str]] = []
    for at, row in rows:
        apart = (
            not row.strip()
            or _ITEM.match(row)
            or _HEADING.match(row)
            or (paragraph and at > paragraph[-1][0] + 1)
        )
        if apart and paragraph:
            yield paragraph
            paragraph = []
        paragraph += [(at, row)] if row.strip() else []
    if paragraph:
        yield paragraph
