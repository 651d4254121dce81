"""The pages for agents and for CI: their files are valid, their commands and their hook run."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from planls_rules.kinds import KINDS
from tests.ci.project import ROOT
from tests.cli.conftest import PLAN

AGENTS = ROOT / "editor-clients" / "agents"
CI = ROOT / "editor-clients" / "ci"
PAGES = [folder / "README.md" for folder in (AGENTS, CI)]
HOOK = AGENTS / "planls_hook.py"
VALIDATORS = {
    ".github": ["check_jsonschema", "--builtin-schema", "vendor.github-workflows"],
    ".gitlab-ci.yml": ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"],
    ".pre-commit-config.yaml": ["pre_commit", "validate-config"],
}


def files() -> Iterator[tuple[str, str]]:
    """Yield the files that a page shows: path and text."""
    for page in PAGES:
        shown = re.finditer(
            r"^`(\S+)`:\n\n```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
        yield from ((one[1], one[2]) for one in shown)


def fences(language: str) -> Iterator[str]:
    """Yield the fences in a language on the page for agents."""
    text = (AGENTS / "README.md").read_text(encoding="utf-8")
    yield from re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


FILES = list(files())


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_a_file_is_valid(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", *VALIDATORS[Path(name).parts[0]], str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_the_hooks_and_inputs_are_ours() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    told = [yaml.safe_load(text) for _, text in FILES]
    assert {hook["id"] for hook in every(told, "hooks") for hook in hook} <= {hook["id"] for hook in hooks}
    assert {one for step in every(told, "steps") for use in step for one in inputs_of(use)} <= set(inputs)


def every(data: Any, key: str) -> Iterator[Any]:
    """Yield the values of a key, however deep they stand."""
    if isinstance(data, dict):
        yield from (value for name, value in data.items() if name == key)
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from every(value, key)


def inputs_of(step: dict[str, Any]) -> Sequence[str]:
    """Return what a step gives to our action."""
    return list(step.get("with", ())) if step.get("uses", "").startswith("OWNER/planls@") else []


def commands() -> Iterator[str]:
    """Yield our commands that the pages name, once each, a script's and a sentence's alike."""
    scripts = (script.splitlines() for script in fences("sh"))
    yield from (line for script in scripts for line in script)
    runs = [list(every(yaml.safe_load(text), key)) for _, text in FILES for key in ("run", "script")]
    lines = (line for found in runs for one in found for line in ([one] if isinstance(one, str) else one))
    said = re.findall(r"`(planls [^`]+)`", "".join(page.read_text(encoding="utf-8") for page in PAGES))
    yield from dict.fromkeys(" ".join(line.split()) for line in [*lines, *said] if line.startswith("planls "))


WORDS = {"FILE": "docs/plan.md", "RULE": "missing-field"}


def run(line: str, folder: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell that finds planls."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        **more,
    )


@pytest.mark.slow
def test_the_commands_run(tmp_path: Path) -> None:
    told = [re.sub(r"\b(FILE|RULE)\b", lambda m: WORDS[m[1]], line) for line in commands()]
    assert len(told) > 15
    for line in told:
        done = run(line, tmp_path)
        assert done.returncode in (0, 1), f"{line}\n{done.stderr}"
        assert "usage:" not in done.stderr
    assert (tmp_path / "docs" / "plan.md").read_text(encoding="utf-8") == KINDS["plan"].template


def called(folder: Path, hook: str, **tool_input: str) -> subprocess.CompletedProcess[str]:
    """Run the hook as Claude Code does after a tool was used."""
    return run(hook, folder, input=json.dumps({"hook_event_name": "PostToolUse", "tool_input": tool_input}))


@pytest.fixture
def command(tmp_path: Path) -> str:
    """Install the hook as the page says; return the command in its settings."""
    (settings,) = (json.loads(text) for text in fences("json"))
    (entry,) = settings["hooks"]["PostToolUse"]
    (hook,) = entry["hooks"]
    assert re.fullmatch(entry["matcher"], "Write")
    (tmp_path / ".claude" / "hooks").mkdir(parents=True)
    (tmp_path / ".claude" / "hooks" / HOOK.name).write_bytes(HOOK.read_bytes())
    return f"export CLAUDE_PROJECT_DIR={tmp_path}; {hook['command']}"


WRITTEN = [
    ("plan.md", PLAN, 2),
    ("PLAN.MD", PLAN, 2),
    ("README.md", "# Notes\n", 0),
    ("plan.txt", PLAN, 0),
    ("drafts/plan.md", PLAN, 0),
]


@pytest.mark.parametrize(("name", "text", "code"), WRITTEN)
def test_the_hook(tmp_path: Path, command: str, name: str, text: str, code: int) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "planls.toml").write_text('exclude = ["drafts"]', encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = called(tmp_path, command, file_path=str(tmp_path / name))
    assert (done.returncode, done.stdout) == (code, "")
    assert (f"{name}:1:3: warning STR001 missing-section" in done.stderr) == (code == 2)
    assert "7 can be fixed with --fix" in done.stderr or not code


def test_the_hook_of_a_tool_without_a_file(tmp_path: Path, command: str) -> None:
    done = called(tmp_path, command, command="ls")
    assert (done.returncode, done.stderr) == (0, "")
