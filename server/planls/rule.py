"""What a rule is and what it yields. A rule is a pair of files: NAME.py and NAME.md."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from planls.document.lines import Span


class Severity(IntEnum):
    """How bad a finding is; a greater value is worse."""

    HINT = 1
    INFORMATION = 2
    WARNING = 3
    ERROR = 4

    @property
    def label(self) -> str:
        """The word that users write and read: hint, information, warning, error."""
        return self.name.lower()


SEVERITIES = {severity.label: severity for severity in Severity}


class Reads(StrEnum):
    """What a rule is handed: the linter calls ``check`` once for each of these."""

    PART = "part"
    """One section or item of the contract (`contract.reading.Part`); spans are relative to its first line."""
    DOCUMENT = "document"
    """The whole `contract.reading.Reading`; spans are the document's."""
    SCOPE = "scope"
    """The document among those that it belongs to (`scope.scoped.Scoped`); spans are the document's."""
    DIRECTIVES = "directives"
    """The document's suppression comments, after all other rules ran."""
    KIND = "kind"
    """The front matter's word for a kind that planls does not know, instead of all other data."""
    CRASHES = "crashes"
    """The rules that raised, after all other rules ran."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` where ``span`` is; an empty span inserts."""

    span: Span
    text: str

    def down(self, lines: int) -> "Edit":
        """The same edit, that many lines further down."""
        return Edit(self.span.down(lines), self.text)


Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding. Safe: inserts, renames, reorders. Unsafe: asserts, decides, deletes.

    ``source`` gives the edits, or works them out when somebody asks: a finding is told at every keystroke.
    """

    title: str
    source: Edits | Callable[[], Edits]
    safe: bool = True

    @property
    def edits(self) -> Edits:
        """The edits, as the finding's places count lines."""
        return self.source() if callable(self.source) else self.source

    def down(self, lines: int) -> "Fix":
        """The same fix, that many lines further down."""
        if callable(self.source):
            return Fix(self.title, lambda: tuple(edit.down(lines) for edit in self.edits), self.safe)
        return Fix(self.title, tuple(edit.down(lines) for edit in self.source), self.safe)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the finding speaks of: in the document, or in the one at ``path`` (absolute)."""

    span: Span
    message: str
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where, what it is and the way out, and, where one is possible, the fix.

    ``others`` are further ways out, offered one by one and never part of fix-all.
    ``severity`` is what the rule wants for this finding; without it the rule's own counts.
    ``subject`` is what the finding is about, where a setting can allow it: a technology's name.
    ``hidden`` is what must not be printed wherever the document is shown: secrets.
    ``rule`` is filled in by the linter.
    """

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    others: tuple[Fix, ...] = ()
    subject: str = ""
    hidden: tuple[Span, ...] = ()
    rule: "Rule | None" = None

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Every way out, the best first."""
        return (self.fix, *self.others) if self.fix else self.others

    def is_told_like(self, other: "Finding") -> bool:
        """Whether another finding says the same of the same places, whatever their fixes are."""
        mine, its = ((one.span, one.message, one.severity, one.rule, one.related) for one in (self, other))
        return mine == its

    def signed(self, rule: "Rule", severity: Severity) -> "Finding":
        """The same finding, as one of a rule and of a final severity."""
        return Finding(
            self.span,
            self.message,
            self.fix,
            self.related,
            severity,
            self.others,
            self.subject,
            self.hidden,
            rule,
        )

    def down(self, lines: int) -> "Finding":
        """The same finding, that many lines further down."""
        if not lines:
            return self
        return replace(
            self,
            span=self.span.down(lines),
            fix=self.fix and self.fix.down(lines),
            related=tuple(replace(r, span=r.span if r.path else r.span.down(lines)) for r in self.related),
            others=tuple(fix.down(lines) for fix in self.others),
            hidden=tuple(span.down(lines) for span in self.hidden),
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a suppression comment asks for.

    ``word`` is the rule as written (empty: all rules), ``span`` where that stands, ``unknown`` what of it
    is unknown (``verb``, ``rule`` or nothing), ``near`` the nearest known word, ``used`` whether it
    silenced anything.
    """

    word: str
    span: Span
    unknown: str
    used: bool
    near: str = ""


@dataclass(frozen=True, slots=True)
class UnknownKind:
    """What the front matter calls the document, where that stands, and the kinds that there are."""

    word: str
    span: Span
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised, and what it raised."""

    rule: "Rule"
    error: str


Check = Callable[[Any], Iterable[Finding]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule: permanent code, name, default severity, what it reads and the check itself."""

    code: str
    name: str
    severity: Severity
    reads: Reads
    check: Check

    @cached_property
    def page(self) -> Path:
        """The rule's page, beside its module."""
        return Path(str(sys.modules[self.check.__module__].__file__)).with_suffix(".md")

    @cached_property
    def summary(self) -> str:
        """The page's first sentence: what the rule finds."""
        lines = self.page.read_text(encoding="utf-8").splitlines()
        return next(line for line in lines if line and not line.startswith("#"))


def rule(
    code: str, severity: Severity = Severity.WARNING, reads: Reads = Reads.PART
) -> Callable[[Check], Rule]:
    """Make a check a rule; the name is the module's (`missing_section.py`: missing-section)."""

    def make(check: Check) -> Rule:
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        return Rule(code, name, severity, reads, check)

    return make
