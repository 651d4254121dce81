"""The VS Code extension without VS Code: its unit tests, its problem matcher, its pictures."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.editors.vscode import VSCODE
from tests.tools.pictures import EXAMPLE, EXTENSION, IMAGES, MANIFEST, PICTURES, manifest

PACKAGE: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SEVERITIES = {"error": "error", "warning": "warning", "information": "info", "hint": "hint"}
PROSE = [EXTENSION / "README.md", *sorted((EXTENSION / "help").glob("*.md"))]


def check(format_: str) -> str:
    """What the command line says of the example."""
    command = [
        sys.executable,
        "-m",
        "planls",
        "check",
        "--exit-zero",
        "--output-format",
        format_,
        str(EXAMPLE),
    ]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_the_problem_matcher_reads_what_the_command_line_prints() -> None:
    (matcher,) = PACKAGE["contributes"]["problemMatchers"]
    pattern = dict(matcher["pattern"])
    expression = re.compile(pattern.pop("regexp"))
    read = [
        {part: match[group] for part, group in pattern.items()}
        for match in map(expression.fullmatch, check("concise").splitlines())
        if match
    ]
    assert read == [
        {
            "file": one["path"],
            "line": str(one["line"]),
            "column": str(one["column"]),
            "severity": SEVERITIES[one["severity"]],
            "code": one["code"],
            "message": one["message"],
        }
        for one in json.loads(check("json"))
    ]


def test_the_pictures_are_current() -> None:
    """What can be seen in them has changed, or they have: `make pictures` takes them anew."""
    assert json.loads(MANIFEST.read_text(encoding="utf-8")) == manifest()


def test_every_picture_is_shown_and_every_one_that_is_shown_is_there() -> None:
    steps = PACKAGE["contributes"]["walkthroughs"][0]["steps"]
    media = {Path(step["media"].get("image", "")).name for step in steps} - {""}
    shown = set(re.findall(r"\]\(images/([^)]+)\)", (EXTENSION / "README.md").read_text(encoding="utf-8")))
    assert shown == {f"{name}.png" for name in PICTURES}
    assert media <= shown
    assert all((IMAGES / name).is_file() for name in shown)


def test_every_command_is_announced_under_the_name_that_it_is_registered_by() -> None:
    source = (EXTENSION / "src" / "commands" / "index.ts").read_text(encoding="utf-8")
    table = source.partition("const commands")[2].partition("};")[0]
    registered = set(re.findall(r"^\s+(\w+)(?::|,)", table, re.MULTILINE))
    announced = {one["command"].removeprefix("planls.") for one in PACKAGE["contributes"]["commands"]}
    assert registered == announced


def test_every_setting_that_the_readme_speaks_of_is_there() -> None:
    groups = PACKAGE["contributes"]["configuration"]
    known = {name for group in groups for name in group["properties"]}
    for page in PROSE:
        said = set(re.findall(r"`(planls\.(?!toml)[\w.]+)`", page.read_text(encoding="utf-8")))
        assert said <= known, page


@pytest.mark.editor
@VSCODE.skipped
@pytest.mark.parametrize("script", ["check", "test"])
def test_types_style_and_units(script: str) -> None:
    subprocess.run(
        ["make", "editor-clients/vscode/node_modules/.package-lock.json"],
        cwd=EXTENSION.parents[1],
        check=True,
    )
    done = subprocess.run(
        ["npm", "run", "--silent", script], cwd=EXTENSION, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
