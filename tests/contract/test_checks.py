"""What a verification can prove."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.checks import no_op
from planls.contract.part import Part
from planls.contract.reading import read
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
    ("\n```bash\n(pytest || true)\n```", "hidden"),
    ("Start the worker, upload a few pictures and check manually that everything looks fine.", "words"),
    ("Open the app and verify it works", "words"),
    ("Run the script and see if the output looks good", "words"),
    ("Eyeball the results", "words"),
    ("Requirements met.", "words"),
    ("LGTM", "words"),
    ("TODO: write a check", "words"),
    ("Will be tested later.", "words"),
    ("Try a few orders in the shop and confirm that the totals page looks right. 🙂", "words"),
    ("Read the code and make sure that the naming follows our conventions.", "words"),
    ("Mia checks in the admin whether it looks ok", "words"),
    ("ask the bookkeeper if the amounts are right", "words"),
    ("The index should be there and duplicates should never happen.", "words"),
    ("should survive all restarts", "words"),
    ("Upload a few pictures from different phones and see if it feels right.", "words"),
    ("It is a small change that two of us have read, so no separate test is needed.", "words"),
    (
        "Switch the router off, use the app for a while, and see if it feels right when it comes back.",
        "words",
    ),
    ("Log in as a clerk and verify that the export works", "words"),
    ("Make sure that everything is implemented and works as expected.", "words"),
    ("Verify that the search works by trying a few words.", "words"),
    ("Click around in the editor for a while.", "words"),
    ("\n\n1. Open the shop\n2. Put a book into the cart\n3. Check that it all makes sense", "words"),
    ("\n```\nTODO\n```", "command"),
    ("\n```console\n$ ls\n```", "command"),
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
    "Run the test suite and make sure that everything still works",
    "Start the worker and check that it works: three thumbnails appear",
    "Nothing is written to the log",
    "No changes",
    "N/A (no code)",
    "Same as above",
    "Output: `ok`",
    "Todo list is empty after the restart",
    "\n```bash\ntodo add milk\n```",
    "\n```bash\ntimeout 10 ./app\n```",
    "\n```bash\n: ${API_KEY:?not set}\n```",
    "\n```bash\necho ${API_KEY:?not set}\n```",
    "Pressing Undo brings the row back.",
    "Ada and Ben approve the pull request; it looks good to both.",
    "Drag the card to the next column: it is where it was dropped, and the board feels right.",
    "Check that the cursor jumps to the search box.",
    "Try a wrong password; the door should stay shut.",
    "Switch the router off and on and make sure that the client reconnects on its own.",
    "Ask the bookkeeper to sign the list.",
    "You can log in to the console.",
    "The row count is right.",
    "Look at the log for errors.",
    "Run the migration and check that the build is still fine.",
    "Öffne the page and prüfe das Ergebnis",
    "Bouw de app en kijk of het goed is",
    "Compare it with last month's list.",
    "Confirm that the fan is running and the temperature is stable.",
    "Ensure that deleting a user works and that the orders are kept.",
    "Check that the fallback works by stopping the primary.",
    "\n\n1. Open the shop\n2. Buy a book\n3. The cart shows it",
    "\n\n| Do | Expected |\n|---|---|\n| open the shop | looks right |",
    "\n```console\n$ ls\nREADME.md\n```",
    "\n```console\n$ echo $STAGE\nproduction\n```",
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


@given(
    lines=st.lists(st.text(st.characters(exclude_characters="\n\r")), max_size=6),
    language=st.sampled_from(["python", "bash", "go", "sql", "", "json"]),
)
def test_any_text_is_judged(lines: list[str], language: str) -> None:
    judged("\n```" + language + "\n" + "\n".join(lines) + "\n```")


@given(
    words=st.lists(st.sampled_from("check that the it is really should not work when ok and see ,.".split()))
)
def test_any_words_are_judged(words: list[str]) -> None:
    judged(" ".join(words))


@given(text=st.text(alphabet="ab '\"`$()|&;#=\n\\"))
def test_any_shell_text_is_judged(text: str) -> None:
    judged(f"\n```bash\n{text}\n```")


@given(text=st.text(alphabet="ab \n"))
def test_one_command_that_may_fail_is_enough(text: str) -> None:
    assert judged(f"\n```bash\n{text}\npytest\n```") == ""
