"""Code with its strings or its comments blanked."""

from hypothesis import given
from hypothesis import strategies as st

from planls.contract.evidence.masks import masked

PIECES = (
    "a = 1",
    " ",
    "\n",
    "    ",
    "'",
    '"',
    '"' * 3,
    "\\",
    "#",
    "//",
    "/*",
    "*/",
    "--",
    "`",
    "${",
    "}",
    "r'",
    "é",
    "$$",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS, st.sampled_from(["python", "javascript", "sql", "shell", ""]))
def test_a_mask_moves_nothing(code: str, language: str) -> None:
    for shown in masked(code, language):
        assert len(shown) == len(code)
        assert all(one in (other, " ") for one, other in zip(shown, code, strict=True))
