"""``planls check``: documents in; findings, fixes or a diff out."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

import planls_rules
from planls.cli.sources import Source, files, standard_input
from planls.cli.tally import Tally, one_of, tell
from planls.config import ConfigError, Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter, fix_text
from planls.report import FORMATS, Checked, Run, diff, painter
from planls.rule import SEVERITIES, Finding, Reads
from planls.workspace import FileError, companions_of, kinds_for, load_settings, look_again, settings_for

SettingsOf = Callable[[Path], Settings]


def check(arguments: Namespace) -> int:
    """Run the command and return its exit code."""
    _refuse(arguments)
    look_again()
    tally = Tally()
    try:
        settings_of = _settings_chooser(arguments)
    except ConfigError as error:  # that of --config: nothing can be checked without it
        tally.problem(error)
        _print(arguments, (), tally)
        return 2
    _print(arguments, _counted(_reviews(arguments, settings_of, tally), tally), tally)
    _conclude(arguments, tally)
    return _exit_code(arguments, tally)


@dataclass(frozen=True, slots=True)
class _Review:
    """A checked document: its kind, its findings, and its text, which fixes may have changed."""

    source: Source
    kind: str | None
    findings: list[Finding]
    text: str
    kinds: Sequence[str]
    """The names of the kinds that it could have been of."""
    note: str
    """Why it is of no kind, for who named it and does not know; else empty."""


def _refuse(arguments: Namespace) -> None:
    """Refuse arguments that do not go together."""
    if "-" in arguments.paths and len(arguments.paths) > 1:
        arguments.usage_error("standard input (-) is checked alone")
    if arguments.select == []:
        arguments.usage_error("--select names no rule")
    if arguments.stdin_filename and arguments.paths != ["-"]:
        arguments.usage_error("--stdin-filename goes with - only")


def _settings_chooser(arguments: Namespace) -> SettingsOf:
    """What gives a document its settings: --config or the nearest file, then --select and --ignore."""
    fixed = load_settings(Path(arguments.config)) if arguments.config else None
    if fixed:
        kinds_for(fixed)  # a fault in one of its templates is told at once, too
    chosen, ignored = arguments.select, frozenset(arguments.ignore or ())
    # a rule that crashed is always told, or --select would hide that the selected rule did not run
    rest = {r.code for r in planls_rules.RULES if r.reads is not Reads.CRASHES} - set(chosen or ())

    def settings_of(path: Path) -> Settings:
        settings = fixed or settings_for(path)
        return replace(settings, ignored=ignored | (settings.ignored if chosen is None else rest))

    return settings_of


def _reviews(arguments: Namespace, settings_of: SettingsOf, tally: Tally) -> Iterator[_Review]:
    """The documents, checked one after the other."""
    for source in _sources(arguments, settings_of, tally):
        try:
            settings = settings_of(source.path or Path("-"))
            if arguments.force_exclude and _is_excluded(source, settings):
                tally.excluded += 1
            else:
                yield _review(source, settings, arguments, tally)
        except ConfigError as error:
            tally.problem(error)
        except Exception as error:  # noqa: BLE001  # one document's crash is told, and the others are checked
            tally.problem(FileError(source.name, f"planls crashed, please report it: {error!r}"))


def _sources(arguments: Namespace, settings_of: SettingsOf, tally: Tally) -> Iterator[Source]:
    """The documents to check."""
    if arguments.paths != ["-"]:
        yield from files(arguments.paths, settings_of, tally.problem)
        return
    try:
        yield standard_input(arguments.stdin_filename)
    except FileError as error:
        tally.problem(error)


def _is_excluded(source: Source, settings: Settings) -> bool:
    """Whether a search would leave the document out."""
    path = source.path
    return path is not None and (settings.excludes(path) or settings.template_of(path) is not None)


def _review(source: Source, settings: Settings, arguments: Namespace, tally: Tally) -> _Review:
    """Check a document and, where that is asked for, fix it."""
    kinds, text = kinds_for(settings), source.text
    around = companions_of(source.path, settings, kinds)
    linter = Linter(settings, source.path, kinds, around)
    result = linter.run(Document.parse(split_lines(text)))
    if (arguments.fix or arguments.diff) and any(_applies(f, arguments) for f in result.findings):
        text, _ = fix_text(text, settings, source.path, kinds, around, unsafe=arguments.unsafe_fixes)
    if arguments.fix and not arguments.diff:
        text = text if _saved(source, text, tally) else source.text
        result = linter.run(Document.parse(split_lines(text)))
    note = (
        ""
        if result.kind or arguments.force_exclude
        else _note(result.document, list(kinds), settings.template_of(source.path))
    )
    return _Review(source, result.kind, result.findings, text, list(kinds), note)


def _note(document: Document, kinds: Sequence[str], template_of: str | None) -> str:
    """Why a document is of no kind; empty where its front matter says so."""
    if template_of:
        return f"the template of `{template_of}`, so nothing was checked"
    if document.front_matter.get("planls"):
        return ""
    first = kinds[0]
    return (
        f"not {one_of(kinds)}, so nothing was checked; to make it one, begin it with front matter "
        f"`planls: {{kind: {first}}}` or name it in planls.toml under [kinds.{first}] files"
    )


def _applies(finding: Finding, arguments: Namespace) -> bool:
    """Whether the finding has a fix that is wanted."""
    return finding.fix is not None and (finding.fix.safe or arguments.unsafe_fixes)


def _saved(source: Source, text: str, tally: Tally) -> bool:
    """Put the text where it belongs; False when that fails."""
    try:
        source.save(text)
        look_again()  # it may be another document's companion
    except FileError as error:
        tally.problem(error)
        return False
    return True


def _counted(reviews: Iterable[_Review], tally: Tally) -> Iterator[_Review]:
    """The same reviews, counted; a document that was named but is of no kind is told."""
    for review in reviews:
        tally.add(review.kind, review.findings, changed=review.text != review.source.text, known=review.kinds)
        if review.source.named and review.note:
            tell(f"note: {review.source.name}: {review.note}")
        yield review


def _print(arguments: Namespace, reviews: Iterable[_Review], tally: Tally) -> None:
    """Findings or a diff, as soon as there are any; fixed standard input has standard output for itself."""
    out = sys.stderr if arguments.fix and not arguments.diff and arguments.paths == ["-"] else sys.stdout
    paint = painter(colour=wants_colour(out))
    lines: Iterable[str]
    if arguments.diff:
        lines = (line for review in reviews for line in diff(*_versions(review), paint, raw=not out.isatty()))
    else:
        checked = (Checked(r.source.name, split_lines(r.text), r.findings) for r in reviews)
        run = Run(checked, tally.problems.values(), partial(_exit_code, arguments, tally))
        lines = FORMATS[_format(arguments)](run, paint)
    for line in lines:
        print(line, file=out)


def _format(arguments: Namespace) -> str:
    """The format that was asked for, else the one that the place understands."""
    here = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"
    return str(arguments.output_format or here)


def _versions(review: _Review) -> tuple[str, str, str]:
    """The document's name and its text before and after the fixes, as the file has it."""
    mark = review.source.with_mark
    return review.source.name, mark(review.source.text), mark(review.text)


def wants_colour(out: TextIO) -> bool:
    """Only on a terminal that knows colours, and never against NO_COLOR (no-color.org)."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _conclude(arguments: Namespace, tally: Tally) -> None:
    """Say what the run came to."""
    for line in tally.statistics() if arguments.statistics else ():
        tell(line)
    for line in tally.summary(arguments.paths):
        tell(line)
    if tally.changed:
        tell(tally.changes("would change" if arguments.diff else "changed"))


def _exit_code(arguments: Namespace, tally: Tally) -> int:
    """2 after a problem; else 1 for findings from --fail-on up or, with --diff, for any change."""
    if tally.problems:
        return 2
    found = tally.changed > 0 if arguments.diff else tally.worst >= SEVERITIES[arguments.fail_on]
    return int(found and not arguments.exit_zero)
