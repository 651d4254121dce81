"""The tests that code holds, what each asserts, and how test files are called."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract import testing
from planls.contract.codes import Snippet
from planls.contract.testing import files

PYTHON_ASSERTS = (
    "assert x",
    "with pytest.raises(E):\n    f()",
    "self.assertEqual(1, 1)",
    "m.assert_called_once()",
    "expect(page).to_have_title('x')",
    "r.raise_for_status()",
    "subprocess.run(['x'], check=True)",
    "check_links(x)",
    "pytest.fail('x')",
    "if not x:\n    raise AssertionError",
    "for a in b:\n    assert a",
    "from x import y\ny()",
    "np.testing.assert_allclose(a, b)",
    "x.should.equal(1)",
    "page.wait_for_selector('#x')",
    "f()  # must not raise",
    "run_and_compare(a, b)",
    "self.do_test(a)",
    "run_case('a', expected=[1])",
    "eq_(a, b)",
    "wait.until(EC.title_is('x'))",
    "page.wait_for_url('/x')",
    "json.loads(out)",
    "with does_not_raise():\n    f()",
    "runner.invoke(app, ['x'], catch_exceptions=False)",
    "assert False, 'x'",
)
PYTHON_ASSERTS_NOT = (
    "assert True",
    "f()\nassert 1 == 1",
    "f(a=None, b=True)",
    "x = json.loads(out)\nprint(x)",
    "client = app.test_client()\nclient.get('/')",
    "f()\nprint('ok')",
    "r = f()\nreturn r == 1",
    "x = 1",
    "r = requests.get('/x')\nprint(r.status_code)",
    "result = parse('x')\nresult == 3",
    "subprocess.run(['x'])",
)
PYTHON_UNJUDGED = (
    "pass",
    "...",
    "# Arrange\n# Act\n# Assert\npass",
    "pytest.skip('later')",
    "f()\n# ... assertions",
    "x = f()\n# Verify x is right",
    "raise NotImplementedError",
)
OTHERS: tuple[tuple[str, str, list[str]], ...] = (
    ("go", "func TestLinks(t *testing.T) {\n\tf()\n}", ["TestLinks -"]),
    ("go", "func TestLinks(t *testing.T) {\n\tif f() != 1 {\n\t\tt.Error(1)\n\t}\n}", ["TestLinks A"]),
    ("go", "func TestLinks(t *testing.T) {\n\trunCase(t, 1)\n}", ["TestLinks A"]),
    ("go", "func helper(t *testing.T) {\n\tf()\n}\nfunc TestMain(m *testing.M) {}", []),
    ("js", "test('links', async () => {\n  await load();\n});", ["links -"]),
    ("ts", "describe('x', () => {\n  it('finds', () => {\n    expect(1).toBe(1);\n  });\n});", ["finds A"]),
    ("js", "it.todo('finds');\nif (/a/.test('b')) { x.test('c', d => d); }", []),
    ("js", "it('finds', () => {});\nit('loses', findsNothing);", ["finds ?", "loses ?"]),
    ("js", "it('finds', function () {\n  // ...\n  load();\n});", ["finds ?"]),
    ("js", "// test('a', () => { b(); });\nconst s = \"it('a', () => { b(); })\";", []),
    ("java", "@Test\nvoid findsLinks() {\n    service.run();\n}", ["findsLinks -"]),
    ("java", '@Test\nvoid finds() throws E {\n    mvc.perform(get("/")).andExpect(ok());\n}', ["finds A"]),
    ("kotlin", "@Test\nfun `finds links`() {\n    assertEquals(1, f())\n}", ["finds links A"]),
    (
        "rust",
        "#[test]\nfn finds() {\n    run();\n}\n#[tokio::test]\nasync fn a() {\n    b().unwrap();\n}",
        ["finds -", "a A"],
    ),
    ("csharp", "[Fact]\npublic async Task Finds()\n{\n    await Run();\n}", ["Finds -"]),
    ("bash", "@test 'x' {\n  run ls\n}", []),
    ("go", "func TestInc(t *testing.T) {\n\tinc() // for the race detector: -race\n}", ["TestInc A"]),
    ("go", "func TestInc(tt *testing.T) {\n\trunAll(tt)\n}", ["TestInc A"]),
    ("js", "it('should return 404', async () => {\n  await get('/x');\n});", ["should return 404 -"]),
    ("js", "it('adds', () => {\n  add(1);\n  expect(true).toBe(true);\n});", ["adds -"]),
    ("js", "it('adds', (done) => {\n  bus.on('x', () => done());\n});", ["adds A"]),
    ("js", "it('adds', () => {\n  same(add(1), 2);\n});", ["adds A"]),
    ("js", "it('adds', () => {\n  ruleTester.run('x', rule, {});\n});", ["adds A"]),
    ("java", '@Test\nvoid finds() {\n  given().get("/").then().statusCode(200);\n}', ["finds A"]),
    ("java", "@Test(expected = X.class)\nvoid finds() {\n  f();\n}", ["finds A"]),
    ("java", "@Test\nvoid finds() {\n  await().until(() -> f());\n}", ["finds A"]),
    ("csharp", "[Fact]\npublic void Finds()\n{\n  bus.Received().Send();\n}", ["Finds A"]),
    ("rust", "#[should_panic]\n#[test]\nfn finds() {\n  f();\n}", ["finds A"]),
    ("rust", "#[test]\nfn finds() {\n  f();\n  assert!(true);\n}", ["finds -"]),
    ("go", "func TestLinks(t *testing.T) {\n\tf(\n}", []),
    ("", "func TestLinks(t *testing.T) {\n\tf()\n}", ["TestLinks -"]),
    ("", "    def test_links():\n        f()", ["test_links -"]),
)
SAY_NOTHING = "test_1 test_it test test_foo test_function test_case_2 testCase2 test_something test_works"
SAY_SOMETHING = "test_main test_login test_add test_404 test_parse_2 test_is_ok_url test_b64 test_größe"
UNCOLLECTED: tuple[tuple[str, list[str]], ...] = (
    ("def check_login():\n    assert f()", ["test_login"]),
    ("def login_test():\n    assert f()", ["test_login"]),
    ("class LoginTests:\n    def test_it(self):\n        assert f()", ["TestLogin"]),
    ("def check_login():\n    assert f()\n\ndef test_a():\n    check_login()", []),
    ("def assert_ok(r):\n    assert r.ok", []),
    ("def make():\n    assert f()\n    return 1", []),
    ("@pytest.fixture\ndef login():\n    assert f()", []),
    ("class LoginTests(TestCase):\n    def test_it(self):\n        assert f()", []),
    ("# tests/helpers.py\ndef check_login():\n    assert f()", []),
)
PATTERN = "tests/test_poc[N]_[name].py"


def marked(code: str, language: str) -> list[str]:
    """The tests in code: name, and A if it asserts something, - if not, ? if it is not judged."""
    found = testing.tests_in(code.split("\n"), language)
    return [f"{test.name} {'?' if not test.judged else 'A' if test.asserts else '-'}" for test in found]


def in_test(body: str) -> str:
    """A test of Python with this body."""
    return f"def test_links_found():\n{textwrap.indent(body, '    ')}"


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        *((body, "A") for body in PYTHON_ASSERTS),
        *((body, "-") for body in PYTHON_ASSERTS_NOT),
        *((body, "?") for body in PYTHON_UNJUDGED),
    ],
)
def test_what_a_test_of_python_asserts(body: str, mark: str) -> None:
    assert marked(in_test(body), "python") == [f"test_links_found {mark}"]
    inside = f"class TestLinks:\n{textwrap.indent(in_test(body), '    ')}"
    assert marked(inside, "py") == [f"test_links_found {mark}"]


@pytest.mark.parametrize(
    "code",
    [
        "def same(a, b):\n    assert a == b\n\ndef test_links():\n    same(1, 1)",
        "def test_links(snapshot):\n    f(snapshot)",
        "def test_parse_does_not_raise():\n    parse()",
        'def test_links():\n    """It must never crash."""\n    parse()',
    ],
)
def test_what_asserts_without_the_word(code: str) -> None:
    assert [mark.split()[1] for mark in marked(code, "python")] == ["A"]


@pytest.mark.parametrize(("language", "code", "found"), OTHERS)
def test_the_tests_of_other_languages(language: str, code: str, found: list[str]) -> None:
    assert marked(code, language) == found


@pytest.mark.parametrize(
    ("name", "expected"),
    [*((name, True) for name in SAY_NOTHING.split()), *((name, False) for name in SAY_SOMETHING.split())],
)
def test_names_that_say_nothing(name: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    (found,) = testing.tests_in([f"def {name}():", "    assert f()"], "python")
    assert testing.says_nothing(found) is expected


@pytest.mark.parametrize(("code", "better"), UNCOLLECTED)
def test_what_pytest_does_not_collect(code: str, better: list[str]) -> None:
    snippet = Snippet(0, 0, 0, tuple(code.split("\n")), "python")
    assert [lost.better for lost in testing.uncollected_in(snippet)] == better


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tests/test_poc3_search.py", True),
        ("test_poc12_handbook_search.py", True),
        ("app/tests/unit/test_poc4b_x.py", True),
        ("tests/test_poc_3_search.py", True),
        ("tests/poc3/test_search.py", True),
        ("tests/poc-3/search.py", False),
        ("tests/epoc3/test_search.py", False),
        ("tests/test_search.py", False),
        ("tests/test_poc_search.py", False),
        ("tests/test_poc3.py", False),
        ("tests/poc3_search_test.py", False),
    ],
)
def test_what_follows_a_pattern(path: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert files.follows(path, PATTERN) is expected


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (("3", "Link Checker"), "test_poc3_link_checker.py"),
        (("12", "Link Checker for a Folder"), "test_poc12_link_checker.py"),
        (("4b", "URL-Shortener (v2)"), "test_poc4b_url_shortener.py"),
        (("1", ""), ""),
    ],
)
def test_a_title_names_the_file(title: tuple[str, str], name: str) -> None:
    words = files.title_words("PoC [N] Implementation Plan: [Name]", title)
    assert files.filled(PATTERN, words) == name
    assert not name or files.follows(name, PATTERN)


@pytest.mark.parametrize("deep", ["-" * 3000 + "1", "+".join("1" * 3000), "x" + ".a" * 3000])
def test_what_is_nested_deeply_is_read(deep: str) -> None:
    """A tree may be deeper than what walks it recursively could go."""
    code = f"@mark({deep})\ndef test_links():\n    with {deep}:\n        raise E({deep})"
    assert marked(code, "python") in (["test_links A"], [])


@given(
    code=st.text(alphabet="def tes():\n asr1'\"{}=>#@[]*.,x"),
    language=st.sampled_from(["python", "go", "js", "rust", "java", "csharp", ""]),
)
def test_any_code_is_read(code: str, language: str) -> None:
    """Nothing raises, and a test's name stands where it is said to stand."""
    lines = code.split("\n")
    for test in testing.tests_in(lines, language):
        assert lines[test.line][test.column :].startswith(test.name)
    testing.uncollected_in(Snippet(0, 0, 0, tuple(lines), language))
