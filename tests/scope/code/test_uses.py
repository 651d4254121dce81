"""What code uses, by language; the cases are blocks in ``cases/``, each with what is found in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planls.document.lines import split_lines
from planls.scope.code import uses

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[object]:
    """``=== language``, the code, ``--> ecosystem:name ...`` in the order of the text."""
    for path in sorted(CASES.glob("*.txt")):
        line, code, language = 0, list[str](), ""
        for at, text in enumerate(split_lines(path.read_text(encoding="utf-8")), 1):
            if text.startswith("=== "):
                line, code, language = at, [], text[4:].strip()
            elif text.startswith("--> "):
                yield pytest.param(code, language, text[4:].split(), id=f"{path.stem}-{line}")
            else:
                code.append(text)


@pytest.mark.parametrize(("code", "language", "found"), list(cases()))
def test_what_a_block_uses(code: list[str], language: str, found: list[str]) -> None:
    used = list(uses(code, language))
    assert [f"{use.ecosystem}:{use.name}" for use in used] == found
    for use in used:
        assert code[use.line][use.column :].startswith(use.text)
    assert used == list(uses([line.rstrip("\n") + "\r\n" for line in code], language))
