"""Kinds of document: a folder with ``template.md`` and ``kind.toml``."""

from pathlib import Path

from planls.contract.errors import KindError
from planls.contract.model import Kind
from planls.contract.template import read_template


def load_kind(folder: Path, name: str = "") -> Kind:
    """The kind in a folder, named like it; ``kind.toml`` may be absent. Raises `KindError`."""
    template = folder / "template.md"
    text = _read(template)
    contract = read_template(text, template)
    refinement = folder / "kind.toml"
    if refinement.exists():
        from planls.contract.kindfile import refine  # pydantic only when there is data to validate

        contract = refine(contract, _read(refinement), refinement)
    return Kind(name or folder.name, contract, text)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KindError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise KindError(path, line, "is not valid UTF-8") from error
