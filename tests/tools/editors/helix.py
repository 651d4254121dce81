"""Helix, and tmux to type into it and to read its screen."""

import shutil

from tests.tools.editors import apt, trixie
from tests.tools.editors.model import Editor


def _is_complete() -> bool:
    return bool(shutil.which("tmux")) and trixie.version("hx").startswith("helix 25")


def _bring() -> None:
    if not shutil.which("tmux"):
        apt.install("tmux")
    trixie.bring("hx=25.*", "hx", ("HELIX_RUNTIME", "usr/lib/hx/runtime"))


HELIX = Editor("Helix", _is_complete, _bring, "put Helix 25 (`hx`) and tmux on the PATH")
