"""The kinds of document that count here, printed: all of them, and the template of one."""

import os.path
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from planls.cli.tally import Tally, tell
from planls.config import ConfigError, Settings
from planls.contract.kinds import KindFiles
from planls.contract.model import Kind
from planls.report import visible
from planls.workspace import kind_sources, kinds_for, load_settings, settings_for, shown
from planls_rules.kinds import KINDS


def kinds(config: str | None) -> int:
    """Print where each kind comes from, and how a document is recognised to be of it."""

    def show(settings: Settings, known: Mapping[str, Kind]) -> int:
        sources = kind_sources(settings)
        told = (_told(kind, sources.get(name), settings) for name, kind in known.items())
        print("\n\n".join("\n".join(map(visible, lines)) for lines in told))
        return 0

    return _with_kinds(config, show)


def new(kind: str, config: str | None) -> int:
    """Print the template of a kind as it is."""

    def write(_: Settings, known: Mapping[str, Kind]) -> int:
        if kind in known:
            sys.stdout.write(known[kind].template)
            return 0
        tell(f"error: unknown kind `{kind}`; known: {', '.join(known)}")
        return 2

    return _with_kinds(config, write)


def _with_kinds(config: str | None, run: Callable[[Settings, Mapping[str, Kind]], int]) -> int:
    """Run with the settings of this file, else with those for the current folder, and their kinds."""
    try:
        settings = load_settings(Path(config)) if config else settings_for(Path("-"))
        return run(settings, kinds_for(settings))
    except ConfigError as error:
        Tally().problem(error)
        return 2


def _told(kind: Kind, files: KindFiles | None, settings: Settings) -> Iterator[str]:
    """A kind in lines."""
    yield kind.name
    yield from (f"  {word:<14}{text}" for word, text in _rows(kind, files, settings))


def _rows(kind: Kind, files: KindFiles | None, settings: Settings) -> Iterator[tuple[str, str]]:
    """What is told of a kind, each with the word for it."""
    instead = " (instead of the built-in one)" if kind.name in KINDS else ""
    yield "from", f"{_place(files.template)}{instead}" if files else "built-in"
    if files and files.settings:
        yield "settings", _place(files.settings)
    yield "title", kind.contract.title.text
    yield from (("files", glob) for glob in settings.kinds.get(kind.name, ()))
    yield "front matter", f"planls: {{kind: {kind.name}}}"


def _place(path: Path) -> str:
    """The path from the current folder."""
    try:
        return shown(os.path.relpath(path))
    except ValueError:  # it is on another drive
        return shown(path)
