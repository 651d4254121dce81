"""What a configuration says of a kind's limits: the longest an item may take, and how it is estimated."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache

from planls.contract.demands import Weights
from planls.contract.model import ItemSpec, Kind

WEIGHTS = tuple(field.name for field in fields(Weights))
"""What has a weight."""


@dataclass(frozen=True)
class Sizing:
    """The longest an item may take in minutes (0: no limit; None: as the kind has it), weights by name."""

    minutes: int | None = None
    weights: tuple[tuple[str, float], ...] = ()


@lru_cache(maxsize=64)
def sized(kind: Kind, sizing: Sizing) -> Kind:
    """The kind with these limits; the same object for the same kind and limits.

    Where the kind itself limits some of its items, the others still may take as long as they like.
    """
    items = [section.item for section in kind.contract.sections if section.item]
    limited = [item for item in items if item.minutes] or items
    sections = (
        replace(section, item=_sized(section.item, sizing, limited=section.item in limited))
        if section.item
        else section
        for section in kind.contract.sections
    )
    return replace(kind, contract=replace(kind.contract, sections=tuple(sections)))


def _sized(item: ItemSpec, sizing: Sizing, *, limited: bool) -> ItemSpec:
    minutes = sizing.minutes if limited and sizing.minutes is not None else item.minutes
    return replace(item, minutes=minutes, weights=replace(item.weights, **dict(sizing.weights)))
