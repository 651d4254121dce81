"""Answers that a program invents: where something failed, and where its key is a test's."""

import re
from collections.abc import Iterator

from planls.contract.evidence.mocks import is_product
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script

_HANDLED = re.compile(
    r"(?:\bcatch\b[^\n{}]{0,80}\{|^(?P<indent>[ \t]*)(?:except\b[^\n:]{0,80}:|rescue\b[^\n]{0,80}$))"
    r"(?:[^{}\[\]]{0,200}[;)\n])?(?P<inner>[ \t]*)(?:return|[\w.$]{1,60}[ \t]*:?=)[ \t]*(?P<rows>\[)",
    re.MULTILINE,
)
"""A list that stands for what failed."""
_RECORD = re.compile(r"\{(?:[^{}]|\{[^{}]*+\})*+\}")
_FIELD = re.compile(r"['\"]?(?P<name>[A-Za-z_]\w{0,60})['\"]?\s{0,4}(?::|=>)")
_STRING = re.compile(r"(?:'[^'\n]*'|\"[^\"\n]*\")(?P<key>\s{0,4}(?::|=>))?")
_IDENTITY = re.compile(
    r"(?:\b|_|(?<=[a-z])(?=[A-Z]))(?i:id|uuid|sku|number)['\"]?\s{0,4}(?::|=>)\s{0,4}"
    r"(?:[1-9]\d*\b|['\"](?:\d+['\"]|(?i:demo|sample|test|fake|dummy|mock|example)))"
)
"""A number (0 and -1 stand for none), or what calls itself made up.

Words are the keys of a catalogue, which may be a default.
"""
_FEW = 3
"""Fields; with fewer it is a marker, no record."""
_EMPTY = re.compile(
    r"\b(?:error\w*|message|code|detail|reason|label|text|jsonrpc|fallback|default|unknown|none|null"
    r"|undefined|anonymous|guest|failed|offline|unavailable|n/a)\b|''|\"\"",
    re.IGNORECASE,
)
"""Signs of a record that says that there is none, or is shown to people."""
_NEAR = 120
"""Characters before a place in which the name stands that it is about."""
_LONGEST = 1000
"""Characters of such a list that are read."""

_TRIED_OUT = re.compile(
    r"(?:\.starts?_?[wW]ith\??[ (]|,[ ])b?['\"](?:test|fake|dummy|mock)[-_]?['\"][^\n]{0,40}\n?"
    r"[^\n]{0,40}?\b(?:return|yield)\b(?P<answer>[^\n]{1,160})"
)
_KEY = re.compile(
    r"\w{0,60}(?:[a-z_](?:Key|key|token|Token)|[a-z]_(?:KEY|TOKEN)|APIKey|[sS]ecret)(?=(?:\(\))?$)"
)
_MADE_UP = re.compile(
    r"pseudo|rand(?:om|n|int)|fake|mock|dummy|stub|canned|lorem|zeros\(|\[0\.", re.IGNORECASE
)
"""What an answer is called that nobody was asked for."""


def invented(script: Script) -> Iterator[Evidence]:
    """The answers that a piece of code makes up; tests and what sets a stage may do so."""
    if not (script.is_program and is_product(script)):
        return
    for match in _HANDLED.finditer(script.code):
        start = match.start("rows")
        rows = _rows(script, start)
        record = _RECORD.search(rows)
        if record and _is_in_handler(match) and _is_made_up(record[0]):
            place = script.span(start, start + len(rows.partition("\n")[0]))
            yield Evidence("mock", place, "made-up data stands for what failed", rows)
    for match in _TRIED_OUT.finditer(script.said):
        before = script.said[max(match.start() - _NEAR, 0) : match.start()].rpartition("\n")[2]
        name = _KEY.search(before)
        if name and "if" in before.split() and _MADE_UP.search(match["answer"]):
            end = match.start() - len(before) + name.end()
            said = f"answers are made up where `{name[0]}` is a test's"
            yield Evidence("mock", script.span(end - len(name[0]), end), said, name[0])


def _is_in_handler(match: re.Match[str]) -> bool:
    """Whether a statement belongs to the handler that stands before it: it is further in, or beside."""
    below = "\n" in match[0]
    return match["indent"] is None or not below or len(match["inner"]) > len(match["indent"])


def _rows(script: Script, start: int) -> str:
    """The list that begins there, as far as it is read."""
    depth = 0
    for at, sign in enumerate(script.code[start : start + _LONGEST]):
        depth += (sign == "[") - (sign == "]")
        if not depth:
            return script.said[start : start + at + 1]
    return ""


def _is_made_up(record: str) -> bool:
    """Whether a record has an identity and more, and all of it is written there."""
    if not _IDENTITY.search(record) or _EMPTY.search(record):
        return False
    fields = _STRING.sub(lambda match: match[0] if match["key"] else "", record)
    values = _FIELD.sub("", fields)
    written = not re.search(r"[A-Za-z]", re.sub(r"\b(?:[Tt]rue|[Ff]alse)\b", "", values))
    return written and len(_FIELD.findall(fields)) >= _FEW
