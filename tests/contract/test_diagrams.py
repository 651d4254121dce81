"""Diagrams in their notations and styles, and the blocks that only look like one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.diagrams import is_diagram

BLOCKS = Path(__file__).parent / "blocks"


def blocks(name: str) -> list[str]:
    """The blocks of a file of ours; a line of ``====`` parts them."""
    return (BLOCKS / name).read_text(encoding="utf-8").split("====\n")


DIAGRAMS = blocks("diagrams.txt")
OTHERS = blocks("no-diagrams.txt")


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@pytest.mark.parametrize("text", DIAGRAMS)
def test_a_diagram(text: str) -> None:
    assert is_diagram(lines(text), "")
    assert is_diagram(lines(text.replace("\n", "\r\n")), "text")


@pytest.mark.parametrize("text", OTHERS)
def test_no_diagram(text: str) -> None:
    assert not is_diagram(lines(text), "")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("mermaid", "%% x\npie\n  a: 1", True),
        ("mermaid", "", False),
        ("d2", "a -> b", True),
        ("python", "a -> b -> c", False),
        ("bash", "a -> b -> c", False),
        ("markdown", "client -> api", False),
        ("ascii", "client -> api", True),
        ("python", DIAGRAMS[19], True),
        ("python", 'box = "+---+ | a | +---+ +---+ b"\n' + "x = 1\n" * 9, False),
    ],
)
def test_the_language_counts(language: str, text: str, told: bool) -> None:  # noqa: FBT001  # data
    assert is_diagram(lines(text), language) == told


PIECES = [
    "-",
    "--",
    "->",
    "|",
    "+--+",
    "┌─┐",
    "└",
    "├──",
    "v",
    "^",
    " ",
    "\n",
    "a",
    "api",
    "db",
    ".",
    "$ ",
    "  ",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(["", "text", "python", "mermaid"]))
def test_any_text_can_be_asked(text: str, language: str) -> None:
    assert is_diagram(lines(text), language) in (True, False)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*PIECES, "+-", "<-", "(a", "`", '"a":'])
def test_a_large_block_takes_no_longer_than_it_should(piece: str) -> None:
    assert is_diagram([piece * 15_000 + "x"], "") in (True, False)
    assert is_diagram([piece + "\n"] * 15_000, "") in (True, False)


@given(st.lists(st.sampled_from(["api", "db", "worker", "queue"]), min_size=2, unique=True))
def test_names_joined_by_arrows_are_one_in_each_direction(names: list[str]) -> None:
    boxes = "   ".join(f"[ {name} ]" for name in names)
    assert is_diagram([" -> ".join(names)], "")
    assert is_diagram("\n  |\n  v\n".join(names).splitlines(), "")
    assert is_diagram([boxes.replace("   ", "-->")], "text")
    assert not is_diagram([", ".join(names)], "")
    assert not is_diagram(names, "")
