"""STR007 missing-field: a step or section lacks a field that the contract asks for."""

from collections.abc import Iterator

from planls.contract.insert import field_insertion
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.document.labels import Label
from planls.document.lines import Span
from planls.rule import SEVERITIES, Edit, Finding, Fix, rule


@rule("STR007")
def check(part: Part) -> Iterator[Finding]:
    """Every missing field, on the heading of its step or section; misspelled ones on their label."""
    yield from _left_out(part)
    for spec in part.missing_fields:
        if label := part.misspelled_labels.get(spec.name):
            yield _misspelled(part, label, spec)
            continue
        message = f"“{part.title}” has no {_asked(part, spec)}"
        fix = None if spec.group else Fix(f"Insert {spec.name}", (Edit(*field_insertion(part, spec)),))
        yield Finding(part.heading, message, fix, severity=SEVERITIES.get(spec.severity))


def _left_out(part: Part) -> Iterator[Finding]:
    """Labels that are nearly an optional field's."""
    for spec in part.left_out:
        if label := part.misspelled_labels.get(spec.name):
            yield _misspelled(part, label, spec)


def _misspelled(part: Part, label: Label, spec: FieldSpec) -> Finding:
    """A label that is a few letters off is what is there for the field; the fix is the rename."""
    name = label.name.split(" (", 1)[0]
    start = part.lines[label.span.line].find(name, label.span.column)
    place = Span(label.span.line, start, label.span.line, start + len(name)) if start >= 0 else label.span
    plain = start >= 0 and not set("[]<>`(") & set(name)
    fix = Fix(f"Rename to “{spec.name}”", (Edit(place, spec.name),)) if plain else None
    message = f"“{part.title}” has no {spec.name}; “{name}” is close to it, rename it"
    return Finding(place, message, fix, severity=SEVERITIES.get(spec.severity))


def _asked(part: Part, spec: FieldSpec) -> str:
    """The field, and how to add it; of a group any will do."""
    if spec.group:
        names = " or ".join(other.name for other in part.specs if other.group == spec.group)
        return f"{names}; add what fits"
    if spec.label == "none":
        return f"{spec.name.lower()}; add a {spec.content}"
    if spec.label == "heading":
        return f"{spec.name}; add it as a heading below"
    return f"{spec.name}; add `**{spec.name}**:`{_hint(spec.content)}"


def _hint(content: str) -> str:
    """What to put behind the label."""
    return {"code": " with a code block", "checklist": " with a checklist", "list": " with a list"}.get(
        content, ""
    )
