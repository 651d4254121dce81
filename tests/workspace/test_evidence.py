"""What a document names itself: in its front matter, and in links near its top."""

from pathlib import Path

import pytest

from tests.workspace.projects import FRONT, PLAN, SPEC, Case, found, told, write

CASES: dict[str, Case] = {
    # front matter
    "named in front matter": (
        {"a.md": FRONT.format("notes: x/y.md") + SPEC, "x/y.md": "y", "notes.md": "n"},
        "a.md",
        "notes x/y.md (front matter)",
    ),
    "several": (
        {"a.md": FRONT.format("notes: [b.md, c.md]") + SPEC, "b.md": "", "c.md": ""},
        "a.md",
        "notes b.md (front matter), notes c.md (front matter)",
    ),
    "below planls": (
        {"a.md": FRONT.format("planls: {kind: spec, notes: b.md}") + SPEC, "b.md": ""},
        "a.md",
        "notes b.md (front matter)",
    ),
    "a wiki link": (
        {"a.md": FRONT.format('notes: "[[b]]"') + SPEC, "b.md": ""},
        "a.md",
        "notes b.md (front matter)",
    ),
    "a Markdown link": (
        {"a.md": FRONT.format("notes: '[the notes](my%20notes.md#top)'") + SPEC, "my notes.md": ""},
        "a.md",
        "notes my notes.md (front matter)",
    ),
    "a folder": (
        {"a.md": FRONT.format("notes: n/") + SPEC, "n/2.md": "", "n/1.md": "", "n/x.txt": ""},
        "a.md",
        "notes n/1.md (front matter), notes n/2.md (front matter)",
    ),
    "specs": (
        {"p.md": FRONT.format("specs: b.md") + PLAN, "b.md": SPEC},
        "p.md",
        "spec b.md (front matter)",
    ),
    "upwards": (
        {"d/a.md": FRONT.format("notes: ../n/b.md") + SPEC, "n/b.md": ""},
        "d/a.md",
        "notes n/b.md (front matter)",
    ),
    "from the repository's root": (
        {"d/e/a.md": FRONT.format("notes: n/b.md") + SPEC, "n/b.md": "", ".git/HEAD": ""},
        "d/e/a.md",
        "notes n/b.md (front matter)",
    ),
    "declined": ({"a.md": FRONT.format("notes: none") + SPEC, "notes.md": ""}, "a.md", "declined"),
    "declined by an empty list": (
        {"a.md": FRONT.format("notes: []") + SPEC, "notes.md": ""},
        "a.md",
        "declined",
    ),
    "not said": (
        {"a.md": FRONT.format("notes:") + SPEC, "notes.md": ""},
        "a.md",
        "notes notes.md (its name)",
    ),
    "a remark is no file": (
        {"a.md": FRONT.format("notes: written in a hurry, v1.2") + SPEC, "notes.md": ""},
        "a.md",
        "notes notes.md (its name)",
    ),
    "not there": (
        {"a.md": FRONT.format("notes: day-1-note.md") + SPEC, "day-1-notes.md": "", "day-2-notes.md": ""},
        "a.md",
        "broken 2:8 day-1-note.md: there is no such file (day-1-notes.md)",
    ),
    "no text": (
        {"a.md": FRONT.format("notes: b.md") + SPEC, "b.md": "\udcff"},
        "a.md",
        "broken 2:8 b.md: not UTF-8: byte 0 (line 1) is no text",
    ),
    # links near the top
    "a label": (
        {"a.md": f"# S\n\n> **Notes**: [x](b.md)\n\n{SPEC}", "b.md": ""},
        "a.md",
        "notes b.md (a link)",
    ),
    "a label and a path": (
        {"a.md": f"# S\nNotes: `n/b.md`\n{SPEC}", "n/b.md": ""},
        "a.md",
        "notes n/b.md (a link)",
    ),
    "an angle": (
        {"a.md": f"# S\nNotes: [x](<my b.md>)\n{SPEC}", "my b.md": ""},
        "a.md",
        "notes my b.md (a link)",
    ),
    "a title": ({"a.md": f'# S\nNotes: [x](b.md "t")\n{SPEC}', "b.md": ""}, "a.md", "notes b.md (a link)"),
    "made from": (
        {"a.md": f"# S\n* Built from: [Day 14](b.md)\n{SPEC}", "b.md": ""},
        "a.md",
        "notes b.md (a link)",
    ),
    "the text says so": (
        {"a.md": f"# S\nSee [the day 14 notes](b.md).\n{SPEC}", "b.md": ""},
        "a.md",
        "notes b.md (a link)",
    ),
    "the name says so": (
        {"a.md": f"# S\nSee [that](b-notes.md).\n{SPEC}", "b-notes.md": ""},
        "a.md",
        "notes b-notes.md (a link)",
    ),
    "a table": (
        {"p.md": f"{PLAN}\n## Overview\n| A | B |\n|--|--|\n| **Spec** | [b](b.md) |\n", "b.md": SPEC},
        "p.md",
        "spec b.md (a link)",
    ),
    "both on a line": (
        {"p.md": f"{PLAN}\nSpec: [b](b.md) · Notes: [c](c.md)\n", "b.md": SPEC, "c.md": ""},
        "p.md",
        "spec b.md (a link), notes c.md (a link)",
    ),
    "the file says that it is a spec": (
        {"p.md": f"{PLAN}\nImplements [that](b.md) as [this](c.md).\n", "b.md": SPEC, "c.md": ""},
        "p.md",
        "spec b.md (a link)",
    ),
    "a link to anything": (
        {"a.md": f"# S\nSee [that](b.md) and b2.md.\n{SPEC}", "b.md": "", "b2.md": ""},
        "a.md",
        "near b.md b2.md",
    ),
    "a note is a remark": (
        {"a.md": f"# S\n**Note**: see [that](b.md)\n{SPEC}", "b.md": ""},
        "a.md",
        "near b.md",
    ),
    "release notes": ({"a.md": f"# S\nRelease notes: [x](b.md)\n{SPEC}", "b.md": ""}, "a.md", "near b.md"),
    "everybody's file": ({"a.md": f"# S\nNotes: [x](README.md)\n{SPEC}", "README.md": ""}, "a.md", ""),
    "the web": ({"a.md": f"# S\nNotes: [x](https://example.com/b.md)\n{SPEC}"}, "a.md", ""),
    "in code": ({"a.md": f"# S\n```\nNotes: [x](b.md)\n```\n{SPEC}", "b.md": ""}, "a.md", "near b.md"),
    "far below": ({"a.md": SPEC + "text\n\n" * 40 + "Notes: [x](b.md)\n", "b.md": ""}, "a.md", "near b.md"),
    "front matter comes first": (
        {"a.md": FRONT.format("notes: b.md") + f"# S\nNotes: [x](c.md)\n{SPEC}", "b.md": "", "c.md": ""},
        "a.md",
        "notes b.md (front matter)",
    ),
    "a broken link": (
        {"a.md": f"# S\nNotes: [x](b.md)\n{SPEC}"},
        "a.md",
        "broken 2:12 b.md: there is no such file ()",
    ),
}


@pytest.mark.parametrize(("files", "name", "expected"), CASES.values(), ids=CASES)
def test_what_a_document_names(tmp_path: Path, files: dict[str, str], name: str, expected: str) -> None:
    write(tmp_path, files)
    assert told(found(tmp_path / name), tmp_path) == expected
