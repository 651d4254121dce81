"""The files that a document means by their names, and what they are: open buffers count before files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planls.config import Settings
from planls.config.recognition import kind_of
from planls.contract.model import Kind
from planls.document import Document
from planls.scope.companions import NOTES
from planls.workspace.library import document_at, folder_at, is_there, reached
from planls.workspace.naming import like
from planls.workspace.texts import FileError, absolute

_ABOVE = 12
"""Folders above a document's own in which a path may start."""

_MOST = 150
"""Files that one document's links have read; with its companions fewer than `library` keeps at hand."""

Read = Callable[[Path], Document | None]
"""What gives the text that counts instead of a file's: the one in an editor."""


def no_editor(_: Path) -> None:
    """Read every file from disk."""


@dataclass(frozen=True)
class Finder:
    """Finds the files that documents name, and tells what they are, under some settings."""

    settings: Settings
    kinds: Mapping[str, Kind]
    read: Read

    def may_be(self, path: Path, role: str) -> bool:
        """Whether the text of a file is what its name does not say: notes are of no kind."""
        try:
            kind = self.kind_of(self.document(path), path)
        except FileError:
            return False
        return kind == role or (role == NOTES and kind is None)

    def document(self, path: Path) -> Document:
        """The text that counts for a path. Raises FileError."""
        return self.read(path) or document_at(path)

    def exists(self, path: Path) -> bool:
        """Whether there is a text at this path."""
        return is_there(path) or self.read(path) is not None

    def kind_of(self, document: Document, path: Path) -> str | None:
        """The name of the kind that a document is of."""
        kind = kind_of(document, self.settings, path, self.kinds)
        return kind.name if kind else None

    def files(self, path: Path) -> "Files":
        """The files that the document at this path means by names."""
        return Files(self, path, reached.setdefault((self.settings.root, path), {}))

    def near(self, name: str, path: Path) -> tuple[str, ...]:
        """The files that a name may be a slip for, as the document would name them.

        They stand in the folder that it says; or in the document's own, by this very name.
        """
        folder, _, last = name.replace("\\", "/").rpartition("/")
        names = folder_at(absolute(path.parent / folder)).names
        slips = like(last, (one for one in names if one != path.name))
        beside = [last] if folder and last in folder_at(path.parent).names and last != path.name else []
        return (*beside, *(f"{folder}/{one}" if folder else one for one in slips))

    def place(self, name: str, path: Path) -> Path:
        """The file that a document means by a name: from its own folder, else from one above."""
        own = self.tried(name, path)
        first = next(own)
        return first if self.exists(first) else next(filter(self.exists, own), first)

    def tried(self, name: str, path: Path) -> Iterator[Path]:
        """The files that a document may mean by a name, the likeliest first."""
        written = name.replace("\\", "/")
        if written.startswith("/"):
            yield absolute(Path(written))
            yield from [absolute(above / written.lstrip("/")) for above in self._above(path.parent)][::-1]
            return
        yield absolute(path.parent / written)
        yield from (absolute(above / written) for above in self._above(path.parent))

    def _above(self, folder: Path) -> Iterator[Path]:
        for parent in [folder, *folder.parents][:_ABOVE]:
            if parent != folder:
                yield parent
            if parent == self.settings.root or is_there(parent / ".git"):
                return


@dataclass(frozen=True)
class Files:
    """The files that one document means by names; ``known`` is remembered until the next look."""

    finder: Finder
    path: Path
    known: dict[str, Path | None]
    texts: dict[str, Document | None] = field(default_factory=dict)

    def at(self, name: str) -> Path | None:
        """The file of this name; None if there is none."""
        if name not in self.known:
            place = self.finder.place(name, self.path)
            self.known[name] = place if self.finder.exists(place) else None
        return self.known[name]

    def document(self, name: str) -> Document | None:
        """The document in the file of this name; None where there is none that can be read, or too many."""
        if name not in self.texts:
            if len(self.texts) >= _MOST:
                return None
            place = self.at(name)
            try:
                self.texts[name] = self.finder.document(place) if place else None
            except FileError:
                self.texts[name] = None
        return self.texts[name]
