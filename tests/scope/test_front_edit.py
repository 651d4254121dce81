"""One name more in a list of the front matter, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document import Document
from planls.document.frontedit import listed_in_front_matter, said_in_front_matter
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.rule import Edit


def allowing(text: str, name: str) -> str | None:
    """The text after the edit that allows a name; None where there is none."""
    document = Document.parse(split_lines(text))
    edit = listed_in_front_matter(document, "allow", name)
    return "".join(apply_edits(document.lines, [Edit(*edit)])) if edit else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# X\n", "---\nplanls:\n  allow: [Redis]\n---\n\n# X\n"),
        ("", "---\nplanls:\n  allow: [Redis]\n---\n\n"),
        ("---\nnotes: a.md\n---\n", "---\nplanls:\n  allow: [Redis]\nnotes: a.md\n---\n"),
        ("---\nplanls: spec\n---\n", "---\nplanls: {kind: spec, allow: [Redis]}\n---\n"),
        ("---\nplanls: {kind: spec}\n---\n", "---\nplanls: {kind: spec, allow: [Redis]}\n---\n"),
        ("---\nplanls: {allow: [Go]}\n---\n", "---\nplanls: {allow: [Go, Redis]}\n---\n"),
        ("---\nplanls:\n  allow: [Go]\n---\n", "---\nplanls:\n  allow: [Go, Redis]\n---\n"),
        ("---\nplanls:\n  allow:\n  - Go\n---\n", "---\nplanls:\n  allow:\n  - Redis\n  - Go\n---\n"),
        ("---\r\nplanls:\r\n---\r\n", "---\r\nplanls:\r\n  allow: [Redis]\r\n---\r\n"),
        ("---\nplanls: [what, ever]\n---\n", None),
        ("---\nplanls: {allow: Google}\n---\n", "---\nplanls: {allow: [Google, Redis]}\n---\n"),
        ("---\nplanls: {allow: [Go,]}\n---\n", "---\nplanls: {allow: [Go, Redis]}\n---\n"),
        ("---\nplanls: {allow: ['a]b']}\n---\n", "---\nplanls: {allow: ['a]b', Redis]}\n---\n"),
        ("---\nplanls:\n  allow: Go # why\n---\n", "---\nplanls:\n  allow: [Go, Redis] # why\n---\n"),
        ("---\nplanls: {allow: [], words: [Go]}\n---\n", "---\nplanls: {allow: [Redis], words: [Go]}\n---\n"),
        ("---\nplanls: {kind: spec, allow: {a: b}}\n---\n", None),
    ],
)
def test_allowing(before: str, after: str | None) -> None:
    assert allowing(before, "Redis") == after


@given(st.text(min_size=1, max_size=20).filter(lambda name: name.strip() == name and name.isprintable()))
def test_any_name_can_be_listed(name: str) -> None:
    for text in ("# X\n", "---\nplanls: {kind: spec}\n---\n# X\n"):
        after = allowing(text, name)
        assert after is not None
        said = Document.parse(split_lines(after)).front_matter["planls"]
        assert isinstance(said, dict)
        assert said["allow"] == [name]


def naming(text: str) -> str | None:
    """The text after the edit that names its notes; None where there is none."""
    document = Document.parse(split_lines(text))
    edit = said_in_front_matter(document, "notes", "day 1.md")
    return "".join(apply_edits(document.lines, [Edit(*edit)])) if edit else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# X\n", "---\nnotes: day 1.md\n---\n\n# X\n"),
        ("---\nx: y\n---\n", "---\nnotes: day 1.md\nx: y\n---\n"),
        ("---\r\nx: y\r\n---\r\n", "---\r\nnotes: day 1.md\r\nx: y\r\n---\r\n"),
        ("---\nnotes:\n---\n", "---\nnotes: day 1.md\n---\n"),
        ("---\nx: y\nnotes: # todo\n---\n", "---\nx: y\nnotes: day 1.md # todo\n---\n"),
        ("---\nnotes: TBD\n---\n", "---\nnotes: day 1.md\n---\n"),
        ("---\nnotes: {}\n---\n", "---\nnotes: day 1.md\n---\n"),
        ("---\nnotes: 5\n---\n", None),
        ("---\nnotes:\n  - TBD\n---\n", None),
        ("---\nnotes: [\n---\n", None),
    ],
)
def test_naming_the_notes(before: str, after: str | None) -> None:
    assert naming(before) == after
