"""What a document belongs to without naming it, and from document to document."""

from pathlib import Path

import pytest

from planls.config import Settings
from planls.contract.reading import read
from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.companions import ALONE
from planls.workspace import companions_of, look_again
from planls.workspace.undented import undented
from planls_rules.kinds import KINDS
from tests.workspace.projects import FRONT, PLAN, SPEC, Case, found, told, write

CASES: dict[str, Case] = {
    # the configuration
    "configured": (
        {
            "planls.toml": '[companions]\nnotes = ["n/**/*.md", "*-extra.md"]\n',
            "d/a.md": SPEC,
            "n/c.md": "",
            "d/x-extra.md": "",
            "d/notes.md": "",
        },
        "d/a.md",
        "notes d/x-extra.md (the configuration), notes n/c.md (the configuration)",
    ),
    "configured for another role": (
        {"planls.toml": '[companions]\nspec = ["b.md"]\n', "p.md": PLAN, "b.md": SPEC, "notes.md": ""},
        "p.md",
        "spec b.md (the configuration), notes notes.md (its name)",
    ),
    "configured, but there is none": (
        {"planls.toml": '[companions]\nnotes = ["n/*.md"]\n', "1-spec.md": SPEC, "1-notes.md": ""},
        "1-spec.md",
        "notes 1-notes.md (its name)",
    ),
    # names
    "numbers": (
        {"1-plan.md": PLAN, "01-spec.md": SPEC, "1-notes.md": "", "2-spec.md": SPEC, "2-notes.md": ""},
        "1-plan.md",
        "spec 01-spec.md (its name), notes 1-notes.md (its name)",
    ),
    "a day": (
        {"day-14-poc.md": SPEC, "day-14.md": "", "day-15.md": "", "day-15-poc.md": SPEC},
        "day-14-poc.md",
        "notes day-14.md (its name)",
    ),
    "a dot": ({"gate.spec.md": SPEC, "gate.notes.md": ""}, "gate.spec.md", "notes gate.notes.md (its name)"),
    "in front": (
        {"gate-spec.md": SPEC, "notes-gate.md": ""},
        "gate-spec.md",
        "notes notes-gate.md (its name)",
    ),
    "notes alone": ({"spec.md": SPEC, "NOTES.md": ""}, "spec.md", "notes NOTES.md (its name)"),
    "the only notes": ({"gate.md": SPEC, "linux-notes.md": ""}, "gate.md", "notes linux-notes.md (its name)"),
    "the only notes are another's": (
        {"gate-spec.md": SPEC, "linux-notes.md": "", "linux-spec.md": SPEC},
        "gate-spec.md",
        "near linux-notes.md",
    ),
    "another number's": ({"2-spec.md": SPEC, "1-notes.md": ""}, "2-spec.md", "near 1-notes.md"),
    "two that could be": (
        {"spec.md": SPEC, "a-notes.md": "", "b-notes.md": "", "README.md": "", "CHANGELOG.md": ""},
        "spec.md",
        "near a-notes.md b-notes.md",
    ),
    "the same name, another kind": (
        {"gate-plan.md": PLAN, "gate.md": SPEC, "gate-notes.md": ""},
        "gate-plan.md",
        "spec gate.md (its name), notes gate-notes.md (its name)",
    ),
    "a spec is nobody's notes": ({"gate-spec.md": SPEC, "gate.md": PLAN}, "gate-spec.md", ""),
    "release notes are no notes": ({"spec.md": SPEC, "release-notes.md": "", "notes.txt": ""}, "spec.md", ""),
    "a word in the name is no spec": ({"1-plan.md": PLAN, "api-spec.md": "# An API"}, "1-plan.md", ""),
    "a folder of notes beside": ({"a.md": SPEC, "notes/day-1.md": ""}, "a.md", "near notes/day-1.md"),
    # from document to document
    "the spec brings its notes": (
        {
            "x/p.md": FRONT.format("spec: ../s/a.md") + PLAN,
            "s/a.md": SPEC,
            "s/notes.md": "",
            "x/notes.md": "",
        },
        "x/p.md",
        "spec s/a.md (front matter), notes s/notes.md (its name)",
    ),
    "the plan has notes of its own": (
        {
            "p.md": FRONT.format("spec: a.md\nnotes: n.md") + PLAN,
            "a.md": FRONT.format("notes: [n.md, m.md]") + SPEC,
            "n.md": "",
            "m.md": "",
        },
        "p.md",
        "spec a.md (front matter), notes n.md (front matter), notes m.md (front matter)",
    ),
    "itself": ({"notes.md": FRONT.format("planls: spec\nnotes: notes.md") + SPEC}, "notes.md", ""),
    "a circle": (
        {"p.md": FRONT.format("spec: a.md") + PLAN, "a.md": FRONT.format("notes: p.md") + SPEC},
        "p.md",
        "spec a.md (front matter)",
    ),
}


@pytest.mark.parametrize(("files", "name", "expected"), CASES.values(), ids=CASES)
def test_what_a_document_belongs_to(tmp_path: Path, files: dict[str, str], name: str, expected: str) -> None:
    write(tmp_path, files)
    assert told(found(tmp_path / name), tmp_path) == expected


def test_a_document_without_a_file_is_alone() -> None:
    reading = read(Document.parse(split_lines(SPEC)), KINDS["spec"])
    assert companions_of(None, Settings(), KINDS)(reading) is ALONE


def test_what_has_not_changed_is_the_same_object(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": SPEC, "notes.md": "one"})
    reading = read(Document.parse(split_lines(SPEC)), KINDS["spec"])
    find = companions_of(tmp_path / "a.md", Settings(), KINDS)
    first = find(reading)
    look_again()
    assert find(reading) is first
    (tmp_path / "notes.md").write_text("another", encoding="utf-8")
    assert find(reading) is first, "files are looked at when somebody says so"
    look_again()
    assert [one.document.text() for one in find(reading).found] == ["another"]


def test_what_is_open_counts_instead_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": SPEC, "notes.md": "on disk"})
    typed = {tmp_path / "notes.md": Document.parse(["typed"])}
    reading = read(Document.parse(split_lines(SPEC)), KINDS["spec"])
    find = companions_of(tmp_path / "a.md", Settings(), KINDS, typed.get)
    assert [one.document.text() for one in find(reading).found] == ["typed"]
    typed.clear()
    assert [one.document.text() for one in find(reading).found] == ["on disk"]


INDENTED = {
    "spaces": ("# Day\n\n    ## Redis\n\n    - a cache\n", "# Day\n\n## Redis\n\n- a cache\n"),
    "tabs": ("# Day\n\n\t## Redis\n\n\t- a cache\n", "# Day\n\n## Redis\n\n- a cache\n"),
    "a lead": ("a\nb\n\n# Day\n\n    ## Redis\n    Go\n", "a\nb\n\n# Day\n\n## Redis\nGo\n"),
    "no heading": ("    Redis\n\n    Go\n    ", "Redis\n\nGo\n"),
    "nothing": ("", ""),
    "some code": ("# Day\n\ntext\ntext\n\n    code\n", "# Day\n\ntext\ntext\n\n    code\n"),
    "nested lists": ("# Day\n\n- a\n    - b\n    - c\n", "# Day\n\n- a\n    - b\n    - c\n"),
}


def test_a_keystroke_in_indented_notes_has_little_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = split_lines("# Day\n" + "\n    ## Redis\n\n    - a cache\n" * 9)
    first = undented(Document.parse(lines), tmp_path)
    lines[8:9] = ["    - a stoore\n", "\n", "    ## Go\n", "    "]
    typed = Document.parse(lines)
    monkeypatch.setattr(Document, "parse", _fail)
    second = undented(typed, tmp_path)
    monkeypatch.undo()
    assert second.text() == typed.text().replace("    ", "")
    assert second.sections[:2] + second.sections[5:] == first.sections[:2] + first.sections[4:]
    fresh = Document.parse(second.lines)
    blocks = zip(second.blocks, fresh.blocks, strict=True)
    assert all(at == there and one.reads_like(other) for (at, one), (there, other) in blocks)


def _fail(*_: object) -> None:
    raise AssertionError("the notes were parsed anew")


@pytest.mark.parametrize(("text", "expected"), INDENTED.values(), ids=INDENTED)
def test_notes_whose_body_is_indented_are_notes(tmp_path: Path, text: str, expected: str) -> None:
    write(tmp_path, {"a.md": SPEC, "notes.md": text})
    assert found(tmp_path / "a.md").found[0].document.text() == expected
