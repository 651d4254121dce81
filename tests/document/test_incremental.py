"""A document that went through edits equals one that is read afresh."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planls.document import Document
from planls.document.blocks import Block
from planls.document.lines import Change, LineStore, Span, split_lines
from tests.generators.texts import edits, texts

Edit = tuple[Span, str]


@given(texts, st.lists(edits, min_size=1, max_size=6))
@example("a\r", [(Span(1, 0, 1, 0), "\n")])
@example("---\na: 1\n", [(Span(2, 0, 2, 0), "---\n# h\n"), (Span(0, 0, 1, 0), "")])
@example("```\n# h\n", [(Span(2, 0, 2, 0), "```\n"), (Span(0, 0, 0, 3), "~~~")])
@example("- a\n\nb\n", [(Span(1, 0, 2, 0), "")])
def test_edits_one_by_one(text: str, changes: list[Edit]) -> None:
    store = LineStore(text)
    document = Document.parse(list(store.lines))
    for span, new in changes:
        change = store.replace(span, new)
        document = document.replaced(change, store.lines[change.first : change.first + change.added])
        assert _told(document) == _told(Document.parse(list(store.lines)))


@given(texts, st.lists(edits, min_size=2, max_size=6))
def test_edits_all_at_once(text: str, changes: list[Edit]) -> None:
    store = LineStore(text)
    document = Document.parse(list(store.lines))
    whole: Change | None = None
    for span, new in changes:
        change = store.replace(span, new)
        whole = whole.then(change) if whole else change
    assert whole
    document = document.replaced(whole, store.lines[whole.first : whole.first + whole.added])
    assert _told(document) == _told(Document.parse(list(store.lines)))


@given(texts, edits)
def test_sections_above_stay_the_same_objects(text: str, change: Edit) -> None:
    store = LineStore("# far\n\ntext\n\n# near\n\n" + text)
    before = Document.parse(list(store.lines))
    made = store.replace(change[0].down(6), change[1])
    after = before.replaced(made, store.lines[made.first : made.first + made.added])
    assert after.sections[0] is before.sections[0]


@given(texts, edits)
def test_sections_below_stay_the_same_objects(text: str, change: Edit) -> None:
    store = LineStore(text + "\n\n# near\n\n# far\n\ntext\n")
    before = Document.parse(list(store.lines))
    last = len(split_lines(text))
    span = Span(min(change[0].line, last), change[0].column, min(change[0].end_line, last), 0)
    made = store.replace(span, f"{change[1]}\n")
    after = before.replaced(made, store.lines[made.first : made.first + made.added])
    assert after.sections[-1] is before.sections[-1] or not _far(before) or not _far(after)


@given(texts)
def test_what_stays_is_not_read_again(text: str) -> None:
    parts = ["# a\n\nx\n\n" * 20, text, "\n\n# b\n\nx\n" * 20]
    store = LineStore("".join(parts))
    before = Document.parse(list(store.lines))
    change = store.replace(Span(39, 0, 39, 0), "y")
    after = before.replaced(change, store.lines[change.first : change.first + change.added])
    same = {id(section) for section in before.sections}
    assert sum(id(section) not in same for section in after.sections) <= 2


@pytest.mark.parametrize("line", [1, 2, 3, 5, 6, 7])
def test_headings_beside_an_edit_stay_the_same_objects(line: int) -> None:
    store = LineStore("# a\n\nx\n\n## b\n\ny\n\n## c\n")
    before = Document.parse(list(store.lines))
    made = store.replace(Span(line, 0, line, 0), "z")
    after = before.replaced(made, store.lines[made.first : made.first + made.added])
    assert after.headings == before.headings


def _far(document: Document) -> bool:
    """Whether the last heading is a heading, and not inside something that never ends."""
    heading = document.sections[-1].heading
    return heading is not None and heading.text == "far"


def _told(document: Document) -> tuple[object, ...]:
    """All that a document says of its text."""
    blocks = [(at, *_block(block)) for at, block in document.blocks]
    return (
        document.text(),
        list(document.lines),
        blocks,
        [len(s.blocks) for s in document.sections],
        document.starts,
    )


def _block(block: Block) -> tuple[object, ...]:
    fields = ("lines", "level", "setext", "fence", "info", "closed", "nested", "items", "leaves")
    return (type(block).__name__, *(getattr(block, name, None) for name in fields))
