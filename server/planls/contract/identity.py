"""What a document says it is: the number and name in its title, in a row, and in a test file's name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planls.contract.model import SectionSpec
from planls.contract.names import agree, stem, words
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.reading import Reading
from planls.contract.rows import rows_of
from planls.contract.saying import is_blank
from planls.document.blocks import Code, Container
from planls.document.lines import Span, body
from planls.document.memory import remembered

_TOKEN = re.compile(r"[\w./\\-]+")
_NUMBER = r"[ _#-]{0,3}(?P<number>\d{1,6}[a-z]?)(?![a-z\d])"
_TEST = re.compile(r"tests?[_/.-]")
_HOLE = re.compile(r"([A-Za-z]+)[ _-]?\[N\]")
_ENDING = re.compile(
    r"(?:[._-](?:tests?|spec))?\.(?:py|[cm]?[jt]sx?|go|rs|java|kt|rb|php|cs|sh|bats|sql|swift|exs?|scala|c|cpp|tf)$",
    re.IGNORECASE,
)
_TESTING = re.compile(r"(?i:tests?)[_-]\w|[\w.-]*(?:[._-](?i:tests?|spec)|Tests?)\.\w{1,5}$")

_GIVEN = re.compile(r"[*_` ]*[^\W_]+(?:[ _-][^\W_]+){0,2}[*_` ]*")


@dataclass(frozen=True)
class Claim:
    """One place that says number or name (empty: it says none); ``who`` is the place in words.

    ``digits`` is where the number stands, ``path`` a test file as written.
    """

    who: str
    span: Span
    number: str = ""
    name: str = ""
    digits: Span | None = None
    path: str = ""

    def down(self, lines: int) -> "Claim":
        """The same claim, that many lines further down."""
        digits = self.digits.down(lines) if self.digits else None
        return Claim(self.who, self.span.down(lines), self.number, self.name, digits, self.path)


def claims(reading: Reading) -> list[Claim]:
    """The title's claim, those of rows, and those of test files, in this order, as the document has them."""
    titled = [claim] if (claim := _of_title(reading)) else []
    parts = [(line, part) for line, _, part in reading.sections]
    rows = [claim.down(line) for line, part in parts for claim in _of_rows(part)]
    return [*titled, *rows, *(claim.down(line) for line, part in parts for claim in _of_files(part))]


def odd_number(found: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The claim whose number no other has, and one that has the right one; test files count as one."""
    told = [claim for claim in found if claim.number]
    return _odd(told, lambda one, other: _bare(one.number) == _bare(other.number))


def odd_name(reading: Reading, found: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The same for names; one that the document speaks of elsewhere says what it is about in other words."""
    told = [claim for claim in found if claim.name]
    odd = _odd(told, _same_name)
    if odd is None:
        return None
    alone = sum(_same_name(claim, odd[1]) for claim in told) > 1
    return None if _is_about(reading, odd[0], alone=alone) else odd


def mentions(reading: Reading, claim: Claim) -> Iterator[Span]:
    """Where the number of a test file's name stands, wherever the document names the file."""
    stem = claim.path.rpartition(".")[0]
    at = claim.digits.column - claim.span.column if claim.digits else 0
    whole = re.compile(rf"(?<![\w-]){re.escape(stem)}(?![\w-])")
    for line, text in enumerate(reading.document.lines):
        for match in whole.finditer(text) if stem in text else ():
            start = match.start() + at
            yield Span(line, start, line, start + len(claim.number))


def _odd(found: Sequence[Claim], same: Callable[[Claim, Claim], bool]) -> tuple[Claim, Claim] | None:
    others = [claim for claim in found if not claim.path]
    files = [claim for claim in found if claim.path]
    files.sort(key=lambda claim: not any(same(claim, other) for other in others))
    several = [*others, *files[:1]]
    right = max(several, key=lambda claim: sum(same(claim, other) for other in several), default=None)
    odd = next((claim for claim in several if right and not same(right, claim)), None)
    return (odd, right) if odd and right else None


def _bare(number: str) -> str:
    """A number without leading zeros and the letter of a part."""
    return number.lstrip("0").rstrip("abcdefghijklmnopqrstuvwxyz")


def _same_name(one: Claim, other: Claim) -> bool:
    return agree(one.name, other.name)


def _is_about(reading: Reading, claim: Claim, *, alone: bool) -> bool:
    """Whether the document's text says elsewhere what a claim's name says; code aside.

    One of its words is enough for a test file and for a description. A name of several words is another
    one's unless all of its words are said, or, if two other places agree, two of them side by side.
    """
    stems = list(map(stem, words(claim.name)))
    elsewhere = [
        part
        for line, part in reading.parts
        if claim.path or not line <= claim.span.line < line + len(part.lines)
    ]
    if claim.path or not _is_given(claim.name):
        return any(not _spoken(part).isdisjoint(stems) for part in elsewhere)
    if alone and len(stems) > 1:
        return any(not _side_by_side(part).isdisjoint(pairwise(stems)) for part in elsewhere)
    return all(any(one in _spoken(part) for part in elsewhere) for one in stems)


def _is_given(name: str) -> bool:
    """Whether a name is a few words and no description: ``Mail Gateway``, ``mail-gateway``."""
    return bool(_GIVEN.fullmatch(name)) and all(map(words, re.split(r"[\W_]+", name.strip("*_` "))))


def _of_title(reading: Reading) -> Claim | None:
    """What a title that reads as the template's says."""
    heading = None if reading.title is None else reading.document.sections[reading.title].heading
    pattern = reading.contract.title
    match = heading and (pattern.match(heading.text) or pattern.match_loosely(heading.text))
    if not heading or not match or reading.title is None:
        return None
    holes = list(zip(PLACEHOLDER.findall(pattern.text), match.groups(), strict=False))
    number = next((said for hole, said in holes if hole == "[N]" and said != "[N]"), "")
    name = next((said for hole, said in holes if hole not in ("[N]", said)), "")
    span = heading.span.down(reading.line(reading.title))
    at = heading.text.find(number) if number and not heading.setext else -1
    start = span.column + at
    digits = Span(span.line, start, span.line, start + len(number)) if at >= 0 else None
    return Claim("the title", span, number, "" if "[" in name else name, digits)


@remembered
def _of_rows(part: Part) -> tuple[Claim, ...]:
    """What the rows of form name say; a number counts where the name begins with it (``PoC 3: Search``)."""
    return tuple(_rows(part))


def _rows(part: Part) -> Iterator[Claim]:
    word = _word(part.contract.title.text)
    for said in rows_of(part, "name"):
        if not part.contract.unfilled(said.text) and not is_blank(said.text):
            lead = re.match(rf"\W{{0,4}}(?i:{word}){_NUMBER}\W*", said.text) if word else None
            start = said.span.column + (lead.start("number") if lead else 0)
            digits = (
                Span(said.span.line, start, said.span.line, start + len(lead["number"])) if lead else None
            )
            name = said.text[lead.end() :] if lead else said.text
            yield Claim(f"row “{said.name}”", said.span, lead["number"] if lead else "", name, digits)


@remembered
def _of_files(part: Part) -> tuple[Claim, ...]:
    """The test files of a section of form tests that are named as the template's are."""
    word = _file_word(part)
    found = tuple(_files(part, word)) if word else ()
    return found if all(claim.number for claim in found) else ()


def _file_word(part: Part) -> str:
    spec = part.spec
    lines = spec.lines if isinstance(spec, SectionSpec) and spec.form == "tests" else ()
    return next((match[1].split("_")[-1] for line in lines if (match := _HOLE.search(line))), "")


def _files(part: Part, word: str) -> Iterator[Claim]:
    """Nothing where a test file without a number is named, too: the others may be of earlier documents."""
    numbered = re.compile(rf"(?<![A-Za-z])(?i:{word}){_NUMBER}")
    for span, base in _paths(part):
        found, ending = numbered.search(base), _ENDING.search(base)
        if found and ending:
            start, end = (span.column + at for at in found.span("number"))
            digits = Span(span.line, start, span.line, end)
            name = base[found.end() : ending.start()].strip("_-.")
            yield Claim("the test file", span, found["number"], name, digits, base)
        elif _TESTING.match(base) and base != "conftest.py":
            yield Claim("the test file", span, path=base)


def _paths(part: Part) -> Iterator[tuple[Span, str]]:
    """The names of files in a part, without their folders."""
    for at, line in enumerate(part.lines):
        for token in _TOKEN.finditer(body(line)):
            if _ENDING.search(path := token[0].rstrip(".")):
                base = max(path.rfind("/"), path.rfind("\\")) + 1
                yield Span(at, token.start() + base, at, token.start() + len(path)), path[base:]


def _word(title: str) -> str:
    """The word before the number in the template's title."""
    match = _HOLE.search(title)
    return match[1] if match else ""


@remembered
def _spoken(part: Part) -> frozenset[str]:
    """The stems of the words of a part's text; code and the names of tests aside."""
    return frozenset(stem(word) for line in _said_in(part) for word in line)


@remembered
def _side_by_side(part: Part) -> frozenset[tuple[str, str]]:
    """The same, two and two as they stand."""
    return frozenset(pair for line in _said_in(part) for pair in pairwise(map(stem, line)))


def _said_in(part: Part) -> Iterator[list[str]]:
    """The words of each line of a part's text."""
    for _, block in part.placed:
        code = block.code_lines if isinstance(block, Container) else frozenset[int]()
        if not isinstance(block, Code):
            lines = (body(line) for n, line in enumerate(block.lines) if n not in code)
            for line in lines:
                yield [word for token in line.split() if not _TEST.search(token) for word in words(token)]
