"""`make demo`: one flawed plan in an editor's session and on the command line, told as a story.

Exits 0 when everything went as told, 1 otherwise.
"""

import difflib
import json
import subprocess
import sys
import tempfile
from operator import itemgetter
from pathlib import Path
from typing import Any

from tests.tools.session import Session

PLAN = Path(__file__).parents[1] / "examples" / "flawed-plan.md"
NOTES = PLAN.with_name("flawed-notes.md")
PLANLS = [sys.executable, "-m", "planls"]
SEVERITY = {1: "error", 2: "warning", 3: "information", 4: "hint"}


def main() -> int:
    """Run the three acts on a copy of the plan."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / PLAN.name
        for file in (PLAN, NOTES):
            (Path(folder) / file.name).write_bytes(file.read_bytes())
        print(f"planls reviews tests/examples/{PLAN.name}, a plan with some typical faults.")
        print(f"What it may use is what {NOTES.name} beside it names.\n")
        shown, edited = act_1_editor(plan)
        act_2_command_line(plan, shown)
        fixed = act_3_fix(plan)
    expect(edited == fixed, "the editor's fix-all and `planls check --fix` give the same text")
    print("\nAll went as told.")
    return 0


def act_1_editor(plan: Path) -> tuple[list[str], str]:
    """Talk to `planls server` as an editor does; return what it shows and the text after its fix-all."""
    print("1. An editor talks to `planls server` (Language Server Protocol over stdio)")
    text, uri = plan.read_text(encoding="utf-8"), plan.as_uri()
    with Session([*PLANLS, "server"]) as session:
        told = session.request("initialize", CLIENT | {"rootUri": plan.parent.as_uri()})
        print(f"   <- initialize: {told['serverInfo']['name']} {told['serverInfo']['version']}")
        session.notify("initialized", {})
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        session.notify("textDocument/didOpen", {"textDocument": document})
        shown = session.wait("textDocument/publishDiagnostics")["diagnostics"]
        print(f"   <- diagnostics of version 1: {len(shown)}, underlined in the editor:")
        print(*(f"      {line}" for line in in_brief(shown)), sep="\n")
        lenses = session.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        print("   <- code lenses, above the title and the steps:")
        print(*(f"      {lens['command']['title']}" for lens in lenses), sep="\n")
        edits = fix_all(session, uri, shown, text)
        print(f"   <- code action source.fixAll.planls: {len(edits)} edits, applied in the editor")
        expect(session.stop() == 0, "the server ends with exit code 0")
    return in_brief(shown), applied(text, edits)


def act_2_command_line(plan: Path, shown: list[str]) -> None:
    """Check the same file as CI does; both must say the same."""
    print(f"\n2. The same on the command line: planls check --output-format concise {plan.name}")
    checked = run(plan, "check", "--output-format", "concise", plan.name)
    tell(checked)
    expect(checked.returncode == 1, "there are findings, so the exit code is 1")
    found = json.loads(run(plan, "check", "--output-format", "json", plan.name).stdout)
    said = [f"{f['line']}:{f['column']} {f['severity']} {f['code']} {f['message']}" for f in found]
    expect(said == shown, "the editor and the command line say the same")


def act_3_fix(plan: Path) -> str:
    """Let the safe fixes be applied and show what remains for the author."""
    print(f"\n3. All safe fixes at once: planls check --fix {plan.name}")
    before = plan.read_text(encoding="utf-8").splitlines(keepends=True)
    fixed = run(plan, "check", "--fix", "--output-format", "concise", plan.name)
    after = plan.read_text(encoding="utf-8")
    changes = difflib.unified_diff(before, after.splitlines(keepends=True), "before", "after", n=0)
    print("".join("   " + line for line in changes if not line.startswith("@@")), end="")
    print("   What remains is the author's to write or to do:")
    tell(fixed)
    expect(fixed.returncode == 1, "placeholders and open items remain, so the exit code is 1")
    expect(run(plan, "check", "--diff", plan.name).stdout == "", "fixing again changes nothing")
    return after


CLIENT: dict[str, Any] = {
    "processId": None,
    "capabilities": {
        "general": {"positionEncodings": ["utf-32"]},
        "textDocument": {
            "publishDiagnostics": {},
            "codeLens": {},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}
            },
        },
    },
}


def expect(held: bool, what: str) -> None:  # noqa: FBT001 - reads like assert
    """End the demo where the story is not true."""
    if not held:
        sys.exit(f"\nNOT as told: {what}")


def in_brief(diagnostics: list[Any]) -> list[str]:
    """Return a line for each diagnostic, by place; lines and columns count from 1."""
    lines = []
    for one in sorted(diagnostics, key=lambda d: (*d["range"]["start"].values(), d["code"])):
        line, column = (number + 1 for number in one["range"]["start"].values())
        lines.append(f"{line}:{column} {SEVERITY[one['severity']]} {one['code']} {one['message']}")
    return lines


def fix_all(session: Session, uri: str, shown: list[Any], text: str) -> list[Any]:
    """Ask for the fix-all action; return its edits of the document."""
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n"), "character": 0}}
    context = {"diagnostics": shown, "only": ["source.fixAll.planls"]}
    params = {"textDocument": {"uri": uri}, "range": whole, "context": context}
    actions = session.request("textDocument/codeAction", params)
    expect(len(actions) == 1, "there is one fix-all action")
    return [edit for action in actions for edit in action["edit"]["changes"][uri]]


def applied(text: str, edits: list[Any]) -> str:
    """Return the text after the edits, whose columns are utf-32: code points."""
    lines = text.split("\n")

    def offset(place: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: place["line"]]) + place["character"]

    places = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    pieces, done = [], 0
    for first, last, new in sorted(places, key=itemgetter(0)):  # insertions at one place keep their order
        pieces += [text[done:first], new]
        done = last
    return "".join([*pieces, text[done:]])


def run(plan: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run planls beside the plan."""
    return subprocess.run(
        [*PLANLS, *arguments], cwd=plan.parent, capture_output=True, encoding="utf-8", check=False
    )


def tell(done: subprocess.CompletedProcess[str]) -> None:
    """Print what the command printed, indented, and its exit code."""
    for line in (done.stdout + done.stderr).splitlines():
        print("  ", line)
    print(f"   exit code {done.returncode}")


if __name__ == "__main__":
    sys.exit(main())
