"""The tests in languages with braces, and what each asserts."""

import time

import pytest

from planls.contract import testing

OTHERS: tuple[tuple[str, str, list[str]], ...] = (
    ("go", "func TestLinks(t *testing.T) {\n\tf()\n}", ["TestLinks -"]),
    ("go", "func TestLinks(t *testing.T) {\n\tif f() != 1 {\n\t\tt.Error(1)\n\t}\n}", ["TestLinks A"]),
    ("go", "func TestLinks(t *testing.T) {\n\trunCase(t, 1)\n}", ["TestLinks A"]),
    ("go", "func helper(t *testing.T) {\n\tf()\n}\nfunc TestMain(m *testing.M) {}", []),
    ("js", "test('links', async () => {\n  await load();\n});", ["links -"]),
    ("ts", "describe('x', () => {\n  it('finds', () => {\n    expect(1).toBe(1);\n  });\n});", ["finds -"]),
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
    ("go", 'func TestLinks(t *testing.T) {\n\tt.Log(f("until"))\n}', ["TestLinks -"]),
    ("go", "func TestLinks(t *testing.T) {\n\tx := newIndex(t)\n\tx.Add()\n}", ["TestLinks -"]),
    ("go", "func TestLinks(t *testing.T) {\n\tok := verify(1)\n\tt.Log(ok)\n}", ["TestLinks -"]),
    ("kotlin", "@Test\nfun finds() {\n  assertThat(f().count { it > 1 } == 2)\n}", ["finds -"]),
    ("kotlin", "@Test\nfun finds() {\n  assertThat(f())\n    .isEqualTo(2)\n}", ["finds A"]),
    ("java", "@Test\nvoid finds() {\n  assertThat(f(1, 2), is(2));\n}", ["finds A"]),
    ("java", "@Test\nvoid finds() {\n  assertTrue(true);\n}", ["finds -"]),
    ("java", "@Test\nvoid finds() {\n  assertTrue(false);\n}", ["finds A"]),
    ("js", "it('finds', () => {\n  expect(f(1, 2));\n});", ["finds -"]),
    (
        "js",
        "it('finds', () => {\n  same(f());\n});\nfunction same(x) {\n  expect(x).toBe(1);\n}",
        ["finds A"],
    ),
    (
        "js",
        "it('finds', () => {\n  look(f());\n});\nconst look = (x) => {\n  expect(x).toBe(1);\n};",
        ["finds A"],
    ),
    ("js", "it('adds', async ({ page }) => {\n  expect(await page.title()).toBe('x');\n});", ["adds A"]),
    (
        "js",
        "import { verify } from '../src/a';\nit('rejects b', () => {\n  verify('b');\n});",
        ["rejects b -"],
    ),
    (
        "js",
        "import { verify } from './helpers';\nit('rejects b', () => {\n  verify('b');\n});",
        ["rejects b A"],
    ),
    ("js", "import { check } from '../src/a';\nit('reads b', () => {\n  check('b');\n});", ["reads b A"]),
    (
        "js",
        (
            "import { check } from '../src/a';\nit('reads b', () => {\n  check('b');\n});\n"
            "it('reads c', () => {\n  expect(check('c')).toBe(1);\n});"
        ),
        ["reads b -", "reads c A"],
    ),
    (
        "js",
        (
            "import { check } from '../src/a';\nit('takes b', () => {\n  check('b');\n});\n"
            "it('rejects c', () => {\n  expect(() => check('c')).toThrow();\n});"
        ),
        ["takes b A", "rejects c A"],
    ),
    (
        "js",
        (
            "import { check } from '../src/a';\nit('takes b', async () => {\n  await check('b');\n});\n"
            "it('rejects c', async () => {\n  await expect(check('c')).rejects.toThrow();\n});"
        ),
        ["takes b A", "rejects c A"],
    ),
    ("php", "it('finds', function () {\n  find();\n})->throws(LogicException::class);", ["finds A"]),
    ("php", "it('finds', fn () => find())->throwsNoExceptions();", ["finds A"]),
    ("php", "it('finds', function () {\n  find();\n})->skip();", ["finds ?"]),
    ("php", "it('finds', function () {\n  $x = (new LinkCheck())->of(['a' => 1]);\n});", ["finds -"]),
    ("", "<?php\ntest('finds', function () {\n  expect(find())->toBe(1);\n});", ["finds A"]),
    ("php", "class A {\n  public function testFinds(): void\n  {\n    find();\n  }\n}", ["testFinds -"]),
    (
        "php",
        "class A {\n  #[Test]\n  public function finds() {\n    $this->assertSame(1, f());\n  }\n}",
        ["finds A"],
    ),
    ("dart", "test('finds', () async {\n  await find();\n  expect(true, isTrue);\n});", ["finds -"]),
    ("dart", "test('finds', () {\n  expect(find().map((x) => x), [1]);\n});", ["finds A"]),
    ("dart", "testWidgets('finds', (tester) async {\n  await tester.pumpWidget(a);\n});", ["finds -"]),
    ("dart", "testWidgets('finds', (tester) async {\n  await tester.tap(find.text('a'));\n});", ["finds A"]),
    ("dart", "test('finds', () {\n  find();\n}, skip: true);", ["finds ?"]),
    ("csharp", "[ExpectedException(typeof(E))]\n[TestMethod]\npublic void Finds() {\n  F();\n}", ["Finds A"]),
)


@pytest.mark.parametrize(("language", "code", "found"), OTHERS)
def test_the_tests_of_other_languages(language: str, code: str, found: list[str]) -> None:
    """Each with A if it asserts something, - if not, ? if it is not judged."""
    tests = testing.tests_in(code.split("\n"), language)
    marks = ["?" if not test.judged else "A" if test.asserts else "-" for test in tests]
    assert [f"{test.name} {mark}" for test, mark in zip(tests, marks, strict=True)] == found


@pytest.mark.parametrize(
    "code",
    [
        "\n".join(f"it('a', () => {{ f{n}(); }});" for n in range(4_000)),
        "function f() { g() }\nit('a', () => { f() });\n" * 2_500,
        "import { check } from '../src/a';\n" * 2_000
        + "it('rejects a', () => {\n"
        + "check(1);\n" * 4_000
        + "});",
    ],
    ids=["calls", "helpers", "imports"],
)
def test_many_tests_take_no_longer_than_they_are(code: str) -> None:
    start = time.perf_counter()
    testing.tests_in(code.split("\n"), "js")
    assert time.perf_counter() - start < 10
