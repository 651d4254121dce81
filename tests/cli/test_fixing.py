"""``--fix`` and ``--diff``: what they change, and that they change nothing else."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Run

BOM = b"\xef\xbb\xbf"
CRLF = PLAN.replace("\n", "\r\n")


def test_fix_is_idempotent(run: Run, tmp_path: Path) -> None:
    run("check", "--fix", files={"a.md": PLAN})
    fixed = (tmp_path / "a.md").read_bytes()
    assert fixed != PLAN.encode()
    assert run("check", "--diff").out == ""
    run("check", "--fix")
    assert (tmp_path / "a.md").read_bytes() == fixed


def test_what_remains_is_told(run: Run) -> None:
    assert "missing-section" not in run("check", "--fix", files={"a.md": PLAN}).out
    assert run("check", "--fix").out == run("check").out != ""


def test_diff_says_what_fix_does(run: Run, tmp_path: Path) -> None:
    patch = run("check", "--diff", "--fix", files={"a.md": PLAN}).out
    assert (tmp_path / "a.md").read_text() == PLAN
    assert patch.startswith("--- a.md\n+++ a.md\n")
    run("check", "--fix")
    fixed = [line[1:] for line in patch.split("\n")[3:] if line[:1] in (" ", "+")]
    assert (tmp_path / "a.md").read_text().split("\n")[:-1] == fixed


@pytest.mark.parametrize("data", [PLAN.encode(), CRLF.encode(), BOM + CRLF.encode(), PLAN.strip().encode()])
def test_git_takes_the_diff(run: Run, tmp_path: Path, data: bytes) -> None:
    git = shutil.which("git")
    assert git, "git is needed to prove that it takes our diffs"
    patch = run("check", "--diff", files={"a.md": data}).out
    (tmp_path / "a.patch").write_bytes(patch.encode())
    run("check", "--fix")
    fixed = (tmp_path / "a.md").read_bytes()
    (tmp_path / "a.md").write_bytes(data)
    subprocess.run([git, "apply", "-p0", "a.patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == fixed


UNTOUCHED = {
    "CRLF": CRLF.encode(),
    "mark": BOM + PLAN.encode(),
    "mark and CRLF": BOM + CRLF.encode(),
}


@pytest.mark.parametrize("data", UNTOUCHED.values(), ids=UNTOUCHED)
def test_line_ends_and_mark_stay(run: Run, tmp_path: Path, data: bytes) -> None:
    run("check", "--fix", files={"a.md": data})
    fixed = (tmp_path / "a.md").read_bytes()
    assert fixed.startswith(data.rstrip())
    assert fixed.count(BOM) == data.count(BOM)
    assert fixed.count(b"\r\n") == (fixed.count(b"\n") if b"\r" in data else 0)


SAME = [
    ("not UTF-8", PLAN.encode() + b"\xff", ["--fix"]),
    ("no plan", b"# Notes\r\n\n\rx", ["--fix"]),
    ("--diff", PLAN.encode(), ["--diff"]),
    ("--diff beats --fix", PLAN.encode(), ["--diff", "--fix"]),
    ("--unsafe-fixes alone", PLAN.encode(), ["--unsafe-fixes"]),
    ("nothing selected", PLAN.encode(), ["--fix", "--select", "broken-fence"]),
]


@pytest.mark.parametrize(("data", "words"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_not_written(run: Run, tmp_path: Path, data: bytes, words: list[str]) -> None:
    (tmp_path / "a.md").write_bytes(data)
    before = (tmp_path / "a.md").stat()
    run("check", *words)
    after = (tmp_path / "a.md").stat()
    assert (tmp_path / "a.md").read_bytes() == data
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_unsafe_fixes_are_asked_for(run: Run, tmp_path: Path) -> None:
    unticked = run("new", "plan").out
    run("check", "--fix", files={"a.md": unticked})
    assert "- [x]" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "+- [x]" in run("check", "--diff", "--unsafe-fixes").out
    run("check", "--fix", "--unsafe-fixes")
    assert "- [x]" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_a_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    outcome = run("check", "--fix", files={"a.md": PLAN})
    assert outcome.code == 2
    assert "error: a.md: no space left on device" in outcome.err
    assert "missing-section" in outcome.out
    assert (tmp_path / "a.md").read_text() == PLAN


STDIN = [PLAN.encode(), CRLF.encode(), BOM + CRLF.encode(), b"# Notes\r\n\r", b""]


@pytest.mark.parametrize("data", STDIN)
def test_fixed_standard_input_goes_to_standard_output(run: Run, tmp_path: Path, data: bytes) -> None:
    outcome = run("check", "--fix", "-", stdin=data)
    run("check", "--fix", files={"a.md": data})
    assert outcome.out.encode() == (tmp_path / "a.md").read_bytes()
    assert ("unfilled-placeholder" in outcome.err) == (b"PoC" in data)


def test_standard_input_has_the_settings_of_its_name(run: Run) -> None:
    files = {"docs/planls.toml": 'severity.missing-section = "error"', "planls.toml": 'ignore = ["STR001"]'}
    words = ["check", "-", "--output-format", "concise", "--select", "STR001", "--stdin-filename"]
    assert "docs/a.md:1:" in run(*words, "docs/a.md", files=files, stdin=PLAN.encode()).out
    assert " error STR001" in run(*words, "docs/a.md", stdin=PLAN.encode()).out
    assert " warning STR001" in run(*words, "a.md", stdin=PLAN.encode()).out
    assert run("check", "-", stdin=PLAN.encode()).code == 0


def test_broken_standard_input(run: Run) -> None:
    outcome = run("check", "--fix", "-", stdin=b"a\xff")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: -: not UTF-8: byte 1 (line 1) is no text\n")
