"""What the command line says of the documents that one belongs to."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SPEC = "# PoC Spec: Gate\n## A) PoC Overview\n## B) Scope Mapping\n## C) Architecture\n"
RULES = ("--output-format", "concise", "--select", "missing-notes,broken-link")
NONE = (
    "information SCP005 missing-notes This spec has no notes, so nothing tells what it may use; "
    "name them in its front matter: "
)
LARGE = "The notes, `b.md`, cannot be read: larger than 5 MB; name a file that can be read"

CASES = {
    "no file could be its notes": (
        {"a.md": SPEC, "README.md": ""},
        f"a.md:1:3: {NONE}`notes: FILE.md`, or `notes: none` if there are none\n",
    ),
    "its name tells": ({"1-spec.md": SPEC, "1-notes.md": "# Day 1\n"}, ""),
    "configured": ({"a.md": SPEC, "n/b.md": "", "planls.toml": '[companions]\nnotes = ["n/*.md"]\n'}, ""),
    "a file that is too large": (
        {"a.md": f"---\nnotes: b.md\n---\n{SPEC}", "b.md": "x" * 5_000_001},
        f"a.md:2:8: warning LNK001 broken-link {LARGE}\n",
    ),
}


@pytest.mark.parametrize(("files", "out"), CASES.values(), ids=CASES)
def test_what_is_said(run: Run, files: dict[str, str], out: str) -> None:
    assert run("check", *RULES, ".", files=files).out == out


def test_a_text_without_a_name_stands_alone(run: Run) -> None:
    assert run("check", *RULES, "-", stdin=SPEC.encode()).out == ""


def test_fixes_that_decide_are_not_safe(run: Run) -> None:
    files = {"a.md": SPEC, "day-3.md": ""}
    assert "would change" not in run("check", *RULES, "--diff", ".", files=files).err
    assert "+notes: day-3.md" in run("check", *RULES, "--diff", "--unsafe-fixes", "a.md").out


def test_an_unknown_role_in_the_configuration_is_told(run: Run) -> None:
    files = {"a.md": SPEC, "planls.toml": '[companions]\nnots = ["n.md"]\n'}
    done = run("check", ".", files=files)
    assert (done.code, "planls.toml:2: unknown role `nots`; did you mean `notes`?" in done.err) == (2, True)


def test_a_folder_of_many_documents_is_listed_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{n}-spec.md": SPEC for n in range(60)} | {f"{n}-notes.md": "# Notes\n" for n in range(60)}
    run("check", "--exit-zero", ".", files=files)
    listed: list[Path] = []

    def names(folder: Path) -> list[str]:
        listed.append(folder)
        return []

    monkeypatch.setattr("planls.workspace.library._names", names)
    run("check", "--exit-zero", ".")
    assert Path.cwd() in listed
    assert len(listed) == len(set(listed))
