"""The project's own scripts run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "says"),
    [
        (["tests.tools.demo"], "All went as told."),
        (["tests.tools.corpus", "tests/examples"], "flawed-plan.md"),
        (["tests.tools.corpus", "tests/examples", "--list", "missing-field"], "flawed-plan.md:"),
        (["tests.benchmarks.bench", "--edits", "2", "--rounds", "1", "--files", "3"], "all files"),
    ],
    ids=" ".join,
)
def test_a_script_tells_its_story(script: list[str], says: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout
