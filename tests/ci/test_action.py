"""The action: valid, and its steps run as a runner runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.project import ROOT, copied
from tests.cli.conftest import PLAN

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
"""How a runner starts the shell of a step that says `shell: bash`."""


@dataclass(frozen=True)
class Done:
    """What a step came to: its exit code, what its log shows, its summary and the workspace."""

    code: int
    log: str
    summary: str
    workspace: Path


def test_it_is_valid() -> None:
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_no_input_is_part_of_a_script(step: dict[str, Any]) -> None:
    assert "${{" not in step["run"]
    assert step["shell"] == "bash"


@pytest.mark.parametrize("name", ACTION["inputs"])
def test_an_input_is_explained_and_used(name: str) -> None:
    assert ACTION["inputs"][name].keys() == {"description", "default"}
    assert f"inputs.{name} " in json.dumps(STEPS)


@pytest.mark.parametrize("script", ["", "exit 1"], ids=["no Python", "an old one"])
def test_without_a_python_that_will_do_it_says_so(tmp_path: Path, script: str) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "bash").symlink_to(shutil.which("bash") or "bash")
    if script:
        (programs / "python3").write_text(f"#!/bin/sh\n{script}\n")
        (programs / "python3").chmod(0o755)
    environment = {**environment_of(tmp_path, tmp_path, ROOT), "PATH": str(programs)}
    done = run_step(STEPS[0], environment, {})
    assert done.code == 2
    assert "::error title=planls::planls needs Python 3.11" in done.log


def run_step(step: Mapping[str, Any], environment: Mapping[str, str], inputs: Mapping[str, str]) -> Done:
    """Run a step of the action."""

    def given(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], text)

    script = Path(environment["RUNNER_TEMP"]) / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    workspace = Path(environment["GITHUB_WORKSPACE"])
    done = subprocess.run(
        [*BASH, str(script)],
        cwd=workspace / given(step.get("working-directory", ".")),
        env={**environment, **{key: given(value) for key, value in step.get("env", {}).items()}},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    summary = Path(environment["GITHUB_STEP_SUMMARY"])
    return Done(done.returncode, done.stdout, summary.read_text(encoding="utf-8"), workspace)


def environment_of(folder: Path, temp: Path, action: Path) -> dict[str, str]:
    """Return what a runner gives to a step, its own programs before all others."""
    (folder / "workspace").mkdir(exist_ok=True)
    (folder / "summary.md").write_text("", encoding="utf-8")
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith("VIRTUAL_ENV")},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(action),
        "GITHUB_WORKSPACE": str(folder / "workspace"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "RUNNER_TEMP": str(temp),
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Run the first step; return the runner's folder for temporary files and the action's own."""
    temp, action = tmp_path_factory.mktemp("runner temp"), copied(tmp_path_factory.mktemp("action"))
    environment = environment_of(tmp_path_factory.mktemp("install"), temp, action)
    done = run_step(STEPS[0], environment, {})
    assert done.code == 0, done.log
    return temp, action


Check = Callable[..., Done]


@pytest.fixture
def check(tmp_path: Path, installed: tuple[Path, Path]) -> Check:
    """Return what runs the second step in a workspace with these files."""

    def check_it(files: Mapping[str, str], **inputs: str) -> Done:
        environment = environment_of(tmp_path, *installed)
        for name, text in files.items():
            path = Path(environment["GITHUB_WORKSPACE"]) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        said = {name.replace("_", "-"): value for name, value in inputs.items()}
        return run_step(
            STEPS[1], environment, {name: x["default"] for name, x in ACTION["inputs"].items()} | said
        )

    return check_it


@pytest.mark.slow
def test_findings_are_annotated_and_summed_up(check: Check) -> None:
    done = check({"docs/a.md": PLAN, "README.md": "# Notes\n"})
    assert done.code == 1
    annotations = [
        line for line in done.log.splitlines() if line.startswith("::warning file=docs/a.md,line=1,")
    ]
    assert len(annotations) == 7
    assert done.log.splitlines()[-1] == "checked 2 files, 1 of them a plan"
    assert done.summary.startswith("### planls\n``````text\ndocs/a.md:1:")
    assert done.summary.endswith("\nchecked 2 files, 1 of them a plan\n``````\n")
    assert done.summary.count("docs/a.md:1:") == 8


@pytest.mark.slow
def test_without_findings(check: Check) -> None:
    done = check({"README.md": "# Notes\n"})
    assert (done.code, done.log) == (0, "checked 1 file, none of them a plan or spec\n")


INPUTS = [
    ({"paths": "docs\nother plans/*.md\n"}, 1, ["docs/a.md", "other plans/b.md"]),
    ({"paths": "other plans"}, 1, ["other plans/b.md"]),
    ({"paths": "docs", "args": "--fail-on=error\n--select=STR001\n"}, 0, ["docs/a.md"]),
    ({"working_directory": "docs"}, 1, ["docs/a.md"]),
    ({"paths": "docs", "args": "--select=no-such"}, 2, []),
    ({"paths": '$(touch made)\n"; touch made; "\n`touch made`'}, 2, []),
    ({"paths": "docs", "args": "$(touch made); touch made"}, 2, []),
]


@pytest.mark.slow
@pytest.mark.parametrize(("inputs", "code", "found"), INPUTS)
def test_inputs(check: Check, inputs: dict[str, str], code: int, found: list[str]) -> None:
    done = check({"docs/a.md": PLAN, "other plans/b.md": PLAN, ".git": ""}, **inputs)
    assert done.code == code, done.log
    assert list(dict.fromkeys(re.findall(r"::warning file=([^,]+),", done.log))) == found
    assert not list(done.workspace.rglob("made"))


@pytest.mark.slow
@pytest.mark.parametrize("folder", [".", "docs"])
def test_sarif(check: Check, folder: str) -> None:
    done = check({"docs/a.md": PLAN, ".git": ""}, working_directory=folder, sarif_file="out/planls.sarif")
    assert done.code == 1
    (run,) = json.loads((done.workspace / "out" / "planls.sarif").read_text(encoding="utf-8"))["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"docs/a.md"}
