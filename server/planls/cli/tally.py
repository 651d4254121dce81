"""What a run of ``planls check`` comes to: counts and the last words, on standard error."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planls.config import ConfigError
from planls.report import Problem, visible
from planls.rule import Finding, Rule
from planls.workspace import FileError, shown


@dataclass(slots=True)
class Tally:
    """The run so far."""

    kinds: Counter[str | None] = field(default_factory=Counter)
    """How many documents of each kind were checked; None: of no kind."""
    known: dict[str, None] = field(default_factory=dict)
    """The names of all kinds that counted for one of them, in order."""
    rules: Counter[Rule | None] = field(default_factory=Counter)
    """How many findings of each rule there are."""
    faulty: int = 0
    """Documents with findings."""
    changed: int = 0
    """Documents that were fixed, or would be."""
    safe: int = 0
    """Findings with a safe fix."""
    unsafe: int = 0
    """Findings with an unsafe fix."""
    worst: int = 0
    """The severity of the worst finding."""
    excluded: int = 0
    """Documents that were named, but which the configuration excludes."""
    problems: dict[str, Problem] = field(default_factory=dict)
    """What could not be checked, and why, by message."""

    def add(
        self, kind: str | None, findings: Sequence[Finding], *, changed: bool, known: Iterable[str]
    ) -> None:
        """Count a document, which could have been of one of the known kinds."""
        self.kinds[kind] += 1
        self.known.update(dict.fromkeys(known))
        self.changed += changed
        self.faulty += bool(findings)
        for finding in findings:
            self.rules[finding.rule] += 1
            self.worst = max(self.worst, finding.severity or 0)
            self.safe += finding.fix is not None and finding.fix.safe
            self.unsafe += finding.fix is not None and not finding.fix.safe

    def problem(self, error: Exception) -> None:
        """Tell a problem, once."""
        message = _near(str(error))
        if message not in self.problems:
            self.problems[message] = _problem(error, message)
            tell(f"error: {message}")

    def summary(self, paths: Sequence[str]) -> Iterator[str]:
        """How many findings, of how many documents."""
        if self.rules:
            yield f"{_count(self.rules.total(), 'finding')} in {_count(self.faulty, 'file')}{self._fixing()}"
        elif any(self.kinds):
            yield "no findings"
        yield self._checked(paths)

    def statistics(self) -> Iterator[str]:
        """The rules with findings, most frequent first."""
        found = [(count, rule.code, rule.name) for rule, count in self.rules.items() if rule]
        for count, code, name in sorted(found, key=lambda row: (-row[0], row[1])):
            yield f"{count:5}  {code}  {name}"

    def changes(self, verb: str) -> str:
        """``changed 2 files``."""
        return f"{verb} {_count(self.changed, 'file')}"

    def _fixing(self) -> str:
        """What --fix could do."""
        safe = f"; {self.safe} can be fixed with --fix" if self.safe else ""
        if not self.unsafe:
            return safe
        more = f"{safe}, {self.unsafe} more" if safe else f"; {self.unsafe} can be fixed"
        return f"{more} with --fix --unsafe-fixes"

    def _checked(self, paths: Sequence[str]) -> str:
        """How many documents were checked, and how many of them are of a kind."""
        if not self.kinds:
            if self.problems or self.excluded:
                return "no file was checked"
            return f"no Markdown files found in {', '.join(paths)}"
        parts = [f"{count} of them {_so_many(count, kind)}" for kind, count in self.kinds.items() if kind]
        none = f"none of them {one_of(list(self.known))}"
        return f"checked {_count(self.kinds.total(), 'file')}, {', '.join(parts) or none}"


def one_of(kinds: Sequence[str]) -> str:
    """``a plan``, ``a plan or spec``, ``an audit, plan or spec``."""
    listed = " or ".join(filter(None, [", ".join(kinds[:-1]), kinds[-1]]))
    return f"{_article(kinds[0])} {listed}"


def tell(message: str) -> None:
    """Say something on standard error, harmless for a terminal."""
    sys.stdout.flush()  # what was printed before comes before, also where both streams are one
    print(visible(message), file=sys.stderr)


def _problem(error: Exception, message: str) -> Problem:
    """The problem as a format is told it."""
    if isinstance(error, ConfigError):
        return Problem(message, _near(str(error.path or "")), error.line or 0, configuration=True)
    return Problem(message, shown(error.path) if isinstance(error, FileError) else "")


def _near(text: str) -> str:
    """The text with a path below the current folder told from there; configurations have absolute ones."""
    return text.replace(f"{Path.cwd()}{os.sep}", "", 1)


def _count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _so_many(number: int, kind: str) -> str:
    """``a plan``, ``plans``."""
    return f"{_article(kind)} {kind}" if number == 1 else f"{kind}{'' if kind.endswith('s') else 's'}"


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" else "a"
