"""What the field of dependencies says, in all spellings and wherever it stands."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.part import Part
from planls.contract.reading import read
from planls.contract.steps.depends.depended import named
from planls.contract.steps.depends.dependencies import dependencies
from planls.contract.steps.depends.graph import graphs
from planls.contract.steps.numbered import numbered
from planls.document import Document
from planls.document.lines import split_lines
from planls_rules.kinds import KINDS

BLOCKS = Path(__file__).parent / "blocks"
SPELLINGS = (BLOCKS / "dependencies.txt").read_text(encoding="utf-8").splitlines()
"""What a field says, and the numbers in it; a dash behind one: it opens a range."""
OTHERS = (BLOCKS / "no-dependencies.txt").read_text(encoding="utf-8").splitlines()
FIELDS = (BLOCKS / "dependency-fields.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n====\n")
"""What stands in a step, and below it the numbers that its field names."""

_WORDS = (
    "Step {}",
    "Steps {}",
    "step {}",
    "Step #{}",
    "STEP {}",
    "[Step {}](#step)",
    "`Step {}`",
    "#{}",
    "{}",
)
_RANGES = ("-", "–", " - ", " to ", " through ", "..")
_JOINTS = (", ", " and ", ", and ", " & ", "; ", " + ", "/", " plus ")
_GLOSSES = ("", "", " (Models)", " (2 tables)", " (see 7)")


def said(text: str) -> str:
    found = list(named(text, "Step"))
    assert all(text[one.start : one.end].lower() == one.number for one in found)
    return " ".join(f"{one.number}-" if one.through else one.number for one in found)


@pytest.mark.parametrize("row", SPELLINGS)
def test_a_spelling_is_read(row: str) -> None:
    text, _, numbers = row.rpartition(" | ")
    assert said(text) == numbers


@pytest.mark.parametrize("text", OTHERS)
def test_what_names_no_step_is_none(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize("given", FIELDS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_field_is_read_wherever_its_text_stands(given: str, ending: str) -> None:
    text, _, numbers = given.rpartition("\n")
    part, lines = _parts(f"### Step 7: A\n{text}\n", ending)[0]
    found = [n for one in dependencies(part) for n in (one, one.last) if n]
    assert [lines[n.span.line + 2][n.span.column : n.span.end_column] for n in found] == numbers.split()


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 3)), min_size=1, max_size=8), st.data())
def test_any_spelling_of_a_set_is_read_back(runs: list[tuple[int, int]], data: st.DataObject) -> None:
    text = _spelled(runs, data)
    found, opened = set[int](), 0
    for one in named(text, "Step"):
        found |= set(range(opened or int(one.number), int(one.number) + 1))
        opened = int(one.number) if one.through else 0
    assert found == {number for first, more in runs for number in range(first, first + more + 1)}, text


@given(st.text(alphabet="Steps 1234567890,-–&#.()ab andof\n:;PC|[]~*", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for one in named(text, "Step"):
        assert re.fullmatch(r"\d+(\.\d+)*[a-z]?", one.number)
        assert text[one.start : one.end].lower() == one.number


@given(
    st.lists(st.integers(0, 999), min_size=1, max_size=5),
    st.sampled_from(["Step", "steps", "Stage"]),
    st.data(),
)
def test_the_plain_way_is_what_the_engine_says(numbers: list[int], word: str, data: st.DataObject) -> None:
    said = [f"{word} {n}" if not at or data.draw(st.booleans()) else f"{n}" for at, n in enumerate(numbers)]
    text = ", ".join(said)
    part, _ = _parts(f"### Step 1: A\n**Depends On**: {text}\n", "\n")[0]
    found = [(one.number, one.span.column - 16, one.span.end_column - 16) for one in dependencies(part)]
    assert found == [(one.number, one.start, one.end) for one in named(text, "Step")]


def test_much_is_said_at_once() -> None:
    count = 2000
    doc = "".join(f"### Step {n}: A\n**Depends On**: Steps 1-{count}\n" for n in range(1, count + 1))
    (graph,) = graphs(read(_document(doc, "\n"), KINDS["plan"]))
    assert [len(cycle) for cycle in graph.web.cycles] == [1]
    assert all(map(graph.web.is_knotted, graph.web.edges))


def _spelled(runs: Sequence[tuple[int, int]], data: st.DataObject) -> str:
    """Some numbers as somebody may write them; each stands alone or begins a range of so many more."""
    word, ranged = data.draw(st.sampled_from(_WORDS)), data.draw(st.sampled_from(_RANGES))
    found = ""
    for at, (first, more) in enumerate(runs):
        bare = at > 0 and data.draw(st.booleans())
        one = f"{first}" if bare else word.format(first)
        last = f"{first + more}" if bare or data.draw(st.booleans()) else word.format(first + more)
        found += data.draw(st.sampled_from(_JOINTS)) if at else ""
        found += (f"{one}{ranged}{last}" if more else one) + data.draw(st.sampled_from(_GLOSSES))
    return found


def _document(text: str, ending: str) -> Document:
    text = f"# PoC 1 Implementation Plan: A\n## Implementation Steps\n{text}"
    return Document.parse(split_lines(text.replace("\n", ending)))


def _parts(text: str, ending: str) -> list[tuple[Part, list[str]]]:
    document = _document(text, ending)
    reading = read(document, KINDS["plan"])
    ((_, steps),) = [found for found in numbered(reading) if found[1]]
    return [(step.part, list(document.lines)) for step in steps]
