"""The project as others get it: what its wheel is built from, and how it hooks into other tools."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FILES = ("pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml")
_FOLDERS = ("server", "rules")


def copied(folder: Path) -> Path:
    """Put a copy into a folder, with what is not committed yet; return the folder."""
    for name in _FILES:
        shutil.copyfile(ROOT / name, folder / name)
    for name in _FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder
