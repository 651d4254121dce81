"""The forms in which a document writes the headings of its sections: ``## A) Name``, ``**A. Name**``."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from planls.contract.boldheadings import BoldHeading
from planls.contract.model import Contract, SectionSpec
from planls.document.blocks import Heading

_NUMBER = re.compile(r"(?P<number>[A-Za-z]|[IVX]{1,5}|\d{1,2})\\?(?P<mark>[.)]|\s*[:–—-])(?=\s)")
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()


@dataclass(frozen=True)
class HeadingForm:
    """How a heading is written: ``number`` is letter, number, roman or empty, ``mark`` what follows it."""

    level: int
    bold: bool = False
    number: str = ""
    mark: str = ""

    def write(self, contract: Contract, spec: SectionSpec) -> str:
        """The line of a section's heading in this form; of one that has only items, that of the first."""
        if not spec.headed:
            return f"{'#' * self.level} {spec.lines[0].lstrip('# ')}"
        at = contract.order[spec.name]
        numbers = {
            "letter": ascii_uppercase[at % 26],
            "number": str(at + 1),
            "roman": _ROMAN[at % len(_ROMAN)],
        }
        number = numbers.get(self.number, "")
        text = f"{number}{self.mark} {spec.name}" if number else spec.name
        return f"**{text}**" if self.bold else f"{'#' * self.level} {text}"


def forms_of(headings: Sequence[Heading]) -> list[HeadingForm]:
    """How headings are written. ``I.`` is a letter among letters, and a numeral where II and III are."""
    forms = [_form(heading) for heading in headings]
    if not any(form.number == "roman" for form in forms):
        return forms
    single = [heading.text.strip("*_ ")[:1] in "IVX" for heading in headings]
    return [
        replace(form, number="roman") if form.number == "letter" and maybe else form
        for form, maybe in zip(forms, single, strict=True)
    ]


def usual_form(headings: Sequence[Heading]) -> HeadingForm | None:
    """The form of most headings, of equals the first; None without any."""
    most = Counter(forms_of(headings)).most_common(1)
    return most[0][0] if most else None


def _form(heading: Heading) -> HeadingForm:
    match = _NUMBER.match(heading.text.strip("*_ "))
    bold = isinstance(heading, BoldHeading)
    if match is None:
        return HeadingForm(heading.level, bold)
    number = match["number"]
    kind = "number" if number.isdigit() else "letter" if len(number) == 1 else "roman"
    return HeadingForm(heading.level, bold, kind, match["mark"])
