"""Cases as data: a file of documents and what is found in them.

A case is a title, option lines, and blocks between lines that hold nothing but a dot::

    A step without a goal
    rules: missing-field
    .
    # PoC 3 Implementation Plan: Search
    ...
    .
    5:5 warning missing-field: “Step 1: Build the index” has no Goal
    .

Each finding is ``line:column severity rule: fault``, 1-based; the way out, behind the semicolon of a
message, is left to the rules' pages. A last line ``. fixed`` begins the text that fix-all makes, unsafe
fixes included, up to one more dot. Options: ``rules`` (names; else all), ``kind`` (else plan), ``path``
(of the document, else plan.md), ``plans`` (globs that say so), ``endings`` (crlf; else lf). Option lines
that open a file hold for all of its cases.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from planls.config import Settings
from planls.rule import Finding
from planls_rules import RULES, find_rule

ROOT = Path("/project")
"""Where documents stand; nothing is read or written there."""

_OPTION = re.compile(r"^(\w+): (.*)\n", re.MULTILINE)
_CASE = re.compile(
    r"^(?P<title>(?!\.$).+)\n(?P<options>(?:(?!\.$).+\n)*)\.\n"
    r"(?P<given>(?:(?!\.$).*\n)*?)\.\n"
    r"(?P<found>(?:(?!\.).+\n)*)\.(?: fixed\n(?P<fixed>(?:(?!\.$).*\n)*?)\.)?$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Case:
    """One case; ``place`` is ``file.md:line`` of its title."""

    place: str
    title: str
    options: Mapping[str, str]
    given: str
    found: str
    fixed: str | None

    @property
    def path(self) -> Path:
        """Where the document stands."""
        return ROOT / self.options.get("path", "plan.md")

    @property
    def settings(self) -> Settings:
        """The settings with the case's rules and globs."""
        names = self.options.get("rules", " ".join(rule.name for rule in RULES)).split()
        off = frozenset({rule.code for rule in RULES} - {rule.code for rule in map(find_rule, names) if rule})
        globs = tuple(self.options.get("plans", "").split())
        return Settings(ignored=off, kinds={"plan": globs} if globs else {}, root=ROOT)


def cases(file: Path) -> Iterator[Case]:
    """Yield the cases of a file; raises ValueError for text that belongs to none."""
    text = file.read_text(encoding="utf-8")
    head, _, _ = text.partition("\n\n")
    common = dict(_OPTION.findall(f"{head}\n"))
    if rest := _OPTION.sub("", _CASE.sub("", text)).strip():
        raise ValueError(f"{file.name}: no case: {rest[:80]!r}")
    for match in _CASE.finditer(text):
        place = f"{file.name}:{text.count(chr(10), 0, match.start()) + 1}"
        options = {**common, **dict(_OPTION.findall(match["options"]))}
        given, fixed = (_ended(text, options.get("endings")) for text in match.group("given", "fixed"))
        yield Case(place, match["title"], options, given or "", match["found"], fixed)


def _ended(text: str | None, endings: str | None) -> str | None:
    return text.replace("\n", "\r\n") if text and endings == "crlf" else text


def told(finding: Finding) -> str:
    """A finding as the cases have it."""
    assert finding.rule
    assert finding.severity
    place = f"{finding.span.line + 1}:{finding.span.column + 1}"
    return f"{place} {finding.severity.label} {finding.rule.name}: {finding.message.partition('; ')[0]}\n"
