"""Test files: what names them in a document, what a template wants them to be called."""

import re
from collections.abc import Iterator, Sequence

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
    """Whether a file is called as a template asks; the folder is the author's choice."""
    wanted = ""
    for at, piece in enumerate(_HOLE.split(pattern.rpartition("/")[2])):
        hole = r"\d+[a-z]?" if piece == "N" else r"\w(?:[\w.-]*\w)?"
        wanted += hole if at % 2 else re.escape(piece)
    return bool(re.fullmatch(wanted, path.rpartition("/")[2]))


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
