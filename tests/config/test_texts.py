"""Texts come in and go out without losing a byte."""

import os
import stat
import sys
from pathlib import Path

import pytest

from planls.workspace import FileError, read_text, write_text

BOM = b"\xef\xbb\xbf"

TEXTS = {
    b"": "",
    b"a\nb": "a\nb",
    b"a\r\nb\rc\n": "a\r\nb\rc\n",
    BOM + "é\r\n".encode(): "é\r\n",
    BOM: "",
    "\u2028\f".encode(): "\u2028\f",
}


@pytest.mark.parametrize(("data", "text"), TEXTS.items())
def test_what_is_read_is_written(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "plan.md"
    file.write_bytes(data)
    assert read_text(file) == text
    write_text(file, text)
    assert file.read_bytes() == data
    assert list(tmp_path.iterdir()) == [file]


BROKEN = [
    (b"ok\n\xff", "not UTF-8: byte 3 (line 2) is no text"),
    (BOM + b"\xe4", "not UTF-8: byte 3 (line 1) is no text"),
    (b"a\r\nb\rc\xc3", "not UTF-8: byte 6 (line 3) is no text"),
    (b"\xff\xfe#\0", "not UTF-8: byte 0 (line 1) is no text"),
]


@pytest.mark.parametrize(("data", "message"), BROKEN)
def test_broken_text(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "plan.md"
    file.write_bytes(data)
    with pytest.raises(FileError) as raised:
        read_text(file)
    assert str(raised.value) == f"{file}: {message}"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file or directory"):
        read_text(tmp_path / "plan.md")
    with pytest.raises(FileError, match="no such file or directory"):
        write_text(tmp_path / "plan.md", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither modes nor links for everyone")
def test_mode_and_link_survive(tmp_path: Path) -> None:
    file, link = tmp_path / "plan.md", tmp_path / "link.md"
    file.write_bytes(BOM)
    file.chmod(0o640)
    link.symlink_to(file)
    write_text(link, "new")
    assert link.is_symlink()
    assert file.read_bytes() == BOM + b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.md"
    file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileError, match="no space left on device"):
        write_text(file, "new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
