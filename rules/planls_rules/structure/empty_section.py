"""STR004 empty-section: a section holds nothing but the template's fixed words."""

from collections.abc import Iterator

from planls.contract.insert import body_insertion
from planls.contract.model import SectionSpec
from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR004", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Sections without content, and sections without the items that they are for."""
    for found in reading.found:
        line, part = next(reading.placed(found.spec))
        items = found.spec.item and any(True for _ in reading.placed(found.spec.item))
        needed = found.spec.item and found.spec.item.required
        below = found.end > found.index + len(part.sections)
        if items or (not needed and (below or part.has_content(part.first_body_line))):
            continue
        what = _what(found.spec)
        span, text = body_insertion(part, found.spec)
        fix = Fix(f"Insert the template's {what}", (Edit(span, text).down(line),))
        way = "add at least one" if needed else "fill it or say why there is none"
        message = f"Section “{found.spec.name}” has no {what}; {way}"
        yield Finding(part.heading.down(line), message, fix)


def _what(spec: SectionSpec) -> str:
    """What a section is for."""
    word = spec.item.pattern.word.lower() if spec.item and spec.item.required else ""
    return word or "content"
