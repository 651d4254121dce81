"""Which programming language a document is written in: that of most of its code."""

from collections import Counter

from planls.document import Document, Section
from planls.document.blocks import Code
from planls.document.memory import remembered
from planls.scope.lexicon import Lexicon

_SHORT = {
    "py": "Python",
    "js": "JavaScript",
    "ts": "TypeScript",
    "tsx": "TypeScript",
    "jsx": "JavaScript",
    "golang": "Go",
    "go": "Go",
    "rs": "Rust",
    "kt": "Kotlin",
    "rb": "Ruby",
    "cs": "C#",
    "r": "R",
    "c": "C",
}


def language_of(document: Document, lexicon: Lexicon) -> str:
    """The language's name; empty where no block of code says one."""
    lines: Counter[str] = Counter()
    for section in document.sections:
        lines.update(dict(_languages(section)))
    known = ((count, name) for word, count in lines.items() if (name := _name(word, lexicon)))
    return max(known, default=(0, ""))[1]


@remembered
def _languages(section: Section) -> tuple[tuple[str, int], ...]:
    """The words behind the fences of a section, and how many lines each has."""
    lines: Counter[str] = Counter()
    for block in section.blocks:
        if isinstance(block, Code) and block.language:
            lines[block.language] += block.height
    return tuple(lines.items())


def _name(word: str, lexicon: Lexicon) -> str:
    """The programming language that a fence names."""
    name = _SHORT.get(word) or lexicon.named(word) or ""
    technology = lexicon.technology(name)
    return name if technology and technology.kind == "language" else ""
