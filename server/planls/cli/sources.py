"""The documents that a run of ``planls check`` is about."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from planls.config import Settings
from planls.workspace import (
    FileError,
    absolute,
    decode,
    encode,
    find_documents,
    read_bytes,
    shown,
    write_text,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document: what users call it, where it is (absolute; None: nowhere) and its bytes and text."""

    name: str
    path: Path | None
    data: bytes
    text: str
    named: bool
    """Whether the user named this very document."""
    standard_input: bool = False

    def with_mark(self, text: str) -> str:
        """A text for this document with the byte order mark that the document has."""
        return encode(text, self.data).decode()

    def save(self, text: str) -> None:
        """Put the text where the document came from; standard input's goes out. Raises FileError."""
        if self.standard_input:
            sys.stdout.write(self.with_mark(text))
        elif self.path and text != self.text:
            write_text(self.path, text)


def standard_input(name: str | None) -> Source:
    """The document on standard input, under a file's name or none. Raises FileError."""
    data = sys.stdin.buffer.read()
    path = absolute(Path(name)) if name else None
    return Source(shown(name or "-"), path, data, decode(data, name or "-"), named=True, standard_input=True)


def files(
    paths: list[str], settings_of: Callable[[Path], Settings], problem: Callable[[Exception], None]
) -> Iterator[Source]:
    """The documents that the paths mean; what cannot be found or read is a problem, and the rest goes on."""
    found = find_documents(paths, settings_of)
    for error in found.problems:
        problem(error)
    for path in found.documents:
        try:
            data = read_bytes(path)
            yield Source(shown(path), absolute(path), data, decode(data, path), path in found.named)
        except FileError as error:
            problem(error)
