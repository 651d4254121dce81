"""`--output-format github`: workflow commands that a runner understands."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from planls.document.lines import Span
from planls.report import Problem
from planls.rule import Edit, Finding, Fix, Related, Severity
from tests.cli.conftest import PLAN, Run
from tests.cli.made import finding, printed

TEXT = "# Plan\n\n- 日本\ttask\nend\n"
TITLE = "title=STR001 missing-section"
END = "plan.md:5:1: STR001 missing-section"
HERE = "plan.md:3:6: STR001 missing-section"
MORE = "%0Afix (unsafe): tick it%0Asee plan.md:1:1: 50%25"
TICK = Fix("tick it", (Edit(Span(2, 2, 2, 2), "x"),), safe=False)

COMMANDS = [
    (
        finding(Span(2, 5, 2, 9), "say what"),
        f"::warning file=plan.md,line=3,endLine=3,col=6,endColumn=10,{TITLE}::{HERE}: say what",
    ),
    (
        finding(Span(2, 5, 2, 9), "worst", severity=Severity.ERROR),
        f"::error file=plan.md,line=3,endLine=3,col=6,endColumn=10,{TITLE}::{HERE}: worst",
    ),
    (
        finding(Span(2, 5, 2, 9), "told", severity=Severity.INFORMATION),
        f"::notice file=plan.md,line=3,endLine=3,col=6,endColumn=10,{TITLE}::{HERE}: told",
    ),
    (
        finding(Span(2, 5, 2, 5), "hinted", severity=Severity.HINT),
        f"::notice file=plan.md,line=3,endLine=3,col=6,endColumn=6,{TITLE}::{HERE}: hinted",
    ),
    (
        finding(Span(2, 5, 3, 2), "two lines have no columns"),
        f"::warning file=plan.md,line=3,endLine=4,{TITLE}::{HERE}: two lines have no columns",
    ),
    (
        finding(Span(2, 0, 3, 0), "all of it"),
        f"::warning file=plan.md,line=3,endLine=3,{TITLE}::plan.md:3:1: STR001 missing-section: all of it",
    ),
    (
        finding(Span(4, 0, 4, 0), "the end"),
        f"::warning file=plan.md,line=4,endLine=4,col=1,endColumn=1,{TITLE}::{END}: the end",
    ),
    (
        finding(Span(2, 5, 2, 9), "100% ::a, b\n", TICK, [Related(Span(0, 0, 0, 1), "50%")]),
        f"::warning file=plan.md,line=3,endLine=3,col=6,endColumn=10,{TITLE}::{HERE}: 100%25 ::a, b␊{MORE}",
    ),
]


@pytest.mark.parametrize(("found", "command"), COMMANDS, ids=[command[-12:] for _, command in COMMANDS])
def test_a_finding_is_a_command(found: Finding, command: str) -> None:
    assert printed("github", TEXT, [found], colour=True) == command


def test_an_empty_document() -> None:
    assert "line=1,endLine=1,col=1,endColumn=1," in printed(
        "github", "", [finding(Span(0, 0, 0, 0), "empty")]
    )


def read(line: str) -> tuple[str, Mapping[str, str], str]:
    """Return command, properties and message as a runner reads them."""
    command, words, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
    pairs = (word.split("=", 1) for word in words.split(","))
    return command, {key: meant(value, ":,%\r\n") for key, value in pairs}, meant(message, "%\r\n")


def meant(text: str, signs: str) -> str:
    """Return a text without the escapes of these signs."""
    return re.sub("|".join(f"%{ord(s):02X}" for s in signs), lambda m: chr(int(m[0][1:], 16)), text)


NAMES = ["plan.md", "a, b.md", "a::b.md", "100%.md", "%2C.md", "計画 🎉.md", "a=b.md"]


@pytest.mark.parametrize("name", NAMES)
def test_names_survive(name: str) -> None:
    command, properties, text = read(
        printed("github", TEXT, [finding(Span(0, 0, 0, 1), "%0A, ::x::")], name=name)
    )
    assert (command, properties["file"]) == ("warning", name)
    assert text == f"{name}:1:1: STR001 missing-section: %0A, ::x::"


def test_standard_input_is_no_file() -> None:
    assert printed("github", TEXT, [finding(Span(0, 0, 0, 1), "x")], name="-").startswith("::warning line=1,")


def test_problems_are_errors() -> None:
    problems = [
        Problem("planls.toml:2: unknown", "planls.toml", 2, configuration=True),
        Problem("what: a, b"),
    ]
    assert printed("github", "", [], problems=problems).splitlines() == [
        "::error file=planls.toml,line=2,title=planls::planls.toml:2: unknown",
        "::error title=planls::what: a, b",
    ]


PLACES = [
    ("docs", "plan.md", "docs/plan.md"),
    ("docs", "../README.md", "README.md"),
    (".", "docs/plan.md", "docs/plan.md"),
    ("docs", "sub/own/plan.md", "plan.md"),
]


@pytest.fixture(params=["git", "no git"])
def checkout(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with another one in it, as git checks it out or as a runner without git does."""
    (tmp_path / "docs" / "sub" / "own" / ".git").mkdir(parents=True)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    if request.param == "git":
        (tmp_path / ".git").mkdir()
        monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    return tmp_path


@pytest.mark.parametrize(("folder", "name", "told"), PLACES)
def test_paths_start_at_the_top_of_the_repository(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, folder: str, name: str, told: str
) -> None:
    monkeypatch.chdir(checkout / folder)
    _, properties, text = read(printed("github", TEXT, [finding(Span(0, 0, 0, 1), "x")], name=name))
    assert properties["file"] == told
    assert text.startswith(f"{name}:1:1: ")


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "file=plan.md," in printed("github", TEXT, [finding(Span(0, 0, 0, 1), "x")])
    assert "file=../plan.md," in printed("github", TEXT, [finding(Span(0, 0, 0, 1), "x")], name="../plan.md")


CHOICES = [
    ({}, [], "a.md:1:"),
    ({"GITHUB_ACTIONS": "true"}, [], "::warning "),
    ({"GITHUB_ACTIONS": "false"}, [], "a.md:1:"),
    ({"GITHUB_ACTIONS": "true"}, ["--output-format", "concise"], "a.md:1:"),
    ({}, ["--output-format", "github"], "::warning "),
]


@pytest.mark.parametrize(("environment", "words", "begins"), CHOICES)
def test_it_is_chosen_where_it_is_understood(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: list[str], begins: str
) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    outcome = run("check", "--select", "STR001", *words, files={"a.md": PLAN})
    assert outcome.out.startswith(begins)
    assert outcome.err.splitlines() == [
        "7 findings in 1 file; 7 can be fixed with --fix",
        "checked 1 file, 1 of them a plan",
    ]


def test_what_cannot_be_read_is_told(run: Run) -> None:
    files = {"a.md": b"\xff", "b/planls.toml": "x = 1\n", "b/b.md": PLAN}
    outcome = run("check", "--output-format", "github", files=files)
    assert outcome.code == 2
    assert [read(line)[1] for line in outcome.out.splitlines()] == [
        {"file": "a.md", "title": "planls"},
        {"file": "b/planls.toml", "line": "1", "title": "planls"},
    ]
