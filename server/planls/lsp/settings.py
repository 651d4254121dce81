"""Settings from the editor and from files, and kinds from templates. A file's word beats the editor's."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from planls import workspace
from planls.config import ConfigError, Settings, merge
from planls.lsp import glances
from planls.lsp.convert import path_of
from planls.lsp.documents import OpenDocument, Standard

if TYPE_CHECKING:
    from planls.lsp.session import Session

SECTION = "planls"

_OURS = {"ignore", "exclude", "severity", "kinds", "companions", "scope", "editor"}

_CLIENT_KEYS = {"path", "trace", "positionEncoding"}
"""Settings in our section that speak to the editor's extension or of the connection, not of documents."""


class Configuration:
    """What the editor says, joined for each document with what its configuration file says."""

    def __init__(self, complain: Callable[[str], None]) -> None:
        """Tell the user of faults with ``complain``, each once until something changes."""
        self.folders: list[Path] = []
        """The workspace's folders; the editor's globs are relative to the one that a document is in."""
        self._complain = complain
        self._told: set[str] = set()
        self._editor: Mapping[str, Any] = {}
        self._watched: set[str] = set()
        self._watches_markdown = False

    def accept(self, data: object, *, meant_for_us: bool = False) -> bool:
        """Take what the editor sends, bare or under our section's name; whether anything changed.

        Bare settings with none of our keys may be another server's, unless they are meant for us.
        """
        given = data.get(SECTION, data) if isinstance(data, dict) else None
        bare = given is data and not meant_for_us
        if not isinstance(given, dict) or (bare and not _OURS & given.keys()):
            return False
        return self.replace(given)

    def replace(self, given: Mapping[str, Any]) -> bool:
        """Take the editor's settings, all of them; whether anything changed. With a fault none counts."""
        given = {key: value for key, value in given.items() if key not in _CLIENT_KEYS}
        try:
            merge(given, Settings(), self._root(None))
        except ConfigError as error:
            self._tell(error, "the defaults count")
            given = {}
        changed, self._editor = given != self._editor, given
        return changed

    def standard_for(self, path: Path | None) -> Standard:
        """The settings of a document and the kinds that it may be of; built-in ones where one is at fault."""
        settings = self._settings_for(path)
        try:
            return settings, workspace.kinds_for(settings)
        except ConfigError as error:
            self._tell(error, "the built-in kinds count")
            return settings, workspace.kinds_for(Settings())

    def unwatched(self, settings: Iterable[Settings]) -> list[str]:
        """The names of files that count and that this has not given before."""
        names = telling(settings)
        new = sorted(names - self._watched)
        self._watched |= names
        return new

    def unwatched_markdown(self) -> list[str]:
        """What else to watch once a document belongs to others: the Markdown files; given only once."""
        new = [] if self._watches_markdown else [f"*{suffix}" for suffix in workspace.SUFFIXES]
        self._watches_markdown = True
        return new

    def _settings_for(self, path: Path | None) -> Settings:
        """The settings of a document; the defaults where its configuration file is at fault."""
        try:
            return merge(self._editor, workspace.settings_for(path) if path else Settings(), self._root(path))
        except ConfigError as error:
            self._tell(error, "the defaults count")
            return Settings()

    def _root(self, path: Path | None) -> Path | None:
        """The workspace's folder that a document is in, the deepest one; else the first."""
        around = [folder for folder in self.folders if path and path.is_relative_to(folder)]
        return max(around, key=lambda folder: len(folder.parts), default=next(iter(self.folders), None))

    def reread(self) -> None:
        """Read configuration files anew."""
        workspace.forget_settings()

    def changed(self) -> None:
        """A file that counts changed: read all anew, and tell of faults again."""
        self.reread()
        self._told.clear()

    def _tell(self, error: ConfigError, meanwhile: str) -> None:
        """Tell the user of a fault, once, and what counts until it is mended."""
        if str(error) not in self._told:
            self._told.add(str(error))
            self._complain(f"{error} (until this is mended, {meanwhile})")


def telling(settings: Iterable[Settings]) -> set[str]:
    """The names of files that settings and kinds are read from."""
    return {*workspace.CONFIGURATIONS, *(n for one in settings for n in workspace.kind_file_names(one))}


def initialized(ls: "Session", _: types.InitializedParams) -> None:
    """Ask for what the client can tell only now: its settings, and changes of them and of files."""
    _ask(ls)
    if ls.client.tells_settings:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        _register(ls, types.Registration("planls-settings", method, {"section": SECTION}))
    watch(ls)


def watch(ls: "Session") -> None:
    """Have the client watch the files that count for the open documents, those that are new to it."""
    if ls.client.watches:
        _watch(ls, ls.configuration.unwatched(ls.documents.settings))


def watch_companions(ls: "Session", document: OpenDocument) -> None:
    """Have the client watch Markdown files as soon as a document belongs to others."""
    if ls.client.watches and document.belongs:
        _watch(ls, ls.configuration.unwatched_markdown())


def did_change_configuration(ls: "Session", params: types.DidChangeConfigurationParams) -> None:
    """The user changed a setting: some clients send it, others want to be asked."""
    if ls.configuration.accept(params.settings):
        _changed(ls)
    _ask(ls)


def did_change_folders(ls: "Session", _: types.DidChangeWorkspaceFoldersParams) -> None:
    """The workspace has other folders now."""
    ls.configuration.folders = folders(list(ls.workspace.folders))
    _changed(ls)


def folders(uris: Iterable[str]) -> list[Path]:
    """The workspace's folders that are on disk."""
    return [path for path in map(path_of, uris) if path]


def did_change_watched_files(ls: "Session", params: types.DidChangeWatchedFilesParams) -> None:
    """A configuration, a template or a document changed, came or went."""
    ls.documents.look_again(everywhere=True)
    names = telling(ls.documents.settings)
    if any(path.name in names for change in params.changes if (path := path_of(change.uri))):
        ls.configuration.changed()
        _changed(ls)


def did_save(ls: "Session", params: types.DidSaveTextDocumentParams) -> None:
    """A document was saved: others may belong to it; an unwatched template's kind has changed."""
    ls.documents.look_again(everywhere=not ls.client.watches)
    path = path_of(params.text_document.uri)
    watched = ls.client.watches and any(path and path.is_relative_to(f) for f in ls.configuration.folders)
    if not watched and any(settings.template_of(path) for settings in ls.documents.settings):
        ls.configuration.changed()
        _changed(ls)


def _watch(ls: "Session", names: list[str]) -> None:
    """Ask the client to watch files with these names or ends of names."""
    if names:
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in names]
        options = ls.protocol.plain(types.DidChangeWatchedFilesRegistrationOptions(watchers))
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        _register(ls, types.Registration(f"planls-files-{names[0]}", method, options))


def _register(ls: "Session", registration: types.Registration) -> None:
    """Ask the client to tell us of something."""
    params = types.RegistrationParams([registration])
    ls.protocol.ask(types.CLIENT_REGISTER_CAPABILITY, params, lambda _: None)


def _ask(ls: "Session") -> None:
    """Ask the client for our section of its settings."""

    def take(answer: object) -> None:
        said = answer[0] if isinstance(answer, (list, tuple)) and answer else None
        if answer and ls.configuration.replace(said if isinstance(said, dict) else {}):
            _changed(ls)

    if ls.client.configuration:
        params = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        ls.protocol.ask(types.WORKSPACE_CONFIGURATION, params, take)


def _changed(ls: "Session") -> None:
    """Analyse all open documents with the new settings and kinds."""
    ls.documents.configure()
    ls.diagnostics.refresh()
    glances.refresh(ls)
    watch(ls)
