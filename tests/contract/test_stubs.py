"""What is no code, what in an excerpt does not parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.languages import named
from planls.contract.snippets.excerpts import excerpt_fault
from planls.contract.stubs import hollow, is_promise, lack

NO_CODE = (
    ("# TODO: implement", "python", "todo"),
    ("pass", "python", "todo"),
    ("...", "", "todo"),
    ("# your code here", "bash", "todo"),
    ("// implement login here", "js", "todo"),
    ("# ...", "yaml", "todo"),
    ("TODO", "markdown", "todo"),
    ("# Add the route to the server", "bash", "comments"),
    ("def f():\n    pass", "python", "stub"),
    ('def f():\n    """Doc."""\n    raise NotImplementedError', "python", "stub"),
    ("import os\n\ndef run():\n    pass\n\nif __name__ == '__main__':\n    run()", "py", "stub"),
    ("class A(B):\n    def f(self): pass", "python", "stub"),
    ("function login() {\n  // TODO\n}", "js", "stub"),
    ("func main() {\n\t// TODO\n}", "go", "stub"),
    ("fn main() {\n    todo!()\n}", "rust", "stub"),
    ("throw new Error('not implemented');", "ts", "stub"),
    ("echo TODO", "bash", "stub"),
    ("    def f(self):\n        ...", "python", "elided"),
    ("Create a function that reads the config and returns it.", "python", "prose"),
    ("Install the dependencies and start the server", "bash", "prose"),
    ("Write a parser that reads the file and returns rows.", "", "prose"),
)
CODE = (
    ("x = 1", "python"),
    ("# src/pkg/__init__.py (empty)", "python"),
    ("# src/pkg/__init__.py", "python"),
    ('"""Package."""', "python"),
    ("from .a import b", "python"),
    ("class E(Exception):\n    pass", "python"),
    ("class P(Protocol):\n    def f(self) -> int: ...", "python"),
    ("class A(ABC):\n    @abstractmethod\n    def f(self): ...", "python"),
    ("def f():\n    # ... rest unchanged\n    return 1", "python"),
    ("def f():\n    raise NotImplementedError('Windows is not supported')", "python"),
    ("def f(x): ...\n\ndef g(x):\n    return f(x)", "python"),
    ("# Title\n\nSome text here", "markdown"),
    ("MIT License\n\nPermission is hereby granted", "text"),
    ("├── src\n└── tests", ""),
    ("# None. Keep env out of git\nKEY=1", "env"),
    ("# No code in this step", "bash"),
    ("echo '.venv' >> .gitignore", "bash"),
    ("SELECT name FROM users", "sql"),
    ("interface Store {\n  get(k: string): string;\n}", "ts"),
    ("type Store interface {\n\tGet(k string) string\n}", "go"),
    ("class Foo extends Bar {}", "js"),
    ("struct Unit;", "rust"),
    ("FROM python:3.12\nRUN pip install x", "dockerfile"),
    ("You are a helpful assistant that answers questions.", ""),
    ("+ new line\n- old line", "diff"),
    ("## Heading only", ""),
    ("enum E {\n  A,\n  B,\n}", "rust"),
    ("", "python"),
    ("class Base:\n    def run(self):\n        raise NotImplementedError", "python"),
    ("@click.group()\ndef cli():\n    pass", "python"),
    ("// Package store keeps orders.\npackage store", "go"),
    ("todo = []", "python"),
    ("todo add milk", "bash"),
)
UNPARSABLE = (
    ("def f(:\n    return 1", "python"),
    ("x = 'abc", "py"),
    ("if x = 1:\n    pass", "python"),
    ('{"a": 1,}', "json"),
    ('{"a": 1', "json"),
    ("{'a': 1}", "json"),
    ("a = [1, 2\nb = 3", "toml"),
    ("name = value", "toml"),
    ("a: b: c", "yaml"),
    ("key: [1, 2", "yml"),
    ("const app = { run() {\n  if (!(await f(a)) {\n    g();\n  }\n} };", "js"),
    ("func f() {\n\tg(1, []int{2)\n}", "go"),
    ("package main\n\nfunc f() {\n\tif x\n\t\treturn\n\t}\n}", "go"),
    ("call(a, |x| { x + 1 ));", "rust"),
)
PARSABLE = (
    ("def f(:\n    return 1", ""),
    ("    def f(self):\n        return 1", "python"),
    ("import x\n\n    def method(self):\n        return x", "python"),
    ("@@ -1,2 +1,2 @@\n-x = 1\n+x = 2", "python"),
    ("+ x = 1\n  y = 2", "python"),
    ("elif x:\n    y()", "python"),
    ("%matplotlib inline\n!pip install x", "python"),
    ("class A:\n    # ... existing methods ...\n\n    def new(self):\n        return 1", "python"),
    ('Add to `[project]` section:\n"x>=1",', "toml"),
    ('"httpx>=0.27",', "toml"),
    ('{\n  // note\n  "a": 1,\n}', "json"),
    ('"scripts": {\n  "a": "b"\n},', "json"),
    ('{\n  "a": 1,\n  ...\n}', "json"),
    ('{"a": <value>}', "json"),
    ("# broken on purpose: invalid\n{", "json"),
    ("x: {{ .Values.x }}", "yaml"),
    ("{% for x in y %}\na: b\n{% endfor %}", "yaml"),
    ("a: 1\n...\n", "yaml"),
    ("        image: x\n    volumes: {}", "yaml"),
    ("func main( {", "go"),
    ("\t}\n\treturn nil\n}", "go"),
    ("export function f() {\n  g(", "ts"),
    ("f(a, {\n  // ...\n)", "js"),
    ("<p>1) Don't</p>", "tsx"),
    ("class A {\n    void f() {", "java"),
    ('{"a": "x" | "y", "b"?: 1}', "json"),
    ('{"a": $A}', "json"),
    ("a = ${A}", "toml"),
    ("key = [your key]", "python"),
    ("x = 1   ← new", "python"),
    ("", "json"),
)


@pytest.mark.parametrize(("code", "language", "why"), [*NO_CODE, *((*case, "") for case in CODE)])
def test_what_is_no_code(code: str, language: str, why: str) -> None:
    assert lack(code.split("\n"), named(language)) == why


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f() -> int:\n    pass\n\nf()", ["f"]),
        ('class A:\n    def f(self) -> list[int]:\n        """Doc."""\n        pass', ["f"]),
        ("def f() -> None:\n    pass", []),
        ("def f() -> int | None:\n    pass", []),
        ("def f():\n    pass", []),
        ("class A(Protocol):\n    def f(self) -> int:\n        pass", []),
        ("@cached\ndef f() -> int:\n    pass", []),
        ("def f() -> int:\n    if x:\n        pass\n    return 1", []),
        ("def f() -> int: ...", []),
    ],
)
def test_what_promises_a_value_and_only_passes(code: str, names: list[str]) -> None:
    assert [name for _, name in hollow(code.split("\n"))] == names


@pytest.mark.parametrize("deep", ["-" * 3000 + "1", "+".join("1" * 3000), "x" + ".a" * 3000])
def test_what_is_nested_deeply_is_judged(deep: str) -> None:
    """A tree may be deeper than what walks it recursively could go."""
    for code in (f"def f():\n    raise E({deep})", f"class A({deep}):\n    pass", f"if {deep}:\n    pass"):
        assert lack(code.split("\n"), "python") in ("", "stub")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TODO", True),
        ("TODO list component", True),
        ("todo list", False),
        ("Code to follow.", True),
        ("See repo", True),
        ("...", True),
        ("Same as above", True),
        ("None", False),
        ("See `src/x.py` for the parser", False),
        ("", False),
        ("Use the code here: x()", False),
    ],
)
def test_what_is_a_promise(text: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_promise(text) is expected


@pytest.mark.parametrize(("code", "language"), UNPARSABLE)
def test_what_does_not_parse(code: str, language: str) -> None:
    assert excerpt_fault(code.split("\n"), language)


@pytest.mark.parametrize(("code", "language"), PARSABLE)
def test_what_may_be_an_excerpt(code: str, language: str) -> None:
    assert excerpt_fault(code.split("\n"), language) is None


@given(
    lines=st.lists(st.text(st.characters(exclude_characters="\n\r")), max_size=6),
    language=st.sampled_from(["python", "bash", "go", "php", "sql", "", "json"]),
)
def test_any_code_is_judged(lines: list[str], language: str) -> None:
    """Nothing raises, and a fault lies within the lines."""
    lack(lines, named(language))
    list(hollow(lines))
    found = excerpt_fault(lines, language)
    assert found is None or 0 <= found.column <= len(lines[found.line])
