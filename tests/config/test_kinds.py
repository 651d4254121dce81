"""A team's own kinds: which files they are read from, when they are read, and what is said of broken ones."""

import os
from pathlib import Path

import pytest

from planls.config import ConfigError, Settings
from planls.contract.model import Kind
from planls.contract.sizing import Sizing
from planls.workspace import forget_settings, kinds_for, settings_for
from planls_rules.kinds import KINDS

TEMPLATE = "# Rollout [N]: [Service]\n\n## Why Now\n\n[Reason]\n\n## Way Back\n\n**Decided By**: [Name]\n"
ALIAS = '[sections."Way Back"]\naliases = ["{}"]\n'
ONE = '[kinds.rollout]\ntemplate = "t/{}"\n'


def made(folder: Path, files: dict[str, str | bytes]) -> Settings:
    """The settings of a folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    forget_settings()
    return settings_for(folder / "a.md")


def aliases(kind: Kind) -> tuple[str, ...]:
    """The other names of its last section."""
    return kind.contract.sections[-1].aliases


SOURCES: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
    "a file": ("x.md", {"x.md": TEMPLATE}, ()),
    "a file with settings of its own": (
        "x.md",
        {"x.md": TEMPLATE, "x.toml": ALIAS.format("own"), "kind.toml": ALIAS.format("folder")},
        ("own",),
    ),
    "a file with those of its folder": (
        "x.md",
        {"x.md": TEMPLATE, "kind.toml": ALIAS.format("folder")},
        ("folder",),
    ),
    "a file in the folder of another kind": (
        "x.md",
        {"x.md": TEMPLATE, "template.md": "# Other\n\n## A\n", "kind.toml": '[sections.A]\naliases = ["b"]'},
        (),
    ),
    "a file of any name": ("x", {"x": TEMPLATE, "x.toml": ALIAS.format("own")}, ("own",)),
    "a folder": (".", {"template.md": TEMPLATE}, ()),
    "a folder with settings": (
        "",
        {"template.md": TEMPLATE, "kind.toml": ALIAS.format("folder")},
        ("folder",),
    ),
    "a folder's template, named": (
        "template.md",
        {"template.md": TEMPLATE, "kind.toml": ALIAS.format("folder"), "template.toml": "="},
        ("folder",),
    ),
    "Windows line ends and byte order marks": (
        "x.md",
        {"x.md": "\ufeff" + TEMPLATE.replace("\n", "\r\n"), "x.toml": "\ufeff" + ALIAS.format("own")},
        ("own",),
    ),
}


@pytest.mark.parametrize(("name", "files", "expected"), SOURCES.values(), ids=SOURCES)
def test_files(tmp_path: Path, name: str, files: dict[str, str], expected: tuple[str, ...]) -> None:
    below = {f"t/{file}": text for file, text in files.items()}
    kinds = kinds_for(made(tmp_path, {"planls.toml": ONE.format(name), **below}))
    assert list(kinds) == ["rollout", *KINDS]
    assert kinds["rollout"].template.replace("\r", "") == TEMPLATE
    assert aliases(kinds["rollout"]) == expected


def test_without_kinds_of_its_own_a_team_has_the_built_in_ones(tmp_path: Path) -> None:
    assert kinds_for(Settings()) is KINDS
    assert kinds_for(made(tmp_path, {"planls.toml": '[kinds.plan]\nfiles = ["a"]'})) is KINDS


def test_a_kind_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    kinds = kinds_for(made(tmp_path, {"planls.toml": '[kinds.plan]\ntemplate = "p.md"', "p.md": TEMPLATE}))
    assert list(kinds) == ["plan", *(name for name in KINDS if name != "plan")]
    assert kinds["plan"].template == TEMPLATE


NO_FILE = "the template of `rollout`, `t/x.md`: no such file or directory"
WRONG: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no file": ({"planls.toml": "\n" + ONE.format("x.md")}, f"planls.toml:3: {NO_FILE}"),
    "no file, in pyproject.toml": (
        {"pyproject.toml": '[kinds.rollout]\ntemplate = 1\n[tool.planls.kinds]\nrollout.template = "t/x.md"'},
        f"pyproject.toml:4: {NO_FILE}",
    ),
    "a folder without a template": (
        {"planls.toml": ONE.format("x"), "t/x/kind.toml": ""},
        "planls.toml:2: the template of `rollout`, `t/x/template.md`: no such file or directory",
    ),
    "no title": (
        {"planls.toml": ONE.format("x.md"), "t/x.md": "## Why Now\n"},
        "t/x.md:1: a template begins with its title, a heading of level 1: `# Title [Name]`",
    ),
    "no text": (
        {"planls.toml": ONE.format("x.md"), "t/x.md": b"# A\n\xff"},
        "t/x.md:2: is not valid UTF-8",
    ),
    "broken TOML": (
        {"planls.toml": ONE.format("x.md"), "t/x.md": TEMPLATE, "t/x.toml": "hints = [\n"},
        "t/x.toml:2: not valid TOML: invalid value",
    ),
    "an unknown key": (
        {"planls.toml": ONE.format(""), "t/template.md": TEMPLATE, "t/kind.toml": "\nhnts = []\n"},
        "t/kind.toml:2: unknown key `hnts`; did you mean `hints`?",
    ),
    "an unknown section": (
        {"planls.toml": ONE.format("x.md"), "t/x.md": TEMPLATE, "t/x.toml": "[sections.Way]\n"},
        "t/x.toml:1: the template has no section `Way`; did you mean `Way Back`?",
    ),
}


@pytest.mark.parametrize(("files", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    settings = made(tmp_path, files)
    for _ in range(2):
        with pytest.raises(ConfigError) as raised:
            kinds_for(settings)
        assert str(raised.value) == str(tmp_path / message)


def test_a_fault_in_the_editors_settings_has_no_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^editor settings: the template of `a`, `.*/b\.md`: no such"):
        kinds_for(Settings(templates={"a": tmp_path / "b.md"}))


def test_a_kind_is_read_again_only_when_one_of_its_files_changes(tmp_path: Path) -> None:
    settings = made(tmp_path, {"planls.toml": ONE.format("x.md"), "t/x.md": TEMPLATE})
    first = kinds_for(settings)["rollout"]
    assert kinds_for(settings)["rollout"] is first
    made(tmp_path, {"t/x.toml": ALIAS.format("Rollback")})
    second = kinds_for(settings)["rollout"]
    assert (aliases(first), aliases(second)) == ((), ("Rollback",))
    os.utime(tmp_path / "t/x.md", ns=(0, 0))
    assert kinds_for(settings)["rollout"] is not second
    (tmp_path / "t/x.toml").unlink()
    assert aliases(kinds_for(settings)["rollout"]) == ()


def test_a_mended_template_counts(tmp_path: Path) -> None:
    settings = made(tmp_path, {"planls.toml": ONE.format("x.md"), "t/x.md": "no title\n"})
    with pytest.raises(ConfigError):
        kinds_for(settings)
    made(tmp_path, {"t/x.md": TEMPLATE})
    assert kinds_for(settings)["rollout"].template == TEMPLATE


def test_limits_are_those_of_the_settings() -> None:
    settings = Settings(sizings={"plan": Sizing(45, (("task", 9.0),))})
    kind = kinds_for(settings)["plan"]
    items = {section.name: section.item for section in kind.contract.sections}
    step, prerequisite = items["Implementation Steps"], items["Prerequisites"]
    assert step
    assert prerequisite
    assert (step.minutes, step.weights.task) == (45, 9)
    assert (prerequisite.minutes, prerequisite.weights.task) == (0, 9)
    assert kinds_for(settings)["plan"] is kind
    assert kinds_for(settings)["spec"] is KINDS["spec"]


def test_a_limit_of_the_settings_is_for_all_that_repeats_where_the_kind_has_none(tmp_path: Path) -> None:
    template = (
        "# Rollout [N]\n\n## Stages\n\n### Stage 1: [Name]\n\n## Round 1: [Name]\n\n## Round 2: [Name]\n"
    )
    config = ONE.format("x.md") + "minutes = 20\n"
    settings = made(tmp_path, {"planls.toml": config, "t/x.md": template})
    items = [section.item for section in kinds_for(settings)["rollout"].contract.sections]
    assert [item and item.minutes for item in items] == [20, 20]


def test_where_no_item_is_more_than_an_ellipsis_there_are_only_sections(tmp_path: Path) -> None:
    template = "# Rollout [N]\n\n## Round 1: [Name]\n\n...\n\n## Round 2: [Name]\n\n...\n"
    settings = made(tmp_path, {"planls.toml": ONE.format("x.md"), "t/x.md": template})
    sections = kinds_for(settings)["rollout"].contract.sections
    assert [(section.name, section.headed) for section in sections] == [
        ("Round 1: [Name]", True),
        ("Round 2: [Name]", True),
    ]
