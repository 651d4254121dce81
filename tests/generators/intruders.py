"""The complete example with a technology too many in six places, and where it may stand: in the extras."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from planls.document.lines import split_lines
from planls.scope.lexicon import Lexicon, Mark, Technology
from planls.scope.tokens import key
from tests.generators.spec import EXAMPLE

_KINDS = frozenset(
    "language framework web-framework ui-framework library database cache queue search vector-store "
    "web-server orchestration container iac ci cloud-service monitoring testing service model".split()
)
_SYLLABLES = "ba cor du fen gil hox jam kli lor mep nuv pra quo rin tul".split()

_PROSE = "Results are kept in {name} between two runs."
_LANGUAGE = "The hot loop is written in {name}."


@dataclass(frozen=True)
class Intruder:
    """A line with a technology, and the example's line that it is put behind; ``code``: in which language."""

    name: str
    place: str
    line: str
    behind: str
    code: str = ""

    def text(self) -> str:
        """The example with the line in its place in the core."""
        return _behind(self.behind, self.line)

    def as_extra(self) -> str:
        """The example with the line among the optional extras."""
        line = f"- An extra:\n\n  ```{self.code}\n  {self.line}\n  ```" if self.code else f"- {self.line}"
        return EXAMPLE.rstrip("\n") + f"\n{line}\n"

    @property
    def at(self) -> int:
        """The 0-based line where it stands in the core."""
        return split_lines(self.text()).index(self.line + "\n")


def intruders(name: str, technology: Technology | None, package: str) -> Iterator[Intruder]:
    """A technology in prose, a table, the diagram, the tree and, unless it is a language, in code."""
    prose = _LANGUAGE if technology and technology.kind == "language" else _PROSE
    yield Intruder(name, "prose", prose.format(name=name), "The notes describe a library")
    row = f"| 4.2 What eviction does to correctness | `src/tollgate/limiter.py`, with {name} |"
    yield Intruder(name, "table", row, "| 4.1 Least recently used eviction |")
    yield Intruder(
        name,
        "diagram",
        f"                                +---> {name}",
        "                          +-----------+",
    )
    yield Intruder(name, "tree", f"│       ├── store.py         # talks to {name}", "│       ├── errors.py")
    if not (technology and technology.kind == "language"):
        yield from packages(package)


def packages(package: str) -> Iterator[Intruder]:
    """A package in an import and in an install line."""
    module = package.replace("-", "_")
    yield Intruder(package, "import", f"import {module}", "```python", "python")
    yield Intruder(package, "install", f"pip install {package}", 'pip install -e ".[dev]"', "bash")


def invented(random: Random, count: int) -> list[str]:
    """Names of packages that nobody has published."""
    return ["".join(random.sample(_SYLLABLES, 3)) + random.choice(("", "-kit", "lib")) for _ in range(count)]


def candidates(lexicon: Lexicon) -> list[str]:
    """The technologies that prose can name by their own names."""
    marks = (Mark.CERTAIN, Mark.PROPER, Mark.ORDINARY)
    named = ((name, lexicon.technology(name)) for name in lexicon)
    return [
        name
        for name, technology in named
        if technology and technology.kind in _KINDS
        if any(mark in marks and meant == name for mark, meant in lexicon.meanings(key(name)))
    ]


def _behind(start: str, line: str) -> str:
    """The example with a line behind the first one that begins so."""
    lines = EXAMPLE.split("\n")
    at = next(n for n, text in enumerate(lines) if text.startswith(start))
    return "\n".join([*lines[: at + 1], line, *lines[at + 1 :]])
