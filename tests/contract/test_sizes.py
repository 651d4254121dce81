"""References to steps, what a step holds, how long that takes, and an estimate divided in two."""

import time
from collections import Counter

import pytest

from planls.contract.demands import Weights
from planls.contract.reading import Reading, read
from planls.contract.steps.contents import pieces
from planls.contract.steps.references import references
from planls.contract.steps.size import ROUGH, Estimate, sizes, tolerated, weighed
from planls.contract.steps.splitting.portions import divided
from planls.document import Document
from planls.document.lines import split_lines
from planls_rules.kinds import KINDS

PLAN = "# PoC 1 Implementation Plan: Search\n\n## Implementation Steps\n\n"
WEIGHTS = Weights(start=10, task=4, code=0.25, test=0.1, text=0.08, command=0.5, file=1.5, words=8)

NAMED = {
    "See Step 4.": "4",
    "see step 4b, STEP 5 and Step #6": "4b 5 6",
    "Steps 2-4, Steps 2–3, Steps 5 to 7": "2 4< 2 3< 5 7<",
    "Steps 2, 3 and 5; steps 2, 3, and 5; Steps 2 & 3": "2 3 5 2 3 5 2 3",
    "Step 1 through Step 3": "1 3<",
    "Step 2/3, Step 4-5": "2 3 4 5<",
    "After Step 2, 3 tests pass. Step 2 and 3 tests more.": "2 2",
    "Step 3 - 45 min": "3",
    "(Step 2), **Step 3**, “Step 4”, ~~Step 5~~": "2 3 4 5",
    "`Step 4` and `run step 5`": "4",
    "Wait for Step\n4 and go on": "4",
    "[Step 2](#step-2-rank) and [that](#step-2-rank)": "2 2 2",
    "[Step 2](other.md) and [Step 3](https://example.org/guide)": "",
    "Step 3 of the runbook, Step 3 of PoC 2, Step 3 in the Stripe guide": "",
    "PoC 2 Step 3, the runbook's Step 3, training step 100, sub-step 2": "",
    "Step 3 of this plan, Step 3 of the implementation plan, Step 3 of 5": "3 3 3",
    "step1, steps=4, Step4, footstep 4, Step 4px, Step 10,000": "",
    "(e.g., Step 8 -> Steps 8a, 8b)": "8a 8b",
    "| Step 2 | M | wait |\n|---|---|---|\n| Step 3 | H | no |": "2 3",
    "| Step | Time |\n|---|---|\n| 1 | 10 min |\n| 2 | 20 min |": "1 2",
    "| # | Step | Depends on |\n|---|---|---|\n| 1 | Index | |\n| 2 | Rank | 1 |": "1 2 1",
    "| Step | Action |\n|---|---|\n| 1 | Open the page |\n| 2 | Click |": "",
    "- Step 1: 10 min\n- Step 2: 20 min": "1 2",
    "- Step 1: build the image\n- Step 2: push it": "",
    "- Step 2: Rank, then the rest": "2",
    "Of these, Step 1 and 2 may run at once. Step 1 to 2 need a key.": "1 2 1 2<",
    "Step 1 and 2 files": "1",
    "1. Step 1: build the image\n2. Step 2: push it, then Step 1 again": "",
    "<!-- Step 2 moved -->": "2",
    '<a href="#step-2-rank">x</a>': "2",
    "```python\n# tests from Steps 1-2\nprint('Step 2')  # as Step 1\n```": "1 2< 1",
    "```python\n# Step 1: read\n# Step 2: write, after step 1\n```": "",
    "```bash\npytest  # see Step 2\nrun step 2\n```": "2",
    "```\nStep 1 --> Step 2\n```": "1 2",
    "```markdown\nStep 1 is easy\n```": "",
    "```mermaid\ngraph LR\n  A[Step 1] --> B[Step 2]\n```": "1 2",
}


@pytest.mark.parametrize("text", NAMED)
def test_what_names_a_step(text: str) -> None:
    document = f"{PLAN}### Step 1: Index\n\n### Step 2: Rank\n\n## Notes\n\n{text}\n"
    found = [f"{r.number}{'<' if r.closes else ''}" for r in references(_reading(document))]
    assert " ".join(found) == NAMED[text]


DEPENDED = {
    "Step 1": "1",
    "1, 2": "1 2",
    "#1 and #2": "1 2",
    "1-2": "1 2<",
    "Step 1, 2": "1 2",
    "Step 1 (Index), 2": "1 2",
    "[Step 1](#step-1-index), 2": "1 2",
    "None": "",
    "Python 3.11": "",
    "\n- Step 1\n- 2": "1 2",
}


@pytest.mark.parametrize("value", DEPENDED)
def test_what_a_step_depends_on(value: str) -> None:
    document = f"{PLAN}### Step 1: Index\n\n### Step 2: Rank\n\n### Step 3: Ship\n**Depends On**: {value}\n"
    found = [r for r in references(_reading(document)) if r.depends]
    assert " ".join(f"{r.number}{'<' if r.closes else ''}" for r in found) == DEPENDED[value]


def test_a_place_is_the_numbers_own() -> None:
    notes = "> - See Step 1\n\n[x](#step-1-index)\n\n1. `a`\n   ```sh\n   # Step 1\n   ```\n"
    reading = _reading(f"{PLAN}### Step 1: Index\n\n{notes}")
    document = reading.document
    cut = [document.line(r.span.line)[r.span.column : r.span.end_column] for r in references(reading)]
    assert cut == ["1", "1", "1"]


ORDER = ("task", "code", "test", "text", "command", "file", "words")
HELD = {
    "- [ ] Write `a.py`\n- [ ] Write `b/a.py`\n- [x] Run it": "task 3, file 1",
    "**Tasks**:\n- One\n- Two": "task 2",
    "**Code**:\n```python\nimport os\n\n# why\ndef f():\n    return (\n        1\n    )\n```": "code 3",
    "**Code**:\n```python\n# tests/test_a.py\ndef test_a():\n    assert 1\n```": "test 2, file 1",
    "**Code** (create `conf/a.yaml`):\n```yaml\na: 1\nb: 2\n```": "text 2, file 1",
    "**Code**:\n```sh\n# a\ncd a && make\ncurl \\\n  -o b c\ncat <<E\none\ntwo\nE\n```": "text 2, command 3",
    "**Code**:\n```go\npackage main\n\nfunc main() {\n\trun()\n}\n```": "code 2",
    "**Code**:\n```console\n$ make\ncc -o a\nld\n$ make test\nok\n```": "command 2",
    "**Code**:\n```bash\n#!/bin/sh\na\nb\n```": "code 2",
    "**Code** (create `run.sh`):\n```bash\na\nb\n```": "code 2, file 1",
    '**Code**:\n```python\ndef f():\n    """Say.\n\n    Why."""\n    s = """\nx\n"""\n```': "code 3, text 1",
    "**Code**:\n```ts\n/**\n * Say.\n */\nf();\n```": "code 1",
    "**Code**:\n```sql\ninsert into t values\n(1, 'a'),\n(2, 'b');\n```": "code 1, text 2",
    "**Verification**:\n```\n3 passed\n0 failed\n```": "command 1",
    "- [ ] One\n  - [ ] Two\n  - [ ] Three": "task 2",
    "- [ ] One\n\n**Done when**:\n- [ ] Two\n- [ ] Three": "task 1",
    "**Code**:\nRead [the page](https://example.org/a-b-c) first": "words 4",
    "**Code**:\n```go\nrun()\n```\n\n**Notes**: It runs, as it did.": "code 1",
    "**Code**:\n```diff\n-old\n+new\n context\n```": "code 1",
    "**Code**:\n```text\nsrc/\n```": "",
    "**Verification**:\n```bash\npytest\nls\n```": "command 2",
    "**Verification**:\n```python\nassert 1\nassert 2\n```": "command 1",
    "**Specification**:\n\nWrite a `parser` that keeps comments.": "words 6",
    "**Specification**:\n\nWrite a parser.\n\n**Trade-offs**:\n- **Speed**: it reads twice": "words 3",
    "**Specification**:\n\n- **Reader**: two words\n- **Note**: not these": "words 2",
    "**Code**:\nBefore:\n```python\na = 1\n```\nAfter:\n```python\na = 2\n```": "code 1, words 2",
    "**Goal**: Many words that say why.\n\n**Output**: `a.py` is there": "",
}


@pytest.mark.parametrize("body", HELD)
def test_what_a_step_holds(body: str) -> None:
    (step, _), *_ = sizes(_reading(f"{PLAN}### Step 1: Index\n\n{body}\n"))
    found = Counter({piece.what: 0 for piece in pieces(step.part)})
    for piece in {piece.name or piece: piece for piece in pieces(step.part)}.values():
        found[piece.what] += piece.amount
    assert ", ".join(f"{what} {found[what]}" for what in ORDER if found[what]) == HELD[body]


SIZES = {
    "- [ ] One\n- [ ] Two": 18,
    "- [ ] One\n- [ ] Two\n\n**Code**:\n```python\na = 1\n```": 18,
    "- [ ] One\n\n**Code**:\n```python\n" + "a = 1\n" * 100 + "```": 35,
    "**Specification**:\n\n" + "word " * 250: 30,
    "- [ ] Write `a.py`\n- [ ] Write `b.py`\n- [ ] Write `a.py` anew": 25,
    "": 10,
}


@pytest.mark.parametrize("body", SIZES)
def test_how_long_a_step_takes(body: str) -> None:
    (step, _), *_ = sizes(_reading(f"{PLAN}### Step 1: Index\n\n{body}\n"))
    assert weighed(pieces(step.part), WEIGHTS).minutes == SIZES[body]


def test_what_makes_a_step_large_comes_first_and_only_what_counts() -> None:
    body = "- [ ] Write `a.py`\n\n**Code**:\n```python\n" + "a = 1\n" * 100 + "```\n"
    (step, _), *_ = sizes(_reading(f"{PLAN}### Step 1: Index\n\n{body}"))
    found = weighed(pieces(step.part), WEIGHTS)
    assert [(share.what, share.amount) for share in found.shares] == [("code", 100), ("file", 1)]
    assert found.minutes == WEIGHTS.start + sum(share.minutes for share in found.shares)
    assert found.exceeds(found.rounded / ROUGH)
    assert not found.exceeds(found.rounded / ROUGH + 1)


@pytest.mark.parametrize("limit", [7, 20, 30, 45, 100])
def test_an_estimate_is_told_from_where_it_is_said_to_be_too_long(limit: int) -> None:
    assert Estimate(tolerated(limit) + 0.1).exceeds(limit)
    assert not Estimate(tolerated(limit) - 0.1).exceeds(limit)


STATED = {
    "(~45 min)": (45, "- [ ] One"),
    "(Day 1 - 2 hours)": (120, "- [ ] One"),
    "(Days 1-4 – 6-8 hours, beside Step 2)": (480, "- [ ] One"),
    "(week 2: 90 min)": (90, "- [ ] One"),
    "   ": (180, "**Goal**: Agents decide. This is the big one, reckon two to three hours.\n\n- [ ] One"),
    "    ": (60, "- [ ] One\n\nThis step takes about 1 hour, the rest is quick."),
    "      ": (90, "This step will need ~1.5 hours.\n\n- [ ] One"),
    "(2 weeks)": (4800, "- [ ] One"),
    "       ": (720, "Realistically this is a day and a half, mostly sorting out.\n\n- [ ] One"),
    "        ": (240, "Budget a full afternoon for this one, longer if it rains.\n\n- [ ] One"),
    "     ": (40, "It should take us 40 min.\n\n- [ ] One"),
    "": (40, "**Time**: 20-40 minutes"),
    " ": (25, "- [ ] One\n\n## Timeline\n\n| Step | Minutes |\n|---|---|\n| 1 | 20-25 |"),
    "  ": (90, "- [ ] One\n\n## Schedule\n\n- Index: 1.5 h\n- Rank: 10 min"),
}


@pytest.mark.parametrize("heading", STATED)
def test_an_authors_estimate_comes_first(heading: str) -> None:
    most, body = STATED[heading]
    (_, size), *_ = sizes(_reading(f"{PLAN}### Step 1: Index {heading}\n{body}\n"))
    assert size
    assert (size.stated, size.minutes, size.rounded) == (True, most, most)


PORTIONS = {
    ("~45 min", 0.5): ("~20 min", "~25 min"),
    ("1 h", 0.25): ("15 min", "45 min"),
    ("2 hours", 0.9): ("30 min", "90 min"),
    ("20-40 minutes", 0.5): ("10-20 minutes", "10-20 minutes"),
    ("30 to 60 min (at most)", 0.3): ("10 to 20 min (at most)", "20 to 40 min (at most)"),
    ("half a day", 0.1): ("25 min", "215 min"),
    ("31 min", 0.5): ("15 min", "16 min"),
    ("8 min", 0.9): ("4 min", "4 min"),
    ("soon", 0.5): ("soon", "soon"),
}


@pytest.mark.parametrize(("text", "share"), PORTIONS)
def test_an_estimate_is_divided(text: str, share: float) -> None:
    assert divided(text, share, 30) == PORTIONS[text, share]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Step " * 20_000,
        "Steps 1" + ", 2" * 20_000,
        "Step 1 (" * 10_000,
        "Step 1 - " * 10_000,
        "Step 1" + " " * 50_000 + "x",
        "#" * 50_000 + "Step 1",
        "| Step |\n|--|\n" + "| 1, 2 |\n" * 10_000,
        "[a](#step-1-index) " * 5_000,
        "- Step 1: (" * 10_000,
        "reckon " * 5_000 + ":5",
    ],
    ids=lambda text: text[:8],
)
def test_long_texts_take_no_longer_than_they_are(text: str) -> None:
    start = time.perf_counter()
    document = _reading(f"{PLAN}### Step 1: Index\n**Depends On**: {text}\n\n## Notes\n\n{text}\n")
    references(document)
    sizes(document)
    assert time.perf_counter() - start < 10


def _reading(text: str) -> Reading:
    return read(Document.parse(split_lines(text)), KINDS["plan"])
