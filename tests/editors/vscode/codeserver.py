"""code-server for tests: started once, with the built extension and the bodies that run inside of it."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

from tests.editors.waiting import until
from tests.tools.editors.vscode import CODE_SERVER, NODE, PLAYWRIGHT, chromium

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
VSIX = ROOT / "editor-clients" / "vscode" / "planls.vsix"
PLANLS = Path(sys.executable).with_name("planls")
SETTINGS = {
    "files.autoSave": "off",  # in a browser it is on, elsewhere it is not
    "workbench.startupEditor": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "window.commandCenter": False,
    "chat.commandCenter.enabled": False,
    "chat.disableAIFeatures": True,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "git.enabled": False,
    "files.watcherExclude": {"**/.editors/**": True, "**/.venv/**": True},
    "security.workspace.trust.enabled": False,
}
"""What keeps others out of the picture; nothing that planls or Markdown depends on."""


@dataclass(frozen=True)
class CodeServer:
    """A running code-server: its folder and where it listens."""

    home: Path
    port: int

    def url(self, folder: Path, file: Path | None = None) -> str:
        """The address of a folder, with a file open."""
        origin = f"127.0.0.1:{self.port}"
        query = {"folder": str(folder)}
        if file:
            query["payload"] = json.dumps([["openFile", f"vscode-remote://{origin}{quote(str(file))}"]])
        return f"http://{origin}/?{urlencode(query)}"

    def drive(self, script: str, url: str, /, **arguments: Any) -> Any:
        """Run a script of this folder in Chromium, as a person would use it; what it reports."""
        report = self.home / "report.json"
        report.unlink(missing_ok=True)
        given = {
            "url": url,
            "playwright": str(PLAYWRIGHT),
            "chromium": chromium(),
            "report": str(report),
            "pictures": str(self.home),
            **arguments,
        }
        command = [str(NODE), str(HERE / "drive.mjs"), script, json.dumps(given)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}\n{self.log()}"
        return json.loads(report.read_text(encoding="utf-8"))

    def run_bodies(self, folder: Path, bodies: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Run bodies inside the extension host, each in a subfolder of its name; what they report by name."""
        report = self.home / "bodies.json"
        (folder / ".vscode" / "bodies.json").write_text(
            json.dumps({"report": str(report), "bodies": bodies}), encoding="utf-8"
        )
        found = self.drive("bodies", self.url(folder), awaited=str(report))
        return dict(found)

    def log(self) -> str:
        """What the extension wrote to its log."""
        logs = sorted(self.home.glob("user/logs/**/*planls*.log"))
        return "\n".join(f"{log.name}: {log.read_text(encoding='utf-8')[-2000:]}" for log in logs[-2:])


def configure(folder: Path, **settings: Any) -> None:
    """Write a workspace's settings."""
    place = folder / ".vscode"
    place.mkdir()
    (place / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def steps() -> list[list[str]]:
    """The commands of the three steps that the extension's README gives a newcomer, to the letter."""
    page = (VSIX.parent / "README.md").read_text(encoding="utf-8")
    section = page.partition("## From a checkout")[2].partition("\n## ")[0]
    return [shlex.split(line) for line in re.findall(r"^ {3,}((?:make|code) .+)$", section, re.MULTILINE)]


@contextmanager
def code_server(home: Path, **settings: Any) -> Iterator[CodeServer]:
    """Take a newcomer's first two steps, and start code-server without any planls on its PATH.

    ``settings`` are the user's, besides `SETTINGS`.
    """
    shutil.copytree(HERE / "body", home / "extensions" / "planls.body-0.0.1")
    user = home / "user" / "User"
    user.mkdir(parents=True)
    (user / "settings.json").write_text(json.dumps({**SETTINGS, **settings}), encoding="utf-8")
    build, (_, *install), _ = steps()
    built = subprocess.run(
        build, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert built.returncode == 0, built.stderr
    cli(home, *install)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}"]
    with (home / "server.log").open("w") as log, _running(_command(home, *arguments), home, log) as process:
        until(lambda: process.poll() is not None or _answers(port), (home / "server.log").read_text)
        yield CodeServer(home, port)


def cli(home: Path, *arguments: str) -> str:
    """Run code-server's command line; what it prints."""
    done = subprocess.run(
        _command(home, *arguments),
        env=_environment(home),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _command(home: Path, *arguments: str) -> Sequence[str]:
    entry = str(CODE_SERVER / "out" / "node" / "entry.js")
    quiet = ["--disable-telemetry", "--disable-update-check"]
    places = ["--user-data-dir", str(home / "user"), "--extensions-dir", str(home / "extensions")]
    return [str(NODE), entry, *places, *quiet, *arguments]


def _environment(home: Path) -> dict[str, str]:
    """Nothing leaves the machine but what pip fetches; no planls is on the PATH."""
    path = os.environ["PATH"].split(os.pathsep)
    return {
        **os.environ,
        "HOME": str(home),
        "EXTENSIONS_GALLERY": '{"serviceUrl":""}',
        "PATH": os.pathsep.join(one for one in path if not (Path(one) / "planls").exists()),
    }


@contextmanager
def _running(command: Sequence[str], home: Path, log: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process with a group of its own, which is ended with all that belongs to it."""
    process = subprocess.Popen(
        command,
        env=_environment(home),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
