"""STR004 empty-section: a section holds nothing but the template's fixed words."""

from collections.abc import Iterator

from planls.contract.insert import body_insertion
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR004", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Sections without content, and sections without the items that they are for."""
    for found in (found for found in reading.found if found.spec.headed):
        line, part = next(reading.placed(found.spec))
        items = found.spec.item and any(True for _ in reading.placed(found.spec.item))
        needed = found.spec.item and found.spec.item.required
        below = found.end > found.index + len(part.sections)
        if items or (not needed and (below or part.has_content(part.first_body_line))):
            continue
        yield _empty(found.spec, part, below=below).down(line)


def _empty(spec: SectionSpec, part: Part, *, below: bool) -> Finding:
    """The finding; where headings stand below the section, they are what has to be renamed."""
    what = _what(spec)
    if spec.item and spec.item.required and (below or len(part.sections) > 1):
        sample = spec.item.lines[0].strip("# ")
        return Finding(part.heading, f"Section “{spec.name}” has no {what}; name one as in “{sample}”")
    fix = Fix(f"Insert the template's {what}", (Edit(*body_insertion(part, spec)),))
    way = "fill it or say why there is none" if what == "content" else "add at least one"
    return Finding(part.heading, f"Section “{spec.name}” has no {what}; {way}", fix)


def _what(spec: SectionSpec) -> str:
    """What a section is for."""
    word = spec.item.pattern.word.lower() if spec.item and spec.item.required else ""
    return word or "content"
