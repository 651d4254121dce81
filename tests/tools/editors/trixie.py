"""Programs of Debian 13 on an older Debian: fetched with apt, unpacked below `FOLDER`, with their own loader.

Nothing is installed on the machine: apt gets a root of its own, with the machine's mirror and the newer
release's name, and no package counts as installed, so that it fetches all that the program needs, libc too.
A script starts the program with the unpacked loader and libraries; what the program starts is the machine's.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.tools.editors.model import FOLDER

RELEASE = "trixie"
_KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
_APT = FOLDER / RELEASE
_START = """\
#!/bin/sh
root=$(dirname "$(dirname "$(readlink -f "$0")")")
libraries=$(echo "$root"/usr/lib/*-linux-gnu)
export {variable}="$root/{value}"
exec "$libraries"/ld-linux-*.so.* --library-path "$libraries" "$root/usr/bin/{program}" "$@"
"""


def find(program: str) -> str | None:
    """The program brought here, else one on the machine's own PATH."""
    ours = (str(folder) for folder in sorted(FOLDER.glob("*/bin")))
    return shutil.which(program, path=os.pathsep.join([*ours, os.environ["PATH"]]))


def version(program: str) -> str:
    """The first line that `program --version` prints; empty if it does not run."""
    found = find(program)
    if not found:
        return ""
    done = subprocess.run([found, "--version"], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.partition("\n")[0] if done.returncode == 0 else ""


def bring(package: str, program: str, runtime: tuple[str, str]) -> None:
    """Download a package (`name=version`) with all that it needs, and unpack it.

    ``runtime``: the variable that tells the program where its files are, and the place below the root.
    """
    root = FOLDER / package.partition("=")[0]
    fresh = root.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for archive in _download(package):
        subprocess.run(["dpkg-deb", "--extract", archive, fresh], check=True)
    start = fresh / "bin" / program
    start.parent.mkdir()
    start.write_text(_START.format(variable=runtime[0], value=runtime[1], program=program))
    start.chmod(0o755)
    shutil.rmtree(root, ignore_errors=True)
    fresh.rename(root)  # last of all: half an unpacking is none


def _download(package: str) -> Iterator[Path]:
    """The archives of a package and of all that it depends on."""
    _prepare()
    archives = _APT / "cache" / "archives"
    _apt("clean")
    _apt("install", "--yes", "--download-only", "--no-install-recommends", package)
    yield from sorted(archives.glob("*.deb"))
    _apt("clean")


@cache
def _prepare() -> None:
    """Make the root of apt's own and read the release's list of packages."""
    folders = "etc/apt.conf.d etc/preferences.d etc/trusted.gpg.d lists/partial cache/archives/partial"
    for folder in folders.split():
        (_APT / folder).mkdir(parents=True, exist_ok=True)
    (_APT / "status").touch()
    (_APT / "apt.conf").write_text(
        f'Dir::Etc "{_APT}/etc"; Dir::Cache "{_APT}/cache"; Dir::State "{_APT}"; '
        f'Dir::State::status "{_APT}/status"; Acquire::Languages "none"; APT::Sandbox::User "";\n'
    )
    (_APT / "etc" / "sources.list").write_text(f"deb [signed-by={_KEYS}] {_mirror()} {RELEASE} main\n")
    _apt("update")


def _mirror() -> str:
    """Where the machine's own Debian comes from."""
    form = "$(REPO_URI) $(RELEASE) $(COMPONENT)"
    command = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    listed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    named = [line.split() for line in listed.splitlines()]
    for uri, release, component in named:
        if component == "main" and release == _codename():
            return uri
    raise OSError(f"Debian's {RELEASE} is fetched only on a Debian")


def _codename() -> str:
    """The name of the machine's release."""
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line).get("VERSION_CODENAME", "")


def _apt(*arguments: str) -> None:
    """Run apt-get in its own root; its words only where it fails."""
    own = {**os.environ, "APT_CONFIG": str(_APT / "apt.conf"), "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-q", *arguments]
    done = subprocess.run(
        command, env=own, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip()}")
