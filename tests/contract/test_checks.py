"""What a verification can prove, what is no code, and what in an excerpt does not parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.checks import no_op
from planls.contract.languages import named
from planls.contract.part import Part
from planls.contract.reading import read
from planls.contract.snippets.excerpts import excerpt_fault
from planls.contract.stubs import is_promise, lack
from planls.document import Document
from planls.document.lines import split_lines
from planls_rules.kinds import KINDS

HEAD = "# PoC 3 Implementation Plan: Search\n\n## Implementation Steps\n\n### Step 1: Index\n"
IDLE = (
    ("Check that it works", "words"),
    ("Manual testing", "words"),
    ("None", "words"),
    ("N/A", "words"),
    ("-", "words"),
    ("TBD", "words"),
    ("Looks good.", "words"),
    ("Ensure everything works as expected", "words"),
    ("See above.", "words"),
    ("`true`", "words"),
    ("\n\n- [ ] It works\n- [ ] Everything is fine", "words"),
    ("\n```bash\ntrue\n```", "command"),
    ("\n```bash\n:\n```", "command"),
    ('\n```bash\ncd app\necho "All good"\n```', "command"),
    ("\n```bash\nexit 0\n```", "command"),
    ("\n```bash\nsleep 5; date\n```", "command"),
    ("\n```sh\nls\n```", "command"),
    ("\n```\nX=1\nexport Y=2\n```", "command"),
    ("\n```\nCheck that it works\n```", "command"),
    ("\n```console\n$ echo ok\nok\n```", "command"),
    ("\n```bash\nif true; then echo ok; fi\n```", "command"),
    ("\n```python\nprint('done')\n```", "command"),
    ("\n```js\n// all good\nconsole.log('done');\n```", "command"),
    ("\n```powershell\nWrite-Host 'done'\n```", "command"),
    ("Run this:\n```bash\necho done\n```", "command"),
    ("\n```bash\n# run the tests\n```", "comments"),
    ("\n```sql\n-- TODO\n```", "comments"),
    ("\n```bash\npytest || true\n```", "hidden"),
    ("\n```bash\nnpm test || true\nnpm run lint || exit 0\n```", "hidden"),
    ("\n\n    grep x y || :", "hidden"),
)
PROVING = (
    "Run `pytest`",
    "Open http://localhost:3000/health in the browser and see `ok`",
    "The workflow run shows a green check",
    "All tests pass",
    "make test",
    "See Step 4",
    "Visual check: the header is blue",
    "Führe die Tests aus und prüfe die Ausgabe",
    "`docker compose ps` shows three healthy containers.",
    "\n```bash\ncd app && pytest -q\n```",
    "\n```bash\ncat out.txt\n```",
    "\n```bash\nls dist/\n```",
    '\n```bash\npython -c "from x import y; print(1)"\n```',
    "\n```bash\nnode app.js; echo $?\n```",
    "\n```bash\nls   # src tests\n```",
    "\n```bash\necho $NODE_ENV  # production\n```",
    "\n```bash\n# Expected: 3\necho $COUNT\n```",
    "\n```bash\ndocker rm -f x || true\ndocker run x\n```",
    "\n```bash\ngrep -c foo log || true   # 0\n```",
    "\n```bash\ntest -f a && echo ok || echo missing\n```",
    "\n```bash\n(cd api && npm test)\n```",
    "\n```bash\nif [ -f x ]; then echo ok; fi\n```",
    "\n```bash\nX=$(curl --fail localhost)\n```",
    '\n```bash\necho "$(curl -fsS localhost)"\n```',
    "\n```bash\n# Open http://localhost:3000 and log in\n```",
    "\n```bash\n# Start the app, click Save: the row appears in the list\n```",
    "\n```powershell\nPS C:\\app> dotnet test\n```",
    "\n```sql\nSELECT count(*) FROM t;\n```",
    "\n```http\nGET /health\n```",
    "\n```python\nassert f(1) == 2\n```",
    "\n```text\n5 passed in 0.1s\n```",
    '\n```json\n{"status": "ok"}\n```',
    "\n\n    kubectl get pods   # 3 Running",
)
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
    ("", "json"),
)


def step(check: str) -> Part:
    """A step with this verification."""
    reading = read(Document.parse(split_lines(f"{HEAD}**Verification**: {check}\n")), KINDS["plan"])
    return reading.parts[-1][1]


def judged(check: str) -> str:
    """Why a verification proves nothing; empty if it may fail."""
    part = step(check)
    wrong = [no_op(part, *anchor) for anchor in part.anchors if anchor[0].form == "check"]
    return wrong[0].why if wrong and wrong[0] else ""


@pytest.mark.parametrize(("check", "why"), IDLE)
def test_what_cannot_fail_proves_nothing(check: str, why: str) -> None:
    assert judged(check) == why


@pytest.mark.parametrize("check", PROVING)
def test_what_may_fail_or_must_be_seen_proves_something(check: str) -> None:
    assert judged(check) == ""


@pytest.mark.parametrize(("code", "language", "why"), [*NO_CODE, *((*case, "") for case in CODE)])
def test_what_is_no_code(code: str, language: str, why: str) -> None:
    assert lack(code.split("\n"), named(language)) == why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TODO", True),
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
    language=st.sampled_from(["python", "bash", "go", "sql", "", "json"]),
)
def test_any_text_is_judged(lines: list[str], language: str) -> None:
    """Nothing raises, and a fault lies within the lines."""
    lack(lines, named(language))
    found = excerpt_fault(lines, language)
    assert found is None or 0 <= found.column <= len(lines[found.line])
    judged("\n```" + language + "\n" + "\n".join(lines) + "\n```")


@given(text=st.text(alphabet="ab '\"`$()|&;#=\n\\"))
def test_any_shell_text_is_judged(text: str) -> None:
    judged(f"\n```bash\n{text}\n```")


@given(text=st.text(alphabet="ab \n"))
def test_one_command_that_may_fail_is_enough(text: str) -> None:
    assert judged(f"\n```bash\n{text}\npytest\n```") == ""
