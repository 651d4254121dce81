"""What the entries of a drawing are to each other, and whether they make a tree of files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.document.entries import Entry, Mark, Name, read_entries
from planls.document.filenames import FOLDERS, is_file
from planls.document.paths import joined


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn tree: its root folder ("." if it is drawn so, "" if there is none), and what stands in it.

    Each entry comes with the path of its folder, "" right below the root.
    """

    root: str
    entries: tuple[tuple[Entry, str], ...]


def read_drawing(lines: Sequence[str]) -> Drawing | None:
    """The tree that the lines draw; None if they draw none.

    A drawing with branches may have a title and odd lines, up to a quarter. Without branches each line has
    to be one of a tree, and three quarters of what has nothing below it are known for files or have a path.
    """
    entries = list(read_entries(lines))
    parents = _parents(entries)
    if not _is_tree(entries, parents):
        return None
    root = _root(entries, parents)
    dotted = any(not name.path for name in entries[0].names)
    name = entries[root].names[0].path if root >= 0 else ""
    return Drawing("." if dotted else name, tuple(_placed(entries, parents, root)))


def _parents(entries: Sequence[Entry]) -> list[int]:
    """For each entry the index of the one that it stands below, -1 at the top."""
    parents: list[int] = []
    stack: list[int] = []
    for at, entry in enumerate(entries):
        while stack and not _is_above(entries[stack[-1]], entry):
            stack.pop()
        parents.append(stack[-1] if stack else -1)
        if entry.names:
            stack.append(at)
    return parents


def _is_above(upper: Entry, entry: Entry) -> bool:
    """Whether an entry belongs below an earlier one, by their columns; a slip of one column is none."""
    if entry.mark is Mark.NONE:
        return upper.column < entry.column
    if upper.mark is Mark.NONE:
        return upper.column < entry.column + (not _is_leaf(upper))
    return upper.column + 1 < entry.column


def _is_leaf(entry: Entry) -> bool:
    """Whether nothing can stand below it: it names files."""
    return bool(entry.names) and all(is_file(name.last) and not name.folder for name in entry.names)


def _is_tree(entries: Sequence[Entry], parents: Sequence[int]) -> bool:
    """Whether the entries, put together so, are a tree of files."""
    above = set(parents)
    named = [(at, entry) for at, entry in enumerate(entries) if entry.names or not entry.gap]
    odd = [at for at, entry in named if entry.odd or (at in above and _is_leaf(entry))]
    names = [name for _, entry in named for name in entry.names]
    if len(named) == 1 and not any(name.folder for name in names):
        return False
    if any(entry.mark is Mark.BRANCH and entry.names for _, entry in named):
        title = odd[:1] == [0] and entries[0].mark is Mark.NONE
        return 4 * (len(odd) - title) <= len(named) and any(
            name.is_known or name.last in FOLDERS for name in names
        )
    ends = [name for at, entry in named if at not in above for name in entry.names]
    solid = sum(name.is_known or "/" in name.path for name in ends)
    return not odd and 4 * solid >= 3 * len(ends) and any(_is_certain(name) for name in names)


def _is_certain(name: Name) -> bool:
    """Whether a name is one of a repository even without a drawing around it."""
    first, slash, _ = name.path.partition("/")
    return name.is_known or (slash != "" and first in FOLDERS)


def _root(entries: Sequence[Entry], parents: Sequence[int]) -> int:
    """Which entry is the folder that holds all others; -1: none."""
    tops = [at for at, parent in enumerate(parents) if parent < 0 and entries[at].names]
    single = len(tops) == 1 and len(entries[tops[0]].names) == 1 and not _is_leaf(entries[tops[0]])
    return tops[0] if single and tops[0] in parents else -1


def _placed(entries: Sequence[Entry], parents: Sequence[int], root: int) -> Iterator[tuple[Entry, str]]:
    """The entries below the root, each with the path of its folder; what is drawn below a file is no file."""
    paths: list[str | None] = []
    for at, (entry, parent) in enumerate(zip(entries, parents, strict=True)):
        folder = "" if parent < 0 else paths[parent]
        hollow = folder is None or not entry.names or _is_leaf(entry)
        paths.append("" if at == root else None if hollow else joined(folder, entry.names[0].path))
        if folder is not None and at != root:
            yield entry, folder
