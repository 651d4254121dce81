"""How much there is to write or to run in a block of code, and what kind of it."""

import re
from collections.abc import Sequence

from planls.contract.codes import Snippet
from planls.contract.languages import is_comment, named
from planls.document.filenames import extension, is_file

_SHOWN = frozenset("text http mermaid ascii diagram tree plain mmd plantuml dot".split())
"""Languages of what is shown, not written."""
_TEXTS = frozenset(
    "json json5 jsonc yaml toml ini cfg conf env dotenv properties xml html css scss less markdown md mdx rst"
    " csv tsv dockerfile docker gitignore editorconfig nginx makefile make svg hbs jinja j2 txt".split()
)
"""Languages and extensions of configuration, markup and prose."""
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
_RUN = ("$ ", "> ", "npm ", "pip ", "git ", "docker ", "curl ", "make ", "mkdir ", "cd ")
"""What an unlabelled block of commands begins with."""
_PATH = re.compile(r"[\w.@~\[\]/-]{1,200}")


def written(snippet: Snippet, path: str, *, checked: bool) -> list[tuple[str, int]]:
    """What of `Weights` a snippet has, and how much; ``path``: the file that it is for.

    ``checked``: it stands in a field of verification, where code is run, not written.
    """
    language = named(snippet.language)
    lines = [line.rstrip() for line in snippet.lines if line.strip()]
    if language == "shell" or (not language and _is_run(lines)) or checked:
        return _run(lines, counted=language in ("", "shell"))
    if not path and (language in _SHOWN or (not language and _is_drawn(lines))):
        return []
    if language == "diff":
        lines = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    what = _kind(lines, language, path)
    return [(what, len(new_lines(lines, language if what == "text" else "")))]


def new_lines(lines: Sequence[str], language: str) -> list[str]:
    """The lines that have to be thought of: no blanks, comments, imports, lone brackets."""
    return [
        line
        for line in lines
        if not (_CLOSING.fullmatch(line) or _IMPORT.match(line) or is_comment(line, language))
    ]


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


def _kind(lines: Sequence[str], language: str, path: str) -> str:
    if _TEST_FILE.search(path) or sum(map(bool, map(_TESTED.match, lines))) > 0:
        return "test"
    unnamed = path and not language and extension(path) in ("", *_TEXTS)
    return "text" if language in _TEXTS or unnamed else "code"


def _is_run(lines: Sequence[str]) -> bool:
    return bool(lines) and lines[0].lstrip().startswith(_RUN)


def _is_drawn(lines: Sequence[str]) -> bool:
    """Whether more than a third of the lines are a drawing's."""
    return sum(map(bool, map(_DRAWN.search, lines))) * 3 > len(lines)


def _run(lines: Sequence[str], *, counted: bool) -> list[tuple[str, int]]:
    """The commands of a snippet, and the lines of the files that they write by here-documents."""
    if not counted:
        return [("command", 1)] if lines else []
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
