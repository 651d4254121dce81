"""Which documents a command line means."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from planls.config import Settings
from planls.workspace import find_documents, forget_settings


def found(folder: Path, files: Iterable[str], *words: str) -> list[str]:
    """Make the files (``name`` or ``name: text``), search from the folder, and name what was found."""
    make(folder, files)
    forget_settings()
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = find_documents(words or ["."])
    finally:
        os.chdir(before)
    return [path.as_posix() for path in result.documents] + [f"! {problem}" for problem in result.problems]


def make(folder: Path, files: Iterable[str]) -> None:
    """Make files and the folders that they need."""
    for spec in files:
        name, _, text = spec.partition(": ")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


REPOSITORY = ".git/HEAD"
FOUND = {
    "only Markdown, sorted, .git left out": (
        ["b.md", "a/z.md", "a.markdown", "A.MD", "c.txt", ".git/x.md", ".hidden/d.md"],
        ["."],
        [".hidden/d.md", "A.MD", "a/z.md", "a.markdown", "b.md"],
    ),
    "a named file whatever its name": (["a.txt"], ["a.txt"], ["a.txt"]),
    "once only, in the order of the words": (["a.md", "b.md"], ["b.md", ".", "./b.md"], ["b.md", "a.md"]),
    "a folder": (["docs/a.md", "b.md"], ["docs"], ["docs/a.md"]),
    "a glob": (["docs/a.md", "docs/b/c.md", "d.md"], ["docs/**/*.md"], ["docs/a.md", "docs/b/c.md"]),
    "a glob of one level": (["a.md", "b/c.md"], ["*.md"], ["a.md"]),
    "a glob of folders": (["a1/x.md", "a2/b/y.md", "c/z.md"], ["a*"], ["a1/x.md", "a2/b/y.md"]),
    "a glob above": (["docs/a.md", "b.md"], ["docs/../*.md"], ["docs/../b.md"]),
    "a file that looks like a glob": (["[a].md", "a.md"], ["[a].md"], ["[a].md"]),
    "no such glob": ([], ["*.md"], ["! *.md: no Markdown file matches"]),
    "no such folder for a glob": ([], ["docs/*.md"], ["! docs/*.md: no Markdown file matches"]),
    "malformed glob": ([], ["[z-a].md"], ["! [z-a].md: malformed glob"]),
    "no such file": (["a.md"], ["b.md", "a.md"], ["a.md", "! b.md: no such file or folder"]),
    "nothing there": (["a.txt"], ["."], []),
    "gitignore": (
        [
            ".gitignore: drafts/\n/top.md\r\n*.tmp.md\n# a.md\n!",
            "drafts/a.md",
            "top.md",
            "b/top.md",
            "x.tmp.md",
        ],
        ["."],
        ["b/top.md"],
    ),
    "nested gitignore and negation": (
        [".gitignore: *.md", "a/.gitignore: !keep.md", "a/keep.md", "a/b/keep.md", "a/x.md", "keep.md"],
        ["."],
        ["a/b/keep.md", "a/keep.md"],
    ),
    "nothing returns from an ignored folder": ([".gitignore: a/\n!a/x.md", "a/x.md"], ["."], []),
    "gitignore above, up to the repository": (
        [REPOSITORY, ".gitignore: x.md", "docs/x.md", "docs/a.md"],
        ["docs"],
        ["docs/a.md"],
    ),
    "gitignore above counts in a repository only": (
        [".gitignore: x.md", "docs/x.md"],
        ["docs"],
        ["docs/x.md"],
    ),
    "an ignored folder that is named": (
        [REPOSITORY, ".gitignore: build/", "build/a.md"],
        ["build"],
        ["build/a.md"],
    ),
    "an ignored file that is named": ([".gitignore: a.md", "a.md"], ["a.md"], ["a.md"]),
    "gitignore counts for globs": ([".gitignore: a.md", "a.md", "b.md"], ["*.md"], ["b.md"]),
    "exclude": (
        ['planls.toml: exclude = ["drafts/**", "!drafts/keep.md"]', "drafts/a.md", "drafts/keep.md", "b.md"],
        ["."],
        ["b.md", "drafts/keep.md"],
    ),
    "exclude of the nearest configuration": (
        ['planls.toml: exclude = ["*"]', "sub/.planls.toml", "a.md", "sub/a.md"],
        ["."],
        ["sub/a.md"],
    ),
    "an excluded file that is named": (['planls.toml: exclude = ["a.md"]', "a.md"], ["a.md"], ["a.md"]),
    "the templates of a team's own kinds are passed over": (
        [
            'planls.toml: kinds = { a = { template = "t/a.md" }, b = { template = "t/b" } }',
            *("t/a.md", "t/b/template.md", "t/b/c.md", "t/template.md", "a.md"),
        ],
        ["."],
        ["a.md", "t/b/c.md", "t/template.md"],
    ),
    "a template that is named": (
        ['planls.toml: kinds.a.template = "t/a.md"', "t/a.md"],
        ["t/a.md", "t"],
        ["t/a.md"],
    ),
    "a broken configuration is not the search's": (["planls.toml: =", "a.md"], ["."], ["a.md"]),
}


@pytest.mark.parametrize(("files", "words", "expected"), FOUND.values(), ids=FOUND)
def test_search(tmp_path: Path, files: list[str], words: list[str], expected: list[str]) -> None:
    assert found(tmp_path, files, *words) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no links for everyone")
def test_links(tmp_path: Path) -> None:
    make(tmp_path, ["a/b.md"])
    (tmp_path / "a/loop").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to("self")
    (tmp_path / "a/gone.md").symlink_to("nowhere.md")
    (tmp_path / "linked.md").symlink_to("a/b.md")
    assert found(tmp_path, [], ".") == ["a/b.md", "linked.md"]
    assert found(tmp_path, [], "a/loop") == ["a/loop/b.md"]


def test_absolute_words_and_what_was_named(tmp_path: Path) -> None:
    make(tmp_path, ["a.md", "b.md"])
    result = find_documents([str(tmp_path / "a.md"), str(tmp_path)], lambda _: Settings())
    assert result.documents == (tmp_path / "a.md", tmp_path / "b.md")
    assert result.named == {tmp_path / "a.md"}
