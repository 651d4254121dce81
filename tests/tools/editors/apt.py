"""Packages of Debian and Ubuntu."""

import os
import shutil
import subprocess
from functools import cache


def install(*packages: str) -> None:
    """Install packages with apt-get, where we may; elsewhere do nothing."""
    if not may_install():
        return
    _update()
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=quietly, check=True, stdin=subprocess.DEVNULL)


def may_install() -> bool:
    """Say whether we are root on a system with apt-get."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


@cache
def _update() -> None:
    subprocess.run(["apt-get", "update", "-q"], check=True, stdin=subprocess.DEVNULL)
