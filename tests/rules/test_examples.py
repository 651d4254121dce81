"""The example plan is what people read as the model: complete, clean, and its code works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import planls_rules
from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from planls_rules.kinds import KINDS

FOLDER = Path(planls_rules.__file__).parent / "kinds"
PLAN = FOLDER / "plan" / "example.md"
_PYTHON = re.compile(r"^```python\n(# (\S+\.py)\n.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_the_complete_example_gives_nothing(kind: str) -> None:
    text = (FOLDER / kind / "example.md").read_text(encoding="utf-8")
    result = Linter(Settings()).run(Document.parse(split_lines(text)))
    assert (result.kind, result.findings) == (kind, [])


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_gives_placeholders_and_unticked_items_only(kind: str) -> None:
    result = Linter(Settings()).run(Document.parse(split_lines(KINDS[kind].template)))
    assert result.kind == kind
    ticked = {"unticked-item"} if any(spec.ticked for spec in KINDS[kind].contract.sections) else set()
    assert {f.rule.name for f in result.findings if f.rule} == {"unfilled-placeholder", *ticked}


def test_the_code_of_the_example_plan_works(tmp_path: Path) -> None:
    """Write the files that the plan's steps show, and run the tests that it shows."""
    for code, name in _PYTHON.findall(PLAN.read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(code, encoding="utf-8")
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:asyncio",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 passed" in done.stdout
