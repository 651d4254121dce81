"""A mapping against its notes: what the two rules say, and what they leave alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.config import Settings
from planls.document import Document
from planls.document.lines import Span, split_lines
from planls.linter import CompanionsOf, Linter, fix_text
from planls.rule import Finding
from planls.scope.companions import NOTES, Broken, Companion, Companions
from planls_rules import RULES
from planls_rules.scope.topic_not_in_notes import check as topic_not_in_notes
from planls_rules.scope.unmapped_topic import check as unmapped_topic
from tests.generators.texts import texts

FOLDER = Path("/project")
SETTINGS = Settings(
    ignored=frozenset(rule.code for rule in RULES if rule not in (topic_not_in_notes, unmapped_topic))
)
QUEUES = """\
# Day 3: queues

## 1. Brokers
### 1.1 Partitions
## 2. Delivery
Acknowledge behind the work. Failed messages end up in a dead letter queue.
## 3. Backpressure
## Interview questions
"""
SPEC = """\
# PoC Spec: Mailbag

## B) Scope Mapping

{}

## C) Architecture
"""
TABLE = "| Note topic | Where |\n|---|---|\n{}"
ALL = "| 1.1 Partitions | `a.py` |\n| 2. Acknowledgements, DLQ | `b.py` |\n| Backpressure | `c.py` |\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| Kubernetes operators | `d.py` |", "Kubernetes operators"),
        ("| 2. GraphQL resolvers | `d.py` |", "2. GraphQL resolvers"),
        ("| Terraform, backpressure, Vault policies | `d.py` |", "Terraform, Vault policies"),
        ("| dead-letter queues, poison pills | `d.py` |", ""),
        ("| §2 Delivery, GraphQL | `d.py` |", ""),
        # brackets explain what stands before them, and are told with it
        (
            "| Kafka (topics, offsets), backpressure (3), Vault (KV, PKI (CA)) | `d.py` |",
            "Kafka (topics, offsets), Vault (KV, PKI (CA))",
        ),
        (
            "| Kubernetes (pods, operators), Helm (charts | `d.py` |",
            "Kubernetes (pods, operators), Helm (charts",
        ),
        ("| Backpressure (credits, windows, watermarks, tokens) | `d.py` |", ""),
        # what claims no topic of the notes
        ("| ~~Kubernetes~~ | `d.py` |", ""),
        ("| ~~Partitions~~ Kubernetes operators | `d.py` |", "Kubernetes operators"),
        ("| | `d.py` |", ""),
        ("| Kubernetes | |", ""),
        ("| **Kubernetes** |", ""),
        ("| [Topic as the notes call it] | `d.py` |", ""),
        ("| [...] | `d.py` |", ""),
        ("| TBD | `d.py` |", ""),
        ("| `src/kubernetes.py` | `d.py` |", ""),
        ("| Kubernetes | left out on purpose |", ""),
        ("| Kubernetes (optional extra) | `d.py` |", ""),
        ("| 量子計算 | `d.py` |", ""),
    ],
)
def test_a_row_that_the_notes_lack(row: str, told: str) -> None:
    spec = SPEC.format(TABLE.format(ALL + row))
    expected = [
        f"Topic “{told}” is not in the notes; map a topic that they have, or move this to “Optional Extras”"
    ]
    assert [finding.message for finding in findings(spec, QUEUES)] == (expected if told else [])


LISTS = {
    "- 1.1 Partitions → `a.py`\n- Kubernetes operators → `b.py`\n- Backpressure, delivery → `c.py`": 6,
    "* **1.1 Partitions**: `a.py`\n* **Kubernetes operators** — `b.py`\n* Backpressure, delivery": 6,
    "1. Brokers, partitions\n   - `a.py`\n2. Kubernetes operators\n   - `b.py`\n3. Backpressure, delivery": 7,
    "- `a.py`: partitions\n- `b.py`: Kubernetes operators\n- `c.py`: backpressure, delivery": 6,
    "- ~~Vault → `v.py`~~\n- ~~Helm~~ → `h.py`\n- ~~**Git**: `g.py`~~\n- Kubernetes operators\n- §§1-3": 8,
    "Partitions -> `a.py`\nKubernetes operators => `b.py`\nBackpressure, delivery ⇒ `c.py`": 6,
}


@pytest.mark.parametrize("mapping", LISTS)
def test_a_mapping_may_be_a_list(mapping: str) -> None:
    spec = SPEC.format(mapping)
    (finding,) = findings(spec, QUEUES)
    assert finding.message.startswith("Topic “Kubernetes operators” is not in the notes;")
    assert place(spec, finding) == "Kubernetes operators"


COLUMNS = [
    "| Note topic | Where |\n|---|---|\n| Kubernetes operators | `a.py` |\n| Backpressure | `b.py` |\n",
    "| # | Note topic | Where |\n|---|---|---|\n| 1 | Kubernetes operators | `a.py` |\n",
    "| Implemented in | Note topic |\n|---|---|\n| `a.py` | Kubernetes operators |\n",
    "Skill | Module\n--- | ---\nKubernetes operators | a.py\n",
]


@pytest.mark.parametrize("table", COLUMNS)
def test_the_column_of_the_topics(table: str) -> None:
    spec = SPEC.format(table)
    finding = findings(spec, QUEUES)[-1]
    assert place(spec, finding) == "Kubernetes operators"


def test_the_nearest_topic_is_named_and_put_there_on_request() -> None:
    spec = SPEC.format(TABLE.format(ALL + "| 3. Bakpresure | `d.py` |"))
    (finding,) = findings(spec, QUEUES)
    nearest = "the nearest there is “Backpressure” (line 7)"
    assert finding.message == f"Topic “3. Bakpresure” is not in the notes; {nearest}"
    (related,) = finding.related
    assert (related.path, related.span) == (FOLDER / "0.md", Span(6, 3, 6, 18))
    assert related.message == "“Backpressure”"
    assert fixed(spec, QUEUES, unsafe=False) == spec
    assert fixed(spec, QUEUES) == spec.replace("3. Bakpresure", "3 Backpressure")


def test_topics_that_no_row_maps_are_one_hint() -> None:
    spec = SPEC.format(TABLE.format("| Dead letters | `a.py` |"))
    (finding,) = findings(spec, QUEUES)
    assert finding.message == (
        "The notes' topics “Brokers” and “Backpressure” are mapped by no row; "
        "add one, or say below that it is left out on purpose"
    )
    assert finding.severity is unmapped_topic.severity
    assert place(spec, finding) == "| Note topic | Where |"
    assert [related.span.line for related in finding.related] == [2, 6]
    rows = "| Brokers | [file, module or feature] |\n| Backpressure | [file, module or feature] |\n"
    assert fixed(spec, QUEUES) == spec.replace("| `a.py` |\n", f"| `a.py` |\n{rows}")


MAPPED = [
    ALL,
    "| §1–3 | `a.py` |\n| Delivery | `b.py` |\n",
    "| Partitions | `a.py` |\n| Dead letters | `b.py` |\n\nLeft out on purpose: backpressure.\n",
    "| Brokers, delivery | backpressure is left to section J |\n",
    "| Sections 1 to 3: brokers | `a.py` |\n",
    "| Partitions | `a.py` |\n| Messages that failed | `b.py` |\n| Backpressure | `c.py` |\n",
]


@pytest.mark.parametrize("rows", MAPPED)
def test_whatever_speaks_of_a_topic_maps_it(rows: str) -> None:
    assert findings(SPEC.format(TABLE.format(rows)), QUEUES) == []


def test_rows_are_added_as_the_mapping_has_them() -> None:
    listed = SPEC.format("* 1.1 Partitions → `a.py`\n* Dead letters → `b.py`")
    added = "* Dead letters → `b.py`\n* Backpressure → [file, module or feature]"
    assert fixed(listed, QUEUES) == listed.replace("* Dead letters → `b.py`", added)
    numbered = SPEC.format(
        "| # | Topic | Where |\n|---|---|---|\n| 1 | Partitions | `a.py` |\n| 2 | DLQ | `b.py` |"
    )
    assert "| Backpressure | [file, module or feature] |" in fixed(numbered, QUEUES)
    escaped = fixed(
        SPEC.format(TABLE.format("| Sockets | `a.py` |")), "## Sockets\n## Shell|pipes\n## Files\n"
    )
    assert "\n| Shell\\|pipes | [" in escaped


SILENT = {
    "frames only": (
        "# Notes\n\n## Introduction\n\n## Summary\n\nBrokers, partitions, a DLQ, backpressure.\n",
    ),
    "the topics are in the second notes": ("# Cookery\n", QUEUES),
    "another language": (
        "# Tag 3\n\nDie Schlange und der Makler ist nicht in dem Haus, wie der von den auf dem mit der.\n",
    ),
    "another script": ("# 第三課\n\n## 仲介\n\n## 分割\n\n## 背圧\n",),
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_said_where_notes_have_it_or_cannot_tell(name: str) -> None:
    assert findings(SPEC.format(TABLE.format(ALL)), *SILENT[name]) == []


def test_without_notes_or_with_broken_ones_nothing_is_known() -> None:
    spec = SPEC.format(TABLE.format("| Kubernetes | `a.py` |"))
    gone = Companions(
        found=companions(QUEUES).found, broken=(Broken(NOTES, "x.md", Span(0, 0, 0, 1), "gone"),)
    )
    assert findings(spec) == []
    assert told(spec, lambda _: gone) == []
    assert len(findings(spec, QUEUES)) > 1


@given(
    texts, texts, st.lists(st.sampled_from(["a", "h", "Step 1", "more text", "[x]", "`", "x|y"]), max_size=4)
)
def test_any_mapping_and_any_notes(notes: str, mapping: str, rows: list[str]) -> None:
    table = TABLE.format("".join(f"| {row} | `a.py` |\n" for row in rows))
    for spec in (SPEC.format(mapping), SPEC.format(table)):
        for finding in findings(spec, notes):
            assert place(spec, finding) or not finding.span.column
        fixed(spec, notes)


def companions(*notes: str) -> Companions:
    """Notes that belong to a document."""
    read = (Document.parse(split_lines(text)) for text in notes)
    return Companions(
        tuple(Companion(NOTES, FOLDER / f"{n}.md", document) for n, document in enumerate(read))
    )


def of(found: Companions) -> CompanionsOf:
    """What tells that a document belongs to these."""
    return lambda _: found


def findings(spec: str, *notes: str) -> list[Finding]:
    """What the two rules find in a spec with these notes."""
    return told(spec, of(companions(*notes)))


def told(spec: str, companions_of: CompanionsOf) -> list[Finding]:
    """What they find in a spec with these companions."""
    linter = Linter(SETTINGS, FOLDER / "spec.md", companions_of=companions_of)
    return linter.run(Document.parse(split_lines(spec))).findings


def fixed(spec: str, notes: str, *, unsafe: bool = True) -> str:
    """The spec after all fixes; doing it again changes nothing."""
    around = of(companions(notes))
    path = FOLDER / "spec.md"
    once, _ = fix_text(spec, SETTINGS, path, companions_of=around, unsafe=unsafe)
    assert fix_text(once, SETTINGS, path, companions_of=around, unsafe=unsafe)[0] == once
    return once


def place(text: str, finding: Finding) -> str:
    """The text that a finding points at."""
    line = split_lines(text)[finding.span.line]
    return line[finding.span.column : finding.span.end_column]
