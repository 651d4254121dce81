"""Settings: what a team says about rules, kinds and files, in TOML or in its editor.

    ignore = ["STR004", "empty-field"]
    exclude = ["drafts/**"]
    [severity]
    missing-section = "error"
    [kinds.rollout]
    template = "docs/templates/rollout.md"
    files = ["docs/**/*-rollout.md"]
    [companions]
    notes = ["notes/**/*.md"]

Globs are written as in `.gitignore`; they and templates are relative to the configuration's folder.
Pure text in, values out: files are read by `workspace`; pydantic is imported only when there is
something to validate.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from planls.config import values
from planls.config.shape import FaultError, File, validated
from planls.config.values import matcher
from planls.contract.kinds import TEMPLATE
from planls.contract.places import explain, locate
from planls.contract.sizing import Sizing
from planls.rule import Severity
from planls.scope.permissions import DEFAULT, Permissions


class ConfigError(Exception):
    """A configuration that cannot be used: ``path`` (None: the editor's settings), 1-based ``line``."""

    def __init__(self, path: Path | None, line: int | None, message: str) -> None:
        """Say what is wrong and where."""
        super().__init__(path, line, message)
        self.path, self.line, self.message = path, line, message

    def __str__(self) -> str:
        """``planls.toml:3: unknown key``, as compilers write it."""
        place = str(self.path) if self.path else "editor settings"
        return f"{place}:{self.line}: {self.message}" if self.line else f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts for the documents under ``root``; ``Settings()`` is the default everywhere."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By rule code."""
    ignored: frozenset[str] = frozenset()
    """Rule codes."""
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Globs by name of kind."""
    exclude: tuple[str, ...] = ()
    """Globs of files and folders that a search leaves out."""
    root: Path | None = None
    """The configuration's folder, absolute: what globs are relative to."""
    source: Path | None = None
    """The configuration file."""
    templates: Mapping[str, Path] = field(default_factory=dict)
    """Template files, or folders of a kind, by name of kind: the team's own kinds (absolute with a root)."""
    permissions: Permissions = DEFAULT
    """Technologies that need not be in the notes."""
    companions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Globs by role (``notes``, or the name of a kind) of what all documents under the root belong to."""
    sizings: Mapping[str, Sizing] = field(default_factory=dict)
    """Limits by name of kind."""
    lenses: bool | None = None
    """Whether an editor shows the progress above headings; None: it does."""
    hints: bool | None = None
    """Whether an editor shows estimates behind headings; None: it does."""

    def companions_of(self, path: PurePath, role: str) -> tuple[Path, tuple[str, ...]] | None:
        """The folder and the globs below it that name the companions of a document (absolute path)."""
        globs = self.companions.get(role)
        return (self.root, globs) if self.root and globs and path.is_relative_to(self.root) else None

    def kind_of(self, path: PurePath) -> str | None:
        """The first kind that claims this file (absolute path) by its globs."""
        return next((kind for kind, globs in self.kinds.items() if self._match(globs, path)), None)

    def excludes(self, path: PurePath) -> bool:
        """Whether a search leaves this file or folder (absolute path) out."""
        return self._match(self.exclude, path)

    def template_of(self, path: PurePath | None) -> str | None:
        """The kind whose template this file is, if it is one: nothing is to be said about its text."""
        named = (kind for kind, at in self.templates.items() if path in (at, at / TEMPLATE))
        return next(named, None)

    def _match(self, globs: tuple[str, ...], path: PurePath) -> bool:
        """Whether the globs, read from the root, match the path; nothing outside the root matches."""
        top = self.root or path.anchor
        return bool(globs) and path.is_relative_to(top) and matcher(globs).match_file(path.relative_to(top))


def parse_toml(text: str, source: Path) -> Settings | None:
    """The settings in a configuration file's text; None for a pyproject.toml without [tool.planls]."""
    table = ("tool", "planls") if source.name == "pyproject.toml" else ()
    if table and table[-1] not in text:
        return None
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(source, *explain(str(error), text)) from None
    for key in table:
        data = data.get(key) if isinstance(data, dict) else None
    return None if data is None else parse_settings(data, source, source.parent, text, table)


def parse_settings(
    data: object, source: Path | None, root: Path | None, text: str = "", table: tuple[str, ...] = ()
) -> Settings:
    """The settings that the data give; ``text`` and ``table`` serve to find the line of a fault.

    Raises ConfigError.
    """
    try:
        given = validated(data) if data != {} else File()
        return Settings(
            values.severities(given.severity),
            frozenset(values.code(name, ("ignore",)) for name in given.ignore),
            {name: values.files_of(name, kind, given) for name, kind in given.kinds.items()},
            values.globs(given.exclude, ("exclude",)),
            root,
            source,
            {name: values.below(root, kind.template) for name, kind in given.kinds.items() if kind.template},
            values.permissions(given.scope),
            {role: values.companions(role, globs, given) for role, globs in given.companions.items()},
            values.sizings(given),
            given.editor.lenses,
            given.editor.hints,
        )
    except FaultError as fault:
        line = locate(text, (*table, *fault.keys), fault.word)
        raise ConfigError(source, line, fault.message) from None


def merge(editor: Mapping[str, Any], file: Settings, root: Path | None = None) -> Settings:
    """The file's settings and, where it says nothing, the editor's (same keys; null counts as absent).

    ``root`` is what the editor's globs are relative to where there is no file. Raises ConfigError.
    """
    data = {key: value for key, value in editor.items() if value is not None}
    given = parse_settings(data, None, file.root or root)
    return Settings(
        {**given.severities, **file.severities},
        file.ignored or given.ignored.difference(file.severities),
        {**given.kinds, **file.kinds},
        file.exclude or given.exclude,
        given.root,
        file.source,
        {**given.templates, **file.templates},
        given.permissions.joined(file.permissions),
        {**given.companions, **file.companions},
        {**given.sizings, **file.sizings},
        given.lenses if file.lenses is None else file.lenses,
        given.hints if file.hints is None else file.hints,
    )
