"""``kind.toml``: what a template cannot say, said of the contract that the template gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from planls.contract.demands import AspectSpec, CheckSpec, Choices, EntriesSpec, Limits
from planls.contract.errors import KindError
from planls.contract.kindsettings import nearest, read_settings
from planls.contract.kindshape import (
    AspectSettings,
    CheckSettings,
    EntriesSettings,
    FieldSettings,
    ItemSettings,
    KindSettings,
    RowSettings,
    SectionSettings,
)
from planls.contract.model import Contract, FieldSpec, ItemSpec, RowSpec, SectionSpec, TableSpec
from planls.contract.places import locate
from planls.contract.templatefields import block_field
from planls.document import Document
from planls.document.lines import split_lines
from planls.document.words import normal

_KNOWN = 8
"""Names that are listed where none is near."""


@dataclass(frozen=True)
class _File:
    """The file's text and path, to tell where something in it stands."""

    text: str
    path: Path

    def fault(self, keys: tuple[str, ...], message: str) -> KindError:
        """The error for what stands under some keys."""
        return KindError(self.path, locate(self.text, keys) or 1, message)

    def known(self, what: str, keys: tuple[str, ...], names: Iterable[str]) -> None:
        """Raise unless the template has what the last key names."""
        names = list(names)
        if keys[-1] not in names:
            known = ", ".join(f"`{name}`" for name in names[:_KNOWN]) or "none"
            way = nearest(keys[-1], names) or f"; it has {known}"
            raise self.fault(keys, f"the template has no {what} `{keys[-1]}`{way}")


def refine(contract: Contract, text: str, path: Path) -> Contract:
    """The contract with what ``kind.toml`` says of it; raises `KindError` with file and line."""
    file, settings = _File(text, path), read_settings(text, path)
    for name in settings.sections:
        file.known("section", ("sections", name), contract.order)
    return replace(
        contract,
        sections=tuple(_section(spec, settings.sections.get(spec.name), file) for spec in contract.sections),
        lead=_lead(contract.lead, settings, file),
        hints=_words(settings.hints),
        refused=_words(settings.refused),
        single=settings.single,
        any_title=settings.any_title,
        companions=tuple(settings.companions),
    )


def _lead(spec: SectionSpec | None, settings: KindSettings, file: _File) -> SectionSpec | None:
    said = settings.lead.fields
    for name in said:
        file.known(
            "field below its title", ("lead", "fields", name), (f.name for f in spec.fields) if spec else ()
        )
    return spec and replace(spec, fields=tuple(_field(f, said.get(f.name)) for f in spec.fields))


def _section(spec: SectionSpec, said: SectionSettings | None, file: _File) -> SectionSpec:
    if said is None:
        return spec
    keys = ("sections", spec.name)
    if said.item and spec.item is None:
        raise file.fault((*keys, "item"), f"nothing repeats in the template's section `{spec.name}`")
    spec = _with_blocks(spec, said, file)
    for name in said.fields:
        fields = (*spec.fields, *(spec.item.fields if spec.item else ()))
        file.known("field", (*keys, "fields", name), (f.name for f in fields))
    for name in said.rows:
        file.known("row", (*keys, "rows", name), (row.name for row in spec.table.rows) if spec.table else ())
    for name in said.items:
        file.known("item", (*keys, "items", name), (check.name for check in spec.checklist))
    return replace(
        spec,
        aliases=tuple(said.aliases),
        required=spec.required if said.required is None else said.required,
        distinctive=said.distinctive,
        ticked=said.ticked,
        parses=said.parses,
        extras=said.extras,
        form=said.form,
        checklist=tuple(_check(check, said.items.get(check.name)) for check in spec.checklist),
        item=spec.item and _item(spec.item, said),
        table=spec.table and _table(spec.table, said, keys, file),
        fields=tuple(_field(f, said.fields.get(f.name)) for f in spec.fields),
        aspects=tuple(_aspects((), said.aspects)),
    )


def _check(spec: CheckSpec, said: CheckSettings | None) -> CheckSpec:
    return replace(spec, aliases=tuple(said.aliases), refuted=tuple(said.refuted)) if said else spec


def _with_blocks(spec: SectionSpec, said: SectionSettings, file: _File) -> SectionSpec:
    """The section with the fields that are blocks without a label: its item's where it has one."""
    lines = spec.item.lines if spec.item else spec.lines
    sections = Document.parse(split_lines("\n".join(lines) + "\n")).sections
    found = []
    for name, settings in said.fields.items():
        field = block_field(name, settings.block, sections) if settings.block else None
        if settings.block and field is None:
            keys = ("sections", spec.name, "fields", name, "block")
            raise file.fault(keys, f"the template's `{spec.name}` has no {settings.block} without a label")
        found += [field] if field else []
    if spec.item:
        return replace(spec, item=replace(spec.item, fields=_in_order(lines, (*spec.item.fields, *found))))
    return replace(spec, fields=_in_order(lines, (*spec.fields, *found)))


def _in_order(lines: tuple[str, ...], fields: tuple[FieldSpec, ...]) -> tuple[FieldSpec, ...]:
    """The fields in the order in which the template has them; those it has not in its sample stay put."""
    places = {spec.name: lines.index(spec.lines[0]) for spec in fields if spec.lines[0] in lines}
    last = 0
    order = {}
    for spec in fields:
        last = places.get(spec.name, last)
        order[spec.name] = last
    return tuple(sorted(fields, key=lambda spec: order[spec.name]))


def _item(spec: ItemSpec, said: SectionSettings) -> ItemSpec:
    item = said.item or ItemSettings()
    return replace(
        spec,
        fields=tuple(_field(f, said.fields.get(f.name)) for f in spec.fields),
        required=item.required,
        minutes=item.minutes,
        estimates=_words(item.estimates),
        weights=replace(spec.weights, **item.weights.model_dump(exclude_none=True)),
        parses=said.parses,
    )


def _field(spec: FieldSpec, said: FieldSettings | None) -> FieldSpec:
    if said is None:
        return spec
    hours = said.hours
    return replace(
        spec,
        aliases=tuple(said.aliases),
        cues=_words(said.cues),
        required=spec.required if said.required is None else said.required,
        severity=said.severity,
        group=said.group,
        form=said.form,
        told=said.told,
        limits=Limits(said.words, said.lines, said.seconds, said.pace, (hours[0] * 60, hours[1] * 60)),
        aspects=tuple(_aspects((), said.aspects)),
        entries=_entries(spec.entries, said.entries),
    )


def _entries(spec: EntriesSpec | None, said: EntriesSettings | None) -> EntriesSpec | None:
    if said is None:
        return spec
    spec = spec or EntriesSpec()
    return replace(
        spec,
        noun=said.noun,
        word=said.word,
        count=said.count,
        aspects=tuple(_aspects(spec.aspects, said.aspects)),
        answer=said.answer,
        estimates=_words(said.estimates),
    )


def _aspects(specs: tuple[AspectSpec, ...], said: Mapping[str, AspectSettings]) -> Iterator[AspectSpec]:
    """The template's aspects with their cues, and those that only the settings name."""
    names = [spec.name for spec in specs]
    for spec in (*specs, *(AspectSpec(name) for name in said if name not in names)):
        mine = said.get(spec.name, AspectSettings())
        yield replace(spec, cues=_words(mine.cues), plain=mine.plain, implied=mine.implied)


def _table(spec: TableSpec, said: SectionSettings, keys: tuple[str, ...], file: _File) -> TableSpec:
    spec = replace(spec, rows=tuple(_row(row, said.rows.get(row.name)) for row in spec.rows))
    if said.table is None:
        return spec
    for key, column in (("targets", said.table.targets), ("topics", said.table.topics)):
        if column > len(spec.columns):
            raise file.fault((*keys, "table", key), f"the template's table has {len(spec.columns)} columns")
    for key, names in (("choices", said.table.choices), ("columns", said.table.columns)):
        for name in names:
            file.known("column", (*keys, "table", key, name), spec.columns)
    table, given = said.table, dict(_choices(said.table.choices))
    return replace(
        spec,
        renamed=table.renamed,
        targets=table.targets,
        topics=table.topics,
        choices=(*(c for c in spec.choices if c.column not in given), *given.values()),
        aliases=tuple((column, _words(names)) for column, names in table.columns.items()),
    )


def _row(spec: RowSpec, said: RowSettings | None) -> RowSpec:
    return replace(spec, aliases=tuple(said.aliases), form=said.form) if said else spec


def _choices(said: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Choices]]:
    """By column, the values that its cells may have."""
    for column, values in said.items():
        yield column, Choices(column, tuple((value, _words(words)) for value, words in values.items()))


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(normal, texts))
