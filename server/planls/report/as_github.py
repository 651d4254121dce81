"""The format for GitHub Actions: a workflow command for each finding, which becomes an annotation.

A runner knows paths from the top of the repository. It shows annotations at lines and does not say what
it counts as a column: they are code points here, as in every format, from 1, and the end is exclusive.
The log shows messages alone, so they begin with their place.
"""

from collections.abc import Iterator, Mapping

from planls.document.lines import Span
from planls.report.checked import Checked, Problem, Run, further, identity, place
from planls.report.repository import STANDARD_INPUT, in_repository
from planls.report.terminal import Paint, painter, visible
from planls.rule import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_PLAIN = painter(colour=False)  # an escape sequence would show in the annotation


def lines(run: Run, _: Paint) -> Iterator[str]:
    """The commands, findings before problems."""
    for document in run.documents:
        for finding in document.findings:
            yield _annotation(document, finding)
    yield from map(_of_problem, run.problems)


def _annotation(document: Checked, finding: Finding) -> str:
    """The command for a finding."""
    rule, severity = identity(finding)
    name = f"{rule.code} {rule.name}"
    message = f"{place(document.name, finding.span)}: {name}: {visible(finding.message)}"
    properties = {**_file(document.name), **_region(document, finding.span), "title": name}
    text = "\n".join([message, *further(document, finding, _PLAIN)])
    return _command(_COMMANDS.get(severity, "notice"), properties, text)


def _of_problem(problem: Problem) -> str:
    """The command for what could not be checked."""
    line = {"line": str(problem.line)} if problem.line else {}
    properties = {**_file(problem.name), **line, "title": "planls"}
    return _command("error", properties, visible(problem.message))


def _file(name: str) -> dict[str, str]:
    """The property that names a file, if there is one."""
    if name in ("", STANDARD_INPUT):
        return {}
    path = in_repository(name)
    return {"file": visible(path.as_posix() if path else name)}


def _region(document: Checked, span: Span) -> dict[str, str]:
    """The properties for a place; a runner refuses lines beyond the file's, and columns of two lines."""
    last = max(0, len(document.lines) - 1)
    whole = span.end_line > span.line and span.end_column == 0
    line, end_line = min(span.line, last), min(span.end_line - whole, last)
    lines = {"line": str(line + 1), "endLine": str(end_line + 1)}
    if whole or span.line != span.end_line:
        return lines
    return {**lines, "col": str(span.column + 1), "endColumn": str(span.end_column + 1)}


def _command(command: str, properties: Mapping[str, str], message: str) -> str:
    """``::warning file=plan.md,line=3,title=...::message``, escaped as the runner unescapes it."""
    words = ",".join(
        f"{key}={_data(v).replace(':', '%3A').replace(',', '%2C')}" for key, v in properties.items()
    )
    return f"::{command} {words}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
