"""Functions that only promise what they should do."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.hollow import left_open

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
    (
        "py",
        "def supports(self, feature):\n    # not implemented by this backend\n    return False",
    ),
    ("java", "boolean a() {\n  return true; // not implemented in our directory\n}"),
    ("go", "func (c *C) Flush() error {\n\treturn nil // writes go here unbuffered\n}"),
    ("js", "function A() {\n  // the layout has the header, nothing belongs here\n  return null;\n}"),
    (
        "js",
        "function Layout({ children }) {\n  // providers go here in layout.client.tsx\n  return children;\n}",
    ),
    ("ts", "function isOn() {\n  return true; // see flags.ts for what comes here from the server\n}"),
)
GAPS = (
    (
        "kotlin",
        'fun a(b: Int): Int {\n  if (b < 1) return 0\n  TODO("ask the bank")\n}',
        ['TODO("ask the bank")'],
    ),
    ("kotlin", "fun a(b: String): Int = TODO()", ["TODO()"]),
    ("kotlin", 'val a = when (b) {\n  "x" -> 1\n  else -> TODO("the rest")\n}', ['TODO("the rest")']),
    (
        "rust",
        "fn a(b: B) -> i32 {\n    match b {\n        B::C => todo!(),\n        _ => 1,\n    }\n}",
        ["todo!()"],
    ),
    ("rust", "fn a(b: &str) -> C {\n    let d = b.trim();\n    unimplemented!()\n}", ["unimplemented!()"]),
    (
        "swift",
        'func a() -> Int {\n  let b = 1\n  fatalError("not implemented")\n}',
        ['fatalError("not implemented")'],
    ),
    (
        "go",
        'func A() error {\n\tb()\n\treturn errors.New("TODO: send")\n}',
        ['return errors.New("TODO: send")'],
    ),
    (
        "ts",
        "function a(b: B): C {\n  const c = b.d\n  throw new Error('not implemented yet')\n}",
        ["throw new Error('not implemented yet')"],
    ),
    (
        "cs",
        "class A {\n  int B(int c)\n  {\n    Check(c);\n    throw new NotImplementedException();\n  }\n}",
        ["throw new NotImplementedException()"],
    ),
    (
        "dart",
        "int a(int b) {\n  check(b);\n  throw UnimplementedError('the sum');\n}",
        ["throw UnimplementedError('the sum')"],
    ),
    (
        "kotlin",
        'fun a() {\n  b()\n  TODO("ask the bank for the rates of the day and keep them")\n}',
        ["TODO(…)"],
    ),
    ("py", "def a(b):\n    b.c()\n    raise NotImplementedError", ["raise NotImplementedError"]),
    (
        "py",
        "def a(b):\n    if b:\n        return 1\n    raise NotImplementedError('TODO: ask the bank')",
        ["raise NotImplementedError"],
    ),
)
WHOLE = (
    ("kotlin", 'fun a(): Int {\n  TODO("later")\n}'),
    ("kotlin", 'interface A {\n  fun a(): Int = TODO("later")\n}'),
    ("kotlin", 'fun a() {\n  // TODO(anna): cache\n  b("TODO(c)")\n}'),
    ("kotlin", 'fun a(b: B) = when (b) {\n  B.C -> 1\n  else -> TODO("only euros are supported")\n}'),
    ("kotlin", 'fun test() {\n  b()\n  TODO("later")\n}\n@Test fun a() {\n  assertEquals(1, b())\n}'),
    (
        "rust",
        'fn a(b: B) -> i32 {\n  match b {\n  C => 1,\n  _ => unimplemented!("only gz is supported")\n  }\n}',
    ),
    (
        "rust",
        'fn a(b: B) -> i32 {\n    if b.c() {\n        return 1;\n    }\n    unimplemented!("B without c")\n}',
    ),
    ("rust", 'fn a() {\n    b();\n    unimplemented!("Windows is not supported")\n}'),
    (
        "swift",
        'required init?(coder: NSCoder) {\n  a()\n  fatalError("init(coder:) has not been implemented")\n}',
    ),
    (
        "swift",
        'func a() -> Int {\n  switch b {\n  case 1: c()\n  default:\n  fatalError("not implemented")\n  }\n}',
    ),
    ("go", 'func A(b string) error {\n\tc()\n\treturn fmt.Errorf("not implemented: %s", b)\n}'),
    ("go", 'func A(b int) int {\n\tc()\n\tpanic("unreachable")\n}'),
    ("js", "function a(b) {\n  if (b === 'c')\n    throw new Error('not implemented')\n}"),
    ("js", "function a(b) {\n  if (b === 'c') {\n    throw new Error('not implemented')\n  }\n}"),
    ("js", "function a(b) {\n  c()\n  throw new Error(`not implemented: ${b}`)\n}"),
    ("cs", "int A(B b) {\n  if (b.C) return 1;\n  throw new NotImplementedException(b.Name);\n}"),
    ("java", 'void a() {\n  b();\n  throw new UnsupportedOperationException("read only");\n}'),
    ("py", "def a(b):\n    if b:\n        return 1\n    raise NotImplementedError(b)"),
    ("py", "def a(b):\n    if b:\n        return 1\n    raise NotImplementedError"),
    ("py", "def a(b):\n    b.c()\n    raise NotImplementedError('Windows is not supported')"),
    ("py", "class A:\n    def a(self, b):\n        del b\n        raise NotImplementedError"),
    ("py", "def a(b):\n    b.c()\n    raise ValueError('not implemented')"),
)


@pytest.mark.parametrize(("info", "code", "names"), [*PROMISED, *((*case, []) for case in KEPT)])
def test_what_only_promises(info: str, code: str, names: list[str]) -> None:
    assert [name for _, name in left_open(code.split("\n"), info).promised] == names


@pytest.mark.parametrize(("info", "code", "texts"), [*GAPS, *((*case, []) for case in WHOLE)])
def test_what_stands_in_place_of_code(info: str, code: str, texts: list[str]) -> None:
    assert [text for _, text in left_open(code.split("\n"), info).unwritten] == texts


@pytest.mark.parametrize(
    "code",
    [
        "function a() { // TODO\n}\n" * 4_000,
        "class A {\n" + "a() { return null // TODO: b\n}\n" * 3_000 + "}",
        "abstract class A { a() { throw new Error('not implemented'); } } " * 1_500,
        ("{" * 300 + "todo" + "}" * 300 + "\n") * 150,
        "(" * 30_000 + "todo" + ")" * 30_000,
        "f(" * 10_000 + "{ todo }" + ") { todo }" * 10_000,
    ],
    ids=lambda code: code[:20],
)
def test_long_code_takes_no_longer_than_it_is(code: str) -> None:
    start = time.perf_counter()
    left_open(code.split("\n"), "js")
    assert time.perf_counter() - start < 10


def test_many_classes_take_no_longer_than_they_are() -> None:
    start = time.perf_counter()
    left_open([line for n in range(4_000) for line in (f"class A{n}(B{n}):", "    pass  # TODO")], "python")
    assert time.perf_counter() - start < 10


@given(
    code=st.text(alphabet="def(a):\n  {}=>/#*\"'TODO;")
    | st.lists(st.sampled_from(["fun a() {", "TODO(", ")", "}", "\n", "throw new Error('TODO')", ";"])).map(
        "".join
    )
    | st.text(),
    language=st.sampled_from(["python", "go", "js", "php", "dart", "kotlin", "sql", ""]),
)
def test_any_code_is_asked(code: str, language: str) -> None:
    """Nothing raises, and a function's line lies within the code."""
    lines = ["// TODO", *code.split("\n")]
    found = (*left_open(lines, language).promised, *left_open(lines, language).unwritten)
    assert all(0 <= line < len(lines) for line, _ in found)
