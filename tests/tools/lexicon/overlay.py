"""The overlay, kept by hand: read, and checked with messages that name the line's technology."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.lexicon.model import ECOSYSTEMS, KINDS, Mark, Technology, identity
from tests.tools.lexicon.vendors import bare, spellings

OVERLAY = Path(__file__).parents[3] / "rules" / "planls_rules" / "technologies" / "overlay.toml"
_LISTS = ("dropped", "jargon", "names", "silent", "unmapped")
_NAMES = ("implies", "related", "terms")


class OverlayError(ValueError):
    """The overlay says something that it cannot mean."""


@dataclass(frozen=True)
class Overlay:
    """The technologies in the overlay, and its lists of words and names."""

    technologies: tuple[Technology, ...]
    lists: dict[str, frozenset[str]]


def read_overlay(text: str) -> Overlay:
    """Return what an overlay says; raises OverlayError."""
    told = tomllib.loads(text)
    words = told.pop("words", {})
    _known("words", words, _LISTS)
    lists = {name: frozenset(" ".join(w.split()) for w in words.get(name, "").split(",")) for name in _LISTS}
    overlay = Overlay(tuple(_technologies(told)), lists)
    _check(overlay)
    return overlay


def _technologies(told: dict[str, Any]) -> Iterator[Technology]:
    services = told.pop("services", {})
    _known("kinds", told, KINDS)
    for kind, table in told.items():
        yield from (_technology(name, kind, "", fields) for name, fields in table.items())
    for vendor, table in services.items():
        yield from (_technology(name, "cloud-service", vendor, fields) for name, fields in table.items())


def _technology(name: str, kind: str, parent: str, fields: dict[str, str]) -> Technology:
    _check_fields(name, fields)
    implies, related, terms = (_split(fields.get(field, "")) for field in _NAMES)
    mark = Mark(fields["mark"]) if "mark" in fields else None
    packages = (
        f"{ecosystem}:{package}" for ecosystem in ECOSYSTEMS for package in fields.get(ecosystem, "").split()
    )
    parent = fields.get("parent", parent)
    marked = ((mark, name), *map(_marked, terms), *_spellings(name, parent, mark))
    return Technology(
        name, kind, parent, implies, related, marked, tuple(packages), sources=frozenset({"overlay"})
    )


def _check_fields(name: str, fields: dict[str, str]) -> None:
    _known(name, fields, ("mark", "parent", *_NAMES, *ECOSYSTEMS))
    for field, value in fields.items():
        if not isinstance(value, str):
            raise OverlayError(f"{name}: {field!r} is no text")
    if fields.get("mark", "") not in set(Mark):
        raise OverlayError(f"{name}: {fields['mark']!r} is no mark, which are {' '.join(Mark)}")


def _known(where: str, found: dict[str, Any], known: tuple[str, ...] | frozenset[str]) -> None:
    for name in found:
        if name not in known:
            raise OverlayError(f"{where}: {name!r} is none of {', '.join(sorted(known))}")


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _marked(term: str) -> tuple[Mark | None, str]:
    return (Mark(term[0]), term[1:]) if term[0] in set(Mark) - {""} else (Mark.CERTAIN, term)


def _spellings(name: str, parent: str, mark: Mark | None) -> Iterator[tuple[Mark | None, str]]:
    """Yield the other spellings of a service: with another prefix it counts as with its own."""
    rest = bare(name, parent)
    same = None if name == rest else mark or Mark.CERTAIN
    for spelling in spellings(name, parent):
        if spelling != name:
            yield None if spelling == rest else same, spelling


def _check(overlay: Overlay) -> None:
    names = {technology.name for technology in overlay.technologies}
    seen: dict[str, str] = {}
    for technology in overlay.technologies:
        same = seen.setdefault(identity(technology.name), technology.name)
        if same != technology.name or len(names) != len(overlay.technologies):
            raise OverlayError(f"{technology.name}: it is in the overlay twice, as {same}")
        for name in (technology.parent, *technology.implies, *technology.related):
            if name and name not in names:
                raise OverlayError(f"{technology.name}: there is no technology {name!r} in the overlay")
