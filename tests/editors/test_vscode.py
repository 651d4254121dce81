"""VS Code itself with the built extension: bodies in the extension host, and a person's keys in a browser."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planls_rules import RULES
from tests.editors import plans
from tests.editors.vscode.codeserver import PLANLS, ROOT, VSIX, CodeServer, code_server, configure, steps
from tests.tools.editors.vscode import VSCODE

KINDS = ROOT / "rules" / "planls_rules" / "kinds"

pytestmark = VSCODE.marks


FILLED = "Das Konto 口座"
REVIEW = {
    "file": "docs/帳簿-plan.md",
    "misnamed": plans.MISNAMED[0],
    "fix": plans.FIX_TITLE,
    "line": plans.COMPLETION_LINE,
    "typed": plans.TYPED,
    "filled": FILLED,
}

MOCK = "**No mock data**: All data comes from real sources (DB, API, files)"
CASES = [
    {"behind": "日本 🎉 stored in ", "sound": "memory", "fault": "Redis", "rule": "SCP001", "shown": "Redis"},
    {"behind": "Größe messen (~", "sound": "25 min", "fault": "45 min", "rule": "STP001", "shown": "~45 min"},
    {"behind": "- [", "sound": "x", "fault": " ", "rule": "PRD001", "shown": f"[ ] {MOCK}"},
]
PLACES = [(6, 16), (5, 27), (10, 3)]
"""Line and column of each, from 1, in code points."""
SHOWN = [[case["rule"], *place, case["shown"]] for case, place in zip(CASES, PLACES, strict=True)]
SOUND = f"""\
# PoC 3 Implementation Plan: 帳簿

## Implementation Steps

### Step 1: Größe messen (~25 min)
日本 🎉 stored in memory

## Production-Grade Checklist

- [x] {MOCK}
"""
RESTRICTED = {
    "security.workspace.trust.enabled": True,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.untrustedFiles": "open",
}
QUIET = [rule.code for rule in RULES if rule.code not in {case["rule"] for case in CASES}]
LABELS = {"file": "1-plan.md", "above": "日本 🎉 stored", "typed": "**V", "label": "**Verification**:"}
SAVING: dict[str, Any] = {
    "file": REVIEW["file"],
    "added": "日本 🎉\n",
    "setting": {"source.fixAll.planls": "explicit"},
}
FILES = {
    "typing/planls.toml": f"ignore = {QUIET}\n",  # so that the status bar counts one finding at a time
    "typing/1-notes.md": "# 帳簿\n\nPython\n",
    "typing/1-plan.md": SOUND,
    "labels/1-plan.md": SOUND,
    "commands/1-readme.md": "# Shopping\n\n- milk\n",
    "commands/1-notes.md": "# Notes\n\nFastAPI\n",
    "commands/1-spec.md": "# PoC Spec: Cache\n",
    "commands/1-plan.md": "# PoC 1 Implementation Plan: Cache\n\n## Implementation Steps\n\n### Step 1: Ask\n"
    "- [x] FastAPI answers\n- [ ] Redis remembers\n",
}


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CodeServer]:
    """VS Code with the extension that `make vsix` builds."""
    with code_server(tmp_path_factory.mktemp("vscode")) as running:
        yield running


@pytest.fixture(scope="module")
def reports(code: CodeServer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the bodies report; they run one after the other in one window, which takes long to open."""
    folder = workspace(tmp_path_factory.mktemp("bodies"))
    for name in ("review", "saving"):
        plans.workspace(made(folder / name))
    for name, text in FILES.items():
        made((folder / name).parent)
        (folder / name).write_text(text, encoding="utf-8")
    typing = {"file": "1-plan.md", "cases": CASES}
    bodies: dict[str, dict[str, Any]] = {
        "review": REVIEW,
        "typing": typing,
        "labels": LABELS,
        "commands": {},
        "saving": SAVING,
    }
    return code.run_bodies(folder, bodies)


def test_a_flawed_plan_is_seen_fixed_completed_and_saved(reports: dict[str, Any], tmp_path: Path) -> None:
    seen = sound(reports["review"])
    assert {tuple(one) for one in seen["first"]} >= plans.FIRST
    assert seen["stops"] == ['[Prerequisite Name, e.g., "Setup Supabase"]', "[Why this PoC requires it]"]
    assert not {(one[0], one[3]) for one in seen["after"]} & {(one[0], one[3]) for one in plans.GONE}
    assert seen["saved"] == plans.COMPLETED.replace(seen["stops"][0], FILLED, 1)
    assert seen["fixed"] == fixed_on_the_command_line(plans.workspace(tmp_path), seen["saved"])


def test_faults_show_as_they_are_typed_and_go_when_mended(reports: dict[str, Any]) -> None:
    assert sound(reports["typing"]) == {"before": [], "shown": SHOWN, "after": [], "text": SOUND}


def test_a_field_is_completed_from_its_first_signs(reports: dict[str, Any]) -> None:
    text = sound(reports["labels"])["text"]
    assert "stored in memory\n**Verification**:" in text


def test_commands(reports: dict[str, Any]) -> None:
    seen = sound(reports["commands"])
    plan, spec = seen["status"]
    assert plan.startswith("planls: plan · 0 of 1 step · ")
    assert spec.startswith("planls: spec")
    assert seen["scope"] == "Redis remembers"
    assert "out_of_scope_technology" in seen["rulePage"]
    assert seen["checked"] == 1
    for kind, first in (("plan", "[N]"), ("spec", "[Name]")):
        template = (KINDS / kind / "template.md").read_text(encoding="utf-8")
        assert seen[kind] == {"languageId": "markdown", "selected": first, "text": template}


def test_saving_fixes_all_where_the_settings_say_so(reports: dict[str, Any], tmp_path: Path) -> None:
    saved = sound(reports["saving"])["saved"]
    assert saved == fixed_on_the_command_line(plans.workspace(tmp_path), plans.FLAWED + SAVING["added"])
    readme = (VSIX.parent / "README.md").read_text(encoding="utf-8")
    assert json.dumps(SAVING["setting"]).strip("{}") in " ".join(readme.split())


def test_a_person_at_the_keyboard_mends_and_completes_the_plan(code: CodeServer, tmp_path: Path) -> None:
    plan = plans.workspace(workspace(tmp_path))
    rule, line, column, text = plans.MISNAMED
    before = plans.FLAWED.splitlines()[line - 1][: column - 1]
    place = {"code": rule, "line": line, "column": len(before.encode("utf-16-le")) // 2 + 1, "text": text}
    seen = code.drive(
        "keys",
        code.url(tmp_path),
        name=plan.name,
        misnamed=place,
        fix=plans.FIX_TITLE,
        after=f"{text.replace('dr', 'der')} -->",
        line=plans.COMPLETION_LINE,
        label=plans.COMPLETION_LABEL,
        filled=["Das Konto 口座", "Es zahlt 🎉"],
    )
    assert text in seen["problem"]
    assert seen["status"].startswith("planls: plan · 0 of 1 step · ")
    filled = plans.COMPLETED.replace('[Prerequisite Name, e.g., "Setup Supabase"]', "Das Konto 口座", 1)
    filled = filled.replace("[Why this PoC requires it]", "Es zahlt 🎉", 1)
    assert plan.read_text(encoding="utf-8") == filled


def test_where_no_server_is_one_is_installed(code: CodeServer, tmp_path: Path) -> None:
    plan = plans.workspace(tmp_path)
    seen = code.drive("install", code.url(tmp_path), name=plan.name, text=plans.MISNAMED[3])
    assert "no server" in seen["missing"]
    assert "Install" in seen["asked"]
    assert seen["installed"].startswith("planls: plan · 0 of 1 step · ")


def test_a_server_that_crashes_at_start_is_told_once(code: CodeServer, tmp_path: Path) -> None:
    plan = plans.workspace(tmp_path)
    broken, mended = tmp_path / "planls", tmp_path / "mended"
    program(broken, f'[ "$1" = --version ] && exec "{PLANLS}" "$@"\nread line\nexit 3\n')
    program(mended, f'exec "{PLANLS}" "$@"\n')
    configure(tmp_path, **{"planls.server.path": str(broken)})
    files = {"broken": str(broken), "mended": str(mended)}
    (told,) = code.drive("crash", code.url(tmp_path), name=plan.name, text=plans.MISNAMED[3], **files)
    assert "planls: The server does not start." in told


def test_nothing_of_an_untrusted_workspace_is_run(tmp_path: Path) -> None:
    plan = plans.workspace(made(tmp_path / "workspace"))
    folder, ran = tmp_path / "workspace", tmp_path / "ran"
    for name in ("planls", "python", "python3"):
        program(made(folder / ".venv" / "bin") / name, f'echo {name} >> "{ran}"\n')
    theirs = {"planls.server.path": str(folder / ".venv" / "bin" / "planls"), "planls.python.path": "python"}
    configure(folder, **theirs)
    mine = {"planls.server.path": "${workspaceFolder}/.venv/bin/planls", **RESTRICTED}
    with code_server(tmp_path / "vscode", **mine) as code:
        seen = code.drive("restricted", code.url(folder), name=plan.name)
    assert "planls found no server" in seen
    assert not ran.exists(), ran.read_text()


def test_a_newcomer_sees_a_finding_after_three_steps(code: CodeServer) -> None:
    """Two of the steps have built and installed the extension; the third opens the example."""
    *_, (_, folder, file) = steps()
    finding = {
        "text": "[Why this isn't a toy/mock]",
        "code": "STR011",
        "title": "# unfilled-placeholder (STR011)",
    }
    seen = code.drive("newcomer", code.url(ROOT / folder, ROOT / file), **finding)
    assert seen.startswith("planls: plan · 0 of 2 steps · 10 findings")


def workspace(folder: Path) -> Path:
    """A workspace that names the server under test."""
    configure(folder, **{"planls.server.path": str(PLANLS)})
    return folder


def program(file: Path, script: str) -> None:
    """Write a program that is a shell script."""
    file.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    file.chmod(0o755)


def made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def sound(report: dict[str, Any]) -> dict[str, Any]:
    """A report without an error."""
    assert "error" not in report, report["error"]
    return report


def fixed_on_the_command_line(plan: Path, text: str) -> str:
    """What `planls check --fix` makes of a text at the plan's place."""
    plan.write_text(text, encoding="utf-8")
    subprocess.run([PLANLS, "check", "--fix", "--exit-zero", plan], check=True, capture_output=True)
    return plan.read_text(encoding="utf-8")
