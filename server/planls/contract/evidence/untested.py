"""Whether a document shows no test at all: neither the code of one, nor a command that runs one."""

import re

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import scripts_in
from planls.contract.evidence.testfiles import is_test_file
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.memory import remembered

_RUNS = re.compile(
    r"\b(?:py\.?test|unittest|tox|nox|jest|vitest|mocha|ava|karma|cypress|playwright|phpunit|pest|rspec"
    r"|minitest|ctest|gtest|junit|testng|testthat|bats|shellspec|promptfoo|terratest|kuttl|dbt test"
    r"|pgtap|hypothesis|doctest"
    r"|(?:npm|pnpm|yarn|bun|deno|go|cargo|mvnw?|gradlew?|sbt|mix|dotnet|swift|zig|flutter|dart|rails|rake|make"
    r"|just|task|bazel|hatch|poetry|uv|terraform|helm|opa|conftest|xcodebuild|stack|cabal|lein|elm-test|composer)"
    r"(?: run| exec)?(?: -\S+)*[ :](?:t|tests?|check|verify)(?:[:\w-]*)"
    r"|node --test|manage\.py test|test suite)\b",
    re.IGNORECASE,
)
_PATH = re.compile(r"[\w@./*-]{3,120}")


def untested(reading: Reading) -> Evidence | None:
    """That the document shows code and no test; None where there is a test, or nothing to be tested."""
    parts = [part for _, part in reading.parts if not _is_checklist(part)]
    if any(map(_names_tests, parts)) or any(map(_has_tests, parts)) or not any(map(_has_code, parts)):
        return None
    return Evidence("untested", Span(0, 0, 0, 0), "no step shows a test or runs one", "")


def runs_tests(text: str) -> bool:
    """Whether a text names a command that runs tests."""
    return bool(_RUNS.search(text))


@remembered
def _names_tests(part: Part) -> bool:
    """Whether a part names the file of a test or a command that runs tests, in code or in words."""
    text = "".join(part.lines)
    return runs_tests(text) or ("test" in text and any(map(is_test_file, _PATH.findall(text))))


@remembered
def _has_tests(part: Part) -> bool:
    """Whether a part has a test's code, or says in the section for tests what they are."""
    if getattr(part.spec, "form", "") == "tests" and part.has_content(part.first_body_line):
        return True
    scripts = scripts_in(part)
    return any(script.tested and script.form not in ("check", "demonstration") for script in scripts)


@remembered
def _has_code(part: Part) -> bool:
    return any(script.is_program for script in scripts_in(part))


def _is_checklist(part: Part) -> bool:
    return isinstance(part.spec, SectionSpec) and part.spec.ticked
