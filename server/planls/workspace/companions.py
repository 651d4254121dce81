"""Which documents belong together: a plan, its spec, and the notes of both.

What tells a role's documents, the first that does: front matter, a link near the top, the configuration,
names in the same folder. A companion brings its own companions along.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from planls.config import Settings
from planls.contract.model import Kind
from planls.contract.reading import Reading
from planls.document import Document
from planls.document.memory import remembered
from planls.scope.companions import ALONE, NOTES, Broken, Companion, Companions, Edge
from planls.workspace.evidence import Mention, in_front_matter, near_top
from planls.workspace.finder import Finder, Read, no_editor
from planls.workspace.library import folder_at, matches, nearby
from planls.workspace.links import strays
from planls.workspace.naming import candidates, is_everybodys, namesakes
from planls.workspace.texts import FileError, absolute
from planls.workspace.undented import undented

_MOST = 200
"""Companions; of more, the nearest count."""

_OFFERED = 5
"""Files that are offered as notes."""

_NOTES_FOLDERS = ("notes", "../notes")
"""Where notes are kept, seen from a document."""


def companions_of(
    path: Path | None, settings: Settings, kinds: Mapping[str, Kind], read: Read = no_editor
) -> Callable[[Reading], Companions]:
    """What tells the documents that the one at this path (absolute; None: no file) belongs to.

    As long as nothing has changed it gives the same object. Files are looked at once until
    `library.look_again`.
    """
    finder = Finder(settings, kinds, read)
    last = ALONE

    def find(reading: Reading) -> Companions:
        nonlocal last
        found = _with_strays(_all(finder, reading, path), reading, path, finder)
        last = last if _same(found, last) else found
        return last

    return find


def _with_strays(found: Companions, reading: Reading, path: Path | None, finder: Finder) -> Companions:
    """What a document belongs to, with its links that lead nowhere, but for those to companions."""
    lost = tuple(strays(reading, path, finder))
    named = {one.span.start for one in found.broken}
    return replace(found, strays=tuple(s for s in lost if s.span.start not in named)) if lost else found


def _all(finder: Finder, reading: Reading, path: Path | None) -> Companions:
    """All that the document belongs to."""
    document, roles = reading.document, reading.contract.companions
    if path is None or not roles:
        return ALONE
    walk = _Walk(finder, {path})
    found = tuple(walk.around(document, path, roles))
    edges, broken = tuple(walk.edges.get(path, ())), tuple(walk.broken.get(path, ()))
    declined = any(in_front_matter(document, role).declined for role in roles)
    alone = not (found or broken or declined)
    return Companions(found, broken, roles, declined, _offered(finder, path) if alone else (), edges)


def _offered(finder: Finder, path: Path) -> tuple[str, ...]:
    """What is offered as notes to a document that has none."""
    key = finder.settings.root, path
    if key not in nearby:
        nearby[key] = tuple(islice(_near(finder, path), _OFFERED))
    return nearby[key]


def _same(one: Companions, other: Companions) -> bool:
    """Whether two say the same of the same documents."""
    return all(getattr(one, name) == getattr(other, name) for name in one.__dataclass_fields__)


@dataclass
class _Walk:
    """One search from document to document; each is visited once, so that circles end."""

    finder: Finder
    seen: set[Path]

    def __post_init__(self) -> None:
        """Nothing is known yet."""
        self.broken: dict[Path, list[Broken]] = {}
        self.edges: dict[Path, list[Edge]] = {}
        self.roles: set[str] = set()

    def around(self, document: Document, path: Path, roles: tuple[str, ...]) -> Iterator[Companion]:
        """The companions of a document, nearest first, each followed by its own."""
        for role in roles:
            said = in_front_matter(document, role)
            if said.declined:
                continue
            named = list(said.mentions or self._linked(document, path, roles, role))
            found = list(self._named(named, role, path))
            if not found and not named and role not in self.roles:
                found = list(self._unnamed(path, role))
            for companion in found:
                yield companion
                kind = self.finder.kinds.get(role)
                yield from self.around(
                    companion.document, companion.path, kind.contract.companions if kind else ()
                )

    def _linked(self, document: Document, path: Path, roles: tuple[str, ...], role: str) -> Iterator[Mention]:
        """The links near the top that lead to a companion of this role."""
        for mention in near_top(document, roles):
            if is_everybodys(mention.name):
                continue
            if mention.role == role or (not mention.role and self._is(mention, path, roles, role)):
                yield mention

    def _is(self, mention: Mention, path: Path, roles: tuple[str, ...], role: str) -> bool:
        """Whether a file that is linked without a word for its role has this one."""
        at = self.finder.place(mention.name, path)
        try:
            kind = self.finder.kind_of(self.finder.document(at), at)
        except FileError:
            return False
        return kind == role or (role == NOTES and mention.made_from and kind not in roles)

    def _named(self, mentions: Iterable[Mention], role: str, path: Path) -> Iterator[Companion]:
        """The documents that are named, folders standing for their Markdown files."""
        for mention in mentions:
            at = self.finder.place(mention.name, path)
            self.edges.setdefault(path, []).append(Edge(mention.span, at))
            inside = folder_at(at).names
            files = [at / name for name in inside] if inside else [at]
            for file in files:
                yield from self._taken(file, role, mention.told, partial(self._miss, path, mention, role))

    def _unnamed(self, path: Path, role: str) -> Iterator[Companion]:
        """The documents that the configuration or their names tell."""
        configured = self.finder.settings.companions_of(path, role)
        if configured and (files := matches(*configured)):
            for file in sorted(files, key=lambda file: _far(file, path)):
                yield from self._taken(file, role, "the configuration", _ignore)
            return
        by_name = namesakes(folder_at(path.parent), path.name, role, self.finder.kinds)
        sure = [path.parent / name for name in by_name.sure]
        maybe = [path.parent / name for name in by_name.maybe]
        for file in sure or (one for one in maybe if self.finder.may_be(one, role)):
            yield from self._taken(file, role, "its name", _ignore)

    def _taken(
        self, file: Path, role: str, told: str, miss: Callable[[FileError], None]
    ) -> Iterator[Companion]:
        """The companion in a file, once."""
        if file in self.seen or len(self.seen) > _MOST:
            return
        try:
            document = self.finder.document(file)
        except FileError as error:
            miss(error)
            return
        self.seen.add(file)
        self.roles.add(role)
        yield _companion(document, role, file, told)

    def _miss(self, path: Path, mention: Mention, role: str, error: FileError) -> None:
        missing = error.message.startswith("no such file")
        near = self.finder.near(mention.name, path) if missing else ()
        why = "there is no such file" if missing else error.message
        broken = Broken(role, mention.name, mention.span, why, near)
        self.broken.setdefault(path, []).append(broken)


def _ignore(_: FileError) -> None:
    """What nobody named is not missed."""


@remembered
def _companion(document: Document, role: str, path: Path, told: str) -> Companion:
    """The companion that a document is; kept with the document, so it is the same while that is."""
    return Companion(role, path, undented(document, path) if role == NOTES else document, told)


def _far(file: Path, path: Path) -> tuple[int, str]:
    """How many steps lie between two files, then the name."""
    return len(Path(os.path.relpath(file, path.parent)).parts), str(file)


def _near(finder: Finder, path: Path) -> Iterator[str]:
    """Markdown files that could be a document's notes, as it would name them, the likeliest first."""
    for name in ("", *_NOTES_FOLDERS):
        folder = absolute(path.parent / name)
        for file in candidates(folder_at(folder), path.name, finder.kinds):
            if finder.may_be(folder / file, NOTES):
                yield f"{name}/{file}" if name else file
