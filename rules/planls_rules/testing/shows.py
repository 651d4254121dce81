"""Whether a part may show tests at all: known before anything is imported that reads them."""

from planls.contract.model import ItemSpec, SectionSpec
from planls.contract.part import Part
from planls.document.memory import remembered


@remembered
def shows_tests(part: Part) -> bool:
    """Whether it is a section for tests, or an item in which the word is said at all."""
    if isinstance(part.spec, SectionSpec):
        return part.spec.form == "tests"
    return isinstance(part.spec, ItemSpec) and any("test" in line or "Test" in line for line in part.lines)
