"""Emacs with Eglot."""

import os
import shutil
import subprocess

from tests.tools.editors import apt
from tests.tools.editors.model import Editor

_PACKAGES = ("emacs-nox", "elpa-eglot", "elpa-markdown-mode", "elpa-yasnippet")
_TRIAL = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode) (require 'yasnippet))"


def _is_complete() -> bool:
    if not shutil.which("emacs"):
        return False
    trial = ["emacs", "--batch", "--eval", _TRIAL]
    nobody = {**os.environ, "HOME": os.devnull}  # what lies in one's own home does not count
    return subprocess.run(trial, env=nobody, capture_output=True, check=False).returncode == 0


EMACS = Editor(
    "Emacs",
    _is_complete,
    lambda: apt.install(*_PACKAGES),
    f"install Emacs, Eglot, markdown-mode and yasnippet; on Debian: apt-get install {' '.join(_PACKAGES)}",
)
