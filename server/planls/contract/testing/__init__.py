"""The tests in a document: which blocks hold them, what each is called and whether it asserts anything."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from planls.contract.codes import Snippet, codes_in
from planls.contract.languages import named
from planls.contract.model import ItemSpec, SectionSpec
from planls.contract.part import Part
from planls.contract.testing.files import (
    follows,
    heading_comment,
    names_tests,
    paths_in,
    pattern_in,
)
from planls.contract.testing.manner import has_parts, parts_wanted, says_nothing
from planls.contract.testing.model import Uncollected, UnitTest
from planls.document.lines import Span, body
from planls.document.memory import remembered

__all__ = [
    "blocks",
    "has_parts",
    "language_of",
    "misnamed_files",
    "parts_wanted",
    "pattern_in",
    "place",
    "says_nothing",
    "tests_in",
    "uncollected_in",
]

_SIGNS = (
    ("<?php", "php"),
    ("def test", "python"),
    ("import pytest", "python"),
    ("*testing.T", "go"),
    ("#[test]", "rust"),
    ("@Test", "java"),
    ("node:test", "javascript"),
    ("package:flutter_test", "dart"),
    ("package:test/", "dart"),
    ("describe(", "javascript"),
    ("test('", "javascript"),
    ("it('", "javascript"),
)
"""What tells the language of a block that names none."""


@remembered
def blocks(part: Part) -> tuple[tuple[Snippet, tuple[UnitTest, ...]], ...]:
    """The blocks of test code of a part, each with its tests.

    In a section for tests all count, in an item those that are said to be tests; none with a placeholder.
    """
    section = isinstance(part.spec, SectionSpec) and part.spec.form == "tests"
    if part.struck or part.elided or not (section or isinstance(part.spec, ItemSpec)):
        return ()
    chosen = codes_in(part) if section else _in_item(part)
    kept = [code for code in chosen if not any(map(part.contract.unfilled, code.lines))]
    return tuple((code, tests_in(code.lines, code.language)) for code in kept)


def tests_in(lines: Sequence[str], info: str) -> tuple[UnitTest, ...]:
    """The tests in a block of code; ``info`` is the first word behind its fence. Nothing raises."""
    return _tests_in(tuple(lines), info)


@lru_cache(maxsize=256)
def _tests_in(lines: tuple[str, ...], info: str) -> tuple[UnitTest, ...]:
    language = language_of(lines, info)
    if language == "python":
        from planls.contract.testing.python_tests import python_tests

        return python_tests(lines)
    from planls.contract.testing.braced_tests import braced_tests

    return tuple(braced_tests(lines, language))


def uncollected_in(code: Snippet) -> tuple[Uncollected, ...]:
    """What should be a test of Python by its content and is none by its name."""
    return _uncollected_in(code.lines, code.language)


@lru_cache(maxsize=256)
def _uncollected_in(lines: tuple[str, ...], info: str) -> tuple[Uncollected, ...]:
    _, comment = heading_comment(lines)
    other = list(paths_in(comment))
    if language_of(lines, info) != "python" or (other and not names_tests(comment)):
        return ()
    from planls.contract.testing.uncollected import uncollected

    return tuple(uncollected(lines))


def language_of(lines: Sequence[str], info: str) -> str:
    """The language of a block of tests: as its fence says, else as its code looks."""
    if named(info):
        return named(info)
    text = "\n".join(lines)
    return next((language for sign, language in _SIGNS if sign in text), "")


def place(code: Snippet, test: UnitTest | Uncollected) -> Span:
    """Where in the part the name of a test stands."""
    line, column = code.line + test.line, code.column + test.column
    return Span(line, column, line, column + len(test.name))


@remembered
def misnamed_files(part: Part, pattern: str) -> tuple[tuple[Span, str], ...]:
    """The test files of a section and where they are named, if none is called as a pattern asks.

    Files in another language than the pattern's are none of its business.
    """
    named = tuple(
        (span, path)
        for code, tests in blocks(part)
        for span, path in _files(part, code)
        if path.rpartition(".")[2] == pattern.rpartition(".")[2]
        and (tests or names_tests(path))
        and not path.endswith(("conftest.py", "__init__.py"))
    )
    return () if any(follows(path, pattern) for _, path in named) else named


def _files(part: Part, code: Snippet) -> Iterator[tuple[Span, str]]:
    """The file that a block says it is: by its first line, a comment, else by the line above it."""
    at, comment = heading_comment(code.lines)
    line = code.line + at if any(paths_in(comment)) else _above(part, code)
    text = body(part.lines[line]) if line >= 0 else ""
    path = next(paths_in(text), "")
    if path:
        column = text.index(path)
        yield Span(line, column, line, column + len(path)), path


def _in_item(part: Part) -> Iterator[Snippet]:
    """The blocks of an item that are said to be tests: in their first line, above them, or by a label."""
    lines = [label.span.line for label in part.labels]
    for code in codes_in(part):
        at = bisect_left(lines, code.opening) - 1
        above = _above(part, code)
        texts = [heading_comment(code.lines)[1], body(part.lines[above]) if above >= 0 else ""]
        texts += [body(part.lines[lines[at]])] if at >= 0 else []
        if any(map(names_tests, texts)) or (at >= 0 and part.labels[at].key.startswith("test")):
            yield code


def _above(part: Part, code: Snippet) -> int:
    """The nearest line above a block that says anything, unless it is one of code; -1 without one."""
    line = code.opening - 1
    while line >= 0 and not part.lines[line].strip():
        line -= 1
    return line if line not in _ends(part) else -1


@remembered
def _ends(part: Part) -> frozenset[int]:
    """The lines that the blocks of code end on."""
    last = ((code.line + len(code.lines), code.line == code.opening) for code in codes_in(part))
    return frozenset(line - indented for line, indented in last)
