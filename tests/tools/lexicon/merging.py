"""The technologies of all sources: merged by their names alone, never by other names."""

from collections.abc import Iterable
from dataclasses import replace

from tests.tools.lexicon.model import Record, Technology, identity
from tests.tools.lexicon.overlay import Overlay
from tests.tools.lexicon.vendors import bare, spellings


def merged(overlay: Overlay, records: Iterable[Record]) -> list[Technology]:
    """Return every technology once, what the overlay says of it first."""
    found = {technology.name: technology for technology in overlay.technologies}
    owners = _owners(overlay)
    dropped = {identity(name) for name in overlay.lists["dropped"]}
    for record in records:
        same = [identity(name) for name in spellings(record.name, record.parent)]
        if same[0] and same[0] not in dropped and record.name.isascii():
            name = next((owners[one] for one in _full(same) if one in owners), record.name)
            owners |= {one: owners.get(one, name) for one in _full(same)}
            found[name] = _with(found.get(name), record, name)
    return [_own_aliases(technology, owners) for technology in found.values()]


def _owners(overlay: Overlay) -> dict[str, str]:
    """Whose a spelling is: the technology of that name, else the only one that the overlay gives it to."""
    claims: dict[str, set[str]] = {}
    for technology in overlay.technologies:
        rest = bare(technology.name, technology.parent)
        for mark, term in technology.terms:
            if mark is not None or term != rest:
                claims.setdefault(identity(term), set()).add(technology.name)
    owners = {spelling: next(iter(names)) for spelling, names in claims.items() if len(names) == 1}
    return owners | {identity(one.name): one.name for one in overlay.technologies}


def _full(same: list[str]) -> list[str]:
    """Leave out the name of a service without its vendor: others may have it, too."""
    return [same[0], *same[2:]]


def _with(known: Technology | None, record: Record, name: str) -> Technology:
    names = (
        spelling for term in (record.name, *record.aliases) for spelling in spellings(term, record.parent)
    )
    terms = tuple((None, name) for name in names)
    if known is None or known.sources == {"simple-icons"}:
        known = Technology(
            name, record.kind, record.parent, record.implies, terms=known.terms if known else ()
        )
    return replace(
        known,
        terms=known.terms + (terms if "overlay" not in known.sources or record.parent else ()),
        found=known.found + record.packages,
        sources=known.sources | {record.source},
    )


def _own_aliases(technology: Technology, owners: dict[str, str]) -> Technology:
    """Leave out what is the name of another technology."""
    own = (
        (mark, term)
        for mark, term in technology.terms
        if mark is not None or owners.get(identity(term), technology.name) == technology.name
    )
    return replace(technology, terms=tuple(own))
