"""A technology that the notes lack is found wherever it stands in a good document, and told once."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random

import pytest

import planls_rules
from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from planls.rule import Finding
from planls.scope.companions import NOTES, Companion, Companions
from planls_rules.technologies import lexicon
from tests.generators.intruders import Intruder, candidates, intruders, invented, packages
from tests.generators.spec import EXAMPLE

pytestmark = pytest.mark.slow

FILE = Path(planls_rules.__file__).parent / "kinds" / "spec" / "rate-limiting-notes.md"
TEXT = FILE.read_text(encoding="utf-8")
BELONGS = Companions((Companion(NOTES, FILE, Document.parse(split_lines(TEXT))),), roles=(NOTES,))
SEED = 4
LEAST = 0.95


def findings(text: str) -> list[Finding]:
    """What is found in a spec that was made from the notes."""
    linter = Linter(Settings(), None, companions_of=lambda _: BELONGS)
    return linter.run(Document.parse(split_lines(text))).findings


def all_intruders() -> Iterator[Intruder]:
    """Sixty technologies that the notes lack, and twenty packages that nobody knows."""
    random, known = Random(SEED), lexicon()
    lacking = [name for name in candidates(known) if name.lower() not in TEXT.lower()]
    for name in random.sample(lacking, 60):
        yield from intruders(name, known.technology(name), name.lower().replace(" ", "-"))
    yield from chain.from_iterable(packages(name) for name in invented(random, 20))


ALL = list(all_intruders())


def test_the_example_has_none() -> None:
    assert findings(EXAMPLE) == []


def test_nearly_every_intruder_is_found_and_told_once() -> None:
    missed = [intruder for intruder in ALL if _lines(intruder) != [("SCP001", intruder.at)]]
    assert len(missed) <= (1 - LEAST) * len(ALL), missed


def test_among_the_extras_none_is_told() -> None:
    told = [(intruder, findings(intruder.as_extra())) for intruder in ALL]
    assert [found for found in told if any(f.rule and f.rule.code[:3] == "SCP" for f in found[1])] == []


def _lines(intruder: Intruder) -> list[tuple[str, int]]:
    return [(f.rule.code, f.span.line) for f in findings(intruder.text()) if f.rule]
