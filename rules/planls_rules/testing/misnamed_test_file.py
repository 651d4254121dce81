"""TST001 misnamed-test-file: a test file is not called as the template asks."""

from collections.abc import Iterator, Sequence
from functools import partial

from planls.contract.reading import Reading
from planls.document.lines import Span, body
from planls.rule import Edit, Finding, Fix, Reads, Related, rule


@rule("TST001", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The files of the section for tests, none of which has a name of the form of the template's, told once.

    The number is not asked for where the title has none: malformed-title tells that.
    """
    for line, spec, part in reading.sections:
        if spec.form == "tests":
            from planls.contract.testing import misnamed_files, pattern_in
            from planls.contract.testing.files import filled

            pattern = pattern_in(spec.lines)
            found = misnamed_files(part, pattern) if pattern else ()
            words = _title_words(reading) if found else {}
            if found and (words.get("n") or "[N]" not in pattern):
                yield _finding(reading, line, found, pattern, filled(pattern, words))


def _title_words(reading: Reading) -> dict[str, str]:
    """What the document's title has in the places of the template's placeholders; empty for another title."""
    from planls.contract.testing.files import title_words

    heading = reading.document.sections[reading.title].heading if reading.title is not None else None
    match = heading and reading.contract.title.match_loosely(heading.text)
    return title_words(reading.contract.title.text, match.groups()) if match else {}


def _finding(
    reading: Reading, line: int, found: Sequence[tuple[Span, str]], pattern: str, name: str
) -> Finding:
    (span, path), *others = found
    related = tuple(Related(place.down(line), f"`{other}`") for place, other in others)
    if related or not name:
        fault = f"`{path}` and {len(related)} more do not" if related else f"`{path}` does not"
        way = "call them so" if related else "call it so"
        return Finding(span.down(line), f"{fault} have the form `{pattern}`; {way}", related=related)
    way = f"{path.rpartition('/')[0]}/{name}" if "/" in path else name
    message = f"`{path}` does not have the form `{pattern}`; call it `{way}`"
    return Finding(span.down(line), message, _renaming(reading, path, name))


def _renaming(reading: Reading, path: str, name: str) -> Fix | None:
    """The renaming of a file wherever the document names it; None if the new name is already taken."""
    old = path.rpartition("/")[2]
    if any(name in line for line in reading.document.lines):
        return None
    return Fix(f"Call the file “{name}”", partial(_edits, reading, path, old, name))


def _edits(reading: Reading, path: str, old: str, name: str) -> tuple[Edit, ...]:
    lines = ((at, body(line)) for at, line in enumerate(reading.document.lines) if old in line)
    return tuple(Edit(span, name) for at, line in lines for span in _mentions(at, line, path, old))


def _mentions(at: int, line: str, path: str, old: str) -> Iterator[Span]:
    """Where a line has a file's name, alone or at the end of its path."""
    from planls.contract.testing.files import placed_paths

    for column, said in placed_paths(line):
        if said in (path, old) or said.endswith(f"/{path}"):
            end = column + len(said)
            yield Span(at, end - len(old), at, end)
