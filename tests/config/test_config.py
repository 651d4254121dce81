"""What configurations mean, and what is said of broken ones."""

from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from planls.config import ConfigError, Settings, merge, parse_settings, parse_toml
from planls.contract.sizing import Sizing
from planls.rule import Severity
from planls_rules.kinds import KINDS

ROOT = Path("/team").absolute()
FILE, PYPROJECT = ROOT / "planls.toml", ROOT / "pyproject.toml"

GOOD = {
    "": {},
    'ignore = ["STR001", "empty-field"]': {"ignored": {"STR001", "STR008"}},
    'ignore = ["str001", "Empty-Field"]': {"ignored": {"STR001", "STR008"}},
    '[severity]\nmissing-section = "error"\nSTR008 = "hint"': {
        "severities": {"STR001": Severity.ERROR, "STR008": Severity.HINT}
    },
    'severity.STR001 = "information"': {"severities": {"STR001": Severity.INFORMATION}},
    '[kinds.plan]\nfiles = ["docs/**/*-plan.md"]': {"kinds": {"plan": ("docs/**/*-plan.md",)}},
    '[kinds.rollout]\ntemplate = "docs/../t/rollout.md"': {
        "kinds": {"rollout": ()},
        "templates": {"rollout": ROOT / "t" / "rollout.md"},
    },
    '[kinds.plan]\ntemplate = "/elsewhere"\nfiles = ["a"]': {
        "kinds": {"plan": ("a",)},
        "templates": {"plan": Path("/elsewhere")},
    },
    'exclude = ["drafts/**"]': {"exclude": ("drafts/**",)},
    "[kinds.plan]\nminutes = 45\n[kinds.plan.weights]\ntask = 3\ncode = 0.2": {
        "kinds": {"plan": ()},
        "sizings": {"plan": Sizing(45, (("code", 0.2), ("task", 3)))},
    },
    "[editor]\nlenses = false\nhints = true": {"lenses": False, "hints": True},
}


@pytest.mark.parametrize(("text", "expected"), GOOD.items())
def test_good_configuration(text: str, expected: dict[str, Any]) -> None:
    assert parse_toml(text, FILE) == Settings(**expected, root=ROOT, source=FILE)


BAD = [
    ("\nseverty = 1", 2, "unknown key `severty`; did you mean `severity`?"),
    ('exclude = []\n\n[severty]\nSTR001 = "error"', 3, "unknown key `severty`; did you mean `severity`?"),
    (
        "colours = 1",
        1,
        "unknown key `colours`; known: ignore, severity, kinds, exclude, companions, scope, editor",
    ),
    (
        '[severity]\n"mising-section" = "error"',
        2,
        "unknown rule `mising-section`; did you mean `missing-section`?",
    ),
    ('[severity]\nSTR01 = "error"', 2, "unknown rule `STR01`; did you mean `STR001`?"),
    ('[severity]\nSTR001 = "warn"', 2, "unknown severity `warn`; did you mean `warning`?"),
    ('[severity]\nSTR001 = "off"', 2, "unknown severity `off`; known: hint, information, warning, error"),
    ('severity = { STR001 = "eror" }', 1, "unknown severity `eror`; did you mean `error`?"),
    (
        'ignore = [\n    "STR001",\n    "emty-field",\n]',
        3,
        "unknown rule `emty-field`; did you mean `empty-field`?",
    ),
    ('ignore = ["@"]', 1, "unknown rule `@`; `planls rules` lists them all"),
    ("ignore = [1]", 1, "each item of `ignore` should be a string"),
    ('ignore = "STR001"', 1, "`ignore` should be a list of strings"),
    ('[kinds.paln]\nfiles = ["*.md"]', 1, "unknown kind `paln`; did you mean `plan`?"),
    ('[kinds.plan]\nfils = ["*.md"]', 2, "unknown key `fils`; did you mean `files`?"),
    ('kinds.plan.fils = ["*.md"]', 1, "unknown key `fils`; did you mean `files`?"),
    ("[kinds]\nplan = 3", 2, "`kinds.plan` should be a table"),
    (
        '[kinds.rollout]\nfiles = ["*.md"]',
        1,
        f"unknown kind `rollout`; known: {', '.join(KINDS)}; a kind of your own needs a `template`",
    ),
    (
        '[kinds.rolout]\nfiles = ["*.md"]\n[kinds.rollout]\ntemplate = "a.md"',
        1,
        "unknown kind `rolout`; did you mean `rollout`?",
    ),
    ('[kinds.plan]\ntempalte = "a.md"', 2, "unknown key `tempalte`; did you mean `template`?"),
    ("[kinds.plan]\ntemplate = 3", 2, "`kinds.plan.template` should be a string"),
    (
        '[kinds.none]\ntemplate = "a.md"',
        1,
        "`none` is no name for a kind: in front matter it says that a document is of none",
    ),
    *(
        (
            f'[kinds."{name}"]\ntemplate = "a.md"',
            1,
            f"`{name}` is no name for a kind: write small letters, digits, `-` and `_`",
        )
        for name in ("Plan", "my plan", "a/b", "")
    ),
    ("[kinds.plan]\nminutes = -1", 2, "`kinds.plan.minutes` should not be negative"),
    ("[kinds.plan]\nminutes = 4.5", 2, "`kinds.plan.minutes` should be a whole number"),
    ("kinds.plan.weights.tasks = 1", 1, "unknown weight `tasks`; did you mean `task`?"),
    ("[kinds.plan.weights]\ntask = nan", 2, "`kinds.plan.weights.task` should not be negative"),
    ('[kinds.plan.weights]\ntask = "a"', 2, "`kinds.plan.weights.task` should be a number"),
    ("[editor]\nlense = false", 2, "unknown key `lense`; did you mean `lenses`?"),
    ('[editor]\nlenses = "of"', 2, "`editor.lenses` should be true or false"),
    ("severity = 3", 1, "`severity` should be a table"),
    ('exclude = ["ok.md", "!"]', 1, "malformed glob `!`"),
    ("ignore = [\n", 2, "not valid TOML: invalid value"),
    ("\n[severity", 2, "not valid TOML: expected ']' at the end of a table declaration"),
]


@pytest.mark.parametrize(("text", "line", "message"), BAD)
def test_bad_configuration(text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_toml(text, FILE)
    assert str(raised.value) == f"{FILE}:{line}: {message}"


PROJECTS = {
    "": None,
    "[tool.other]\nplanls = 1": None,
    "[tool.planls]": Settings(root=ROOT, source=PYPROJECT),
    '[project]\nname = "planls-user"\n[tool.planls]\nexclude = ["a"]': Settings(
        exclude=("a",), root=ROOT, source=PYPROJECT
    ),
}


@pytest.mark.parametrize(("text", "expected"), PROJECTS.items())
def test_pyproject(text: str, expected: Settings | None) -> None:
    assert parse_toml(text, PYPROJECT) == expected


def test_fault_in_pyproject_is_found_below_its_table() -> None:
    with pytest.raises(ConfigError) as raised:
        parse_toml('ignore = 1\n[tool.planls]\nignore = ["STR01"]', PYPROJECT)
    assert raised.value.line == 3


CLAIMED = [
    ("docs/**/*-plan.md", "docs/a-plan.md", "plan"),
    ("docs/**/*-plan.md", "docs/a/b/c-plan.md", "plan"),
    ("docs/**/*-plan.md", "other/docs/a-plan.md", None),
    ("*-plan.md", "deep/down/a-plan.md", "plan"),
    ("plans/", "plans/a.md", "plan"),
    ("*.md", "../outside.md", None),
]


@pytest.mark.parametrize(("glob", "path", "kind"), CLAIMED)
def test_globs_are_relative_to_the_root(glob: str, path: str, kind: str | None) -> None:
    root = Path("/team/project")
    file = root.parent / "outside.md" if path.startswith("..") else root / path
    assert Settings(kinds={"plan": (glob,)}, root=root).kind_of(file) == kind


def test_without_a_root_globs_match_anywhere() -> None:
    settings = Settings(exclude=("drafts/",))
    assert settings.excludes(PurePosixPath("/home/drafts/a.md"))
    assert not settings.excludes(PurePosixPath("/home/a.md"))


MERGED = [
    ({"ignore": ["STR001"]}, Settings(), Settings(ignored=frozenset({"STR001"}))),
    ({"ignore": None, "exclude": None}, Settings(), Settings()),
    (
        {"ignore": ["STR001"]},
        Settings(ignored=frozenset({"STR008"})),
        Settings(ignored=frozenset({"STR008"})),
    ),
    ({"ignore": ["STR001"]}, Settings({"STR001": Severity.HINT}), Settings({"STR001": Severity.HINT})),
    (
        {"severity": {"STR001": "error", "STR008": "error"}},
        Settings({"STR001": Severity.HINT}),
        Settings({"STR001": Severity.HINT, "STR008": Severity.ERROR}),
    ),
    ({"exclude": ["a"]}, Settings(exclude=("b",)), Settings(exclude=("b",))),
    ({"kinds": {"plan": {"files": ["a"]}}}, Settings(), Settings(kinds={"plan": ("a",)})),
    (
        {"editor": {"lenses": False, "hints": False}},
        Settings(hints=True),
        Settings(lenses=False, hints=True),
    ),
    (
        {"kinds": {"plan": {"minutes": 20}}},
        Settings(sizings={"plan": Sizing(45)}),
        Settings(kinds={"plan": ()}, sizings={"plan": Sizing(45)}),
    ),
    (
        {"kinds": {"a": {"template": "a.md"}, "b": {"template": "b.md"}}},
        Settings(kinds={"b": ()}, templates={"b": ROOT / "b.md"}),
        Settings(kinds={"a": (), "b": ()}, templates={"a": Path("a.md"), "b": ROOT / "b.md"}),
    ),
]


@pytest.mark.parametrize(("editor", "file", "expected"), MERGED)
def test_the_file_comes_before_the_editor(editor: dict[str, Any], file: Settings, expected: Settings) -> None:
    assert merge(editor, file) == expected


def test_the_editor_globs_start_at_its_folder_or_at_the_file() -> None:
    assert merge({"exclude": ["a"]}, Settings(), ROOT).root == ROOT
    assert merge({"exclude": ["a"]}, Settings(root=ROOT), Path("/elsewhere")).root == ROOT


TEMPLATES = [
    ("t/a.md", "a"),
    ("t/b/template.md", "b"),
    ("t/b/kind.toml", None),
    ("t/b", "b"),
    ("t/c.md", None),
    ("a.md", None),
]


@pytest.mark.parametrize(("path", "kind"), TEMPLATES)
def test_which_file_is_a_template(path: str, kind: str | None) -> None:
    settings = Settings(templates={"a": ROOT / "t" / "a.md", "b": ROOT / "t" / "b"})
    assert settings.template_of(ROOT / path) == kind
    assert settings.template_of(None) is None


def test_the_editors_templates_start_where_its_globs_do() -> None:
    given = {"kinds": {"a": {"template": "a.md"}}}
    assert merge(given, Settings(), ROOT).templates == {"a": ROOT / "a.md"}
    assert merge(given, Settings(root=ROOT), Path("/elsewhere")).templates == {"a": ROOT / "a.md"}


def test_bad_editor_settings() -> None:
    with pytest.raises(ConfigError) as raised:
        merge({"ignroe": []}, Settings())
    assert str(raised.value) == "editor settings: unknown key `ignroe`; did you mean `ignore`?"


def test_data_without_a_file() -> None:
    assert parse_settings({}, None, None) == Settings()
