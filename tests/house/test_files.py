"""What holds for every file of the project."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ["server", "rules", "tests", "editor-clients", ".ci"]
BUILT = frozenset(("node_modules", "dist", "build"))
"""Folders of what is installed and built."""
LONG = {
    "rules/planls_rules/kinds/compiled.py": "generated",
}
"""Python files over 250 lines, and why."""
SOMEONES_PATH = re.compile(r"/(?:root|work)/|/(?:home|Users)/[\w.-]+/[\w.-]+/\w")
"""A path of a real machine: made-up ones are short."""


def files() -> Iterator[Path]:
    """Yield our files, as paths from the top folder."""
    below = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")))
    for path in (*sorted(ROOT.glob("[!.]*")), *below):
        if path.is_file() and path.suffix not in (".pyc", ".vsix") and not BUILT.intersection(path.parts):
            yield path.relative_to(ROOT)


FILES = list(files())
PYTHON = [path for path in FILES if path.suffix == ".py"]


@pytest.mark.parametrize("path", PYTHON, ids=str)
def test_a_python_file_is_read_in_one_go(path: Path) -> None:
    length = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    assert length <= 250 or str(path) in LONG


@pytest.mark.parametrize("path", FILES, ids=str)
def test_no_file_names_a_path_of_someones_machine(path: Path) -> None:
    assert SOMEONES_PATH.findall((ROOT / path).read_bytes().decode("utf-8", "replace")) == []
