"""Texts and their files: UTF-8 only, nothing lost on the way in and out.

A byte order mark is no part of the text and survives writing; line ends stay as they are.
"""

import codecs
import os
import shutil
import tempfile
from pathlib import Path, PurePath

from planls.document.lines import split_lines


class FileError(Exception):
    """A file that cannot be found, read or written: ``path`` as the user named it and what happened."""

    def __init__(self, path: PurePath | str, message: str) -> None:
        """Say which file and what happened."""
        super().__init__(path, message)
        self.path, self.message = path, message

    def __str__(self) -> str:
        """``plan.md: permission denied``."""
        return f"{shown(self.path)}: {self.message}"


def unusable(path: PurePath | str, error: OSError) -> FileError:
    """The system's error in a user's words: ``plan.md: permission denied``."""
    return FileError(path, (error.strerror or str(error)).lower())


def shown(path: PurePath | str) -> str:
    """The path as people read it: UTF-8 whatever the locale, a byte that is no UTF-8 as an escape."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def absolute(path: Path) -> Path:
    """The path from the root and without ``..``; symbolic links stay as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() follows links, Path.absolute() keeps ..)


def read_text(path: Path) -> str:
    """The text of a file. Raises FileError."""
    return decode(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """What the file holds. Raises FileError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unusable(path, error) from None


def decode(data: bytes, path: PurePath | str) -> str:
    """The text that the bytes are. Raises FileError, which tells the 0-based byte and the 1-based line."""
    start = len(_mark(data))
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = start + error.start
        line = len(split_lines(data[:at].decode("utf-8") + "?"))
        raise FileError(path, f"not UTF-8: byte {at} (line {line}) is no text") from None


def encode(text: str, before: bytes) -> bytes:
    """The bytes of a text that takes the place of the bytes before: it keeps their byte order mark."""
    return _mark(before) + text.encode("utf-8")


def write_text(path: Path, text: str) -> None:
    """Put the text into an existing file, as a whole or not at all. Raises FileError.

    The file keeps its mode and its byte order mark; a symbolic link stays one.
    """
    try:
        target = path.resolve(strict=True)
        _replace(target, encode(text, target.read_bytes()))
    except OSError as error:
        raise unusable(path, error) from None


def _replace(target: Path, data: bytes) -> None:
    """Write beside the file, then take its place."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".planls-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise


def _mark(data: bytes) -> bytes:
    """The byte order mark at the start of the bytes, if there is one."""
    return codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
