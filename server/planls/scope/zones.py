"""Which sections say what is built, which list optional extras, and which only talk about other things."""

import re
from collections.abc import Iterator
from enum import Enum

from planls.contract.model import SectionSpec
from planls.contract.reading import Reading
from planls.document import Document, Section
from planls.document.memory import remembered
from planls.document.words import normal

_EXTRAS = re.compile(
    r"(?:optional|extras?|bonus|stretch|nice to haves?|future|further|possible)"
    r"(?: (?:extras?|goals?|work|ideas?|improvements?|extensions?|enhancements?|features?|steps?|tasks?))?"
)
"""Headings, made comparable, of what may be added."""
_OPTIONAL = re.compile(r"\((?:optional|bonus|stretch)\)\W*$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:explicitly |what is |what s )?(?:out of scope|non ?goals?|not in scope|not included|not covered"
    r"|left out|excluded|exclusions|alternatives?|rejected|references|further reading|see also|related work)"
    r"(?: .{1,30})?|(?:rejected|considered|other) (?:alternatives|options)|what s next"
)
"""Headings of what is not built, or only referred to."""


class Zone(Enum):
    """What a section's technologies are to the project."""

    CORE = 0
    EXTRAS = 1
    ASIDE = 2


def zones(reading: Reading) -> dict[Section, Zone]:
    """The zone of each section that is not of the core, those below its heading included."""
    specs = ((part, part.spec) for _, part in reading.parts)
    extras = [part for part, spec in specs if isinstance(spec, SectionSpec) and spec.extras]
    found = dict(headed_zones(reading.document))
    found.update((section, Zone.EXTRAS) for part in extras for section in part.sections)
    return found


def headed_zones(document: Document) -> Iterator[tuple[Section, Zone]]:
    """The sections whose own heading, or one above it, says that they are not of the core."""
    zone, level = Zone.CORE, 0
    for section in document.sections:
        here = section.heading.level if section.heading else 0
        if zone is Zone.CORE or here <= level:
            zone, level = _own_zone(section), here
        if zone is not Zone.CORE:
            yield section, zone


@remembered
def _own_zone(section: Section) -> Zone:
    """What a section's own heading says; that of a whole document says nothing."""
    heading = section.heading
    if heading is None or heading.level == 1:
        return Zone.CORE
    name = normal(heading.text)
    if _ASIDE.fullmatch(name):
        return Zone.ASIDE
    is_extra = _EXTRAS.fullmatch(name) or _OPTIONAL.search(heading.text)
    return Zone.EXTRAS if is_extra else Zone.CORE
