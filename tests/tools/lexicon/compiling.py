"""The text of the lexicon: sources and overlay, merged, marked, sorted."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from planls.scope.tokens import key
from tests.tools.lexicon.marking import Marker
from tests.tools.lexicon.merging import merged
from tests.tools.lexicon.model import Mark, Record, Technology
from tests.tools.lexicon.overlay import OVERLAY, Overlay, read_overlay
from tests.tools.lexicon.packages import named_like, packages, with_sure_variables
from tests.tools.lexicon.pins import PINS
from tests.tools.lexicon.sources import records
from tests.tools.lexicon.sources.commands import commands
from tests.tools.lexicon.sources.words import words

TARGET = OVERLAY.with_name("lexicon.tsv")
_SCRIPTS = Path(__file__).parent
_STRENGTH = {mark: place for place, mark in enumerate(Mark)}


def compiled() -> str:
    """Return the text of the lexicon; raises UnreachableError, OverlayError."""
    overlay = read_overlay(OVERLAY.read_text(encoding="utf-8"))
    marker = Marker(overlay, words())
    names = [command for command in commands() if not marker.is_word(command)]
    return "".join(f"{line}\n" for line in (*_header(), *lines(overlay, records(), marker, names)))


def lines(overlay: Overlay, told: Iterable[Record], marker: Marker, names: Iterable[str]) -> Iterator[str]:
    """Yield the three blocks: technologies, terms, packages. ``names`` are those of commands."""
    found = (with_sure_variables(one, marker) for one in merged(overlay, told))
    known = sorted(found, key=lambda one: one.name)
    technologies = [one for one in known if _counts(one, marker)]
    yield "---"
    yield from map(_technology, technologies)
    yield "---"
    yield from _terms(technologies, marker)
    yield "---"
    mapped = named_like(names, technologies) | packages(technologies, overlay)
    yield from (f"{id_}\t{name}" for id_, name in sorted(mapped.items()))


def digest() -> str:
    """Return the digest of all that the lexicon is compiled from and by."""
    paths = [OVERLAY, *sorted(_SCRIPTS.rglob("*.py"))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def _header() -> Iterator[str]:
    yield "# Compiled by `make lexicon` from overlay.toml and these data sets; do not edit. See SOURCES.md."
    yield from (f"# {pin.registry} {pin.package} {pin.version} {pin.licence}" for pin in PINS)
    yield f"# sha256 of what it is compiled from: {digest()}"


def _counts(one: Technology, marker: Marker) -> bool:
    """Whether anything in a document can ever be this technology: most brands cannot."""
    spoken = (mark is not Mark.SILENT for mark, _ in marker.marked(one))
    return "overlay" in one.sources or bool(one.found) or any(spoken)


def _technology(one: Technology) -> str:
    fields = (one.name, one.kind, one.parent, ",".join(one.implies), ",".join(one.related))
    return "\t".join(fields).rstrip("\t")


def _terms(technologies: Iterable[Technology], marker: Marker) -> Iterator[str]:
    """Yield each term with the technologies that it may name; a silent one only where there is no other."""
    found: dict[str, dict[str, Mark]] = {}
    for technology in technologies:
        for mark, term in marker.marked(technology):
            names = found.setdefault(key(term), {})
            names[technology.name] = min(mark, names.get(technology.name, mark), key=_STRENGTH.__getitem__)
    found.pop("", None)
    for term, names in sorted(found.items()):
        spoken = {name: mark for name, mark in names.items() if mark is not Mark.SILENT} or names
        yield "\t".join((term, *(f"{mark}{name}" for name, mark in sorted(spoken.items()))))
