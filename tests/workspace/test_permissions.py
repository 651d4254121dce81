"""Allowing a technology in a configuration: what is written there, and that nothing else changes."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document.lines import LineStore
from planls.workspace import forget_settings
from planls.workspace.permissions import allowing, permit

TOOL = ("tool", "planls")

TEXTS: dict[str, tuple[str, str | None]] = {
    # the configuration before, and after X was allowed; None: that is left to the user
    "empty": ("", '[scope]\nallow = ["X"]\n'),
    "something else": ('ignore = ["a"]\n', 'ignore = ["a"]\n\n[scope]\nallow = ["X"]\n'),
    "no last line end": ("[severity]", '[severity]\n\n[scope]\nallow = ["X"]\n'),
    "the bare table": ("[scope]", '[scope]\nallow = ["X"]\n'),
    "a table with more": (
        "[scope] # ours\ndefaults = []\n[kinds.a]\n",
        '[scope] # ours\nallow = ["X"]\ndefaults = []\n[kinds.a]\n',
    ),
    "an empty list": ("[scope]\nallow = []\n", '[scope]\nallow = ["X"]\n'),
    "a list": ('[scope]\nallow = ["A"] # b\n', '[scope]\nallow = ["A", "X"] # b\n'),
    "a last comma": ('[scope]\nallow=["A",]', '[scope]\nallow=["A", "X"]'),
    "many lines": (
        '[scope]\nallow = [\n  "A", # ]\n  \'B"\' # c\n]\n[x]\n',
        '[scope]\nallow = [\n  "A", # ]\n  \'B"\', # c\n  "X"\n]\n[x]\n',
    ),
    "many lines and a last comma": (
        'scope.allow = [\n\t"A",\n\t"B", # c\n]\n',
        'scope.allow = [\n\t"A",\n\t"B", # c\n\t"X",\n]\n',
    ),
    "CRLF": ('[scope]\r\nallow = [\r\n  "A"\r\n]\r\n', '[scope]\r\nallow = [\r\n  "A",\r\n  "X"\r\n]\r\n'),
    "on the bracket's line": ('[scope]\nallow = ["A",\n"B"]', '[scope]\nallow = ["A",\n"B", "X"]'),
    "below the bracket's line": ('[scope]\nallow = ["A"\n]', '[scope]\nallow = ["A",\n    "X"\n]'),
    "a comment only": ("[scope]\nallow = [ # none\n]", '[scope]\nallow = ["X" # none\n]'),
    "a dotted key": ("x.y = 1\nscope.defaults = []\n", 'x.y = 1\nscope.allow = ["X"]\nscope.defaults = []\n'),
    "an inline table": ('scope = { allow = ["A"] }\n', 'scope = { allow = ["A", "X"] }\n'),
    "an inline table without": ("scope = { defaults = [] }\n", None),
    "a name in a comment": ("# scope.allow = []\n", '# scope.allow = []\n\n[scope]\nallow = ["X"]\n'),
    "another table's list": (
        "[kinds.scope]\nallow = []\n",
        '[kinds.scope]\nallow = []\n\n[scope]\nallow = ["X"]\n',
    ),
    "there already": ('[scope]\nallow = ["X"]\n', None),
    "no list": ('[scope]\nallow = "A"\n', None),
    "no table": ("scope = 1\n", None),
    "no TOML": ("[scope\n", None),
    "a list that never ends": ('[scope]\nallow = ["A"', None),
}

PROJECTS: dict[str, tuple[str, str | None]] = {
    "nothing of ours": (
        '[project]\nname = "a"\n',
        '[project]\nname = "a"\n\n[tool.planls.scope]\nallow = ["X"]\n',
    ),
    "our table": (
        "[tool.planls]\nignore = []\n\n[tool.x]\n",
        '[tool.planls]\nignore = []\n\n[tool.x]\n\n[tool.planls.scope]\nallow = ["X"]\n',
    ),
    "our list": (
        '[tool.planls.scope]\nallow = ["A"]\n[scope]\nallow = []\n',
        '[tool.planls.scope]\nallow = ["A", "X"]\n[scope]\nallow = []\n',
    ),
    "a dotted list": (
        '[tool]\nplanls.scope.allow = ["A"]\n',
        '[tool]\nplanls.scope.allow = ["A", "X"]\n',
    ),
}


def after(text: str, name: str, table: tuple[str, ...] = ()) -> str | None:
    """The text that allows the name, too."""
    edit = allowing(text, name, table)
    if edit is None:
        return None
    store = LineStore(text)
    store.replace(edit.span, edit.text)
    return store.text()


@pytest.mark.parametrize("case", TEXTS)
def test_in_a_file_of_ours(case: str) -> None:
    before, expected = TEXTS[case]
    assert after(before, "X") == expected


@pytest.mark.parametrize("case", PROJECTS)
def test_in_a_project_file(case: str) -> None:
    before, expected = PROJECTS[case]
    assert after(before, "X", TOOL) == expected


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
GAPS = st.sampled_from(["", " ", "\n", "\n  ", " # ] note\n    ", "\r\n\t"])


@st.composite
def configurations(draw: st.DrawFn) -> str:
    """A configuration with a list of allowed names, in any style."""
    names = draw(st.lists(NAMES, max_size=4, unique=True))
    values = [f"{draw(GAPS)}{json.dumps(name, ensure_ascii=False)}{draw(GAPS)}" for name in names]
    comma = "," * draw(st.booleans()) if names else ""
    inside = ",".join(values) + comma + draw(GAPS)
    head = draw(
        st.sampled_from(["[scope]\nallow = [", 'ignore = ["a"]\n[ scope ]\n"allow"=[', "scope.allow = ["])
    )
    tail = draw(st.sampled_from(["]", "]\n", "] # end\n\n[severity]\nempty-field = 'hint'\n", "]\r\n"]))
    return f"{head}{inside}{tail}"


@given(text=configurations(), name=NAMES)
def test_every_list_can_be_added_to_and_loses_nothing(text: str, name: str) -> None:
    before = tomllib.loads(text)
    changed = after(text, name)
    if name in before["scope"]["allow"]:
        assert changed is None
        return
    assert changed is not None
    before["scope"]["allow"].append(name)
    assert tomllib.loads(changed) == before
    rest = iter(changed)
    assert all(character in rest for character in text)
    assert after(changed, name) is None


@given(text=st.text(st.sampled_from("scope.allow=[]{}\"',#\n\r x"), max_size=60))
def test_any_text_is_taken(text: str) -> None:
    changed = after(text, "X")
    assert changed is None or "X" in tomllib.loads(changed)["scope"]["allow"]


FOLDERS: dict[str, tuple[dict[str, str], str | None, bool]] = {
    # the files that there are, the one that is written, whether it is new
    "none": ({}, "planls.toml", True),
    "a project of others": ({"pyproject.toml": "[project]\n"}, "planls.toml", True),
    "a project": ({"pyproject.toml": "[tool.planls]\n"}, "pyproject.toml", False),
    "the nearest": ({"planls.toml": "", "docs/.planls.toml": "# a\n"}, "docs/.planls.toml", False),
    "a faulty one": ({"planls.toml": "[scope\n"}, None, False),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_the_file_that_counts_is_written(tmp_path: Path, case: str) -> None:
    files, name, new = FOLDERS[case]
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    forget_settings()
    found = permit("X", tmp_path / "docs" / "a.md", tmp_path)
    assert (found and found.path) == (tmp_path / name if name else None)
    assert found is None or found.new is new
    assert found is None or "".join(found.lines) == files.get(str(name), "")
