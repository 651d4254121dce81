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
    """A companion that is named but cannot be read: as what, where it is named, and why not.

    ``near`` are the files whose names it may be a slip for, as the document would name them.
    """

    role: str
    name: str
    span: Span
    why: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """A place in a document that names a companion, and the file that it means, there or not."""

    span: Span
    path: Path


@dataclass(frozen=True)
class Stray:
    """A link in the document that leads nowhere: what it leads to, and the part of it that is wrong.

    ``heading``: the file is there (or it is the document itself), but no such heading is. ``near`` are texts
    to put in place of that part, each of which would lead somewhere.
    """

    name: str
    span: Span
    heading: bool = False
    near: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Companions:
    """All that a document belongs to, nearest first, those of its companions included.

    ``roles`` are those that its kind asks for. ``declined``: the front matter says that there are none.
    ``near`` are Markdown files in its folder that could be its notes, as it would name them, where it has
    nothing else. ``edges`` are the places in its own text that name one, ``strays`` its links that lead
    nowhere.
    """

    found: tuple[Companion, ...] = ()
    broken: tuple[Broken, ...] = ()
    roles: tuple[str, ...] = ()
    declined: bool = False
    near: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    strays: tuple[Stray, ...] = ()

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
