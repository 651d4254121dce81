"""What belongs to the project itself: the modules in its folder tree, the names that its code declares."""

import re
from collections.abc import Iterable, Iterator

from planls.contract.stretch import tree_in
from planls.document import Document, Section
from planls.document.blocks import Blank, Block, Code, Container
from planls.document.inline import code_spans
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.code import own_names

_PATH = re.compile(r"[\w.@{},*-]+(?:/[\w.@{},*-]*)+|[\w-]+\.\w{1,5}")
_PARTS = re.compile(r"[^/{},*]+")


def own(documents: Iterable[Document]) -> frozenset[str]:
    """The names of the project's own modules, folders and packages, as `comparable` gives them."""
    return frozenset[str]().union(*(_in_section(section) for d in documents for section in d.sections))


def comparable(name: str) -> str:
    """A name of a module or package as its own ecosystem compares it: case, ``-`` and ``_`` aside."""
    return name.lower().replace("-", "_").strip("_@./ ")


def is_own(package: str, names: frozenset[str]) -> bool:
    """Whether a package (``pypi:name``) is one of the project's own, by its first part or its whole path."""
    name = package.partition(":")[2]
    heads = {name, name.split("/")[0], *("/".join(name.split("/")[:n]) for n in (2, 3))}
    return any(comparable(head) in names for head in heads)


@remembered
def _in_section(section: Section) -> frozenset[str]:
    return frozenset(comparable(name) for block in section.blocks for name in _in_block(block)) - {""}


def _in_block(block: Block) -> Iterator[str]:
    if isinstance(block, Blank):
        return
    drawn = tree_in(block)
    for node in drawn[1].nodes if drawn else ():
        yield from _names(node.path)
    if isinstance(block, Code):
        code = [body(line) for line in block.code]
        yield from own_names(code, block.language)
        yield from _names(block.info.partition(" ")[2])
        return
    code_lines = block.code_lines if isinstance(block, Container) else frozenset[int]()
    for at, line in enumerate(block.lines):
        if at not in code_lines and "`" in line:
            for start, end in code_spans(line):
                for path in _PATH.findall(line[start:end]):
                    yield from _names(path)


def _names(path: str) -> Iterator[str]:
    """The folders of a path and its file, with and without what stands behind its dot."""
    for part in _PARTS.findall(path):
        yield part
        yield part.partition(".")[0]
