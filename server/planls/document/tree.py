"""The tree of files and folders that a document draws, read from the lines of a code block."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from planls.document.drawing import read_drawing
from planls.document.entries import Entry
from planls.document.filenames import is_file
from planls.document.lines import Span
from planls.document.paths import Glob, by_tail, is_wild, joined, tidied

_PATTERNS = 256
"""Globs of a drawing that are looked at; a repository has a handful."""

_WORD = re.compile(r"[\w./*-]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A file or folder of the drawing.

    ``path`` has no trailing slash and starts below the tree's root folder; ``comment`` is what the
    author says of it; ``span`` is where the last segment of its path stands, lines 0-based and relative
    to the drawing, columns in code points (names that braces stand for share the place of the braces).
    ``depth`` is 0 right below the root.
    """

    path: str
    folder: bool
    comment: str
    span: Span

    @property
    def depth(self) -> int:
        """How many folders it is in, those above the root not counted."""
        return self.path.count("/")

    @property
    def name(self) -> str:
        """The last segment of its path; a glob or placeholder if the author wrote one."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Tree:
    """The files and folders in the order of the drawing, without the root folder.

    ``root`` is the name of the one folder that holds all others, "." if it is drawn so, else "".
    ``gaps`` are the folders ("": the root) of which the drawing says that it leaves something out.
    """

    nodes: tuple[Node, ...]
    root: str = ""
    gaps: frozenset[str] = frozenset()

    @property
    def elided(self) -> bool:
        """Whether the drawing says that it leaves something out."""
        return bool(self.gaps)

    @property
    def folders(self) -> tuple[Node, ...]:
        """The folders, in the order of the drawing."""
        return tuple(node for node in self.nodes if node.folder)

    @property
    def files(self) -> tuple[Node, ...]:
        """The files, in the order of the drawing."""
        return tuple(node for node in self.nodes if not node.folder)

    def find(self, path: str) -> Node | None:
        """The file or folder with this path, below the root or with the root's name in front."""
        tidy = tidied(path)
        inner = tidy.removeprefix(f"{self.root}/")
        exact = self._paths.get(tidy) or self._paths.get(inner)
        return exact or next((node for glob, node in self._globs if glob.fits(inner)), None)

    def matching(self, path: str) -> list[Node]:
        """What has these segments at the end of its path: ``llm.py`` finds ``src/app/llm.py``."""
        tidy = tidied(path)
        exact = self._tails.get(tidy)
        return list(exact) if exact else [node for glob, node in self._globs if tidy and glob.ends(tidy)]

    def modules(self, path: str) -> list[Node]:
        """Like `matching` for a path without its extension: ``app/llm`` finds ``src/app/llm.py``."""
        return list(self._modules.get(tidied(path), ()))

    def may_hold_more(self, folder: str) -> bool:
        """Whether a folder may hold what is not drawn: there is a gap in it, or nothing at all."""
        return tidied(folder) in self._open

    def mentions(self, path: str) -> bool:
        """Whether what is said of a folder names this path in it: ``tests/  # test_a.py and fixtures``."""
        return tidied(path) in self._mentioned

    @cached_property
    def _paths(self) -> dict[str, Node]:
        return {node.path: node for node in self.nodes}

    @cached_property
    def _tails(self) -> dict[str, list[Node]]:
        return by_tail((self._full(node.path), node) for node in self.nodes)

    @cached_property
    def _modules(self) -> dict[str, list[Node]]:
        stems = ((self._full(node.path).rpartition("."), node) for node in self.files if "." in node.name[1:])
        return by_tail((stem, node) for (stem, _, _), node in stems)

    @cached_property
    def _open(self) -> dict[str, list[Node]]:
        filled = {node.path.rpartition("/")[0] for node in self.nodes if node.name != "**"} - self.gaps
        empty = (node for node in self.nodes if node.path not in filled)
        return by_tail(
            (self._full(node.path), node) for node in empty if node.folder or not is_file(node.name)
        )

    @cached_property
    def _mentioned(self) -> dict[str, list[Node]]:
        said = ((node, word) for node in self.folders for word in _WORD.findall(node.comment))
        paths = ((joined(self._full(node.path), tidied(word.rstrip("."))), node) for node, word in said)
        return by_tail((path, node) for path, node in paths if path)

    @cached_property
    def _globs(self) -> list[tuple[Glob, Node]]:
        wild = [node for node in self.nodes if is_wild(node.path) and node.name != "**"]
        return [(Glob(node.path), node) for node in wild[:_PATTERNS]]

    def _full(self, path: str) -> str:
        """The path with the root's name in front."""
        return f"{self.root}/{path}" if self.root.strip(".") else path


def read_tree(lines: Sequence[str]) -> Tree | None:
    """The tree that the lines draw, terminators or not; None if they draw none.

    Branches of box-drawing or ASCII characters, indentation, bullets and plain lists of paths are read.
    """
    drawing = read_drawing(lines)
    if drawing is None:
        return None
    nodes = _merged(node for entry, folder in drawing.entries for node in _nodes(entry, folder))
    gaps = frozenset(folder for entry, folder in drawing.entries if entry.gap)
    holders = {path.rpartition("/")[0] for path in nodes} | gaps
    full = (replace(node, folder=node.folder or node.path in holders) for node in nodes.values())
    return Tree(tuple(full), drawing.root, gaps)


def _nodes(entry: Entry, folder: str) -> Iterator[Node]:
    """What an entry names, the folders in its paths included."""
    for name in entry.names:
        if joined(folder, name.path) is not None:
            for end, (start, stop) in zip(_ends(name.path), name.columns, strict=True):
                last = end == len(name.path)
                path = joined(folder, name.path[:end]) or ""
                span = Span(entry.line, start, entry.line, stop)
                yield Node(path, name.folder or not last, entry.comment if last else "", span)


def _ends(path: str) -> Iterator[int]:
    """Where the segments of a path end."""
    lengths = (len(segment) + 1 for segment in path.split("/") if segment)
    return (end - 1 for end in accumulate(lengths))


def _merged(nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes by their paths; what is drawn twice is one."""
    found: dict[str, Node] = {}
    for node in nodes:
        old = found.setdefault(node.path, node)
        if old is not node:
            folder, comment = old.folder or node.folder, old.comment or node.comment
            found[node.path] = replace(old, folder=folder, comment=comment)
    return found
