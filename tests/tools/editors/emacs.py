"""Emacs with Eglot and with lsp-mode."""

import os
import shutil
import subprocess

from tests.tools.editors import apt
from tests.tools.editors.model import Editor

_PACKAGES = (
    *("emacs-nox", "elpa-markdown-mode", "elpa-yasnippet"),
    *("elpa-eglot", "elpa-lsp-mode", "elpa-company"),
)
_LIBRARIES = ("markdown-mode", "yasnippet", "eglot", "lsp-mode", "company")
_TRIAL = f"""(progn (package-initialize)
  (dolist (one '({" ".join(_LIBRARIES)}))
    (unless (locate-library (symbol-name one)) (kill-emacs 1))))"""


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
    f"install Emacs and, for it, {', '.join(_LIBRARIES)}; on Debian: apt-get install {' '.join(_PACKAGES)}",
)
