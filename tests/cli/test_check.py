"""``planls check``: what is checked, how it ends, what is said."""

import json
from pathlib import Path

import pytest

from planls.cli.tally import one_of
from planls_rules.kinds import KINDS
from tests.cli.conftest import PLAN, Run

NOTES = "# Notes\n\nNothing that planls knows.\n"
BROKEN = b"# PoC 3 Implementation Plan: X\n\xff\n"
BAD_CONFIG = "\nseverty = 1\n"

EXIT_CODES = [
    ("clean: no plan", {"a.md": NOTES}, [], 0),
    ("clean: nothing there", {}, [], 0),
    ("findings", {"a.md": PLAN}, [], 1),
    ("findings below --fail-on", {"a.md": PLAN}, ["--fail-on", "error"], 0),
    ("findings at --fail-on", {"a.md": PLAN}, ["--fail-on", "hint"], 1),
    ("--exit-zero", {"a.md": PLAN}, ["--exit-zero"], 0),
    ("ignored", {"a.md": PLAN}, ["--ignore", "STR001", "--ignore", "unfilled-placeholder,PRD001"], 0),
    ("ignored by configuration", {"a.md": PLAN, "planls.toml": 'ignore = ["missing-section"]'}, [], 0),
    ("--select beats that", {"a.md": PLAN, "planls.toml": 'ignore = ["STR001"]'}, ["--select", "str001"], 1),
    ("--select of another rule", {"a.md": PLAN}, ["--select", "broken-fence"], 0),
    ("--ignore beats --select", {"a.md": PLAN}, ["--select", "STR001", "--ignore", "missing-section"], 0),
    ("severity by configuration", {"a.md": PLAN, "planls.toml": 'severity.STR001 = "hint"'}, [], 0),
    ("--config", {"a.md": PLAN, "own.toml": 'severity.STR001 = "hint"'}, ["--config", "own.toml"], 0),
    ("--diff with changes", {"a.md": PLAN}, ["--diff"], 1),
    ("--diff without", {"a.md": NOTES}, ["--diff"], 0),
    ("--diff --exit-zero", {"a.md": PLAN}, ["--diff", "--exit-zero"], 0),
    ("missing path", {"a.md": NOTES}, ["a.md", "b.md"], 2),
    ("missing glob", {"a.md": NOTES}, ["b*.md"], 2),
    ("not UTF-8", {"a.md": BROKEN, "b.md": PLAN}, [], 2),
    ("problems beat --exit-zero", {"a.md": BROKEN}, ["--exit-zero"], 2),
    ("bad configuration", {"a.md": PLAN, "planls.toml": BAD_CONFIG}, [], 2),
    ("bad configuration of nobody", {"a/a.md": NOTES, "b/planls.toml": BAD_CONFIG}, [], 0),
    ("excluded, but named", {"a.md": PLAN, "planls.toml": 'exclude = ["a.md"]'}, ["a.md"], 1),
    ("--force-exclude", {"a.md": PLAN, "planls.toml": 'exclude = ["a.md"]'}, ["a.md", "--force-exclude"], 0),
    (
        "--force-exclude of a template",
        {"a.md": PLAN, "planls.toml": 'kinds.plan.template = "a.md"'},
        ["a.md", "--force-exclude"],
        0,
    ),
    ("bad --config", {"a.md": NOTES, "own.toml": BAD_CONFIG}, ["--config", "own.toml"], 2),
    ("no --config", {"a.md": NOTES}, ["--config", "own.toml"], 2),
    ("unknown rule", {}, ["--select", "STR01"], 2),
    ("unknown option", {}, ["--colour"], 2),
    ("- and a path", {"a.md": NOTES}, ["-", "a.md"], 2),
    ("--stdin-filename without -", {"a.md": NOTES}, ["--stdin-filename", "a.md"], 2),
]


@pytest.mark.parametrize(
    ("files", "words", "code"), [row[1:] for row in EXIT_CODES], ids=[row[0] for row in EXIT_CODES]
)
def test_exit_code(run: Run, files: dict[str, str | bytes], words: list[str], code: int) -> None:
    assert run("check", *words, files=files).code == code


ANY = one_of(list(KINDS))
NO_PLAN = (
    f"note: {{}}: not {ANY}, so nothing was checked; to make it one, begin it with front matter "
    "`planls: {{kind: plan}}` or name it in planls.toml under [kinds.plan] files"
)

SAID = [
    ({"a.md": NOTES, "b/c.md": NOTES}, [], [f"checked 2 files, none of them {ANY}"]),
    ({"a.txt": NOTES}, [], ["no Markdown files found in ."]),
    ({"d/a.txt": "", "e/a.txt": ""}, ["d", "e"], ["no Markdown files found in d, e"]),
    (
        {"a.md": PLAN, "b.md": NOTES},
        ["--select", "STR001"],
        ["7 findings in 1 file; 7 can be fixed with --fix", "checked 2 files, 1 of them a plan"],
    ),
    (
        {"a.md": PLAN, "b.md": PLAN, "c.md": NOTES},
        ["--select", "STR012"],
        ["no findings", "checked 3 files, 2 of them plans"],
    ),
    (
        {"a.md": NOTES},
        ["a.md"],
        [
            NO_PLAN.format("a.md"),
            f"checked 1 file, none of them {ANY}",
        ],
    ),
    (
        {"a.md": BROKEN, "b.md": NOTES},
        [],
        ["error: a.md: not UTF-8: byte 31 (line 2) is no text", f"checked 1 file, none of them {ANY}"],
    ),
    ({}, ["a.md"], ["error: a.md: no such file or folder", "no file was checked"]),
    (
        {"s/a.md": PLAN, "s/b.md": PLAN, "s/planls.toml": BAD_CONFIG, "c.md": NOTES},
        [],
        [
            "error: s/planls.toml:2: unknown key `severty`; did you mean `severity`?",
            f"checked 1 file, none of them {ANY}",
        ],
    ),
    (
        {"own.toml": BAD_CONFIG},
        ["--config", "own.toml"],
        ["error: own.toml:2: unknown key `severty`; did you mean `severity`?"],
    ),
    (
        {"a.md": PLAN},
        ["--select", "STR001", "--statistics"],
        [
            "    7  STR001  missing-section",
            "7 findings in 1 file; 7 can be fixed with --fix",
            "checked 1 file, 1 of them a plan",
        ],
    ),
    (
        {"a.md": PLAN},
        ["--select", "STR001", "--diff"],
        [
            "7 findings in 1 file; 7 can be fixed with --fix",
            "checked 1 file, 1 of them a plan",
            "would change 1 file",
        ],
    ),
    (
        {"a.md": NOTES, "b.md": PLAN, "planls.toml": 'exclude = ["b.md"]'},
        ["a.md", "b.md", "--force-exclude"],
        [f"checked 1 file, none of them {ANY}"],
    ),
    (
        {"a.md": PLAN, "planls.toml": 'exclude = ["a.md"]'},
        ["a.md", "--force-exclude"],
        ["no file was checked"],
    ),
    (
        {"a\x1b.md": BROKEN},
        [],
        ["error: a␛.md: not UTF-8: byte 31 (line 2) is no text", "no file was checked"],
    ),
]


@pytest.mark.parametrize(("files", "words", "said"), SAID)
def test_standard_error(run: Run, files: dict[str, str | bytes], words: list[str], said: list[str]) -> None:
    assert run("check", *words, files=files).err.splitlines() == said


USAGE = [
    (["--select", "STR01"], "argument --select: unknown rule `STR01`; did you mean `STR001`?"),
    (
        ["--ignore", "mising-section"],
        "argument --ignore: unknown rule `mising-section`; did you mean `missing-section`?",
    ),
    (["-", "a.md"], "standard input (-) is checked alone"),
    (["--stdin-filename", "a.md"], "--stdin-filename goes with - only"),
]


@pytest.mark.parametrize(("words", "message"), USAGE)
def test_wrong_usage(run: Run, words: list[str], message: str) -> None:
    outcome = run("check", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith(f"planls check: error: {message}\n")


NOTHING = {"full": "", "concise": "", "json": "[]\n"}


@pytest.mark.parametrize(("form", "out"), NOTHING.items())
def test_without_a_configuration_nothing_is_found(run: Run, form: str, out: str) -> None:
    outcome = run("check", "--config", "none.toml", "--output-format", form, files={"a.md": PLAN})
    assert (outcome.code, outcome.out) == (2, out)


CLAIMED = [
    ({"a.md": NOTES, "planls.toml": '[kinds.plan]\nfiles = ["a.md"]'}, 1),
    ({"a.md": NOTES, "planls.toml": '[kinds.plan]\nfiles = ["b.md"]'}, 0),
    ({"a.md": "---\nplanls: {kind: plan}\n---\n" + NOTES}, 1),
]


@pytest.mark.parametrize(("files", "code"), CLAIMED)
def test_what_is_a_plan(run: Run, files: dict[str, str | bytes], code: int) -> None:
    assert run("check", files=files).code == code


def test_broken_files_do_not_stop_the_others(run: Run) -> None:
    outcome = run("check", "--output-format", "json", files={"a.md": BROKEN, "b.md": PLAN, "c/d.md": PLAN})
    assert {finding["path"] for finding in json.loads(outcome.out)} == {"b.md", str(Path("c/d.md"))}


def test_formats_tell_the_same(run: Run) -> None:
    found = json.loads(run("check", "--output-format", "json", files={"a.md": PLAN}).out)
    heads = ["{path}:{line}:{column}: {severity} {code} {name}".format(**finding) for finding in found]
    concise = [f"{head} {finding['message']}" for head, finding in zip(heads, found, strict=True)]
    full = [f"{head}: {finding['message']}" for head, finding in zip(heads, found, strict=True)]
    assert run("check", "--output-format", "concise").out.splitlines() == concise
    assert [line for line in run("check").out.splitlines() if not line.startswith(" ")] == full


def test_findings_are_places_of_the_document(run: Run) -> None:
    found = json.loads(run("check", "--output-format", "json", files={"a.md": PLAN}).out)
    first = next(finding for finding in found if finding["name"] == "missing-section")
    assert (
        first.items()
        >= {
            "path": "a.md",
            "code": "STR001",
            "name": "missing-section",
            "severity": "warning",
            "line": 1,
            "related": [],
        }.items()
    )
    assert first["fix"]["safe"] is True
    assert first["fix"]["edits"]
