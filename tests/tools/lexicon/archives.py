"""The archives of the pinned data sets: downloaded once with npm and pip, proven by their digests."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from tests.tools.lexicon.pins import PINS, Pin

CACHE = Path(sys.prefix) / "lexicon-cache"
"""Inside the virtual environment, which git ignores and `make clean` removes."""


class UnreachableError(Exception):
    """npm or pip is missing, or their registries cannot be reached."""


def texts(package: str, pattern: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a package whose paths match a pattern, sorted by path."""
    path = _fetched(next(pin for pin in PINS if pin.package == package))
    read = _in_wheel if path.suffix == ".whl" else _in_tarball
    yield from sorted(read(path, pattern))


def _in_wheel(path: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as wheel:
        for name in wheel.namelist():
            if fnmatchcase(name, pattern):
                yield name, wheel.read(name)


def _in_tarball(path: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as tarball:
        for member in tarball:
            name = member.name.removeprefix("package/")
            file = tarball.extractfile(member) if fnmatchcase(name, pattern) else None
            if file:
                yield name, file.read()


@cache
def _fetched(pin: Pin) -> Path:
    path = CACHE / pin.file
    if not path.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        _download(pin)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != pin.sha256:
        raise ValueError(f"{path.name} has the digest {found}, pins.py has {pin.sha256}")
    return path


def _download(pin: Pin) -> None:
    exact = f"{pin.package}@{pin.version}" if pin.registry == "npm" else f"{pin.package}=={pin.version}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", exact]
    command = ["npm", "pack", "--silent", exact] if pin.registry == "npm" else pip
    try:
        subprocess.run(command, cwd=CACHE, check=True, capture_output=True, text=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreachableError(f"cannot download {exact} with {Path(command[0]).name}: {error}") from error
