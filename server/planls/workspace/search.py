"""The search for documents: files, folders and globs that the shell left to us."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planls.config import ConfigError, Settings
from planls.config.values import is_glob, matcher
from planls.workspace.configurations import settings_for
from planls.workspace.texts import FileError, absolute, unusable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".md", ".markdown")
"""What a search takes for Markdown, in any case."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: documents, those among them that were named one by one, and what went wrong."""

    documents: tuple[Path, ...]
    named: frozenset[Path]
    problems: tuple[FileError, ...]


def find_documents(words: Iterable[str], settings_of: Callable[[Path], Settings] = settings_for) -> Found:
    """The documents that the words mean, each once, in the order of the words and sorted within one.

    A file is taken as it is. A folder is searched for Markdown, and so is a glob; a search honours
    .gitignore files and what the settings exclude, passes over the templates of a team's own kinds, and
    follows no link to a folder.
    """
    documents: dict[Path, Path] = {}
    named: set[Path] = set()
    problems: list[FileError] = []
    for word in words:
        try:
            found = list(_meant(word, settings_of, problems))
        except FileError as error:
            problems.append(error)
            continue
        except OSError as error:  # a folder on the way to it may not be entered
            problems.append(unusable(word, error))
            continue
        named.update(path for path in found if path == Path(word))
        for path in found:
            documents.setdefault(absolute(path), path)
    return Found(tuple(documents.values()), frozenset(named), tuple(problems))


def _meant(word: str, settings_of: Callable[[Path], Settings], problems: list[FileError]) -> Iterable[Path]:
    """The documents that one word means."""
    path = Path(word)
    if path.is_dir():
        found = sorted(_walk(path, problems))
    elif path.exists():
        return [path]
    else:
        found = _matches(path, problems)
    return [file for file in found if not _excluded(file, settings_of)]


def _matches(glob: Path, problems: list[FileError]) -> list[Path]:
    """The Markdown files that a glob matches; a folder that it matches stands for all that it holds."""
    fixed = next((n for n, part in enumerate(glob.parts) if set(part) & set("*?[")), None)
    if fixed is None:
        raise FileError(glob, "no such file or folder")
    base, pattern = Path(*glob.parts[:fixed]), "/" + "/".join(glob.parts[fixed:])
    if not is_glob(pattern):
        raise FileError(glob, "malformed glob")
    walked = sorted(_walk(base, problems)) if base.is_dir() else []
    found = [file for file in walked if matcher((pattern,)).match_file(file.relative_to(base))]
    if not found:
        raise FileError(glob, "no Markdown file matches")
    return found


def _excluded(file: Path, settings_of: Callable[[Path], Settings]) -> bool:
    """Whether its settings leave a file out; a broken configuration is told when the file is checked."""
    path = absolute(file)
    try:
        settings = settings_of(file)
        return settings.excludes(path) or settings.template_of(path) is not None
    except ConfigError:
        return False


@dataclass(frozen=True, slots=True)
class _Ignore:
    """A .gitignore file: its folder and what it matches."""

    folder: Path
    spec: "GitIgnoreSpec"


def _walk(start: Path, problems: list[FileError]) -> Iterator[Path]:
    """The Markdown files in a folder that git does not ignore, in no order."""
    waiting = [(start, _ignores_above(start))]
    while waiting:
        folder, ignores = waiting.pop()
        ignores += _ignores_in(folder)
        for entry in _entries(folder, problems):
            path, inside = folder / entry.name, entry.is_dir(follow_symlinks=False)
            if inside and entry.name != ".git" and not _ignored(path, ignores, "/"):
                waiting.append((path, ignores))
            elif path.suffix.lower() in SUFFIXES and entry.is_file() and not _ignored(path, ignores):
                yield path


def _entries(folder: Path, problems: list[FileError]) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing, and a problem, when it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        problems.append(unusable(folder, error))
        return []


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The .gitignore files between the repository's root and the folder, top first.

    A folder that they ignore was named on purpose: then they do not count.
    """
    above = [absolute(folder), *absolute(folder).parents]
    root = next((n for n, parent in enumerate(above) if (parent / ".git").exists()), 0)
    ignores = tuple(ignore for parent in above[root:0:-1] for ignore in _ignores_in(parent))
    return () if _ignored(folder, ignores, "/") else ignores


def _ignores_in(folder: Path) -> tuple[_Ignore, ...]:
    """The folder's .gitignore file, if it has one; like git we pass over malformed lines."""
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:  # most folders have none, and git itself goes on without one that it cannot read
        return ()
    globs = tuple(line for line in (line.rstrip("\r") for line in lines) if is_glob(line))
    return (_Ignore(absolute(folder), matcher(globs)),)


def _ignored(path: Path, ignores: tuple[_Ignore, ...], end: str = "") -> bool:
    """Whether git ignores the path; of the .gitignore files the nearest that knows it decides."""
    for ignore in reversed(ignores):
        name = absolute(path).relative_to(ignore.folder).as_posix() + end
        if (verdict := ignore.spec.check_file(name).include) is not None:
            return verdict
    return False
