"""How much there is to write or to run in a block of code, and what kind of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from planls.contract.codes import Snippet
from planls.contract.languages import SETTINGS, SHOWN, is_comment, language_of
from planls.document.filenames import extension, is_file

_TEXTS = frozenset(
    "xml html css scss less markdown md mdx rst csv tsv svg hbs jinja j2 gitignore editorconfig".split()
)
"""Languages and extensions of markup, prose and data; settings are text, too, but for those with logic."""
_PICTURES = SHOWN - _TEXTS
_LOGIC = frozenset(("terraform",))
_CLOSING = re.compile(r"(?:[\s)\]}>;,({:]|\b(?:end|fi|done|esac|else|try|then|begin|do)\b)*")
_IMPORT = re.compile(
    r"\s*(?:import\b|from\s+\S+\s+import\b|(?:const|let|var)\s[^=]*=\s*require\(|(?:pub\s+)?use\s[\w:]|#include\b"
    r"|using\s[\w.]+;|package\s+[\w.]+;?\s*$|(?:\w+\s)?\"[\w./-]+\"\s*$|@import\b|require\s*['\"(])"
)
_TESTED = re.compile(
    r"\s*(?:(?:async\s+)?def\s+test_|class\s+Test\w|func\s+(?:Test|Benchmark)\w|#\[(?:\w+::)?test\b|@Test\b"
    r"|(?:describe|it|test)(?:\.\w+)*\s*\(\s*['\"`])"
)
_TEST_FILE = re.compile(
    r"(?:^|/)tests?/|(?:^|[/_.-])(?:tests?|specs?)(?:[_.-]|$)|conftest|\wTests?\.\w+$", re.IGNORECASE
)
_DRAWN = re.compile(r"[─│┌└├┬┐┘┴┤═║╔╚▼▲►]|--+>|\+--")
_HEREDOC = re.compile(r"<<-?\s*['\"]?([A-Za-z]\w*)")
_DOCSTRING = re.compile(r"\s*[rRbBuU]?(?:\"\"\"|''')")
_PROMPT = "$ "
_SCRIPTS = frozenset("sh bash zsh fish ps1 bat cmd".split())
_SCRIPT = ("#!", "set -e")
_ROW = re.compile(r"\s*[(\[{\"'][^=()<>]{0,300}[)\]}\"'][,;]*")
"""A row of data: ``("a", 1),``."""
_PATH = re.compile(r"[\w.@~\[\]/-]{1,200}")


def written(snippet: Snippet, path: str, *, checked: bool) -> list[tuple[str, int]]:
    """What of `Weights` a snippet has, and how much; ``path``: the file that it is for.

    ``checked``: it stands in a field of verification, where code is run, not written.
    """
    return _written(snippet.lines, snippet.language, path, checked)


@lru_cache(maxsize=256)
def _written(code: tuple[str, ...], info: str, path: str, checked: bool) -> list[tuple[str, int]]:  # noqa: FBT001  # by place, for the cache
    lines = [line.rstrip() for line in code if line.strip()]
    language = language_of(info, path, lines)
    if checked or (language == "shell" and not _is_script(lines, path)):
        return _run(lines, counted=language == "shell")
    if not path and (language in _PICTURES or (not language and _is_drawn(lines))):
        return []
    if language == "diff":
        lines = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    what, new = _kind(lines, language, path), new_lines(lines, language)
    rows = sum(map(bool, map(_ROW.fullmatch, new))) if what == "code" else 0
    return [(what, len(new) - rows), ("text", rows)]


def new_lines(lines: Sequence[str], language: str) -> list[str]:
    """The lines that have to be thought of: no blanks, comments, docstrings, imports, lone brackets."""
    return [
        line
        for line in (_undocumented(lines) if language == "python" else lines)
        if not (_CLOSING.fullmatch(line) or _IMPORT.match(line) or is_comment(line, language))
    ]


@lru_cache(maxsize=1024)
def path_in(line: str) -> str:
    """The first path of a file in a line: a comment, a label, a task."""
    for match in _PATH.finditer(line):
        path = match[0].strip(".") if match[0].endswith(".") else match[0]
        if is_path(path):
            return path
    return ""


def is_path(text: str) -> bool:
    """Whether a text names a file: it has a known extension or name, or is a path to one."""
    name = text.rsplit("/", 1)[-1]
    return is_file(name) and not text.startswith(("http", "//"))


def _undocumented(lines: Iterable[str]) -> Iterator[str]:
    """The lines without docstrings; other strings over several lines stay."""
    inside = documents = False
    for line in lines:
        opens = not inside and bool(_DOCSTRING.match(line))
        if not (opens or documents):
            yield line
        if (line.count('"""') + line.count("'''")) % 2:
            inside = not inside
            documents = inside and opens


def _kind(lines: Sequence[str], language: str, path: str) -> str:
    if _TEST_FILE.search(path) or any(map(_TESTED.match, lines)):
        return "test"
    unnamed = path and not language
    return "text" if unnamed or language in (SETTINGS - _LOGIC) | SHOWN | _TEXTS else "code"


def _is_script(lines: Sequence[str], path: str) -> bool:
    """Whether commands are to be put into a file, not to be typed."""
    return extension(path) in _SCRIPTS or (bool(lines) and lines[0].startswith(_SCRIPT))


def _is_drawn(lines: Sequence[str]) -> bool:
    """Whether more than a third of the lines are a drawing's."""
    return sum(map(bool, map(_DRAWN.search, lines))) * 3 > len(lines)


def _run(lines: Sequence[str], *, counted: bool) -> list[tuple[str, int]]:
    """The commands of a snippet, and the lines of the files that they write by here-documents."""
    if not counted:
        return [("command", 1)] if lines else []
    lines = [line for line in lines if line.lstrip().startswith(_PROMPT)] or lines
    commands, text, ending, going = 0, 0, "", False
    for line in lines:
        if ending:
            text += line.strip() != ending
            ending = "" if line.strip() == ending else ending
            continue
        if is_comment(line, "shell"):
            continue
        commands += not going and not _CLOSING.fullmatch(line)
        going = line.endswith("\\")
        match = _HEREDOC.search(line)
        ending = match[1] if match else ""
    return [("command", commands), ("text", text)]
