"""Which names notes say, be they sure mentions or not: a false alarm costs more than a miss."""

import re
from collections.abc import Iterator

from planls.document import Document
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.tokens import key

_SHORTEST = 3
"""Letters; a shorter name is any abbreviation's or list's letter."""
_FEW = 3
"""Words of a heading that is hardly more than a name."""
_VERSION = re.compile(r"/v\d+$")
_USING = r"(?:install|add|import|get|require|using|uses?|with|via|in)"
"""What stands before a technology in small letters."""


def is_said(document: Document, name: str, lexicon: Lexicon) -> bool:
    """Whether a text has a name: in whatever letters, if it is no word of the language.

    Of a package's path (``github.com/onsi/gomega``) its last part will do.
    """
    names = {name, _VERSION.sub("", name).rpartition("/")[2]}
    return any(_has(document, one, lexicon) for one in names if len(key(one)) >= _SHORTEST)


def parts_of(package: str, lexicon: Lexicon) -> Iterator[str]:
    """The technologies that a package's own name speaks of: ``minio-go``, ``pytest-asyncio``."""
    last = _VERSION.sub("", package).rpartition("/")[2]
    for word in key(last).split():
        for mark, meant in lexicon.meanings(word):
            if mark in (Mark.CERTAIN, Mark.PROPER):
                yield meant


@remembered
def _has(document: Document, name: str, lexicon: Lexicon) -> bool:
    marks = {mark for mark, meant in lexicon.meanings(key(name)) if meant == name}
    if Mark.ORDINARY in marks:
        return _is_written(document, name)
    return f" {key(name)} " in _words(document)


def _is_written(document: Document, name: str) -> bool:
    """Whether a word of the language is written as a name: capital, code, heading, behind "install"."""
    if any(f" {key(name)} " in heading for heading in _short_headings(document)):
        return True
    word = re.escape(name)
    capital = rf"(?<![\w-]){word[:1].upper()}(?i:{word[1:]})(?![\w-])"
    return re.search(rf"{capital}|(?i:`{word}`|\b{_USING} {word}\b)", _text(document)) is not None


@remembered
def _short_headings(document: Document) -> tuple[str, ...]:
    """The headings of few words, comparable, between spaces."""
    keys = (key(heading.text) for heading in document.headings)
    return tuple(f" {said} " for said in keys if said.count(" ") < _FEW)


@remembered
def _words(document: Document) -> str:
    """All words of a document, comparable, between spaces."""
    return f" {' '.join(key(body(line)) for line in document.lines)} "


@remembered
def _text(document: Document) -> str:
    return document.text()
