"""What the rows and fields of a form say."""

from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Table
from planls.document.labels import Label
from planls.document.lines import Span, body
from planls.document.memory import remembered


@dataclass(frozen=True)
class Said:
    """What stands behind a name of the contract: the name, the text, and where its first line stands."""

    name: str
    text: str
    span: Span

    @property
    def short(self) -> str:
        """The text, or its first words."""
        words = self.text.split()
        return " ".join(words[:10]) + (" …" if len(words) > 10 else "")  # noqa: PLR2004  # a line of a message


@remembered
def rows_of(part: Part, form: str) -> tuple[Said, ...]:
    """The rows of a section's table and the fields that have a form and a value, labelled or in a table."""
    if part.elided or part.struck:
        return ()
    return (*_rows(part, form), *_fields(part, form))


def _rows(part: Part, form: str) -> Iterator[Said]:
    """A row may be said as a label below the section's heading as well; of several the likeliest counts."""
    table = part.spec.table if isinstance(part.spec, SectionSpec) else None
    for row in table.rows if table else ():
        keys = row.keys if row.form == form else ()
        named = [label for label in part.labels if label.value.strip() and label.key in keys]
        if named:
            label = min(named, key=lambda label: keys.index(label.key))
            yield Said(row.name, _whole(part, label), _span(label))


def _fields(part: Part, form: str) -> Iterator[Said]:
    for found in part.fields:
        if found.spec.form == form and not found.empty:
            text = " ".join(part.text_of(found.spec)).strip()
            yield Said(found.spec.name, text, _span(found.label) if found.label.value else found.label.span)


def _whole(part: Part, label: Label) -> str:
    """A label's value with the lines that go on in its paragraph, or its cells."""
    line = label.span.line
    if any(isinstance(block, Table) and at <= line < at + block.height for at, block in part.placed):
        return label.value
    stops = {other.span.line for other in part.labels}
    lines, at = [label.value], line + 1
    while at < part.end and at not in stops and body(part.lines[at]).strip():
        lines.append(body(part.lines[at]).strip())
        at += 1
    return " ".join(lines)


def _span(label: Label) -> Span:
    line = label.span.line
    return Span(line, label.value_column, line, label.value_column + len(label.value))
