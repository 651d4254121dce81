"""Vim with ALE, and tmux to type into it."""

import os
import shutil
import subprocess

from tests.tools.editors import apt
from tests.tools.editors.model import Editor

_PACKAGES = ("vim", "vim-ale", "tmux")
_CHECK = "execute exists(':ALECodeAction') ? 'qall!' : 'cquit'"
_TRIAL = ("vim", "-es", "-u", "NONE", "-N", "-c", "packadd ale", "-c", _CHECK)


def _is_complete() -> bool:
    if not shutil.which("vim") or not shutil.which("tmux"):
        return False
    nobody = {**os.environ, "HOME": os.devnull}  # what lies in one's own home does not count
    done = subprocess.run(_TRIAL, env=nobody, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


VIM = Editor(
    "Vim",
    _is_complete,
    lambda: apt.install(*_PACKAGES),
    f"install Vim, ALE as a Vim package, and tmux; on Debian: apt-get install {' '.join(_PACKAGES)}",
)
