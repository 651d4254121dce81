"""Documents to findings. Hands rules their data; one rule's crash never stops the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from planls.config import Settings
from planls.config.names import NO_KIND
from planls.config.recognition import kind_of, said_kind
from planls.contract.model import Kind
from planls.contract.part import Part
from planls.contract.reading import Reading, read
from planls.document import Document
from planls.document.lines import Span, body, split_lines
from planls.edits import apply_edits, compatible
from planls.rule import Crash, Finding, Reads, Rule, UnknownKind
from planls.scope.companions import ALONE, Companions
from planls.scope.scoped import Scoped
from planls.suppressions import Suppressions
from planls_rules import RULES, find_rule
from planls_rules.kinds import KINDS
from planls_rules.technologies import lexicon

_WORDS = tuple(word for rule in RULES for word in (rule.name, rule.code.lower()))
"""What a comment may call rules."""

_PASSES = 60
"""Passes of fix-all, one rule each; a bound for texts that no fix settles. Documents need a dozen."""


CompanionsOf = Callable[[Reading], Companions]
"""What tells the documents that one belongs to."""


_Signature = tuple[Finding, Finding]
"""A finding as its rule yields it, and with its rule and final severity."""


def _alone(_: Reading) -> Companions:
    return ALONE


@dataclass(frozen=True, eq=False)
class Group:
    """Findings whose places are relative to ``line``. Untouched parts keep the tuple from run to run."""

    line: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, eq=False)
class Result:
    """What a document is and what is wrong with it; without a kind nothing is."""

    document: Document
    reading: Reading | None
    groups: tuple[Group, ...]
    companions: Companions = ALONE

    @property
    def kind(self) -> str | None:
        """The name of the document's kind; None: planls has nothing to say about it."""
        return self.reading.kind.name if self.reading else None

    @cached_property
    def findings(self) -> list[Finding]:
        """All findings in the document's own places, sorted by place, then by rule."""
        found = [finding.down(group.line) for group in self.groups for finding in group.findings]
        return sorted(found, key=lambda f: (f.span.start, f.rule.code if f.rule else ""))


class Linter:
    """Lints one document again and again; what an edit left alone is not looked at twice."""

    def __init__(
        self,
        settings: Settings,
        path: PurePath | None = None,
        kinds: Mapping[str, Kind] = KINDS,
        companions_of: CompanionsOf = _alone,
    ) -> None:
        """``path`` (absolute, if the document is a file) helps to recognise which of the kinds it is."""
        self._settings = settings
        self._path = path
        self._kinds = kinds
        rules = [rule for rule in RULES if rule.code not in settings.ignored]
        self._rules = {reads: [rule for rule in rules if rule.reads is reads] for reads in Reads}
        self._reading: Reading | None = None
        self._findings: dict[Part, tuple[Finding, ...]] = {}
        self._signatures: dict[int, _Signature] = {}
        self._signatures_before: dict[int, _Signature] = {}
        self._companions_of = companions_of

    def run(self, document: Document) -> Result:
        """The result for the document as it is now."""
        self._signatures_before, self._signatures = self._signatures, {}
        kind = kind_of(document, self._settings, self._path, self._kinds)
        if kind is None:
            return Result(document, None, tuple(self._misnamed(document)))
        self._reading = reading = read(document, kind, self._reading)
        crashes: list[Crash] = []
        found = {part: self._of_part(part, crashes) for _, part in reading.parts}
        groups = [Group(line, found[part]) for line, part in reading.parts if found[part]]
        self._findings = {} if crashes else found
        groups.append(self._whole(Reads.DOCUMENT, reading, crashes))
        scoped = Scoped(reading, self._companions_of(reading), lexicon, self._settings.permissions)
        groups.append(self._whole(Reads.SCOPE, scoped, crashes))
        groups = self._unsilenced(reading.document, groups, crashes)
        once = {crash.rule: crash for crash in reversed(crashes)}
        groups.append(Group(0, tuple(f for c in once.values() for f in self._found(Reads.CRASHES, c, []))))
        return Result(document, reading, tuple(g for g in groups if g.findings), scoped.companions)

    def _whole(self, reads: Reads, data: object, crashes: list[Crash]) -> Group:
        """The group of what the whole document has."""
        return Group(0, tuple(self._found(reads, data, crashes)))

    def _misnamed(self, document: Document) -> Iterator[Group]:
        """What is to be said of front matter that names a kind which does not exist."""
        said = said_kind(document.front_matter)
        known = (*self._kinds, NO_KIND)
        if said and said not in (*known, *self._settings.templates) and not self._is_template:
            unknown = UnknownKind(said, _place(document, said), known)
            yield Group(0, tuple(self._found(Reads.KIND, unknown, [])))

    @property
    def _is_template(self) -> bool:
        """Whether the document is a kind's own template, whose front matter is its documents'."""
        return self._settings.template_of(self._path) is not None

    def _of_part(self, part: Part, crashes: list[Crash]) -> tuple[Finding, ...]:
        """The findings in a part; remembered while the part stays the same and no rule crashes."""
        known = self._findings.get(part)
        if known is not None:
            return known
        return tuple(self._found(Reads.PART, part, crashes))

    def _found(self, reads: Reads, data: object, crashes: list[Crash]) -> Iterator[Finding]:
        """What the rules that read this kind of data find in it."""
        for rule in self._rules[reads]:
            for finding in _run(rule, data, crashes):
                yield self._signed(finding, rule)

    def _signed(self, finding: Finding, rule: Rule) -> Finding:
        """The finding with its rule and final severity: the user's, else its own, else the rule's.

        A finding that its rule has kept since the last run is signed as it was then.
        """
        known = self._signatures_before.get(id(finding))
        if known is None or known[0] is not finding:
            severity = self._settings.severities.get(rule.code) or finding.severity or rule.severity
            known = finding, finding.signed(rule, severity)
        self._signatures[id(finding)] = known
        return known[1]

    def _unsilenced(self, document: Document, groups: list[Group], crashes: list[Crash]) -> list[Group]:
        """The groups without what comments silence, and what is to be said about the comments."""
        suppressions = Suppressions(document, find_rule, _WORDS)
        if not suppressions:
            return groups
        groups = [_silenced(group, suppressions) for group in groups]
        told = suppressions.told(self._settings.ignored)
        return [*groups, Group(0, tuple(self._found(Reads.DIRECTIVES, told, crashes)))]


def fix_text(
    text: str,
    settings: Settings,
    path: PurePath | None = None,
    kinds: Mapping[str, Kind] = KINDS,
    companions_of: CompanionsOf = _alone,
    *,
    unsafe: bool = False,
) -> tuple[str, list[Finding]]:
    """The text with every fix applied that helps, to a fixed point, and the findings that remain.

    One rule after the other: what one of them inserts or moves is settled before the next one looks. A
    fix that leaves its finding standing is taken back, and tried again only when another has helped.
    """
    linter, document = Linter(settings, path, kinds, companions_of), Document.parse(split_lines(text))
    findings, useless = linter.run(document).findings, set[str]()
    said = {f.message for f in findings}  # what is unsafe is done to the author's text, never to an insertion
    for _ in range(_PASSES):
        chosen = _next_fixes(
            f
            for f in findings
            if f.message not in useless and (_is_safe(f) or (unsafe and f.message in said))
        )
        if not chosen:
            break
        edits = (edit for finding in chosen if finding.fix for edit in finding.fix.edits)
        mended = Document.parse(apply_edits(document.lines, edits))
        left = linter.run(mended).findings
        before, after = Counter(f.message for f in findings), Counter(f.message for f in left)
        stuck = {f.message for f in chosen if after[f.message] >= before[f.message]}
        if stuck:
            useless |= stuck
        else:
            document, findings, useless = mended, left, set()
    return document.text(), findings


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def _next_fixes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes come next: all of one rule; those that change what is code come first."""
    fixable = [f for f in findings if f.fix and f.rule]
    first = min((f.rule for f in fixable if f.rule), key=_fix_order, default=None)
    return compatible(f for f in fixable if f.rule is first)


def _fix_order(rule: Rule) -> tuple[bool, str]:
    return (rule.name != "broken-fence", rule.code)


def _run(rule: Rule, data: Any, crashes: list[Crash]) -> Iterable[Finding]:  # noqa: ANN401  # as the rule reads
    try:
        return list(rule.check(data))
    except Exception as error:  # noqa: BLE001  # whatever a rule raises becomes a finding, and the rest goes on
        crashes.append(Crash(rule, f"{type(error).__name__}: {error}"))
        return []


def _place(document: Document, word: str) -> Span:
    """Where a word stands in the front matter; its first line if it cannot be found."""
    for at, line in enumerate(document.sections[0].blocks[0].lines):
        if (column := line.lower().find(word)) >= 0:
            return Span(at, column, at, column + len(word))
    return Span(0, 0, 0, len(body(document.line(0))))


def _silenced(group: Group, suppressions: Suppressions) -> Group:
    kept = tuple(f for f in group.findings if not suppressions.silences(f.down(group.line)))
    return group if len(kept) == len(group.findings) else Group(group.line, kept)
