"""The documents that one belongs to: a plan to its spec, both to their notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from planls.document import Document
from planls.document.lines import Span

NOTES = "notes"
"""The role of what says which technologies and topics a document may have."""


@dataclass(frozen=True, eq=False)
class Companion:
    """A document that another one belongs to.

    ``role`` is ``notes`` or the name of a kind, ``told`` how it is known: by the front matter, a link, the
    configuration or its name. The same file with the same text is the same object, so that what is worked
    out of it can be kept in it.
    """

    role: str
    path: Path
    document: Document
    told: str = ""


@dataclass(frozen=True)
class Broken:
    """A companion that is named but cannot be read: as what, where it is named, and why not."""

    role: str
    name: str
    span: Span
    why: str


@dataclass(frozen=True, eq=False)
class Companions:
    """All that a document belongs to, nearest first, those of its companions included.

    ``roles`` are those that its kind asks for. ``declined``: the front matter says that there are none.
    ``near`` are Markdown files in its folder that could be its notes, as it would name them.
    """

    found: tuple[Companion, ...] = ()
    broken: tuple[Broken, ...] = ()
    roles: tuple[str, ...] = ()
    declined: bool = False
    near: tuple[str, ...] = ()

    def of(self, role: str) -> Iterator[Companion]:
        """Those of a role."""
        return (companion for companion in self.found if companion.role == role)

    @cached_property
    def sources(self) -> tuple[Companion, ...]:
        """What says what may be used: the notes; without any, the nearest documents that there are."""
        nearest = next((list(self.of(role)) for role in self.roles if any(self.of(role))), [])
        return tuple(self.of(NOTES)) or tuple(nearest)


ALONE = Companions()
"""What a document without a file or a workspace belongs to: nothing."""
