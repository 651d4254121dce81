"""TST001 misnamed-test-file: a test file is not called as the template asks."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.reading import Reading
from planls.document.lines import Span, body
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("TST001", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The files of the section for tests whose names do not have the form of the template's."""
    for line, part in reading.parts:
        if isinstance(part.spec, SectionSpec) and part.spec.form == "tests":
            from planls.contract.testing import misnamed_files, pattern_in

            pattern = pattern_in(part.spec.lines)
            found = misnamed_files(part, pattern) if pattern else ()
            for span, path in found:
                name = _wanted(reading, pattern) if len(found) == 1 else ""
                fix = _renaming(reading, path, name) if name else None
                way = f"`{path.rpartition('/')[0] + '/' if '/' in path else ''}{name}`" if name else "so"
                message = f"`{path}` does not have the form `{pattern}`; call it {way}"
                yield Finding(span.down(line), message, fix)


def _wanted(reading: Reading, pattern: str) -> str:
    """The name that the document's title gives to its test file; empty if it does not tell."""
    from planls.contract.testing.files import filled, title_words

    heading = reading.document.sections[reading.title].heading if reading.title is not None else None
    match = heading and reading.contract.title.match_loosely(heading.text)
    if not match:
        return ""
    return filled(pattern, title_words(reading.contract.title.text, match.groups()))


def _renaming(reading: Reading, path: str, name: str) -> Fix | None:
    """The renaming of a file wherever the document names it; None if the new name is already taken."""
    old = path.rpartition("/")[2]
    lines = [
        (at, body(line)) for at, line in enumerate(reading.document.lines) if old in line or name in line
    ]
    if any(name in line for _, line in lines):
        return None
    edits = tuple(Edit(span, name) for at, line in lines for span in _mentions(at, line, path, old))
    return Fix(f"Call the file “{name}”", edits)


def _mentions(at: int, line: str, path: str, old: str) -> Iterator[Span]:
    """Where a line has a file's name, alone or at the end of its path."""
    from planls.contract.testing.files import placed_paths

    for column, said in placed_paths(line):
        if said in (path, old) or said.endswith(f"/{path}"):
            end = column + len(said)
            yield Span(at, end - len(old), at, end)
