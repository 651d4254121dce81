"""Which configuration counts for a document."""

from pathlib import Path

import pytest

from planls.config import ConfigError, Settings
from planls.workspace import forget_settings, load_settings, settings_for

SAYS = 'exclude = ["{}"]'
NEAREST = {
    "none": ({}, "a.md", None),
    "here": ({"planls.toml": SAYS}, "a.md", "planls.toml"),
    "above": ({"planls.toml": SAYS}, "b/c/a.md", "planls.toml"),
    "the nearest, alone": ({"planls.toml": SAYS, "b/planls.toml": ""}, "b/a.md", ""),
    "beside, not below": ({"b/planls.toml": SAYS}, "a.md", None),
    ".planls.toml comes first": ({"planls.toml": SAYS, ".planls.toml": SAYS}, "a.md", ".planls.toml"),
    "planls.toml before pyproject.toml": (
        {"planls.toml": SAYS, "pyproject.toml": "[tool.planls]\n" + SAYS},
        "a.md",
        "planls.toml",
    ),
    "pyproject.toml": ({"pyproject.toml": "[tool.planls]\n" + SAYS}, "a.md", "pyproject.toml"),
    "a pyproject.toml that says nothing": (
        {"planls.toml": SAYS, "b/pyproject.toml": ""},
        "b/a.md",
        "planls.toml",
    ),
}


@pytest.mark.parametrize(("files", "document", "expected"), NEAREST.values(), ids=NEAREST)
def test_nearest(tmp_path: Path, files: dict[str, str], document: str, expected: str | None) -> None:
    forget_settings()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text.replace("{}", name), encoding="utf-8")
    settings = settings_for(tmp_path / document)
    if expected is None:
        assert settings == Settings()
    else:
        assert settings.exclude == ((expected,) if expected else ())


def test_what_was_read_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    forget_settings()
    before = settings_for(tmp_path / "a.md")
    (tmp_path / "planls.toml").write_text('exclude = ["x"]', encoding="utf-8")
    assert settings_for(tmp_path / "a.md") == before
    forget_settings()
    assert settings_for(tmp_path / "a.md").exclude == ("x",)


def test_a_broken_configuration_is_told_for_each_document(tmp_path: Path) -> None:
    forget_settings()
    (tmp_path / "planls.toml").write_bytes(b"\xff")
    for _ in range(2):
        with pytest.raises(ConfigError, match="not UTF-8"):
            settings_for(tmp_path / "b/a.md")


def test_a_configuration_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('exclude = ["x"]', encoding="utf-8")
    assert load_settings(tmp_path / "own.toml").root == tmp_path
    with pytest.raises(ConfigError, match="no such file"):
        load_settings(tmp_path / "none.toml")
