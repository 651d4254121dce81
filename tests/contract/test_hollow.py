"""Functions that only promise what they should do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.hollow import promised

PROMISED = (
    ("go", 'func A() error {\n\t// send it\n\tpanic("not implemented yet")\n}', ["A"]),
    ("go", 'func (a *A) Get() (int, error) {\n\treturn 0, errors.New("not implemented")\n}', ["Get"]),
    ("rust", "fn a() {\n    todo!()\n}\nfn b() -> i32 {\n    1\n}", ["a"]),
    ("kotlin", 'class A : B() {\n  override fun a() {\n    TODO("later")\n  }\n}', ["a"]),
    ("swift", 'func a() -> Int {\n  fatalError("not implemented")\n}', ["a"]),
    ("cs", "class A {\n  int B()\n  {\n    throw new NotImplementedException();\n  }\n}", ["B"]),
    ("dart", "Widget build(C context) {\n  // fields go here\n  return const Placeholder();\n}", ["build"]),
    ("dart", "String a() {\n  throw UnimplementedError();\n}", ["a"]),
    (
        "js",
        "export const a = (_b) => async (_req, res) => {\n  // same as b\n  res.status(501).end();\n};",
        ["a"],
    ),
    ("js", "app.get('/a', (req, res) => {\n  // TODO\n});", [""]),
    ("ts", "export function a(b: string): boolean {\n  // TODO: compare\n  return true;\n}", ["a"]),
    ("php", "public function xml(A $a): string\n{\n    return '<xml/>'; // the lines come here\n}", ["xml"]),
    ("py", "def a(b, c=1):\n    # TODO: score them\n    return b[:c]", ["a"]),
    ("py", "def a() -> str:\n    return ''  # later", ["a"]),
    ("py", "def a():\n    raise NotImplementedError", ["a"]),
    ("py", "class A:\n    def a(self):\n        raise NotImplementedError('not implemented yet')", ["a"]),
)
KEPT = (
    ("py", "class A:\n    def a(self):\n        raise NotImplementedError"),
    ("py", "class A:\n    def a(self):\n        return None  # here to be found"),
    ("py", "def a(b):\n    # TODO: cache\n    return b"),
    ("py", "def a():\n    # TODO: make it a setting\n    return 'a'"),
    ("py", "def a():\n    return 5  # TODO: measure"),
    ("py", "def a(b):\n    # TODO: score\n    return b.score()"),
    ("py", "def a(self):\n    raise NotImplementedError('Windows is not supported')"),
    ("py", "def test_a():\n    assert b\n\ndef fake():\n    # TODO\n    return None"),
    ("js", "function a() {\n  // ... as before, the rest comes here\n}"),
    ("js", "function a() {\n  // existing code goes here\n}"),
    ("js", "if (a) {\n  // TODO\n}"),
    ("js", "try {\n  b();\n} catch (e) {\n  // not implemented by all: fine\n}"),
    ("js", "function a() {\n  // TODO: measure\n  return b.find(1);\n}"),
    ("js", "// tests/a.test.js\nfunction a() {\n  throw new Error('not implemented');\n}"),
    ("js", "class A {\n  a() {\n    throw new Error('not implemented');\n  }\n}\nclass B extends A {}"),
    ("ts", "abstract class A {\n  a() {\n    throw new Error('not implemented');\n  }\n}"),
    ("java", 'List<A> a() {\n  throw new UnsupportedOperationException("read only");\n}'),
    ("rust", "match a {\n    B => todo!(),\n    C => 1,\n}"),
    ("kotlin", "thread(start = true) {\n  // TODO\n}"),
    ("php", "public function __construct(private readonly int $year) {}"),
    ("go", "func A() {\n\t// TODO\n"),
    ("sql", "-- TODO: later\nSELECT 1"),
)


@pytest.mark.parametrize(("info", "code", "names"), [*PROMISED, *((*case, []) for case in KEPT)])
def test_what_only_promises(info: str, code: str, names: list[str]) -> None:
    assert [name for _, name in promised(code.split("\n"), info)] == names


@given(
    code=st.text(alphabet="def(a):\n  {}=>/#*\"'TODO;") | st.text(),
    language=st.sampled_from(["python", "go", "js", "php", "dart", "kotlin", "sql", ""]),
)
def test_any_code_is_asked(code: str, language: str) -> None:
    """Nothing raises, and a function's line lies within the code."""
    lines = ["// TODO", *code.split("\n")]
    assert all(0 <= line < len(lines) for line, _ in promised(lines, language))
