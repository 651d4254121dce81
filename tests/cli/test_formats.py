"""The formats, each over findings made by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from planls.document.lines import Span
from planls.report import FORMATS, diff, painter
from planls.report.terminal import excerpt
from planls.rule import Edit, Finding, Fix, Related
from tests.cli import made
from tests.cli.made import finding

NOTES, FAR = Path.cwd() / "docs" / "notes.md", Path(Path.cwd().anchor) / "far" / "notes.md"
TEXT = "# Plan\n\n- 日本\ttask\r\n\x1b[31mend"


PLAIN = finding(Span(0, 2, 0, 6), "no section; add it")
FIXED = finding(
    Span(2, 5, 2, 9),
    "task",
    Fix("tick it", (Edit(Span(2, 2, 2, 2), "x\n"),), safe=False),
    [Related(Span(0, 0, 0, 1), "here")],
)
CONTROL = finding(Span(3, 0, 3, 5), "an \x1b in\na message", Fix("drop \x07", (), safe=True))
AT_END = finding(Span(4, 0, 4, 0), "the end")
BLANK = finding(Span(1, 0, 1, 0), "blank")
MANY_LINES = finding(Span(0, 2, 2, 1), "long")


def printed(name: str, *findings: Finding, colour: bool = False, path: str = "plan.md") -> str:
    """What a format prints for the findings."""
    return made.printed(name, TEXT, findings, name=path, colour=colour)


CONCISE = {
    (PLAIN,): "plan.md:1:3: warning STR001 missing-section no section; add it",
    (FIXED, AT_END): """\
plan.md:3:6: warning STR001 missing-section task
plan.md:5:1: warning STR001 missing-section the end""",
    (CONTROL,): "plan.md:4:1: warning STR001 missing-section an ␛ in␊a message",
    (): "",
}


@pytest.mark.parametrize(("findings", "expected"), CONCISE.items())
def test_concise(findings: tuple[Finding, ...], expected: str) -> None:
    assert printed("concise", *findings) == expected


FULL = {
    PLAIN: """\
plan.md:1:3: warning STR001 missing-section: no section; add it
    # Plan
      ^^^^""",
    FIXED: """\
plan.md:3:6: warning STR001 missing-section: task
    - 日本    task
              ^^^^
    fix (unsafe): tick it
    see plan.md:1:1: here""",
    CONTROL: """\
plan.md:4:1: warning STR001 missing-section: an ␛ in␊a message
    ␛[31mend
    ^^^^^
    fix: drop ␇""",
    AT_END: "plan.md:5:1: warning STR001 missing-section: the end",
    BLANK: "plan.md:2:1: warning STR001 missing-section: blank",
    MANY_LINES: """\
plan.md:1:3: warning STR001 missing-section: long
    # Plan
      ^^^^""",
}


@pytest.mark.parametrize(("found", "expected"), FULL.items())
def test_full(found: Finding, expected: str) -> None:
    assert printed("full", found) == expected


def test_colour() -> None:
    head = "\x1b[1mplan.md:1:3:\x1b[0m \x1b[1;33mwarning\x1b[0m \x1b[1mSTR001\x1b[0m missing-section"
    assert printed("full", PLAIN, colour=True).split("\n") == [
        f"{head}: no section; add it",
        "    # Plan",
        "    \x1b[1;33m  ^^^^\x1b[0m",
    ]


def test_json() -> None:
    assert json.loads(printed("json", PLAIN, FIXED)) == [
        {
            "path": "plan.md",
            "code": "STR001",
            "name": "missing-section",
            "severity": "warning",
            "message": "no section; add it",
            "line": 1,
            "column": 3,
            "end_line": 1,
            "end_column": 7,
            "related": [],
            "fix": None,
        },
        {
            "path": "plan.md",
            "code": "STR001",
            "name": "missing-section",
            "severity": "warning",
            "message": "task",
            "line": 3,
            "column": 6,
            "end_line": 3,
            "end_column": 10,
            "related": [
                {
                    "path": "plan.md",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 2,
                    "message": "here",
                }
            ],
            "fix": {
                "title": "tick it",
                "safe": False,
                "edits": [{"line": 3, "column": 3, "end_line": 3, "end_column": 3, "text": "x\n"}],
            },
        },
    ]


TOPIC = Related(Span(6, 4, 6, 9), "a topic", NOTES)
ELSEWHERE = finding(Span(0, 2, 0, 6), "not in the notes", related=[TOPIC])


def test_another_document() -> None:
    assert printed("full", ELSEWHERE).splitlines()[-1] == "    see docs/notes.md:7:5: a topic"
    far = replace(ELSEWHERE, related=(replace(TOPIC, path=FAR),))
    assert printed("full", far).splitlines()[-1] == f"    see {FAR}:7:5: a topic"
    assert json.loads(printed("json", ELSEWHERE))[0]["related"][0]["path"] == "docs/notes.md"


KEPT = "key: hunter2, kept here\n"
SECRET = replace(finding(Span(0, 0, 0, 3), "a secret"), hidden=(Span(0, 5, 0, 12),))
SHOWING = finding(Span(0, 14, 0, 18), "move it", Fix("put it below", (Edit(Span(1, 0, 1, 0), KEPT),)))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_a_secret(name: str) -> None:
    shown = made.printed(name, KEPT, [SECRET, SHOWING])
    assert "move it" in shown
    assert "hunter2" not in shown


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_a_terminal_obeys(name: str) -> None:
    shown = printed(name, CONTROL, path="a\x1b\u202e\x9b.md")
    assert not set(shown) & set("\x1b\x07\x9b\u202e")


def test_no_findings_are_an_empty_list() -> None:
    assert printed("json") == "[]"


EXCERPTS = [
    ("plain text", 6, 10, "plain text", "      ^^^^"),
    ("plain", 5, 5, "plain", "     ^"),
    ("計画 x", 3, 4, "計画 x", "     ^"),
    ("計画 x", 0, 2, "計画 x", "^^^^"),
    ("🎉 x", 2, 3, "🎉 x", "   ^"),
    ("e\u0301 x", 3, 4, "e\u0301 x", "  ^"),
    ("\tx", 1, 2, "    x", "    ^"),
    ("a\tx", 2, 3, "a    x", "     ^"),
    ("👩\u200d💻 x", 4, 5, "👩\u200d💻 x", "     ^"),
    ("x" * 119 + "!", 119, 120, "x" * 119 + "!", " " * 119 + "^"),
    ("x" * 200 + "!" + "y" * 200, 200, 201, "…" + "x" * 60 + "!" + "y" * 59 + "…", " " * 61 + "^"),
    ("x" * 200 + "!", 200, 201, "…" + "x" * 119 + "!", " " * 120 + "^"),
    ("!" * 200, 0, 200, "!" * 120 + "…", "^" * 120),
]


@pytest.mark.parametrize(("line", "start", "end", "shown", "carets"), EXCERPTS)
def test_carets_stand_below_their_place(line: str, start: int, end: int, shown: str, carets: str) -> None:
    assert excerpt(line, start, end) == (shown, carets)


DIFFS = [
    ("a\nb\n", "a\nb\n", ""),
    ("a\nb\n", "a\nc\n", "--- p\n+++ p\n@@ -1,2 +1,2 @@\n a\n-b\n+c"),
    ("a", "a\n", "--- p\n+++ p\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a"),
    (
        "a\r\n\u2028\r",
        "b\r\n\u2028\r",
        "--- p\n+++ p\n@@ -1,2 +1,2 @@\n-a\r\n+b\r\n \u2028\r\n\\ No newline at end of file",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), DIFFS)
def test_diff(before: str, after: str, expected: str) -> None:
    assert "\n".join(diff("p", before, after, painter(colour=False), raw=True)) == expected


def test_diff_for_a_terminal() -> None:
    lines = list(diff("p", "\x1b\r\n", "b\r\n", painter(colour=True), raw=False))
    assert lines[-2:] == ["\x1b[31m-␛\x1b[0m", "\x1b[32m+b\x1b[0m"]
