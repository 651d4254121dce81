"""Markdown files as documents, each read once; looked at again only when somebody says so."""

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from planls.config import Settings
from planls.config.values import matcher
from planls.document import Document
from planls.document.lines import split_lines
from planls.workspace.search import SUFFIXES, find_documents
from planls.workspace.texts import FileError, decode, read_bytes, unusable

_LARGEST = 5_000_000
"""Bytes; a larger file is no document that anybody wrote."""

_MOST = 400
"""Documents that are kept; of more, those that were looked at first are read again."""

_WORD = re.compile(r"[^\W\d_]+|\d+")

_Stamp = tuple[int, int, int]
"""What tells a file's versions apart: time of change, size, and the file itself."""

_Stamped = tuple[_Stamp, Document | FileError]


@dataclass(frozen=True, eq=False)
class Folder:
    """The names of a folder's Markdown files, sorted."""

    names: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each name and the words of its stem, numbers without their zeros."""
        return tuple((name, words_of(name)) for name in self.names)


@dataclass(slots=True)
class _Shelf:
    """What is known of the files; all but the documents until the next look."""

    documents: dict[Path, _Stamped] = field(default_factory=dict)
    fresh: set[Path] = field(default_factory=set)
    there: dict[Path, bool] = field(default_factory=dict)
    folders: dict[Path, Folder] = field(default_factory=dict)
    matches: dict[tuple[Path, tuple[str, ...]], tuple[Path, ...]] = field(default_factory=dict)


_shelf = _Shelf()

reached: dict[tuple[Path | None, Path], dict[str, Path | None]] = {}
"""The files that names lead to, by configuration, document and name; until the next look."""

nearby: dict[tuple[Path | None, Path], tuple[str, ...]] = {}
"""The files that could be a document's notes, by configuration and document; until the next look."""


def look_again(*, everywhere: bool = True) -> None:
    """Look at files again from now on: some may have changed. What did not is not read again.

    Unless ``everywhere``, globs of the configuration are not searched for again.
    """
    for known in (_shelf.fresh, _shelf.there, _shelf.folders, reached, nearby):
        known.clear()
    if everywhere:
        _shelf.matches.clear()


def document_at(path: Path) -> Document:
    """The document in a file; the same object while the file is the same. Raises FileError."""
    if path not in _shelf.fresh:
        _shelf.fresh.add(path)
        _reread(path)
    found = _shelf.documents[path][1]
    if isinstance(found, FileError):
        raise found
    return found


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder."""
    if path not in _shelf.there:
        _shelf.there[path] = os.path.exists(path)  # noqa: PTH110 (Path.exists raises for names that no file can have)
    return _shelf.there[path]


def folder_at(path: Path) -> Folder:
    """A folder's Markdown files; none where it cannot be read."""
    if path not in _shelf.folders:
        _shelf.folders[path] = Folder(tuple(sorted(_names(path))))
    return _shelf.folders[path]


def matches(root: Path, globs: tuple[str, ...]) -> tuple[Path, ...]:
    """The Markdown files below a folder that the globs match, sorted; git's ignored ones are not searched."""
    if (root, globs) not in _shelf.matches:
        starts = [str(start) for start in dict.fromkeys(_start(root, glob) for glob in globs)]
        found = find_documents((start for start in starts if is_there(Path(start))), lambda _: Settings())
        kept = {p for p in found.documents if matcher(globs).match_file(p.relative_to(root))}
        _shelf.matches[root, globs] = tuple(sorted(kept))
    return _shelf.matches[root, globs]


def words_of(name: str) -> tuple[str, ...]:
    """The words of a file's name in small letters, its suffix aside, numbers without their zeros."""
    stem = name.rpartition(".")[0] or name
    return tuple(word.lstrip("0") or "0" for word in _WORD.findall(stem.casefold()))


def _reread(path: Path) -> None:
    """Read a file, if it is another one than last time, and keep what it holds."""
    found = _stamped(path, _shelf.documents.pop(path, None))
    while len(_shelf.documents) >= _MOST:
        oldest = next(iter(_shelf.documents))
        del _shelf.documents[oldest]
        _shelf.fresh.discard(oldest)
    _shelf.documents[path] = found


def _stamped(path: Path, last: _Stamped | None) -> _Stamped:
    """What a file holds or why it cannot be read; the last time's while it is the same file."""
    stamp: _Stamp = (0, 0, 0)
    try:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        return last if last and last[0] == stamp else (stamp, _read(path, status.st_size))
    except ValueError:  # no file can have such a name
        return stamp, FileError(path, "no such file or directory")
    except OSError as error:
        return stamp, unusable(path, error)
    except FileError as error:
        return stamp, error


def _read(path: Path, size: int) -> Document:
    if size > _LARGEST:
        raise FileError(path, f"larger than {_LARGEST // 1_000_000} MB")
    return Document.parse(split_lines(decode(read_bytes(path), path)))


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [e.name for e in entries if e.name.lower().endswith(SUFFIXES) and e.is_file()]
    except (OSError, ValueError):
        return []


def _start(root: Path, glob: str) -> Path:
    """The deepest folder or file below which everything is that the glob matches."""
    parts = glob.strip().strip("/").split("/")
    if "/" not in glob.strip().rstrip("/"):  # git looks for such a name at any depth
        return root
    fixed = next((n for n, part in enumerate(parts) if set(part) & set("*?[\\!")), len(parts))
    return root.joinpath(*parts[:fixed])
