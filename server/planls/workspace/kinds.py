"""The kinds that count under some settings: a team's own, read from its templates, and the built-in ones."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from planls.config import ConfigError, Settings
from planls.contract.errors import KindError
from planls.contract.kinds import SETTINGS, TEMPLATE, KindFiles, kind_files, load_kind
from planls.contract.model import Kind
from planls.contract.places import locate
from planls.contract.sizing import sized
from planls.workspace.texts import FileError, absolute, read_text, unusable
from planls_rules.kinds import KINDS


def kinds_for(settings: Settings) -> Mapping[str, Kind]:
    """The kinds by name, a team's own first: of kinds that fit a document equally well the first counts.

    A team's kind takes the place of a built-in one with its name. A kind stays the same object while its
    files are the same. Raises ConfigError.
    """
    if not settings.templates and not settings.sizings:
        return KINDS
    own = {name: _kind(name, path, settings) for name, path in settings.templates.items()}
    kinds = own | {name: kind for name, kind in KINDS.items() if name not in own}
    sizings = settings.sizings
    return {name: sized(kind, sizings[name]) if name in sizings else kind for name, kind in kinds.items()}


def kind_sources(settings: Settings) -> Mapping[str, KindFiles]:
    """The files that a team's own kinds are read from, by name, when `kinds_for` finds them all."""
    return {name: kind_files(absolute(path)) for name, path in settings.templates.items()}


def kind_file_names(settings: Settings) -> Iterator[str]:
    """The names that the files of a team's own kinds have or may get."""
    for path in settings.templates.values():
        yield from (path.name, f"{path.stem}.toml", TEMPLATE, SETTINGS)


def _kind(name: str, path: Path, settings: Settings) -> Kind:
    """A team's kind. Raises ConfigError: at the kind's own files, or at the settings that name them."""
    try:
        files = kind_files(absolute(path))
        files.template.stat()
    except OSError as error:
        place = _shown(Path(error.filename or path), settings)
        what = f"the template of `{name}`, `{place}`: {unusable(path, error).message}"
        raise ConfigError(settings.source, _line_of(name, settings.source), what) from None
    kind = _read(name, files)
    if isinstance(kind, KindError):
        raise ConfigError(kind.path, kind.line, kind.message)
    return kind


def _shown(path: Path, settings: Settings) -> str:
    """The path as the settings have it."""
    top = settings.root
    return (path.relative_to(top) if top and path.is_relative_to(top) else path).as_posix()


def _line_of(name: str, source: Path | None) -> int | None:
    """The 1-based line of a configuration that names a kind's template."""
    table = ("tool", "planls") if source and source.name == "pyproject.toml" else ()
    try:
        return locate(read_text(source), (*table, "kinds", name, "template")) if source else None
    except FileError:  # it went away meanwhile
        return None


_Stamp = tuple[int, int, int]
"""What tells a file's versions apart: time of change, size, and the file itself."""

_known: dict[tuple[str, KindFiles], tuple[list[_Stamp | None], Kind | KindError]] = {}
"""What was read last, faults too: they are told for each document."""


def _read(name: str, files: KindFiles) -> Kind | KindError:
    """The kind in the files, read again only when one of them changed."""
    stamps = [_stamp(files.template), _stamp(files.settings)]
    known = _known.get((name, files))
    if known is None or known[0] != stamps:
        known = _known[name, files] = stamps, _load(name, files)
    return known[1]


def _stamp(path: Path | None) -> _Stamp | None:
    """The version of a file; None if there is none."""
    try:
        status = path.stat() if path else None
    except OSError:
        return None
    return status and (status.st_mtime_ns, status.st_size, status.st_ino)


def _load(name: str, files: KindFiles) -> Kind | KindError:
    """The kind in the files, or what is wrong with them."""
    try:
        return load_kind(files.template, name)
    except KindError as error:
        return error
