"""A template or kind.toml that is wrong is an error with file and line; the cases are in wrong-kinds.md."""

from pathlib import Path

import pytest

from planls.contract.errors import KindError
from planls.contract.kinds import load_kind
from tests.rules.cases import Case, cases

FOLDER = Path(__file__).parent
CASES = list(cases(FOLDER / "wrong-kinds.md"))
TEMPLATE = (FOLDER / "kinds" / "decision" / "template.md").read_bytes()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} {case.title}")
def test_a_wrong_kind_says_where(tmp_path: Path, case: Case) -> None:
    (tmp_path / "template.md").write_bytes(TEMPLATE)
    (tmp_path / case.options["file"]).write_text(case.given, encoding="utf-8")
    assert f"{error(tmp_path)}\n" == case.found


def test_a_kind_without_a_template(tmp_path: Path) -> None:
    assert error(tmp_path) == "template.md:1: cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["template.md", "kind.toml"])
def test_a_file_that_is_not_utf_8(tmp_path: Path, name: str) -> None:
    (tmp_path / "template.md").write_bytes(TEMPLATE)
    (tmp_path / name).write_bytes(b"# a\n# b\n# \xe4\n")
    assert error(tmp_path) == f"{name}:3: is not valid UTF-8"


def error(folder: Path) -> str:
    """What is said about the kind in a folder, without the folder."""
    with pytest.raises(KindError) as raised:
        load_kind(folder)
    assert str(raised.value) == f"{raised.value.path}:{raised.value.line}: {raised.value.message}"
    return str(raised.value).replace(f"{folder}/", "")
