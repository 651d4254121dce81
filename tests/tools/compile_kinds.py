"""Compile the built-in kinds to Python, so that starting planls reads no template and needs no pydantic.

`make docs` runs it; tests/house proves the result fresh.
"""

import subprocess
import sys
from pathlib import Path

import planls_rules
from planls.contract.kinds import load_kind

FOLDER = Path(planls_rules.__file__).parent / "kinds"
TARGET = FOLDER / "compiled.py"
_HEAD = '''"""The built-in kinds, compiled from their folders by `make docs`. Do not edit."""

from planls.contract.demands import AspectSpec, CheckSpec, Choices, EntriesSpec, Limits, Weights
from planls.contract.model import Contract, FieldSpec, ItemSpec, Kind, RowSpec, SectionSpec, TableSpec
from planls.contract.patterns import HeadingPattern

KINDS = '''


def compiled() -> str:
    """The module's text."""
    folders = sorted(path.parent for path in FOLDER.glob("*/template.md"))
    kinds = {folder.name: load_kind(folder) for folder in folders}
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TARGET), "-"]
    text = f"{_HEAD}{kinds!r}\n"
    return subprocess.run(
        ruff, input=text, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    TARGET.write_text(compiled(), encoding="utf-8")
