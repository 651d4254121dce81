"""``kind.toml``: what a template cannot say. Validated with pydantic, imported for this alone."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planls.contract.errors import KindError
from planls.contract.model import Contract, FieldSpec, ItemSpec, RowSpec, SectionSpec, TableSpec
from planls.contract.places import explain, locate
from planls.document.words import normal

SeverityName = Literal["error", "warning", "information", "hint", ""]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FieldSettings(_Strict):
    """Of a field: other names for it, whether it may be left out, how bad its absence is."""

    aliases: list[str] = []
    required: bool | None = None
    severity: SeverityName = ""


class RowSettings(_Strict):
    """Of a table row: other first cells that are the same row."""

    aliases: list[str] = []


class ItemSettings(_Strict):
    """Of what repeats: whether one must be there, and the longest it may take in minutes."""

    required: bool = True
    minutes: int = Field(default=0, ge=0)
    estimates: list[str] = []


class SectionSettings(_Strict):
    """Of a section: other headings for it, and what of it is optional."""

    aliases: list[str] = []
    required: bool = True
    distinctive: bool = False
    ticked: bool = False
    item: ItemSettings | None = None
    fields: dict[str, FieldSettings] = {}
    rows: dict[str, RowSettings] = {}


class KindSettings(_Strict):
    """The whole file. ``hints``: words in a title or file name that make the kind likelier."""

    hints: list[str] = []
    sections: dict[str, SectionSettings] = {}


def refine(contract: Contract, text: str, path: Path) -> Contract:
    """The contract with what ``kind.toml`` says of it; raises `KindError` with file and line."""
    settings = _read(text, path)
    names = [section.name for section in contract.walk()]
    for name in settings.sections:
        _known("section", name, names, (text, "sections"), path)
    sections = tuple(_section(spec, settings, text, path) for spec in contract.sections)
    return replace(contract, sections=sections, hints=tuple(map(normal, settings.hints)))


def _read(text: str, path: Path) -> KindSettings:
    try:
        return KindSettings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise KindError(path, *explain(str(error), text)) from error
    except ValidationError as error:
        first = error.errors()[0]
        keys = tuple(key for key in first["loc"] if isinstance(key, str))
        message = _explained(first["type"], keys, first["msg"])
        raise KindError(path, locate(text, keys) or 1, message) from error


_SHOULD_BE = {
    "list_type": "should be a list of strings",
    "string_type": "should be a string",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "greater_than_equal": "should not be negative",
    "model_type": "should be a table",
    "dict_type": "should be a table",
    "literal_error": "should be error, warning, information or hint",
}


def _explained(kind: str, keys: tuple[str, ...], message: str) -> str:
    """A pydantic error in the words of the file's author."""
    if kind == "extra_forbidden":
        return f"unknown key `{keys[-1]}`{_nearest(keys[-1], _model(keys[:-1]).model_fields)}"
    return f"`{'.'.join(keys)}` {_SHOULD_BE.get(kind, message)}"


def _model(keys: tuple[str, ...]) -> type[BaseModel]:
    """What the table under these keys is read as."""
    below: dict[str, type[BaseModel]] = {"item": ItemSettings, "fields": FieldSettings, "rows": RowSettings}
    inner = next((below[key] for key in keys[2:] if key in below), SectionSettings)
    return inner if keys else KindSettings


def _section(spec: SectionSpec, settings: KindSettings, text: str, path: Path) -> SectionSpec:
    children = tuple(_section(child, settings, text, path) for child in spec.children)
    said = settings.sections.get(spec.name)
    if said is None:
        return replace(spec, children=children)
    fields = [f.name for f in (*spec.fields, *(spec.item.fields if spec.item else ()))]
    for name in said.fields:
        _known("field", name, fields, (text, "sections", spec.name, "fields"), path)
    for name in said.rows:
        rows = [row.name for row in spec.table.rows] if spec.table else []
        _known("row", name, rows, (text, "sections", spec.name, "rows"), path)
    if said.item and spec.item is None:
        raise KindError(
            path,
            locate(text, ("sections", spec.name, "item")) or 1,
            f"nothing repeats in the template's section `{spec.name}`",
        )
    return replace(
        spec,
        aliases=tuple(said.aliases),
        required=said.required,
        distinctive=said.distinctive,
        ticked=said.ticked,
        item=spec.item and _item(spec.item, said),
        table=spec.table and _table(spec.table, said.rows),
        fields=tuple(_field(f, said.fields) for f in spec.fields),
        children=children,
    )


def _item(spec: ItemSpec, said: SectionSettings) -> ItemSpec:
    fields = tuple(_field(f, said.fields) for f in spec.fields)
    item = said.item or ItemSettings()
    return replace(
        spec,
        fields=fields,
        required=item.required,
        minutes=item.minutes,
        estimates=tuple(map(normal, item.estimates)),
    )


def _field(spec: FieldSpec, said: Mapping[str, FieldSettings]) -> FieldSpec:
    mine = said.get(spec.name, FieldSettings())
    required = spec.required if mine.required is None else mine.required
    return replace(spec, aliases=tuple(mine.aliases), required=required, severity=mine.severity)


def _table(spec: TableSpec, said: Mapping[str, RowSettings]) -> TableSpec:
    rows = (replace(row, aliases=tuple(said.get(row.name, RowSettings()).aliases)) for row in spec.rows)
    return replace(spec, rows=tuple[RowSpec, ...](rows))


def _known(what: str, name: str, names: Iterable[str], place: tuple[str, ...], path: Path) -> None:
    """Raise unless the template has it; ``place`` is the file's text and the keys above the name."""
    names = list(names)
    if name not in names:
        text, *keys = place
        message = f"the template has no {what} `{name}`{_nearest(name, names)}"
        raise KindError(path, locate(text, (*keys, name)) or 1, message)


def _nearest(name: str, names: Iterable[str]) -> str:
    close: list[Any] = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"; did you mean `{close[0]}`?" if close else ""
