"""The hooks, run by pre-commit itself in a scratch repository."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ci.project import ROOT, copied
from tests.cli.conftest import PLAN

pytestmark = pytest.mark.slow

EXAMPLES = ROOT / "tests" / "examples"
FLAWED, NOTES = ((EXAMPLES / f"flawed-{name}.md").read_text(encoding="utf-8") for name in ("plan", "notes"))
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: {hook}
        args: [{args}]
"""


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


@dataclass(frozen=True)
class Scratch:
    """A repository with a hook from another one."""

    folder: Path
    hooks: Path
    environment: Mapping[str, str]

    def git(self, *words: str, folder: Path | None = None) -> str:
        """Run git."""
        return self._run("git", *words, folder=folder, check=True).stdout

    def stage(self, files: Mapping[str, str]) -> None:
        """Write files and stage them."""
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        self.git("add", *files)

    def run(self, hook: str, *args: str, every: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a hook over what is staged, or over all files."""
        rev = self.git("rev-parse", "HEAD", folder=self.hooks).strip()
        config = CONFIG.format(repo=self.hooks, rev=rev, hook=hook, args=", ".join(args))
        self.stage({".pre-commit-config.yaml": config})
        words = ["-m", "pre_commit", "run", *(["--all-files"] if every else [])]
        return self._run(sys.executable, *words, folder=None, check=False)

    def _run(self, *command: str, folder: Path | None, check: bool) -> subprocess.CompletedProcess[str]:
        where = folder or self.folder
        return subprocess.run(
            command, cwd=where, env=self.environment, capture_output=True, encoding="utf-8", check=check
        )


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """Put the project into a repository of its own, with what is not committed yet."""
    hooks = copied(tmp_path_factory.mktemp("hooks"))
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    home = {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")), "PRE_COMMIT_COLOR": "never"}
    made = Scratch(hooks, hooks, {**own, **who, **none, **home})
    made.git("init", "--quiet")
    made.git("add", ".")
    made.git("commit", "--quiet", "--message", "planls")
    return made


@pytest.fixture
def scratch(tmp_path: Path, hooks: Scratch) -> Scratch:
    """Make an empty repository."""
    made = Scratch(tmp_path, hooks.hooks, hooks.environment)
    made.git("init", "--quiet")
    return made


def test_a_flawed_plan_fails(scratch: Scratch) -> None:
    scratch.stage({"a.md": PLAN, "README.md": "# Notes\n"})
    done = scratch.run("planls")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:1:3: warning STR001 missing-section" in done.stdout
    assert "checked 2 files, 1 of them a plan" in done.stdout
    assert "note:" not in done.stdout
    assert (scratch.folder / "a.md").read_text(encoding="utf-8") == PLAN


PASSING: list[tuple[dict[str, str], tuple[str, ...]]] = [
    ({"README.md": "# Notes\n"}, ()),
    ({"a.txt": PLAN}, ()),
    ({"a.md": PLAN}, ("--fail-on=error",)),
    ({"a.md": PLAN, "planls.toml": 'exclude = ["a.md"]'}, ()),
    ({"a.md": PLAN, "planls.toml": 'ignore = ["missing-section"]'}, ()),
]


@pytest.mark.parametrize(("files", "args"), PASSING)
def test_what_passes(scratch: Scratch, files: dict[str, str], args: tuple[str, ...]) -> None:
    scratch.stage(files)
    done = scratch.run("planls", *args)
    assert done.returncode == 0, done.stdout + done.stderr


def test_fixing(scratch: Scratch) -> None:
    scratch.stage({"a.md": PLAN})
    done = scratch.run("planls-fix", "--select=missing-section")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert "changed 1 file" in done.stdout
    fixed = (scratch.folder / "a.md").read_text(encoding="utf-8")
    assert "## Implementation Steps" in fixed
    scratch.git("add", "a.md")
    assert scratch.run("planls-fix", "--select=missing-section").returncode == 0
    assert (scratch.folder / "a.md").read_text(encoding="utf-8") == fixed


def test_notes_count_that_are_not_part_of_the_commit(scratch: Scratch) -> None:
    scratch.stage({"flawed-notes.md": NOTES})
    assert scratch.run("planls").returncode == 0
    scratch.git("commit", "--quiet", "--message", "notes")
    scratch.stage({"flawed-plan.md": FLAWED})
    done = scratch.run("planls", "--select=out-of-scope-technology")
    assert "SCP001 out-of-scope-technology: “Redis” is not in the notes" in done.stdout
    assert "checked 1 file, 1 of them a plan" in done.stdout


def test_changed_notes_are_told_over_all_files(scratch: Scratch) -> None:
    scratch.stage({"flawed-plan.md": FLAWED, "flawed-notes.md": NOTES + "\nRedis keeps the last ids.\n"})
    assert scratch.run("planls", "--select=out-of-scope-technology").returncode == 0
    scratch.git("commit", "--quiet", "--message", "both")
    scratch.stage({"flawed-notes.md": NOTES})
    assert scratch.run("planls", "--select=out-of-scope-technology").returncode == 0
    assert scratch.run("planls", "--select=out-of-scope-technology", every=True).returncode == 1


def test_annotations_under_github_actions(scratch: Scratch) -> None:
    on_github = Scratch(scratch.folder, scratch.hooks, {**scratch.environment, "GITHUB_ACTIONS": "true"})
    scratch.stage({"a.md": PLAN})
    assert "\n::warning file=a.md,line=1," in on_github.run("planls").stdout
