"""What is generated is what the program says today; `make docs` writes it anew."""

from tests.tools.compile_kinds import TARGET, compiled
from tests.tools.docs import README, fresh


def test_the_compiled_kinds_are_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == compiled()


def test_the_readme_is_fresh() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == fresh(text)
