"""The committed lexicon: its shape, its freshness, and what it knows of well-known technologies."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from planls.scope.tokens import key
from planls_rules.technologies import LEXICON, lexicon_text
from tests.tools.lexicon.archives import UnreachableError
from tests.tools.lexicon.compiling import compiled, digest
from tests.tools.lexicon.model import ECOSYSTEMS, KINDS
from tests.tools.lexicon.overlay import OVERLAY
from tests.tools.lexicon.pins import PINS, Pin

TABLES = Path(__file__).parent


@cache
def blocks() -> list[list[list[str]]]:
    """Return the header and the three blocks of the lexicon as rows of cells."""
    return [
        [line.split("\t") for line in block.splitlines()]
        for block in re.split(r"^---\n", lexicon_text(), flags=re.MULTILINE)
    ]


def rows(table: str) -> list[tuple[str, str]]:
    """Return the rows of a table of expectations: what is looked up, what is found."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    return [(left.strip(), right.strip()) for left, _, right in (line.partition("=>") for line in told)]


def test_it_was_compiled_from_this_overlay_by_this_script() -> None:
    assert blocks()[0][-1][0].endswith(digest()), "stale: run `make lexicon`"


@pytest.mark.parametrize("block", [1, 2, 3], ids=["technologies", "terms", "packages"])
def test_a_block_is_sorted_and_says_nothing_twice(block: int) -> None:
    firsts = [row[0] for row in blocks()[block]]
    assert firsts == sorted(set(firsts))


def test_every_technology_is_of_a_kind_and_refers_to_others_that_exist() -> None:
    names = {row[0] for row in blocks()[1]}
    for name, kind, parent, implies, related in ([*row, "", "", ""][:5] for row in blocks()[1]):
        told = {parent, *implies.split(","), *related.split(",")} - {""}
        assert kind in KINDS, name
        assert told <= names - {name}, name


def test_every_term_is_a_key_and_names_technologies() -> None:
    names = {row[0] for row in blocks()[1]}
    for term, *marked in blocks()[2]:
        told = [re.sub(r"^[~^*@-]", "", name) for name in marked]
        assert key(term) == term
        assert told == sorted(set(told))
        assert set(told) <= names, term


def test_every_package_is_of_an_ecosystem_and_names_a_technology() -> None:
    names = {row[0] for row in blocks()[1]}
    for package, name in blocks()[3]:
        ecosystem, _, rest = package.partition(":")
        assert ecosystem in ECOSYSTEMS
        assert rest == (rest.upper() if ecosystem == "env" else rest.lower()), package
        assert name in names, package


def test_nothing_implies_itself_by_a_detour() -> None:
    implied = {row[0]: set(row[3].split(",")) - {""} if len(row) > 3 else set() for row in blocks()[1]}
    mutual = [(a, b) for a, others in implied.items() for b in others if a in implied[b]]
    assert sorted(mutual) == MUTUAL


MUTUAL = sorted(
    pair
    for a, b in [
        ("Python", "pip"),
        ("Python", "PyPI"),
        ("Node.js", "npm"),
        ("Ruby", "Bundler"),
        ("Ruby", "RubyGems"),
        ("PHP", "Composer"),
        ("Rust", "Cargo"),
        (".NET", "NuGet"),
        ("Elixir", "Hex"),
    ]
    for pair in [(a, b), (b, a)]
)
"""A language and what always comes with it stand for each other."""


@pytest.mark.parametrize(("term", "expected"), rows("terms.txt"))
def test_a_term_counts_as_it_should(term: str, expected: str) -> None:
    found = {row[0]: ", ".join(row[1:]) for row in blocks()[2]}
    assert found.get(key(term), "nothing") == expected


@pytest.mark.parametrize(("package", "expected"), rows("packages.txt"))
def test_a_package_is_its_technology(package: str, expected: str) -> None:
    assert dict(blocks()[3]).get(package, "nothing") == expected


@pytest.mark.slow
def test_compiling_anew_gives_the_same_text() -> None:
    try:
        text = compiled()
    except UnreachableError as error:
        pytest.skip(f"NOT PROVEN: the lexicon could not be compiled anew: {error}")
    assert text == lexicon_text()


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: str(pin.package))
def test_each_source_is_told_with_its_version_and_licence(pin: Pin) -> None:
    table = LEXICON.with_name("SOURCES.md").read_text(encoding="utf-8")
    row = next(line for line in table.splitlines() if f"`{pin.package}`" in line)
    assert f"| {pin.version} | {pin.licence.split()[0]}" in row
    assert [f"# {pin.registry} {pin.package} {pin.version} {pin.licence}"] in blocks()[0]


def test_the_overlay_lists_each_kind_by_name() -> None:
    for table in tomllib.loads(OVERLAY.read_text(encoding="utf-8")).values():
        assert list(table) == sorted(table, key=str.casefold)
