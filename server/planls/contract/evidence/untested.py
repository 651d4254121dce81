"""Whether a document shows no test at all: neither the code of one, nor a command that runs one."""

import re
from collections.abc import Iterator

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import scripts_in
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.numbered import numbered
from planls.document.blocks import Block
from planls.document.lines import Span
from planls.document.memory import remembered

_RUNNERS = re.compile(
    r"\b(?:py\.?test|unittest|tox|nox|jest|vitest|mocha|ava|karma|cypress|playwright|phpunit|pest|rspec|minitest"
    r"|ctest|gtest|junit|testng|testthat|bats|shellspec|promptfoo|terratest|kuttl|pgtap|hypothesis|doctest"
    r"|behave|cucumber|newman|hurl|k6|schemathesis|detox|maestro|karate|busted|nextest|pester|molecule"
    r"|test suite)\b",
    re.IGNORECASE,
)
_TEST = re.compile(r"(?<![a-z])tests?(?![a-z])", re.IGNORECASE)
_RUNS = re.compile(r"(?<![a-z])(?:tests?|specs?|check|verify|smoke|prove|dbt build)(?![a-z])", re.IGNORECASE)
"""Words of commands that run tests."""

_SPAN = re.compile(r"`([^`\n]+)`")


@remembered
def untested(reading: Reading) -> Evidence | None:
    """That the document shows code and no test; None where there is a test, or nothing to be tested.

    Where the steps themselves are missing, what they test is not known, and another rule says so.
    """
    items = numbered(reading)
    if items and not any(steps for _, steps in items):
        return None
    looks = (_names_tests, _has_tests)
    if any(look(part) for look in looks for part in _parts(reading)) or not any(
        map(_has_code, _parts(reading))
    ):
        return None
    return Evidence("untested", Span(0, 0, 0, 0), "no step shows a test or runs one", "")


def _parts(reading: Reading) -> Iterator[Part]:
    """All parts but checklists."""
    return (part for _, part in reading.parts if not _is_checklist(part))


def runs_tests(text: str) -> bool:
    """Whether a command may be one that runs tests."""
    return bool(_RUNNERS.search(text) or _RUNS.search(text))


@remembered
def _names_tests(part: Part) -> bool:
    """Whether a part names what runs tests, or has the word test in code, or another one in a command."""
    if any(_block_names_tests(block) for _, block in part.placed):
        return True
    return any((_TEST if one.is_program else _RUNS).search(one.text) for one in scripts_in(part))


@remembered
def _block_names_tests(block: Block) -> bool:
    text = "".join(block.lines)
    return bool(_RUNNERS.search(text)) or any(map(_RUNS.search, _SPAN.findall(text)))


@remembered
def _has_tests(part: Part) -> bool:
    """Whether a part has a test's code, or says in the section for tests what they are."""
    if getattr(part.spec, "form", "") == "tests" and part.has_content(part.first_body_line):
        return True
    return any(script.is_test for script in scripts_in(part))


@remembered
def _has_code(part: Part) -> bool:
    return any(script.is_program for script in scripts_in(part))


def _is_checklist(part: Part) -> bool:
    return isinstance(part.spec, SectionSpec) and part.spec.ticked
