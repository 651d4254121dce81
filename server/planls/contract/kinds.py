"""Kinds of document: a template, and what it cannot say in a TOML file beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planls.contract.errors import KindError
from planls.contract.model import Kind

TEMPLATE = "template.md"
"""The template of a folder that is a kind."""

SETTINGS = "kind.toml"
"""What such a template cannot say; it may be absent."""


@dataclass(frozen=True, slots=True)
class KindFiles:
    """What a kind is read from. ``settings`` is None where nothing stands beside the template."""

    template: Path
    settings: Path | None


def load_kind(path: Path, name: str = "") -> Kind:
    """The kind in a folder, or of a template file, named like it. Raises `KindError`."""
    from planls.contract.template import read_template  # most runs know the compiled kinds alone

    files = kind_files(path)
    text = _read(files.template)
    contract = read_template(text, files.template)
    if files.settings:
        from planls.contract.kindfile import refine  # pydantic only when there is data to validate

        contract = refine(contract, _read(files.settings), files.settings)
    return Kind(name or (path.name if path.is_dir() else path.stem), contract, text)


def kind_files(path: Path) -> KindFiles:
    """The files of a kind, given its folder or its template; the template need not exist."""
    template = path / TEMPLATE if path.is_dir() else path
    return KindFiles(template, next(filter(Path.is_file, settings_places(template)), None))


def settings_places(template: Path) -> Iterator[Path]:
    """Where the settings of a template may be; the first place that holds a file counts.

    A folder's ``kind.toml`` belongs to its ``template.md``, and to all templates where there is none.
    """
    if template.name != TEMPLATE:
        yield template.with_suffix(".toml")
        if template.with_name(TEMPLATE).exists():
            return
    yield template.with_name(SETTINGS)


def _read(path: Path) -> str:
    """A file's text with its line ends as they are, without a byte order mark."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KindError(path, 1, f"cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise KindError(path, line, "is not valid UTF-8") from error
