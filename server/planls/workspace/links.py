"""Where a document's links lead: those that lead to a Markdown file, and those that lead nowhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planls.config import Settings
from planls.contract.model import Kind
from planls.contract.reading import Reading
from planls.document import Document, Section
from planls.document.anchors import anchors, heading_of, plain
from planls.document.lines import Span
from planls.document.links import Link, links_in, prose
from planls.document.memory import remembered
from planls.document.words import distance
from planls.scope.companions import Edge, Stray
from planls.workspace.finder import Files, Finder, Read, no_editor
from planls.workspace.search import SUFFIXES

_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_FILE = re.compile(r"(?<![\w.~%+-])[\w.~%+-]+\.(?:md|markdown|png|jpe?g|gif|svg|webp)\b", re.IGNORECASE)
_LINE = re.compile(r"L\d+(?:-L?\d+)?|top", re.IGNORECASE)
"""What no heading is behind, though it leads somewhere."""
_STANDS_FOR = re.compile(r"[$*{}]|^~/|\.\.\.|(?<!\w)path/to/|(?<![^\W_])your[-_]", re.IGNORECASE)
"""What a name has that stands for names yet to be given, or that a shell would replace."""
_MANY = 400
"""Headings that a missing one is compared with."""
_OFFERED = 4


def strays(reading: Reading, path: Path | None, finder: Finder) -> Iterator[Stray]:
    """The links that lead nowhere: to no file, or to no heading of the one that is there.

    A file that the document speaks of elsewhere is one that it is about to make. Without a path only the
    document's own headings are looked for.
    """
    files = finder.files(path) if path else None
    for line, link in _links(reading):
        if not link.file:
            if not _has(reading.document, link):
                yield _headless(link, reading.document, line)
        elif files and files.at(link.file) is None:
            if _is_meant(link.file, reading):
                yield _fileless(link, files, line)
        elif files and link.anchor and not link.image:
            document = _document(files, link, reading)
            if document and not _has(document, link):
                yield _headless(link, document, line)


def links_to(
    reading: Reading, path: Path, settings: Settings, kinds: Mapping[str, Kind], read: Read = no_editor
) -> Iterator[tuple[Edge, int]]:
    """The links to Markdown files and headings that are there, and the line that each leads to."""
    files = Finder(settings, kinds, read).files(path)
    for line, link in _links(reading):
        place = files.at(link.file) if link.file else path
        if place and not link.image:
            document = _document(files, link, reading)
            at = heading_of(document, link.anchor) if document and link.anchor else None
            yield Edge(link.link.span.down(line), place), at or 0


def linked(
    reading: Reading, path: Path, settings: Settings, kinds: Mapping[str, Kind], read: Read = no_editor
) -> Iterator[Path]:
    """The files whose headings the document's links name."""
    files = Finder(settings, kinds, read).files(path)
    for _, link in _links(reading):
        if link.file and link.anchor and not link.image and (place := files.at(link.file)):
            yield place


def leads_out(reading: Reading) -> bool:
    """Whether the document links to any file."""
    return any(link.file for _, link in _links(reading))


@dataclass(frozen=True, slots=True)
class LocalLink:
    """A link to a file or a heading: what it names of both, the latter also as `plain` has it."""

    file: str
    anchor: str
    key: str
    image: bool
    link: Link


@remembered
def local_links(section: Section) -> tuple[LocalLink, ...]:
    """The links of a section to Markdown files, images and its document's own headings, in its lines."""
    return tuple(
        LocalLink(link.file, link.anchor, plain(link.anchor), link.image, link)
        for start, block in section.placed
        for at, line in prose(block)
        for link in links_in(line, start + at)
        if link.is_local and _counts(link)
    )


@remembered
def _links(reading: Reading) -> tuple[tuple[int, LocalLink], ...]:
    """The local links of a document, and the lines that their sections start on."""
    placed = zip(reading.document.starts, reading.document.sections, strict=True)
    return tuple([(line, link) for line, section in placed for link in local_links(section)])


def _counts(link: Link) -> bool:
    file = link.file.lower()
    if link.image:
        return file.endswith(_IMAGES)
    return file.endswith(SUFFIXES) if file else bool(link.anchor)


def _is_meant(file: str, reading: Reading) -> bool:
    """Whether a file that is not there should be: its name stands for itself, and it is not spoken of."""
    return not _STANDS_FOR.search(file) and file.replace("\\", "/").rpartition("/")[2] not in _spoken(reading)


def _document(files: Files, link: LocalLink, reading: Reading) -> Document | None:
    """The document that a link leads to: its own as it is being read, not as it is on disk."""
    own = not link.file or files.at(link.file) == files.path
    return reading.document if own else files.document(link.file)


def _has(document: Document, link: LocalLink) -> bool:
    return link.key in anchors(document) or bool(_LINE.fullmatch(link.anchor))


def _headless(local: LocalLink, document: Document, line: int) -> Stray:
    """A link to a heading that is not there."""
    place, target = local.link.span, local.link.target
    end = place.end_column
    span = Span(place.line, end - len(target.partition("#")[2]), place.line, end)
    return Stray(
        f"#{local.anchor}", span.down(line), heading=True, near=tuple(_like(local.key, anchors(document)))
    )


def _fileless(local: LocalLink, files: Files, line: int) -> Stray:
    """A link to a file that is not there."""
    from urllib.parse import quote

    place = local.link.span
    written = re.split("[#?]", local.link.target, maxsplit=1)[0]
    span = Span(place.line, place.column, place.line, place.column + len(written))
    near = () if local.image else files.finder.near(local.file, files.path)
    return Stray(local.file, span.down(line), near=tuple(map(quote, near)))


def _like(anchor: str, known: frozenset[str]) -> list[str]:
    """The anchors that one may be a slip for: few letters different, no number; or with more words around."""
    numbers = re.findall(r"\d+", anchor)
    most = len(anchor) // 4
    slips = [
        (distance(anchor, one, most), one)
        for one in sorted(known)[:_MANY]
        if re.findall(r"\d+", one) == numbers
    ]
    near = [one for far, one in sorted(slips) if far <= most]
    within = [one for one in sorted(known)[:_MANY] if anchor and f"-{anchor}-" in f"-{one}-"]
    return list(dict.fromkeys([*near, *within]))[:_OFFERED]


@remembered
def _spoken(reading: Reading) -> frozenset[str]:
    """The names of the files that the document speaks of, links aside."""
    return frozenset(name for section in reading.document.sections for name in _files(section))


@remembered
def _files(section: Section) -> frozenset[str]:
    """The names of Markdown files and images in a section, links aside."""
    linked: dict[int, list[Link]] = {}
    for local in local_links(section):
        linked.setdefault(local.link.span.line, []).append(local.link)
    found: set[str] = set()
    for at, line in enumerate(section.lines):
        if "." in line:
            found.update(_FILE.findall(_without(line, linked.get(at, ()))))
    return frozenset(found)


def _without(line: str, links: Sequence[Link]) -> str:
    """A line without its links."""
    ends = [0, *(link.end for link in links)]
    starts = [*(link.start for link in links), len(line)]
    return " ".join(line[end:start] for end, start in zip(ends, starts, strict=True))
