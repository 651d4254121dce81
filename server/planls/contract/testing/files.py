"""Test files: what names them in a document, what a template wants them to be called."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_letters

from planls.contract.languages import is_comment

_TOKEN = re.compile(r"[\w./\[\]-]+")
_TEST_FILE = re.compile(
    r"test[_-][\w\[\]-]+\.(?:py|rb|sh|bats|php|sql)|[\w\[\]-]+_test\.(?:py|go|rb|exs|dart|ts|js|cc|cpp)|tests?\.py"
    r"|[\w.\[\]-]+\.(?:test|spec)\.[cm]?[jt]sx?|[\w\[\]-]+(?:Tests?|IT|Spec)\.(?:java|kt|cs|scala|swift)|test_[\w-]+\.rs"
)
_HOLE = re.compile(r"\[([^\]]+)\]")
_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,5}$")
_WORDY = r" (?:for|with|using|in|on|from|via|as|to|and|that|which|over|at|by)\b.*|[(,:;–—].*| - .*"


def paths_in(text: str) -> Iterator[str]:
    """Everything on a line that has a file's extension."""
    return (path for _, path in placed_paths(text))


def placed_paths(text: str) -> Iterator[tuple[int, str]]:
    """The same, each with its column."""
    for match in _TOKEN.finditer(text):
        path = match[0].rstrip(".")
        if _SUFFIX.search(path):
            yield match.start(), path


@lru_cache(maxsize=2048)
def names_tests(text: str) -> bool:
    """Whether a line names a test file."""
    return any(_TEST_FILE.fullmatch(path.rpartition("/")[2]) for path in paths_in(text))


def heading_comment(lines: Sequence[str]) -> tuple[int, str]:
    """The first line of a block if it is a comment, with its number; else nothing."""
    at = next((at for at, line in enumerate(lines) if line.strip()), 0)
    return (at, lines[at]) if lines and is_comment(lines[at], "") else (0, "")


def pattern_in(template: Sequence[str]) -> str:
    """The path of a test file that a template's text asks for; empty if it asks for none."""
    found = (path for line in template for path in paths_in(line) if _HOLE.search(path))
    return next(found, "")


def follows(path: str, pattern: str) -> bool:
    """Whether a file is called as a template asks; its folder is the author's choice, or has the number."""
    folder, _, name = path.rpartition("/")
    start, *rest = _HOLE.split(pattern.rpartition("/")[2])
    word = start[len(start.rstrip(ascii_letters)) :]
    if word and rest[:1] == ["N"] and re.search(rf"(?<![a-z]){word}[_-]?\d", folder.lower()):
        return name.startswith(start.removesuffix(word))
    pieces = (_filling(piece) if at % 2 == 0 else re.escape(piece) for at, piece in enumerate(rest))
    return bool(re.fullmatch(re.escape(start) + "".join(pieces), name))


def filled(pattern: str, words: dict[str, str]) -> str:
    """The name of a file as a pattern has it, its holes filled with words; empty if one is not known."""
    name = pattern.rpartition("/")[2]
    if not all(words.get(hole.lower(), "") for hole in _HOLE.findall(name)):
        return ""
    name = _HOLE.sub(lambda match: slug(words[match[1].lower()]), name)
    return name if follows(name, pattern) else ""


def title_words(template: str, groups: Sequence[str | None]) -> dict[str, str]:
    """How a title fills the holes of the template's, by the holes' names in lower case."""
    holes = (hole.lower() for hole in _HOLE.findall(template))
    return {hole: group or "" for hole, group in zip(holes, groups, strict=False)}


def slug(text: str) -> str:
    """A name as a part of a file's name: ``Link Checker for a Folder``: ``link_checker``."""
    short = re.sub(_WORDY, "", text, count=1) or text
    return re.sub(r"[^a-z0-9]+", "_", short.lower()).strip("_")


def _filling(hole: str) -> str:
    """What may stand in a template's hole."""
    return r"[_-]?\d+[a-z]?" if hole == "N" else r"\w(?:[\w.-]*\w)?"
