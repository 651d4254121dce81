"""The forms in which a document writes the headings of its sections: ``## A) Name``, ``**A. Name**``."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from planls.contract.boldheadings import BoldHeading
from planls.contract.model import Contract, SectionSpec
from planls.document.blocks import Heading

_NUMBER = re.compile(r"(?P<number>[A-Z]|\d{1,2})(?P<mark>[.)]|\s*[:–—-])(?=\s)")


@dataclass(frozen=True)
class HeadingForm:
    """How a heading is written. ``number`` is ``letter``, ``number`` or empty, ``mark`` what follows it."""

    level: int
    bold: bool = False
    number: str = ""
    mark: str = ""

    def write(self, contract: Contract, spec: SectionSpec) -> str:
        """The line of a section's heading in this form."""
        at = contract.order[spec.name]
        number = {"letter": ascii_uppercase[at % 26], "number": str(at + 1)}.get(self.number, "")
        text = f"{number}{self.mark} {spec.name}" if number else spec.name
        return f"**{text}**" if self.bold else f"{'#' * self.level} {text}"


def form_of(heading: Heading) -> HeadingForm:
    """How a heading is written."""
    match = _NUMBER.match(heading.text.strip("*_ "))
    bold = isinstance(heading, BoldHeading)
    if match is None:
        return HeadingForm(heading.level, bold)
    number = "number" if match["number"].isdigit() else "letter"
    return HeadingForm(heading.level, bold, number, match["mark"])


def usual_form(headings: Iterable[Heading]) -> HeadingForm | None:
    """The form of most headings, of equals the first; None without any."""
    most = Counter(map(form_of, headings)).most_common(1)
    return most[0][0] if most else None
