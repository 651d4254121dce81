"""The configurations that we hand out, against the formats that their editors document; and their READMEs."""

import json
import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planls import __version__

CLIENTS = Path(__file__).parents[2] / "editor-clients"
FOLDERS = ("neovim", "helix", "emacs", "vim", "kate", "sublime", "jetbrains", "zed")
NOT_RUN = ("vim", "kate", "sublime", "jetbrains", "zed")
"""Those whose README has to say that something in it was not run."""

SERVERS = [
    # file, where the server stands in it, the keys that the editor documents for a server
    ("helix/languages.toml", ("language-server", "planls"), {"command", "args", "config", "timeout"}),
    (
        "kate/settings.json",
        ("servers", "markdown"),
        {
            "command",
            "root",
            "rootIndicationFileNames",
            "highlightingModeRegex",
            "initializationOptions",
            "url",
        },
    ),
    (
        "sublime/LSP.sublime-settings",
        ("clients", "planls"),
        {"enabled", "command", "env", "settings", "initializationOptions", "selector"},
    ),
    (
        "vim/coc/coc-settings.json",
        ("languageserver", "planls"),
        {"command", "args", "filetypes", "rootPatterns", "initializationOptions", "settings"},
    ),
    (
        "jetbrains/planls/template.json",
        (),
        {"id", "name", "programArgs", "fileTypeMappings", "expandConfiguration"},
    ),
]
COMMANDS: dict[str, Callable[[Any], list[str]]] = {
    "helix": lambda server: [server["command"], *server["args"]],
    "kate": lambda server: list(server["command"]),
    "sublime": lambda server: list(server["command"]),
    "vim": lambda server: [server["command"], *server["args"]],
    "jetbrains": lambda server: shlex.split(shlex.split(server["programArgs"]["default"])[-1]),
}
LANGUAGES = [
    # file, where it says which documents, what it says
    ("helix/languages.toml", ("language", 0, "name"), "markdown"),
    ("helix/languages.toml", ("language", 0, "language-servers"), ["planls"]),
    ("sublime/LSP.sublime-settings", ("clients", "planls", "selector"), "text.html.markdown"),
    ("kate/settings.json", ("servers", "markdown", "highlightingModeRegex"), "^Markdown$"),
    ("vim/coc/coc-settings.json", ("languageserver", "planls", "filetypes"), ["markdown"]),
    ("jetbrains/planls/template.json", ("fileTypeMappings", 0, "languageId"), "markdown"),
    ("zed/extension.toml", ("language_servers", "planls", "languages"), ["Markdown"]),
    ("zed/extension.toml", ("language_servers", "planls", "language_ids", "Markdown"), "markdown"),
    ("zed/extension.toml", ("version",), __version__),
    ("zed/extension.toml", ("schema_version",), 1),
    ("zed/Cargo.toml", ("lib", "crate-type"), ["cdylib"]),
    ("zed/Cargo.toml", ("package", "version"), __version__),
]


@pytest.mark.parametrize(("file", "place", "documented"), SERVERS, ids=[file for file, *_ in SERVERS])
def test_a_server_is_started_by_documented_keys(
    file: str, place: tuple[str, ...], documented: set[str]
) -> None:
    server = inside(load(file), place)
    assert server.keys() <= documented
    assert COMMANDS[file.partition("/")[0]](server) == ["planls", "server"]


@pytest.mark.parametrize(("file", "place", "said"), LANGUAGES)
def test_it_is_for_markdown(file: str, place: tuple[str | int, ...], said: object) -> None:
    assert inside(load(file), place) == said


def test_zed_starts_what_is_on_the_path() -> None:
    source = (CLIENTS / "zed" / load("zed/Cargo.toml")["lib"]["path"]).read_text()
    assert 'which("planls")' in source
    assert 'args: vec!["server".into()]' in source


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_readme_has_three_steps_and_says_what_was_not_run(folder: str) -> None:
    readme = (CLIENTS / folder / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^(\d)\. ", readme) == ["1", "2", "3"]
    assert [link for link in links(readme) if not (CLIENTS / folder / link).exists()] == []
    assert ("not run" in readme or "neither built nor run" in readme) == (folder in NOT_RUN)


def test_every_folder_is_in_the_table() -> None:
    table = (CLIENTS / "README.md").read_text(encoding="utf-8")
    folders = {f"{path.parent.name}/README.md" for path in CLIENTS.glob("*/README.md")}
    assert {link for link in links(table) if link.endswith("README.md")} == folders


def load(file: str) -> Any:
    """A configuration that we hand out, read as its format."""
    text = (CLIENTS / file).read_text(encoding="utf-8")
    return tomllib.loads(text) if file.endswith(".toml") else json.loads(text)


def inside(data: Any, place: tuple[str | int, ...]) -> Any:
    """What stands at a place in nested tables and lists."""
    for key in place:
        data = data[key]
    return data


def links(page: str) -> list[str]:
    """The files that a page links to."""
    return re.findall(r"\]\(([^)#:]+)\)", page)
