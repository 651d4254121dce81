"""Snippets that parse, snippets that do not (``¦`` stands before the fault), and what is in an exchange."""

import json
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.snippets import Fault, fault, guess
from planls.contract.snippets.exchanges import bodies

TEXT = (Path(__file__).parent / "blocks" / "snippets.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^~~~(.*)\n((?:(?!~~~).*\n)*?)~~~\n(?:\n(?!~~~)(.+)\n)?", re.MULTILINE)
CASES = [(language, text[:-1], message) for language, text, message in BLOCK.findall(TEXT)]
HARD = (
    ("python", "x = '\ud800'"),
    ("python", "\0\1\1\n("),
    ("python", "(" * 60),
    ("python", "-" * 9000 + "1"),
    ("python", "a" + ".a" * 9000),
    ("json", '{"a": ' + "9" * 5000 + "}"),
    ("json", "[" * 9000),
    ("yaml", "[" * 5000),
    ("yaml", "a: \x07"),
    ("toml", "a = " + "9" * 5000),
    ("toml", "[" + "a." * 5000 + "a]"),
)
LANGUAGES = sorted({language for language, _, _ in CASES} | {"pycon", "markdown"})
ENGINES = [
    "python",
    "json",
    "jsonc",
    "json5",
    "yaml",
    "toml",
    "go",
    "rust",
    "ts",
    "swift",
    "csharp",
    "",
    "bash",
]


@pytest.mark.parametrize(("language", "text", "message"), CASES)
def test_where_a_block_does_not_parse(language: str, text: str, message: str) -> None:
    before, mark, _ = text.partition("¦")
    expected = Fault(before.count("\n"), len(before.rpartition("\n")[2]), message) if mark else None
    rows = text.replace("¦", "").split("\n")
    assert fault(rows, language) == expected
    assert fault([row + "\r\n" for row in rows], language) == expected


def test_every_block_of_the_cases_is_read() -> None:
    assert len(CASES) == TEXT.count("\n~~~") / 2
    assert all(("¦" in text) == bool(message) for _, text, message in CASES)


@pytest.mark.parametrize(("language", "text"), HARD, ids=str)
def test_what_a_parser_cannot_cope_with_is_not_judged(language: str, text: str) -> None:
    assert fault(text.split("\n"), language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('\n  {"a": 1}\n', "json"),
        ('[{"a":\n1}]', "json"),
        ("{}", ""),
        ("[1]", ""),
        ('{"a": 1)', ""),
        ('x {"a": 1}', ""),
        ("", ""),
    ],
)
def test_what_a_block_without_a_language_is(text: str, language: str) -> None:
    assert guess(text.split("\n")) == language


BODIES: dict[str, list[tuple[int, str]]] = {
    'PUT /api/x\n{"a": 1}\n\n200 OK\nX-Id: 1\n{"b": 2}': [(1, '{"a": 1}'), (5, '{"b": 2}')],
    'Request:\n\n{\n  "a": 1\n}\n\nResponse:\n[{"b": 2}]': [(2, '{\n  "a": 1\n}'), (7, '[{"b": 2}]')],
    '# create\n{"a": 1}\n// created\n{"b": 2}': [(1, '{"a": 1}'), (3, '{"b": 2}')],
    '200: {"a": "}"} and more': [(0, '     {"a": "}"}')],
    'POST /x {"a": 1}}': [(0, '        {"a": 1}}')],
    "GET /x/{id}": [],
    'GET /x\n{"a": [1\n200 OK\n{"b": 2}': [(1, '{"a": [1'), (3, '{"b": 2}')],
    "< HTTP/2 200\n< content-type: x\n\n{}": [(3, "{}")],
    '{"a": 1}': [],
    "# a group\n{\n  echo x\n}": [],
    "": [],
}


@pytest.mark.parametrize("text", BODIES)
def test_the_bodies_in_an_exchange(text: str) -> None:
    assert [(at, "\n".join(rows)) for at, rows in bodies(text.split("\n"))] == BODIES[text]


PIECES = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    '"',
    "'",
    "`",
    "\\",
    "/",
    "*",
    "//",
    "/*",
    "*/",
    "#",
    ":",
    ",",
    "=",
    "\n",
    " ",
]
PIECES += [
    "a",
    "1",
    "def f",
    "class A",
    "@",
    "->",
    "...",
    "…",
    ">>> ",
    "r#",
    '"""',
    "${",
    "$",
    "@",
    "é",
    "\x85",
    "\0",
]
PIECES += [
    "GET /x\n",
    "200 OK\n",
    "# x\n",
    '{"a": 1',
    "-d '{",
    "if a:",
    "    ",
    "\t",
    "- ",
    "<a",
    "\u2028",
    "\x0c",
    "f(",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(LANGUAGES))
def test_any_text_can_be_asked_and_the_fault_stands_in_it(text: str, language: str) -> None:
    rows = text.split("\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = fault(rows, language)
    assert found is None or (
        found.line < len(rows) and found.column <= len(rows[found.line]) and found.message
    )
    assert guess(rows) in ("", "json")


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*PIECES, *'"a|`${|/[|Response: |a: |f()\n|@a\n|[a](|a.|&a *a'.split("|")])
def test_a_large_block_takes_no_longer_than_it_should(piece: str) -> None:
    for language in ENGINES:
        fault((piece * 4_000).split("\n"), language)
        fault(("{" + piece * 4_000 + "x").split("\n"), language)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab\"\\'{}[]/#é\n日", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab{", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES, st.integers(0, 4))
def test_what_is_written_as_json_or_yaml_parses(value: object, indent: int) -> None:
    text = json.dumps({"key": value}, indent=indent or None)
    assert fault(text.split("\n"), "json") is None
    assert fault(text.split("\n"), "json5") is None
    assert fault(["Response:", *text.split("\n")], "") is None
    assert fault(yaml.safe_dump(value, allow_unicode=True).split("\n"), "yaml") is None


@given(VALUES, st.data())
def test_json_without_one_of_its_brackets_does_not_parse(value: object, data: st.DataObject) -> None:
    text = json.dumps({"key": value}, indent=data.draw(st.sampled_from([None, 2])))
    at = data.draw(st.sampled_from([at for at, char in enumerate(text) if char in "{}[]"]))
    cut = text[:at] + text[at + 1 :]
    try:
        json.loads(cut)
    except json.JSONDecodeError:
        assert fault(cut.split("\n"), "json") is not None


NAMES = st.sampled_from(["load", "pack", "Store", "x1"])
TYPES = st.sampled_from(
    ["int", "str | None", "dict[str, list[int]]", "Callable[..., None]", "tuple[int, ...]"]
)
PARAMETERS = st.lists(st.tuples(st.sampled_from("abc"), TYPES), max_size=3, unique_by=lambda one: one[0])
STYLES = (
    "def {}",
    "def {}:",
    "def {}: ...",
    "async def {}",
    "{}",
    "@cached\ndef {}:\n    # later",
    "class A:\n    def {}",
)


@given(
    st.lists(st.tuples(NAMES, PARAMETERS, TYPES, st.sampled_from(STYLES)), min_size=1),
    st.sampled_from(["", "    "]),
)
def test_signatures_parse_in_any_style(
    signatures: list[tuple[str, list[tuple[str, str]], str, str]], margin: str
) -> None:
    rows: list[str] = []
    for name, parameters, returned, style in signatures:
        inside = ", ".join(f"{parameter}: {of}" for parameter, of in parameters)
        rows += style.replace("{}", f"{name}({inside}) -> {returned}").split("\n")
    assert fault([margin + row for row in rows], "python") is None
    assert fault([margin + row for row in [*rows, "def broken(a b)"]], "python") is not None


def test_asking_imports_no_more_than_it_needs() -> None:
    code = "import sys, planls.contract.snippets; print({'json', 'yaml', 'tomllib'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
