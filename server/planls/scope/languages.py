"""Which programming language a document is written in: that of its code, else the one it speaks of."""

from collections import Counter
from collections.abc import Iterable

from planls.document import Document, Section
from planls.document.blocks import Code
from planls.document.memory import remembered
from planls.scope.lexicon import Lexicon
from planls.scope.survey import named_in

_SHORT = {
    "c": "C",
    "cs": "C#",
    "go": "Go",
    "golang": "Go",
    "js": "JavaScript",
    "jsx": "JavaScript",
    "kt": "Kotlin",
    "py": "Python",
    "r": "R",
    "rb": "Ruby",
    "rs": "Rust",
    "ts": "TypeScript",
    "tsx": "TypeScript",
}
"""What fences say and the lexicon does not, or not for certain."""

_Counts = tuple[tuple[str, int], ...]


def language_of(document: Document, lexicon: Lexicon) -> str:
    """The language's name; empty where neither code nor text tells."""
    fenced = _most(_lines_of(section, lexicon) for section in document.sections)
    return fenced or _most(_mentions_of(section, lexicon) for section in document.sections)


def _most(counted: Iterable[_Counts]) -> str:
    """The name with the highest count over all sections; of equals the first by the alphabet."""
    counts: Counter[str] = Counter()
    for some in counted:
        counts.update(dict(some))
    return min(counts, key=lambda name: (-counts[name], name), default="")


@remembered
def _lines_of(section: Section, lexicon: Lexicon) -> _Counts:
    """The languages of a section's fences, and how many lines each has."""
    lines: Counter[str] = Counter()
    for block in section.blocks:
        if isinstance(block, Code) and (name := _fenced(block.language, lexicon)):
            lines[name] += block.height
    return tuple(lines.items())


@remembered
def _mentions_of(section: Section, lexicon: Lexicon) -> _Counts:
    """The languages that a section names or implies by what it names, and how often."""
    names: Counter[str] = Counter()
    for mention in named_in(section, lexicon).mentions:
        technology = lexicon.technology(mention.name)
        names.update(
            name
            for name in (mention.name, *(technology.implies if technology else ()))
            if _is_language(name, lexicon)
        )
    return tuple(names.items())


def _fenced(word: str, lexicon: Lexicon) -> str:
    """The programming language that a fence names."""
    name = _SHORT.get(word) or (lexicon.named(word) if word else None) or ""
    return name if _is_language(name, lexicon) else ""


def _is_language(name: str, lexicon: Lexicon) -> bool:
    technology = lexicon.technology(name)
    return technology is not None and technology.kind == "language"
