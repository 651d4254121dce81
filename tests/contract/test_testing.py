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
    "self.assertEqual(f(), 1)",
    "self.assertTrue(False)",
    "m.assert_called_once()",
    "expect(page).to_have_title('x')",
    "r.raise_for_status()",
    "subprocess.run(['x'], check=True)",
    "check_links(x)",
    "pytest.fail('x')",
    "if not x:\n    raise AssertionError",
    "for a in b:\n    assert a",
    "from x import y",
    "import x\nprint(x)",
    "yaml.load(out)",
    "subprocess.check_output(['x'])",
    "await check_links(x)",
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
    "from x import y\ny()",
    "load(1)\nload(1)",
    "self.assertTrue(True)",
    "self.assertEqual(1, 1)",
    "x = f()\nassert x == x",
    "ok = check_links(x)\nprint(ok)",
    "print(verify(x))",
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
    (
        "def test_a(tmp_path):\n    assert f(tmp_path)\n\ndef refuses(tmp_path):\n    assert not f(tmp_path)",
        ["test_refuses"],
    ),
    (
        "@pytest.mark.asyncio\nasync def test_a(d):\n    assert d\n\nasync def b_is_c(d):\n    assert not d",
        ["test_b_is_c"],
    ),
    (
        "@pytest.mark.parametrize('a', [1])\ndef refuses(a):\n    with pytest.raises(E):\n        f(a)",
        ["test_refuses"],
    ),
    (
        "@pytest.fixture\ndef db():\n    yield f()\n\ndef rows_stay(db):\n    assert db.rows",
        ["test_rows_stay"],
    ),
    ("def test_a(client):\n    assert f()\n\ndef assert_logged_in(client):\n    assert client.user", []),
    ("def test_a(client):\n    assert f()\n\ndef rows_match(rows):\n    assert rows", []),
    (
        "@pytest.mark.parametrize('a', [1])\ndef test_b(a):\n    assert a\n\ndef c(a):\n    assert a == 1",
        [],
    ),
    ("def test_a():\n    assert f()\n\ndef validate_rows(tmp_path):\n    assert f(tmp_path)", []),
    ("def test_a():\n    assert f()\n\ndef given_an_order(request):\n    assert request.a", []),
    ("@contextmanager\ndef login(tmp_path):\n    assert f()", []),
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
        "from app.links import check\n\ndef test_links():\n    check(1)",
        "from tests.helpers import check\n\ndef test_rejects_links():\n    check(1)",
    ],
)
def test_what_asserts_without_the_word(code: str) -> None:
    assert [mark.split()[1] for mark in marked(code, "python")] == ["A"]


@pytest.mark.parametrize(
    "code",
    [
        "from app.links import check\n\ndef test_rejects_links():\n    check(1)",
        "from app.links import check\n\ndef test_a():\n    check(1)\n\ndef test_b():\n    assert check(2)",
    ],
)
def test_what_is_tested_asserts_nothing_by_its_name(code: str) -> None:
    assert marked(code, "python")[0].endswith(" -")


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
    language=st.sampled_from(["python", "go", "js", "rust", "java", "csharp", "php", "dart", ""]),
)
def test_any_code_is_read(code: str, language: str) -> None:
    """Nothing raises, and a test's name stands where it is said to stand."""
    lines = code.split("\n")
    for test in testing.tests_in(lines, language):
        assert lines[test.line][test.column :].startswith(test.name)
    testing.uncollected_in(Snippet(0, 0, 0, tuple(lines), language))
