"""`make editors`: bring the editors that the tests drive, where that can be done without asking.

Never fails: without its editor a test is skipped, and says so.
"""

import os
import shutil
import subprocess
import sys

PACKAGES = ["emacs-nox", "elpa-eglot", "elpa-markdown-mode", "elpa-yasnippet"]
COMPLETE = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"
BY_HAND = f"install Emacs with Eglot and markdown-mode; on Debian: apt-get install {' '.join(PACKAGES)}"


def main() -> int:
    """Install what is absent with apt-get when we may, else say what is left to do."""
    if not emacs_complete() and may_install():
        subprocess.run(["apt-get", "update", "-q"], check=False)
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *PACKAGES]
        subprocess.run(install, env=quietly, check=False)
    if not emacs_complete():
        print(f"WARNING: the Emacs test will be skipped; {BY_HAND}", file=sys.stderr)
    return 0


def emacs_complete() -> bool:
    """Say whether there is an Emacs that has what the test needs."""
    if not shutil.which("emacs"):
        return False
    trial = ["emacs", "--batch", "--eval", COMPLETE]
    nobody = {**os.environ, "HOME": os.devnull}  # what lies in one's own home does not count
    return subprocess.run(trial, env=nobody, capture_output=True, check=False).returncode == 0


def may_install() -> bool:
    """Say whether we are root on a system with apt-get."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
