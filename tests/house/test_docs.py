"""What the documentation says is what the program does today."""

from tests.tools.docs import README, fresh


def test_the_readme_is_fresh() -> None:
    """`make docs` writes it anew."""
    text = README.read_text(encoding="utf-8")
    assert text == fresh(text)
