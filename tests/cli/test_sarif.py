"""`--output-format sarif`: valid, and what it says can be used."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planls.document.lines import LineStore, Span, split_lines
from planls.edits import apply_edits
from planls.report import Problem
from planls.rule import Edit, Finding, Fix, Related, Severity
from tests.cli.conftest import PLAN, Run
from tests.cli.made import finding, printed
from tests.tools.sarif_schema import SCHEMA, fetched

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = "# Plan\r\n\n- 日本\ttask\n- 日本\ttask\nend\n"
TICK = Fix("tick it", (Edit(Span(2, 2, 2, 2), "x"),), safe=False)
TASK = finding(Span(2, 5, 2, 9), "say what", TICK, [Related(Span(0, 0, 0, 1), "here")])


def run_of(findings: Sequence[Finding], text: str = TEXT, name: str = "plan.md", **more: Any) -> Any:
    """Return the log's only run."""
    return json.loads(printed("sarif", text, findings, name=name, **more))["runs"][0]


def test_a_finding() -> None:
    place = {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 10}
    result = run_of([TASK], name="docs/計画 1.md")["results"][0]
    file = {"uri": "docs/%E8%A8%88%E7%94%BB%201.md", "uriBaseId": "%SRCROOT%"}
    fingerprint = result.pop("partialFingerprints")
    assert result == {
        "ruleId": "STR001",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "say what"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": place}}],
        "properties": {"severity": "warning"},
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": file,
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
                },
                "message": {"text": "here"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "tick it (unsafe: look before you apply it)"},
                "artifactChanges": [
                    {
                        "artifactLocation": file,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 3,
                                    "startColumn": 3,
                                    "endLine": 3,
                                    "endColumn": 3,
                                },
                                "insertedContent": {"text": "x"},
                            }
                        ],
                    }
                ],
            }
        ],
    }
    assert list(fingerprint) == ["planls/v1"]


def test_a_rule() -> None:
    run = run_of([TASK, TASK])
    assert run["columnKind"] == "unicodeCodePoints"
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("STR001", "missing-section")
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["help"]["markdown"].startswith("# missing-section (STR001)\n")
    assert rule["fullDescription"]["text"] in rule["help"]["markdown"].replace("\n", " ")


LEVELS = dict(zip(Severity, ["note", "note", "warning", "error"], strict=True))


@pytest.mark.parametrize(("severity", "level"), LEVELS.items())
def test_levels(severity: Severity, level: str) -> None:
    assert run_of([replace(TASK, severity=severity)])["results"][0]["level"] == level


def prints(text: str, findings: Sequence[Finding]) -> list[str]:
    """Return the fingerprints."""
    return [result["partialFingerprints"]["planls/v1"] for result in run_of(findings, text)["results"]]


def test_fingerprints_survive_moved_lines() -> None:
    first, second = (finding(Span(at, 5, at, 9), "as in line 2 and lines 3, 4") for at in (2, 3))
    before = prints(TEXT, [first, second])
    moved = replace(first.down(7), message="as in line 9 and lines 10, 11"), second.down(7)
    assert prints("new\n" * 7 + TEXT, moved) == before
    assert [one.rpartition(":")[2] for one in before] == ["1", "2"]


OTHERS = [(TEXT.replace("task", "duty"), TASK), (TEXT, replace(TASK, message="say how"))]


@pytest.mark.parametrize(("text", "found"), OTHERS)
def test_fingerprints_tell_findings_apart(text: str, found: Finding) -> None:
    assert prints(text, [found]) != prints(TEXT, [TASK])


def test_secrets_have_no_part_in_fingerprints() -> None:
    hidden = replace(TASK, hidden=(Span(2, 5, 2, 9),))
    assert prints(TEXT, [hidden]) == prints(TEXT.replace("task", "duty"), [hidden])


def mended(text: str, replacements: Sequence[Any]) -> str:
    """Return the text with the replacements applied, one after the other."""
    store = LineStore(text)
    for one in replacements:
        region = one["deletedRegion"]
        keys = ("startLine", "startColumn", "endLine", "endColumn")
        store.replace(Span(*(region[key] - 1 for key in keys)), one["insertedContent"]["text"])
    return "".join(store.lines)


FIXES = [
    (Edit(Span(0, 2, 0, 6), "A\nB"), Edit(Span(3, 0, 4, 0), "")),
    (Edit(Span(4, 0, 4, 0), "first\n"), Edit(Span(4, 0, 4, 0), "second\n"), Edit(Span(0, 0, 0, 0), "x")),
]


@pytest.mark.parametrize("edits", FIXES)
def test_fixes_can_be_applied(edits: tuple[Edit, ...]) -> None:
    (fix,) = run_of([replace(TASK, fix=Fix("mend it", edits))])["results"][0]["fixes"]
    assert fix["description"]["text"] == "mend it"
    (change,) = fix["artifactChanges"]
    assert mended(TEXT, change["replacements"]) == "".join(apply_edits(split_lines(TEXT), edits))


def test_every_way_out_is_told() -> None:
    several = replace(TASK, others=(Fix("leave it", TICK.edits),))
    told = [fix["description"]["text"] for fix in run_of([several])["results"][0]["fixes"]]
    assert told == ["tick it (unsafe: look before you apply it)", "leave it"]


def test_standard_input_is_no_file() -> None:
    place = run_of([TASK], name="-")["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"description": {"text": "standard input"}}


def test_a_file_outside_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    places = [one["locations"][0]["physicalLocation"] for one in run_of([TASK], name="../a b.md")["results"]]
    assert places[0]["artifactLocation"] == {"uri": (tmp_path / "a b.md").as_uri()}


def test_how_a_run_ended() -> None:
    problems = [
        Problem("a.md: gone", "a.md"),
        Problem("planls.toml:2: what", "planls.toml", 2, configuration=True),
    ]
    (ended,) = run_of([], problems=problems, code=2)["invocations"]
    assert (ended["exitCode"], ended["executionSuccessful"]) == (2, False)
    (gone,), (wrong,) = ended["toolExecutionNotifications"], ended["toolConfigurationNotifications"]
    assert gone["message"] == {"text": "a.md: gone"}
    assert wrong["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


RUNS: list[tuple[dict[str, str | bytes], list[str], int]] = [
    ({"a.md": PLAN}, [], 1),
    (
        {"a.md": PLAN.replace("X", "日本"), "b.md": b"\xff", "c d/e.md": PLAN, "c d/planls.toml": "x = 1"},
        [],
        2,
    ),
    ({"a.md": PLAN}, ["--config", "none.toml"], 2),
    ({"flawed-plan.md": (EXAMPLES / "flawed-plan.md").read_text(encoding="utf-8")}, [], 1),
    (
        {
            "flawed-plan.md": (EXAMPLES / "flawed-plan.md").read_text(encoding="utf-8"),
            "flawed-notes.md": (EXAMPLES / "flawed-notes.md").read_text(encoding="utf-8"),
        },
        ["--fail-on", "error"],
        0,
    ),
]


def test_it_is_valid(run: Run, tmp_path: Path) -> None:
    logs = []
    for at, (files, words, code) in enumerate(RUNS):
        own = {f"{at}/{name}": text for name, text in files.items()}
        outcome = run("check", "--output-format", "sarif", str(at), *words, files=own)
        assert (outcome.code, json.loads(outcome.out)["runs"][0]["invocations"][0]["exitCode"]) == (
            code,
            code,
        )
        logs.append(tmp_path / f"run-{at}.sarif")
        logs[-1].write_text(outcome.out, encoding="utf-8")
    logs.append(tmp_path / "stdin.sarif")
    logs[-1].write_text(printed("sarif", TEXT, [TASK], name="-"), encoding="utf-8")
    # one pattern of the schema is none in the strict dialect of JavaScript
    command = [
        "check_jsonschema",
        "--regex-variant",
        "nonunicode",
        "--schemafile",
        str(SCHEMA),
        *map(str, logs),
    ]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_schema_is_fresh() -> None:
    assert fetched() == SCHEMA.read_bytes()
