"""The fields of a template: labels in bold, headings below a section's own, and what their lists hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planls.contract.demands import AspectSpec, EntriesSpec
from planls.contract.model import FieldSpec
from planls.contract.patterns import PLACEHOLDER
from planls.document import Section
from planls.document.blocks import Block, Code, List, Paragraph, Table
from planls.document.lines import body
from planls.document.words import unnumbered

_ASPECT = re.compile(r"(\*\*|__|\*|_)(?P<name>[^*_:\[\]]+)(?::\1|\1:)")
_ODD = re.compile(r"^\(|" + PLACEHOLDER.pattern)
"""What is in bold and names no field: a remark in parentheses, a name to be filled in."""
_OPTIONAL = re.compile(r"(?:^|[(_*\s-])optional\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*[_*]*\(optional\b[^()]*\)[_*]*", re.IGNORECASE)


def fields_of(sections: Sequence[Section]) -> Iterator[FieldSpec]:
    """The fields of a section or item and of the headings below its own, in order."""
    for n, section in enumerate(sections):
        if n:
            yield _headed(section)
        yield from _labelled(section)


def united(instances: list[list[FieldSpec]]) -> Iterator[FieldSpec]:
    """The fields of all instances in order; one that some instance lacks is optional.

    The text is that of the instance with the most fields, else of the last that leaves something to fill in.
    """
    order: list[str] = []
    for fields in instances:
        at = 0
        for spec in fields:
            if spec.name not in order:
                order.insert(at, spec.name)
            at = order.index(spec.name) + 1
    latest = {spec.name: spec for fields in instances for spec in fields}
    latest |= {s.name: s for fields in instances for s in fields if PLACEHOLDER.search("".join(s.lines))}
    latest |= {spec.name: spec for spec in max(instances, key=len, default=[])}
    for name in order:
        everywhere = all(any(spec.name == name for spec in fields) for fields in instances)
        asked = any(spec.required for fields in instances for spec in fields if spec.name == name)
        yield replace(latest[name], required=everywhere and asked)


def block_field(name: str, content: str, sections: Sequence[Section]) -> FieldSpec | None:
    """The field that is the first unlabelled block of some content; None: the template has none."""
    for section in sections:
        for block in section.blocks:
            if content_of(block) == content:
                lines = tuple(body(line).rstrip() for line in block.lines)
                return FieldSpec(name, content, lines, label="none", entries=entries_of([block]))
    return None


def content_of(block: Block) -> str:
    """What a block holds: list, checklist, code, table, or nothing of these."""
    if isinstance(block, List):
        return "checklist" if any(item.checked is not None for item in block.items) else "list"
    return "code" if isinstance(block, Code) else "table" if isinstance(block, Table) else ""


def entries_of(blocks: Sequence[Block]) -> EntriesSpec | None:
    """What the first list of some blocks holds; its last entry tells what each has to say."""
    found = next((block for block in blocks if isinstance(block, List) and block.items), None)
    if found is None:
        return None
    last = max(item.line for item in found.items if not item.depth)
    lines = tuple(body(line).rstrip() for line in found.lines[last:] if body(line).strip())
    aspects = [AspectSpec(m["name"].strip(), line) for line in lines for m in _ASPECT.finditer(line)]
    return EntriesSpec(aspects=tuple(aspects), lines=lines)


def named(text: str) -> str:
    """A name without the remark that it is optional."""
    return _REMARK.sub("", text).strip() or text


def is_optional(section: Section) -> bool:
    """Whether a heading, or the first words below it, say that what follows is optional."""
    first = next((block for block in section.blocks[1:] if isinstance(block, Paragraph)), None)
    heading = section.heading.text if section.heading else ""
    said = body(first.lines[0]).strip() if first else ""
    return bool(_OPTIONAL.search(heading)) or said.lstrip("_*( ").lower().startswith("optional")


def block_lines(sections: Sequence[Section]) -> tuple[str, ...]:
    """The lines of a section and what is below it, without the gap behind it."""
    return _filled([line for section in sections for line in section.lines])


def _headed(section: Section) -> FieldSpec:
    """The field that a heading is."""
    blocks = section.blocks[1:]
    content = next(filter(None, map(content_of, blocks)), "text")
    name = named(unnumbered(section.heading.text)) if section.heading else ""
    return FieldSpec(
        name,
        content,
        block_lines([section]),
        not is_optional(section),
        label="heading",
        entries=entries_of(blocks),
    )


def _labelled(section: Section) -> Iterator[FieldSpec]:
    """The fields under bold labels, each with the lines up to the next; fixed prose need not be there."""
    marks = [label for label in section.labels if label.marked and not _ODD.search(label.name)]
    ends = [*(label.span.line for label in marks), section.height][1:]
    for label, end in zip(marks, ends, strict=True):
        inside = [block for at, block in section.placed if label.span.line < at < end]
        content = "text" if label.value else next(filter(None, map(content_of, inside)), "text")
        first = body(section.lines[label.span.line])
        lines = _filled(section.lines[label.span.line : end])
        if label.value and "" in lines:
            lines = lines[: lines.index("")]  # what follows a value is another matter
        fixed = content == "text" and not PLACEHOLDER.search("".join(lines))
        required = not fixed and not _OPTIONAL.search(first[: label.value_column])
        yield FieldSpec(named(label.name), content, lines, required, entries=entries_of(inside))


def _filled(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the gap at their end."""
    found = [body(line).rstrip() for line in lines]
    while found and found[-1] in ("", "---"):
        found.pop()
    return tuple(found)
