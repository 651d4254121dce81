"""The clauses of the prompts that the built-in kinds answer, and the table of the rules that hold each."""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planls_rules import find_rule
from tests.tools.compile_kinds import FOLDER


@dataclass(frozen=True)
class Clause:
    """What a prompt asks for: where it stands there, its text in short, and what holds it.

    ``rules`` are names; ``reason`` is why there are none, or what of the clause they do not hold.
    """

    part: str
    text: str
    rules: tuple[str, ...] = ()
    reason: str = ""


def clauses() -> Iterator[tuple[str, list[Clause]]]:
    """Each kind that has a ``clauses.toml``, and what stands there, in its order."""
    for path in sorted(FOLDER.glob("*/clauses.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))["clause"]
        yield path.parent.name, [Clause(**{**each, "rules": tuple(each.get("rules", ()))}) for each in told]


def table(folder: Path) -> str:
    """A table for each kind, whose links start from a folder."""
    return "\n".join("\n".join(_rows(kind, told, folder)) for kind, told in clauses())


def _rows(kind: str, told: list[Clause], folder: Path) -> Iterator[str]:
    yield from (f"### {kind}", "", "| Clause | Held by |", "|---|---|")
    yield from (f"| {clause.part}: {clause.text} | {_held(clause, folder)} |" for clause in told)
    yield ""


def _held(clause: Clause, folder: Path) -> str:
    links = ", ".join(_link(name, folder) for name in clause.rules)
    return "; ".join(filter(None, (links, clause.reason)))


def _link(name: str, folder: Path) -> str:
    rule = find_rule(name)
    return f"[{name}]({Path(os.path.relpath(rule.page, folder)).as_posix()})" if rule else name
