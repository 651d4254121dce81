"""Which configuration counts: the nearest one, for its folder and everything below, and alone."""

from functools import cache
from pathlib import Path

from planls.config import ConfigError, Settings, parse_toml
from planls.workspace.texts import FileError, absolute, read_text

CONFIGURATIONS = (".planls.toml", "planls.toml", "pyproject.toml")
"""File names of a configuration; in one folder the first that says anything counts."""


def settings_for(path: Path) -> Settings:
    """The settings that count for a document, which need not exist.

    Raises ConfigError. What was read is remembered until `forget_settings`.
    """
    for folder in absolute(path).parents:
        found = _settings_in(folder)
        if isinstance(found, ConfigError):
            raise found
        if found:
            return found
    return Settings()


def load_settings(path: Path) -> Settings:
    """The settings in this very file; the default when it is a pyproject.toml that says nothing.

    Raises ConfigError.
    """
    return _read(absolute(path)) or Settings()


def forget_settings() -> None:
    """Read configurations afresh from now on: one of them changed."""
    _settings_in.cache_clear()


@cache
def _settings_in(folder: Path) -> Settings | ConfigError | None:
    """What a folder itself says; a fault is told for each document below, so it is remembered, too."""
    try:
        for file in (folder / name for name in CONFIGURATIONS):
            if file.is_file() and (settings := _read(file)):
                return settings
    except ConfigError as error:
        return error
    return None


def _read(file: Path) -> Settings | None:
    """What a configuration file says, if anything."""
    try:
        return parse_toml(read_text(file), file)
    except FileError as error:
        raise ConfigError(file, None, error.message) from None
