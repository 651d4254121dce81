"""The format for services that collect findings: SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0).

Lines and columns are 1-based, columns count code points, ends are exclusive. Paths are relative to the
top of the repository. A fix that would show a secret is left out.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from planls import __version__
from planls.document.lines import Span
from planls.report.checked import Checked, Problem, Run, identity, name_of, tellable
from planls.report.fingerprints import fingerprints
from planls.report.repository import STANDARD_INPUT, in_repository
from planls.report.terminal import Paint
from planls.rule import Edit, Finding, Fix, Rule, Severity
from planls.workspace import absolute

Object = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
"""SARIF has no word below ``note``; the severity itself is told as a property."""


def lines(run: Run, _: Paint) -> Iterator[str]:
    """The whole log, as one text of many lines."""
    documents = list(run.documents)
    told = {identity(finding)[0] for document in documents for finding in document.findings}
    rules = sorted(told, key=lambda rule: rule.code)
    driver = {"name": "planls", "version": __version__, "rules": list(map(_rule, rules))}
    log = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [result for document in documents for result in _results(document, rules)],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [log]}, indent=2)


def _rule(rule: Rule) -> Object:
    """A rule, with its page as help."""
    page = rule.page.read_text(encoding="utf-8")
    why = page.partition("## Why\n")[2].partition("\n## ")[0]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(why.split()) or rule.summary},
        "help": {"text": f"{rule.summary} `planls explain {rule.name}` says more.", "markdown": page},
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _invocation(run: Run) -> Object:
    """How the run ended, and what went wrong."""
    code, problems = run.exit_code(), list(run.problems)
    return {
        "executionSuccessful": not problems,
        "exitCode": code,
        "toolExecutionNotifications": [_notification(one) for one in problems if not one.configuration],
        "toolConfigurationNotifications": [_notification(one) for one in problems if one.configuration],
    }


def _notification(problem: Problem) -> Object:
    """A problem."""
    region = {"region": {"startLine": problem.line}} if problem.line else {}
    location = {"physicalLocation": {"artifactLocation": _artifact(problem.name), **region}}
    locations = {"locations": [location]} if problem.name else {}
    return {"level": "error", "message": {"text": problem.message}, **locations}


def _results(document: Checked, rules: Sequence[Rule]) -> Iterator[Object]:
    """The findings of a document."""
    for finding, fingerprint in zip(document.findings, fingerprints(document), strict=True):
        rule, severity = identity(finding)
        yield {
            "ruleId": rule.code,
            "ruleIndex": rules.index(rule),
            "level": _level(severity),
            "message": {"text": finding.message},
            "locations": [_location(document.name, finding.span)],
            "partialFingerprints": {"planls/v1": fingerprint},
            "properties": {"severity": severity.label},
            **_more(document, finding),
        }


def _more(document: Checked, finding: Finding) -> Object:
    """What not every finding has: places that it speaks of, and ways out."""
    related = [
        {**_location(name_of(one, document), one.span), "message": {"text": one.message}}
        for one in finding.related
    ]
    fixes = [_fix(document.name, fix) for fix in tellable(document, finding.fixes)]
    return {**({"relatedLocations": related} if related else {}), **({"fixes": fixes} if fixes else {})}


def _fix(name: str, fix: Fix) -> Object:
    """A fix; its last replacement comes first, so that each finds its place whatever was applied before."""
    text = fix.title if fix.safe else f"{fix.title} (unsafe: look before you apply it)"
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in reversed(_merged(fix.edits))
    ]
    change = {"artifactLocation": _artifact(name), "replacements": replacements}
    return {"description": {"text": text}, "artifactChanges": [change]}


def _merged(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in their order, insertions at one place as one."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda one: one.span):
        if merged and merged[-1].span == edit.span:
            edit = Edit(edit.span, merged.pop().text + edit.text)  # noqa: PLW2901  # the two are one from here on
        merged.append(edit)
    return merged


def _location(name: str, span: Span) -> Object:
    """A place in a document."""
    return {"physicalLocation": {"artifactLocation": _artifact(name), "region": _region(span)}}


def _artifact(name: str) -> Object:
    """A file, for whoever has the repository; elsewhere by its whole path."""
    if name == STANDARD_INPUT:
        return {"description": {"text": "standard input"}}
    path = in_repository(name)
    return (
        {"uri": quote(path.as_posix()), "uriBaseId": _TOP} if path else {"uri": absolute(Path(name)).as_uri()}
    )


def _region(span: Span) -> Object:
    """A place."""
    return {
        "startLine": span.line + 1,
        "startColumn": span.column + 1,
        "endLine": span.end_line + 1,
        "endColumn": span.end_column + 1,
    }


def _level(severity: Severity) -> str:
    return _LEVELS.get(severity, "note")
