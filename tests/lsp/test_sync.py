"""Documents: after any changes the text is the client's, and the findings are those of that text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.config import Settings
from planls.document import Document
from planls.document.lines import Span, split_lines
from planls.linter import Linter
from planls.lsp.convert import Converter
from planls.lsp.documents import OpenDocument
from planls.rule import Finding
from planls_rules.kinds import KINDS
from tests.lsp.editor import PUSH, Editors, as_range
from tests.lsp.plans import MISSPELLED, PLACEHOLDER, TITLE

WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
Place = tuple[int, int, int, int]


@dataclass(frozen=True)
class Model:
    """What the protocol says of a change, in the plainest words: offsets in an encoded text."""

    text: str
    encoding: str

    def changed(self, place: Place | None, new: str) -> "Model":
        """The text after a change."""
        if place is None:
            return Model(new, self.encoding)
        start, end = self._offset(*place[:2]), self._offset(*place[2:])
        return Model(self.text[:start] + new + self.text[max(start, end) :], self.encoding)

    def _offset(self, line: int, units: int) -> int:
        lines = split_lines(self.text)
        if line >= len(lines):
            return len(self.text)
        found = lines[line].rstrip("\r\n")
        codec = self.encoding if self.encoding == "utf-8" else f"{self.encoding}-le"
        widths = [len(char.encode(codec)) // WIDTH[self.encoding] for char in found]
        column = next((at for at in range(len(found)) if sum(widths[:at]) >= units), len(found))
        return sum(map(len, lines[:line])) + column


def opened(text: str) -> OpenDocument:
    return OpenDocument("untitled:plan.md", 1, text, (Settings(), KINDS))


def told(findings: Iterable[Finding]) -> list[object]:
    """What findings say, with the edits of their fixes worked out."""
    return [(replace(f, fix=None, others=()), [(fix.title, fix.edits) for fix in f.fixes]) for f in findings]


def fresh_findings(text: str) -> list[object]:
    return told(Linter(Settings()).run(Document.parse(split_lines(text))).findings)


def check(text: str, encoding: str, *changes: tuple[Place | None, str]) -> None:
    """Make the changes both ways, with an analysis here and there, and compare."""
    document, model, converter = opened(text), Model(text, encoding), Converter(encoding)
    for number, (place, new) in enumerate(changes):
        span = converter.json_span(document.store.lines, as_range(place)) if place else None
        document.replace(span, new)
        model = model.changed(place, new)
        assert document.store.text() == model.text
        if number % 3 == 0:
            assert document.analysed().document.text() == model.text
    assert told(document.analysed().findings) == fresh_findings(model.text)


def test_what_is_told_of_the_whole_document_is_kept_while_no_edit_touches_it() -> None:
    document = opened(f"{MISSPELLED}\n## Production-Grade Checklist\n\n- [ ] **Tests exist**: a\n")
    before = unticked(document)
    document.replace(Span(6, 1, 6, 1), "x")
    assert list(map(id, unticked(document))) == list(map(id, before)) != []


def unticked(document: OpenDocument) -> list[Finding]:
    """The findings of one rule that reads the whole document, as its groups have them."""
    found = (one for group in document.analysed().groups for one in group.findings)
    return [one for one in found if one.rule and one.rule.code == "PRD001"]


CHANGES: dict[str, tuple[str, list[tuple[Place | None, str]]]] = {
    "type a character": (MISSPELLED, [((2, 11, 2, 11), "x")]),
    "mend the heading": (MISSPELLED, [((2, 14, 2, 14), "i")]),
    "behind astral characters": (PLACEHOLDER, [((5, 22, 5, 28), "Y")]),
    "delete lines": (MISSPELLED, [((2, 0, 6, 0), "")]),
    "join lines": (MISSPELLED, [((2, 22, 3, 0), "")]),
    "at the end": (TITLE, [((1, 0, 1, 0), "## Overview\n")]),
    "beyond the end": (TITLE, [((7, 3, 9, 9), "## Overview\n")]),
    "beyond the line": (TITLE, [((0, 99, 0, 999), "!")]),
    "end before start": (MISSPELLED, [((2, 5, 2, 3), "x")]),
    "an unterminated line goes on": (
        TITLE.strip(),
        [((1, 0, 1, 0), "more"), ((0, 99, 0, 99), "\n## Overview")],
    ),
    "between CR and LF": ("a\r\nb\r\n", [((0, 2, 0, 2), "x"), ((1, 0, 1, 0), "\r")]),
    "CR meets LF": ("a\r", [((1, 0, 1, 0), "\nb"), ((0, 1, 1, 0), "")]),
    "the whole text": (MISSPELLED, [(None, PLACEHOLDER), (None, ""), (None, TITLE)]),
    "the whole text, nearly the same": (MISSPELLED, [(None, MISSPELLED.replace("ton", "tion"))]),
    "the whole text, then a range": (MISSPELLED, [(None, TITLE), ((0, 0, 0, 1), "##"), ((1, 0, 1, 0), "b")]),
    "open a fence": (MISSPELLED, [((1, 0, 1, 0), "```\n")]),
    "open and close a fence": (MISSPELLED, [((1, 0, 1, 0), "```\n"), ((1, 0, 2, 0), "")]),
    "front matter": (MISSPELLED, [((0, 0, 0, 0), "---\nplanls: none\n---\n"), ((1, 8, 1, 12), "plan")]),
    "everything goes": (MISSPELLED, [((0, 0, 99, 0), "")]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes(name: str) -> None:
    text, changes = CHANGES[name]
    check(text, "utf-16", *changes)


@pytest.mark.parametrize("name", CHANGES)
def test_changes_of_a_document_with_crlf(name: str) -> None:
    text, changes = CHANGES[name]
    check(text.replace("\n", "\r\n"), "utf-16", *changes)


numbers = st.integers(min_value=0, max_value=30)
pieces = st.lists(
    st.sampled_from(
        ["\n", "\r\n", "\r", "## Overview", "# ", "```\n", "x", "😀", "é", "\u2028", "- [ ] ", "**Goal**:"]
    ),
    max_size=4,
).map("".join)
places = st.none() | st.tuples(numbers, numbers, numbers, numbers)


@given(
    st.sampled_from([MISSPELLED, PLACEHOLDER, TITLE, ""]),
    st.sampled_from(list(WIDTH)),
    st.lists(st.tuples(places, pieces), max_size=8),
)
def test_any_changes(text: str, encoding: str, changes: list[tuple[Place | None, str]]) -> None:
    check(text, encoding, *changes)


async def test_changes_of_one_notification_build_on_each_other(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(TITLE)
    client.change(
        ((1, 0, 1, 0), "\n## Overview\n"), ((0, 0, 0, 1), "##"), ((0, 0, 0, 1), ""), ((2, 3, 2, 3), "x")
    )
    now = await client.diagnostics_now()
    client.change((None, TITLE + "\n## xOverview\n"))
    assert await client.diagnostics_now() == now
    assert any("xOverview" in found.message for found in now)


async def test_a_burst_of_edits_ends_with_the_newest_texts_findings(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(MISSPELLED)
    for _ in range(100):
        client.change(((2, 3, 2, 3), "x"))
    for _ in range(100):
        client.change(((2, 3, 2, 4), ""))
    found = {d.code: d.range.start.line for d in await client.diagnostics_now()}
    assert found["STR005"] == 2
    assert len(client.published) < 100


LANGUAGES = [
    ("untitled:a", "markdown", True),
    ("file:///a/plan.md", "plaintext", True),
    ("file:///a/PLAN.MARKDOWN", "", True),
    ("zip://a/plan.md", "text", True),
    ("untitled:a", "plaintext", False),
    ("file:///a/plan.py", "python", False),
]


@pytest.mark.parametrize(("uri", "language", "taken"), LANGUAGES)
async def test_what_is_markdown(editors: Editors, uri: str, language: str, taken: object) -> None:
    client = await editors(PUSH)
    client.open(TITLE, uri, language)
    client.open(TITLE, "untitled:last.md")
    await client.diagnostics_now("untitled:last.md")
    client.close("untitled:last.md")

    def told() -> bool:
        return any(p.uri == uri and p.diagnostics for p in client.published)

    def cleared() -> bool:
        return any(p.version is None for p in client.published)

    await client.until(lambda: cleared() and (told() or not taken))  # the two may come in either order
    assert told() == taken
