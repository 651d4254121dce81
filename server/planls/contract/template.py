"""A template, read with the parser that reads every document, to a contract.

Fields are the union over the instances that are not elided; a field that some instance lacks is
optional; the last full instance is the snippet of the next item; a lone ``...`` means more of these;
``---`` belongs to the gap between sections; fixed prose is never required.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from planls.contract.errors import KindError
from planls.contract.model import Contract, FieldSpec, ItemSpec, RowSpec, SectionSpec, TableSpec
from planls.contract.patterns import PLACEHOLDER, item_pattern, title_pattern
from planls.document import Document, Section
from planls.document.blocks import Blank, Block, Break, Code, List, Paragraph, Table
from planls.document.lines import body, split_lines
from planls.document.words import folded, normal

ELLIPSES = ("...", "…")


def read_template(text: str, path: Path) -> Contract:
    """The contract of a template; raises `KindError` with the line where it cannot be one."""
    document = Document.parse(split_lines(text.removeprefix("\ufeff")))
    headed = [(line, s) for line, s in zip(document.starts, document.sections, strict=True) if s.heading]
    _check_fences(document, path)
    if not headed or headed[0][1].heading is None or headed[0][1].heading.level != 1:
        raise KindError(path, 1, "a template begins with its title, a heading of level 1: `# Title [Name]`")
    title = headed[0][1].heading.text
    sections = tuple(_sections(headed[1:], path))
    if not sections:
        raise KindError(path, headed[0][0] + 1, "the template has no section: add headings below its title")
    return Contract(
        title=title_pattern(title),
        title_line=f"# {title}",
        sections=sections,
        placeholders=tuple(sorted(set(_placeholders(document)))),
        code_placeholders=tuple(sorted(set(_code_placeholders(document)))),
        ellipsis=any(is_elided(section) for section in document.sections),
    )


def is_elided(section: Section) -> bool:
    """Whether there is nothing below the heading but ``...``, or the heading says just that."""
    if section.heading and section.heading.text.strip() in ELLIPSES:
        return True
    text = [b for b in section.blocks[1 if section.heading else 0 :] if not isinstance(b, Blank | Break)]
    return len(text) == 1 and isinstance(text[0], Paragraph) and "".join(text[0].lines).strip() in ELLIPSES


def _check_fences(document: Document, path: Path) -> None:
    for line, block in document.blocks:
        if isinstance(block, Code) and block.fence and not block.closed:
            raise KindError(path, line + 1, f"the fence {block.fence} that opens here is never closed")


def _sections(headed: Sequence[tuple[int, Section]], path: Path) -> Iterator[SectionSpec]:
    """The sections at the shallowest level of the run, each with what is below it."""
    if not headed:
        return
    level = min(_level(section) for _, section in headed)
    starts = [n for n, (_, section) in enumerate(headed) if _level(section) == level]
    seen: dict[str, int] = {}
    for start, end in zip(starts, [*starts[1:], len(headed)], strict=True):
        line, section = headed[start]
        name = section.heading.text if section.heading else ""
        if (first := seen.setdefault(normal(name), line)) != line:
            raise KindError(path, line + 1, f"the section `{name}` stands at line {first + 1} already")
        yield _section(section, headed[start + 1 : end], path)


def _section(section: Section, below: Sequence[tuple[int, Section]], path: Path) -> SectionSpec:
    heading = section.heading
    name, level = (heading.text, heading.level) if heading else ("", 0)
    items = [s for _, s in below if _is_item(s)]
    others = [(line, s) for line, s in below if not _is_item(s)]
    table = next((b for b in section.blocks if isinstance(b, Table)), None)
    checklist = [
        i.label for b in section.blocks if isinstance(b, List) for i in b.items if i.checked is not None
    ]
    return SectionSpec(
        name=name,
        level=level,
        lines=_block_lines([section, *(s for _, s in below if not is_elided(s))]),
        item=_item(items),
        table=_table(table) if table else None,
        fields=tuple(_fields(section)),
        checklist=tuple(text for text in checklist if not PLACEHOLDER.search(text)),
        prose=tuple(_prose(section)),
        children=tuple(_sections(others, path)),
    )


def _level(section: Section) -> int:
    return section.heading.level if section.heading else 0


def _is_item(section: Section) -> bool:
    return section.heading is not None and item_pattern(section.heading.text) is not None


def _block_lines(sections: Sequence[Section]) -> tuple[str, ...]:
    """The lines of a section and what is below it, without the gap behind it."""
    lines = [body(line).rstrip() for section in sections for line in section.lines]
    while lines and lines[-1] in ("", "---"):
        lines.pop()
    return tuple(lines)


def _item(instances: Sequence[Section]) -> ItemSpec | None:
    """What repeats; the instances share one pattern."""
    full = [section for section in instances if not is_elided(section)]
    if not full or full[-1].heading is None or full[0].heading is None:
        return None
    pattern = item_pattern(full[0].heading.text)
    if pattern is None:
        return None
    fields = tuple(_union([list(_fields(section)) for section in full]))
    return ItemSpec(pattern, full[0].heading.level, fields, _block_lines([full[-1]]))


def _union(instances: list[list[FieldSpec]]) -> Iterator[FieldSpec]:
    """The fields of all instances in order; one that some instance lacks is optional."""
    order: list[str] = []
    for fields in instances:
        at = 0
        for spec in fields:
            if spec.name not in order:
                order.insert(at, spec.name)
            at = order.index(spec.name) + 1
    latest = {spec.name: spec for fields in instances for spec in fields}
    for name in order:
        everywhere = all(any(spec.name == name for spec in fields) for fields in instances)
        yield replace(latest[name], required=everywhere)


def _fields(section: Section) -> Iterator[FieldSpec]:
    """The fields of one instance: bold labels, each with the lines up to the next."""
    marks = [label for label in section.labels if label.marked]
    ends = [*(label.span.line for label in marks), section.height][1:]
    for label, end in zip(marks, ends, strict=True):
        lines = [body(line).rstrip() for line in section.lines[label.span.line : end]]
        while lines and lines[-1] in ("", "---"):
            lines.pop()
        yield FieldSpec(label.name, _content(section, label.span.line, end, value=label.value), tuple(lines))


def _content(section: Section, line: int, end: int, *, value: str) -> str:
    """What stands behind a label: text, list, checklist, code or table."""
    inside = [block for at, block in section.placed if line < at < end]
    return "text" if value else next(filter(None, map(content_of, inside)), "text")


def content_of(block: Block) -> str:
    """What a block holds: list, checklist, code, table, or nothing of these."""
    if isinstance(block, List):
        return "checklist" if any(item.checked is not None for item in block.items) else "list"
    return "code" if isinstance(block, Code) else "table" if isinstance(block, Table) else ""


def _table(table: Table) -> TableSpec:
    columns = tuple(cell.text.strip("* ") for cell in table.header)
    rows: list[RowSpec] = []
    sample: tuple[str, ...] = ()
    for cells, line in zip(table.rows, table.lines[2:], strict=True):
        first = cells[0].text.strip("* ") if cells else ""
        if first and not PLACEHOLDER.search(first):
            rows.append(RowSpec(first, body(line).rstrip()))
        else:
            sample = tuple(cell.text for cell in cells)
    return TableSpec(columns, tuple(rows), sample, tuple(body(line).rstrip() for line in table.lines))


def _prose(section: Section) -> Iterator[str]:
    """The fixed paragraphs of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph) and not PLACEHOLDER.search("".join(block.lines)):
            yield normal(" ".join(map(body, block.lines)))


def _placeholders(document: Document) -> Iterator[str]:
    """Every placeholder outside code."""
    for _, block in document.blocks:
        if not isinstance(block, Code):
            yield from (folded(match[0]) for match in PLACEHOLDER.finditer("".join(block.lines)))


def _code_placeholders(document: Document) -> Iterator[str]:
    """Every line of code with a placeholder in it."""
    for _, block in document.blocks:
        if isinstance(block, Code):
            yield from (folded(line).strip() for line in block.code if PLACEHOLDER.search(line))
