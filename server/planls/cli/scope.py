"""``planls scope``: the technologies of a document, and whether its notes allow them."""

import os.path
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from planls.cli.check import wants_colour
from planls.cli.sources import Source, standard_input
from planls.cli.tally import Tally, one_of
from planls.config import ConfigError, Settings
from planls.config.recognition import kind_of
from planls.contract.model import Contract, Kind, SectionSpec
from planls.contract.patterns import title_pattern
from planls.contract.reading import read
from planls.document import Document
from planls.document.lines import split_lines
from planls.report import painter
from planls.report.technologies import Inventory, as_json, table
from planls.scope.companions import NOTES, Companions
from planls.scope.scoped import Scoped
from planls.workspace import (
    FileError,
    absolute,
    companions_of,
    decode,
    kinds_for,
    load_settings,
    look_again,
    read_bytes,
    settings_for,
    shown,
)
from planls_rules.technologies import lexicon

_MOST = 5
"""Files that are told by name; of more their number is told."""

_NOTHING = SectionSpec("-", 2, ("## -",), required=False)
_OF_NO_KIND = Kind("", Contract(title_pattern("-"), "# -", (_NOTHING,), (), (), ellipsis=False), "")
"""A kind that asks for nothing: what a document is read as that is of none."""


def scope(arguments: Namespace) -> int:
    """Run the command and return its exit code."""
    if arguments.stdin_filename and arguments.file != "-":
        arguments.usage_error("--stdin-filename goes with - only")
    look_again()
    try:
        source = _source(arguments)
        inventory = _inventory(source, _settings(arguments, source))
    except (FileError, ConfigError) as error:
        Tally().problem(error)
        return 2
    if arguments.output_format == "json":
        print(as_json(inventory))
    else:
        print(*table(inventory, painter(colour=wants_colour(sys.stdout))), sep="\n")
    return 0


def _source(arguments: Namespace) -> Source:
    """The document. Raises FileError."""
    if arguments.file == "-":
        return standard_input(arguments.stdin_filename)
    path = Path(arguments.file)
    data = read_bytes(path)
    return Source(shown(path), absolute(path), data, decode(data, path), named=True)


def _settings(arguments: Namespace, source: Source) -> Settings:
    """The settings that count for the document. Raises ConfigError."""
    return (
        load_settings(Path(arguments.config)) if arguments.config else settings_for(source.path or Path("-"))
    )


def _inventory(source: Source, settings: Settings) -> Inventory:
    """The technologies of the document. Raises ConfigError."""
    kinds, document = kinds_for(settings), Document.parse(split_lines(source.text))
    kind = kind_of(document, settings, source.path, kinds)
    reading = read(document, kind or _OF_NO_KIND)
    companions = companions_of(source.path, settings, kinds)(reading)
    found = tuple(Scoped(reading, companions, lexicon, settings.permissions).technologies.all())
    told = _scope(source, companions) if kind else f"{_called(source)} is not {one_of(list(kinds))}: no scope"
    return Inventory(told, found, bool(companions.sources), _from_here)


def _scope(source: Source, companions: Companions) -> str:
    """What a document's scope is, in words."""
    if companions.sources:
        told = [f"{_from_here(one.path)} ({one.told})" for one in companions.sources]
        more = [f"{len(told) - _MOST} more"] if len(told) > _MOST else []
        return f"scope of {_called(source)}: {', '.join([*told[:_MOST], *more])}"
    if companions.declined:
        return f"scope of {_called(source)}: none, it says that it has no {NOTES}"
    return f"no {NOTES} found for {_called(source)}: {'; '.join(_missing(source, companions))}"


def _called(source: Source) -> str:
    """What a document is called in a sentence."""
    return source.name if source.path else "standard input"


def _missing(source: Source, companions: Companions) -> Iterator[str]:
    """What was named in vain, or how to name something."""
    yield from (f"{broken.name}: {broken.why}" for broken in companions.broken)
    if source.path is None:
        yield "--stdin-filename says where to look"
    elif not companions.broken:
        file = next(iter(companions.near), "FILE.md")
        yield f"name them in its front matter, `{NOTES}: {file}`"


def _from_here(path: Path) -> str:
    """The path from the current folder."""
    try:
        return shown(os.path.relpath(path))
    except ValueError:  # it is on another drive
        return shown(path)
