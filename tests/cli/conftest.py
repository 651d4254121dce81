"""How the tests run a command: in this process, in an empty folder."""

import io
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from planls.cli import main
from planls.workspace import forget_settings

PLAN = "# PoC 3 Implementation Plan: X\n"
"""A plan that lacks every section: findings with safe fixes."""


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("check", "a.md", files={"a.md": "..."}, stdin=b"...")`` in the test's own folder."""
    monkeypatch.chdir(tmp_path)

    def run_it(*words: str, files: Mapping[str, str | bytes] | None = None, stdin: bytes = b"") -> Outcome:
        forget_settings()
        for name, text in (files or {}).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="ascii"))
        try:
            code: int | str | None = main(words)
        except SystemExit as stop:
            code = stop.code
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it
