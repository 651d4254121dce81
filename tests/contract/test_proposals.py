"""What offers a choice between projects, and what is another choice or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.proposals import Alternative, alternatives

OFFERS: dict[str, list[str]] = {
    "### Option 1: X\n\n### Option 2: Y": ["Option 1", "Option 2"],
    "### Option 1 - X\n### Option 2 - Y\n### Option 3": ["Option 1", "Option 2", "Option 3"],
    "**Option A:** x\n\n**Option B:** y": ["Option A", "Option B"],
    "**Option one** — x\n**Option two** — y": ["Option one", "Option two"],
    "- Option 1: x\n- Option 2: y": ["Option 1", "Option 2"],
    "1. **Alternative 1** – x\n2. **Alternative 2** – y": ["Alternative 1", "Alternative 2"],
    "Proposal A: x\n\nProposal B: y": ["Proposal A", "Proposal B"],
    "## PoC Idea 1\n## PoC Idea 2": ["PoC Idea 1", "PoC Idea 2"],
    "- **PoC #1**: a\n- **PoC #2**: b": ["PoC #1", "PoC #2"],
    "## PoC 1: a\n## PoC 2: b": ["PoC 1", "PoC 2"],
    "### Variant 1\n### Variant 2": ["Variant 1", "Variant 2"],
    "# Run tracker\n\n## Option A: runs\n## Option B": ["Option A", "Option B"],
    "## Decisions\n## Overview\n- Option 1: x\n- Option 2: y": ["Option 1", "Option 2"],
    "Alternatively, build a chat bot with the notes.": ["Alternatively, build a chat bot"],
    "Alternatively,\nbuild TicketRadar, a tracker of tickets.": ["Alternatively, build TicketRadar, a"],
    "Alternatively build `radar`: a service for x": ["Alternatively build ·······: a"],
    "Alternatively, build something else.": ["Alternatively, build something else"],
    "As an alternative, you could develop a log summarizer.": [
        "As an alternative, you could develop a log summarizer"
    ],
    "Another option is to build a CLI for notes.": ["Another option is to build a CLI"],
    "You could instead build a small web app that does it.": ["You could instead build a small web app"],
    "you could also build a small CLI tool instead": ["you could also build a small CLI tool"],
    "Build a gate, or build a dashboard instead.": ["or build a dashboard"],
    "Pick one of the following:": ["Pick one of the following:"],
    "Choose one of these PoCs.": ["Choose one of these PoCs."],
    "choose one of these three PoC ideas:": ["choose one of these three PoC ideas:"],
    "Select one of the following projects": ["Select one of the following projects"],
    "Choose between the following two PoC ideas": ["Choose between the following two PoC ideas"],
}
NO_OFFERS = (
    "### J) Optional Extras\n- x",
    "| Option 1 | Option 2 |\n|---|---|\n| Option 1: | Option 2: |",
    "--option 1\n--option 2",
    "**Decisions**\n\n- Option A: x\n- Option B: y",
    "3 architecture decisions:\n\n1. Option A: x\n2. Option B: y",
    "### Trade-offs\nAlternative 1: x\nAlternative 2: y",
    "## Talk Track\n### 5 answers\nYou could also build a CLI tool instead.",
    "## Implementation Options\n### Option A: x\n### Option B: y",
    "## Architecture\n**Option 1**: one service\n**Option 2**: two",
    "## Run\n\nPick one of the following:",
    "Alternative considered: a queue.",
    "Alternatively, the cache could be Redis.",
    "Alternatively, build the image with Docker.",
    "Alternatively, create a service account.",
    "Alternatively, implement an LRU cache.",
    "Alternatively, write a test for the service.",
    "Alternatively, build the API with another library.",
    "or build the image locally instead",
    "You can build a CLI instead of a web app.",
    "You could build a CLI. Instead, rest.",
    "Do not pick one of the following:",
    "Choose one of the following ports: 80",
    "# PoC 2: Notifier\n\nPoC 2: it",
    "- PoC 1: done\n- PoC 2: this one",
    "- Variant A: the old prompt\n- Variant B: the new prompt",
    "### Option 1: X",
    "### Option 1: X\n### Option 1: X again",
    "Option 1 is good.\nOption 2 is bad.",
    "- [ ] Option 1 works\n- [ ] Option 2 works",
    "- option a: lower\n- option b: case",
    "`Option 1`: a type\n`Option 2`: a type",
    "```\nOption 1: x\nOption 2: y\n```",
    "`alternatively, build a chat bot`",
    "This is one PoC (not multiple options).",
    "We build a service that runs.",
    "",
)


@pytest.mark.parametrize("text", OFFERS)
def test_a_choice_between_projects(text: str) -> None:
    assert [one.text for one in alternatives(text.split("\n"))] == OFFERS[text]
    assert [one.text for one in alternatives(text.replace("\n", "\r\n").splitlines(keepends=True))] == OFFERS[
        text
    ]


@pytest.mark.parametrize("text", NO_OFFERS)
def test_no_choice_between_projects(text: str) -> None:
    assert alternatives(text.split("\n")) == []


def test_where_an_offer_stands() -> None:
    text = ["𝕏 Or", "use it. Alternatively, ", "build a chat bot.", "", "- **Option 2** x", "  ### Option 3"]
    assert alternatives(text) == [
        Alternative(1, 8, 22, "Alternatively, build a chat bot"),
        Alternative(4, 4, 12, "Option 2"),
        Alternative(5, 6, 14, "Option 3"),
    ]


PIECES = [
    "Option ",
    "1",
    "2",
    "A",
    ": ",
    "# ",
    "**",
    "- ",
    "\n",
    " ",
    "`",
    "```\n",
    "alternatively, ",
    "build a ",
    "tool ",
]
PIECES += ["instead", ". ", "pick one of ", "these", "Decisions\n", "|", "or "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_can_be_asked_and_an_offer_stands_in_it(text: str) -> None:
    rows = text.split("\n")
    for one in alternatives(rows):
        assert 0 <= one.start < one.end <= len(rows[one.line])
        assert one.text.startswith(
            " ".join(rows[one.line][one.start : one.end].replace("`", "·").split())[:6]
        )


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*PIECES, "build a a a a ", "or build a tool ", "· ", "` ", "a"])
def test_a_large_text_takes_no_longer_than_it_should(piece: str) -> None:
    alternatives((piece * 10_000).split("\n"))
    alternatives(("or build a " + piece * 10_000 + "x").split("\n"))
    alternatives([piece + "\n"] * 10_000)
