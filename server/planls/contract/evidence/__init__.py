"""What in a document speaks against its promises: mocks, swallowed errors, secrets and so on, with places."""

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.parts import in_part
from planls.contract.reading import Reading
from planls.document.memory import remembered
from planls.document.words import has_any, spoken

__all__ = ["Evidence", "evidence"]

_SUBJECTS = tuple(
    """
    emulator fake faker fakes fixtures mock mocked mocking mocks simulated simulation simulator stub stubbing
    stubs synthetic wiremock
    """.split()
)
"""What a document may be about; then a mock is what it is to make."""


@remembered
def evidence(reading: Reading) -> tuple[Evidence, ...]:
    """All that can be pointed at, from top to bottom; spans are the document's.

    Parts that are elided or moved away, templates, and the promises themselves are none. That there is
    no test at all is for `untested` to say.
    """
    found = [(line, has) for line, part in reading.parts if (has := in_part(part))]
    if not found:
        return ()
    handed = frozenset[str]().union(*(one.handed for _, one in found))
    users = frozenset[str]().union(*(one.users for _, one in found))
    kept = [
        *(one.down(line) for line, part in found for one in part.plain),
        *(one.down(line) for line, part in found for one in part.stand_ins if one.key not in handed),
        *(one.down(line) for line, part in found for one, name in part.homes if name not in users),
    ]
    if any(one.kind == "mock" for one in kept) and _is_about_mocks(reading):
        kept = [one for one in kept if one.kind != "mock"]
    return tuple(sorted(kept, key=lambda one: one.span))


def _is_about_mocks(reading: Reading) -> bool:
    heading = reading.document.sections[reading.title].heading if reading.title is not None else None
    return heading is not None and has_any(spoken(heading.text), _SUBJECTS)
