"""Where files are for who has the repository, not this machine: what services want to be told."""

import os
from pathlib import Path

from planls.workspace import absolute, is_there

STANDARD_INPUT = "-"
"""The name of a document that is no file."""


def in_repository(name: str) -> Path | None:
    """A file's path from the top of its repository, or from the current folder where there is none.

    None where that is not above it. ``name`` is as the user knows it.
    """
    path = absolute(Path(name))
    top = next(filter(_is_top, path.parents), Path.cwd())
    return path.relative_to(top) if path.is_relative_to(top) else None


def _is_top(folder: Path) -> bool:
    """Whether a folder is a checkout: a runner without git gets one that has no ``.git``."""
    return is_there(folder / ".git") or str(folder) == os.environ.get("GITHUB_WORKSPACE")
