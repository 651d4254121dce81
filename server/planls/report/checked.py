"""What a format is handed, and the words for a finding that formats share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planls.document.lines import Span, body
from planls.report.terminal import Paint, visible
from planls.rule import Finding, Fix, Related, Rule, Severity
from planls.workspace import shown


@dataclass(frozen=True, slots=True)
class Checked:
    """A document's name as the user knows it, its lines with terminators, and its findings in order."""

    name: str
    lines: Sequence[str]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Problem:
    """What kept a run from its work: the file and the 1-based line that it is about, if there are such."""

    message: str
    name: str = ""
    line: int = 0
    configuration: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its documents as they are checked; what went wrong, and the exit code, once they all were."""

    documents: Iterable[Checked]
    problems: Iterable[Problem] = ()
    exit_code: Callable[[], int] = lambda: 0


def place(name: str, span: Span) -> str:
    """``plan.md:3:7``, 1-based, the column in code points."""
    return f"{visible(name)}:{span.line + 1}:{span.column + 1}"


def identity(finding: Finding) -> tuple[Rule, Severity]:
    """The rule and the final severity, which the linter gave the finding."""
    if finding.rule is None or finding.severity is None:
        raise ValueError("a finding without its rule never went through the linter")
    return finding.rule, finding.severity


def headline(document: Checked, finding: Finding, paint: Paint) -> str:
    """``plan.md:3:7: warning STR001 missing-section``."""
    rule, severity = identity(finding)
    where = paint("place", place(document.name, finding.span) + ":")
    return f"{where} {paint(severity.label, severity.label)} {paint('rule', rule.code)} {rule.name}"


def further(document: Checked, finding: Finding, paint: Paint) -> Iterator[str]:
    """``fix: Insert Goal`` and ``see plan.md:3:1: here, too``, as lines."""
    if finding.fix:
        yield paint("fix", f"fix{'' if finding.fix.safe else ' (unsafe)'}: {visible(finding.fix.title)}")
    for related in finding.related:
        yield f"see {place(name_of(related, document), related.span)}: {visible(related.message)}"


def name_of(related: Related, document: Checked) -> str:
    """The document that a place is in, as the user knows it."""
    if related.path is None:
        return document.name
    here = Path.cwd()
    return shown(related.path.relative_to(here) if related.path.is_relative_to(here) else related.path)


def veiled(document: Checked, at: int) -> str:
    """A line of the document without its terminator, what must not be printed made unreadable."""
    line = body(document.lines[at]) if at < len(document.lines) else ""
    for span in (span for finding in document.findings for span in finding.hidden if span.line == at):
        line = line[: span.column] + "•" * (span.end_column - span.column) + line[span.end_column :]
    return line


def tellable(document: Checked, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """The fixes whose edits can be printed: a text that is moved may hold what must not be."""
    hidden = {
        text for finding in document.findings for span in finding.hidden if (text := _at(document, span))
    }
    for fix in fixes:
        if not any(text in edit.text for edit in (fix.edits if hidden else ()) for text in hidden):
            yield fix


def _at(document: Checked, span: Span) -> str:
    """The text at a place within one line."""
    return body(document.lines[span.line])[span.column : span.end_column]
