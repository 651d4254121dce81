"""Packages, commands, files and their technologies: what the overlay says beats what a source says."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tests.tools.lexicon.marking import Marker
from tests.tools.lexicon.model import Technology, identity
from tests.tools.lexicon.overlay import Overlay


def packages(technologies: Iterable[Technology], overlay: Overlay) -> dict[str, str]:
    """Return the technology of each package; one that two claim is nobody's."""
    technologies = list(technologies)
    found = _claims(technologies, lambda one: one.found) | _claims(technologies, lambda one: one.packages)
    unmapped = overlay.lists["unmapped"]
    return {id_: names[0] for id_, names in found.items() if len(names) == 1 and id_ not in unmapped}


def with_sure_variables(technology: Technology, marker: Marker) -> Technology:
    """Leave out variables of the sources that could be anybody's: not by its name, or by a word."""
    names = {identity(term) for _mark, term in technology.terms}
    kept = (id_ for id_ in technology.found if not id_.startswith("env:") or _is_sure(id_, names, marker))
    return replace(technology, found=tuple(kept))


def named_like(commands: Iterable[str], technologies: Iterable[Technology]) -> dict[str, str]:
    """Return the technologies whose name the command is."""
    owners = {identity(technology.name): technology.name for technology in technologies}
    return {f"cmd:{name}": owners[identity(name)] for name in commands if identity(name) in owners}


def _is_sure(variable: str, names: set[str], marker: Marker) -> bool:
    name = variable.removeprefix("env:").lower()
    return identity(name) in names and ("_" in name or not marker.is_word(name))


def _claims(
    technologies: list[Technology], told: Callable[[Technology], Iterable[str]]
) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    for technology in technologies:
        for id_ in sorted({_normal(package) for package in told(technology)}):
            claims.setdefault(id_, []).append(technology.name)
    return claims


def _normal(package: str) -> str:
    """Spell a package of PyPI with hyphens alone, as PEP 503 does."""
    ecosystem, name = package.split(":", 1)
    return package if ecosystem != "pypi" else f"pypi:{name.lower().replace('_', '-').replace('.', '-')}"
