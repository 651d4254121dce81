"""A step that is split loses nothing, and who refers to a step goes on to do so."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from planls.contract.reading import Reading, read
from planls.contract.steps.numbered import numbered
from planls.contract.steps.renumber import renumbered
from planls.document import Document
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.rule import Edit, Finding
from planls_rules import find_rule
from planls_rules.kinds import KINDS
from tests.properties.looks import few

NAMES = "Alpha Beta Gamma Delta Epsilon Zeta".split()
ESTIMATES = ("", "", " (~45 min)", " (1 h)", " (20-40 minutes)", " (~10 min)")
MARKERS = ("- [ ]", "* [ ]", "{}. [ ]", "{}.", "1)", "-")
_NAMED = re.compile(r"Steps? (\d+)(?:-(\d+))? \[(\w+)(?: to (\w+))?\]")
_HEADING = re.compile(r"### Step (\d+): (\w+)(?: \(part \d+\))?")


@dataclass(frozen=True)
class Drawn:
    """A plan as it was drawn; ``tasks`` is how many there are."""

    text: str
    tasks: int


@st.composite
def plans(draw: st.DrawFn) -> Drawn:
    """Plans whose steps refer to one another by number, with the name behind it."""
    count = draw(st.integers(1, len(NAMES)))
    tasks = draw(st.lists(st.integers(1, 12), min_size=count, max_size=count))
    lines = ["# PoC 1 Implementation Plan: Search", "", "## Implementation Steps", ""]
    for n in range(count):
        lines += [
            f"### Step {n + 1}: {NAMES[n]}{draw(st.sampled_from(ESTIMATES))}",
            *_step(draw, n, tasks[n], count),
        ]
    lines += ["## Risks & Mitigations", "", draw(references(count)), "", *_table(draw, count)]
    newline = draw(st.sampled_from(("\n", "\r\n")))
    return Drawn(newline.join(lines) + draw(st.sampled_from(("", newline))), sum(tasks))


def _step(draw: st.DrawFn, n: int, tasks: int, count: int) -> Iterator[str]:
    """The body of a step: fields in the template's order, some of them left out."""
    gap = [""] * draw(st.integers(0, 1))
    yield from (*gap, f"**Goal**: Goal {NAMES[n]}, {draw(references(count))}.", *gap)
    if n and draw(st.booleans()):
        yield from (f"**Depends On**: {draw(references(n))}", *gap)
    yield from ("", *(["**Tasks**:"] if draw(st.booleans()) else []))
    marker = draw(st.sampled_from(MARKERS))
    for task in range(tasks):
        file = f"`{NAMES[task % 6].lower()}.py`" if draw(st.booleans()) else "it"
        box = marker.format(task + 1).replace("[ ]", f"[{draw(st.sampled_from(' x'))}]")
        yield f"{box} Task {NAMES[n]} {'I' * task} writes {file}"
    yield ""
    for block in range(draw(st.integers(0, 3))):
        label = ["**Code**:", ""] if not block else [f"Then, as in {draw(references(count))}:", ""]
        yield from (*label, "```python", f"# {NAMES[block].lower()}.py: {draw(references(count))}")
        yield from (*(f"value_{line} = {block}" for line in range(draw(st.integers(1, 60)))), "```", "")
    if draw(st.booleans()):
        yield from ("**Verification**:", "", "```bash", "pytest", "```", "", f"**Output**: {NAMES[n]}", "")


def _table(draw: st.DrawFn, count: int) -> list[str]:
    """A table that says something of each step, now and then."""
    rows = [f"| Step {n + 1} [{NAMES[n]}] | M | Wait |" for n in range(count)]
    return ["| Risk | Likelihood | Mitigation |", "|---|---|---|", *rows] if draw(st.booleans()) else []


@st.composite
def references(draw: st.DrawFn, count: int) -> str:
    """A reference to one of the first steps, or to a range of them, with their names behind it."""
    first = draw(st.integers(1, count))
    last = draw(st.integers(first, count))
    if first == last:
        return f"Step {first} [{NAMES[first - 1]}]"
    return f"Steps {first}-{last} [{NAMES[first - 1]} to {NAMES[last - 1]}]"


@few
@given(plans(), st.data())
def test_a_split_loses_nothing_and_references_follow(drawn: Drawn, data: st.DataObject) -> None:
    fixable = [finding for finding in found(drawn.text) if finding.fix]
    if fixable:
        new = fixed(drawn.text, data.draw(st.sampled_from(fixable)))
        assert not Counter(unnumbered(drawn.text)) - Counter(unnumbered(new))
        assert misled(new) == misled(drawn.text) == []
        assert len(_HEADING.findall(new)) == len(_HEADING.findall(drawn.text)) + 1
        assert numbers(new) == list(range(1, len(numbers(new)) + 1))
        assert miscounted(new) == []


@few
@given(plans())
def test_splitting_comes_to_an_end(drawn: Drawn) -> None:
    text = drawn.text
    for _ in range(drawn.tasks + 1):
        fixable = [finding for finding in found(text) if finding.fix]
        if not fixable:
            return
        message, new = fixable[0].message, fixed(text, fixable[0])
        assert message not in {finding.message for finding in found(new)}
        text = new
    raise AssertionError(text)


@few
@given(plans(), st.integers(1, 200))
def test_numbers_there_and_back(drawn: Drawn, by: int) -> None:
    there = _renumbered(drawn.text, by)
    assert misled(there) == []
    assert _renumbered(there, -by) == drawn.text


def found(text: str) -> list[Finding]:
    """The steps of a text that are too large."""
    rule = find_rule("oversized-step")
    assert rule
    return list(rule.check(reading(text)))


def reading(text: str) -> Reading:
    return read(Document.parse(split_lines(text)), KINDS["plan"])


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix
    assert not finding.fix.safe
    new = "".join(apply_edits(split_lines(text), finding.fix.edits))
    assert (new[-1:] in "\r\n") == (text[-1:] in "\r\n")
    assert set(re.findall(r"\r\n|\n", new)) <= set(re.findall(r"\r\n|\n", text))
    return new


def unnumbered(text: str) -> Iterator[str]:
    """The lines of a text without the numbers and estimates in them."""
    for line in text.splitlines():
        if line.strip():
            plain = re.sub(r"(Steps? )\d+(?:-\d+)?|^\d+(?=\. )", r"\1", line)
            yield re.sub(r" \((?:~?\d+-?\d* (?:min|h|minutes))\)", "", plain)


def misled(text: str) -> list[str]:
    """The references that name another step than the one whose name stands behind them."""
    names = dict(_HEADING.findall(text))
    return [
        match[0]
        for match in _NAMED.finditer(text)
        if names.get(match[1]) != match[3] or (match[2] and names.get(match[2]) != match[4])
    ]


def miscounted(text: str) -> list[str]:
    """The numbers of tasks that do not follow the one before them."""
    counted = re.findall(r"^(\d+)\. |^(#)", text, re.MULTILINE)
    pairs = zip([("", "#"), *counted], counted, strict=False)
    return [number for (last, _), (number, _) in pairs if number and int(number) != int(last or 0) + 1]


def numbers(text: str) -> list[int]:
    return [int(number) for number, _ in _HEADING.findall(text)]


def _renumbered(text: str, by: int) -> str:
    document = reading(text)
    spec, steps = next((spec, steps) for spec, steps in numbered(document) if spec.minutes)
    new = {step.number: str(int(step.number) + by) for step in steps}
    edits = (Edit(span, number) for span, number in renumbered(document, spec, new))
    return "".join(apply_edits(document.document.lines, edits))
