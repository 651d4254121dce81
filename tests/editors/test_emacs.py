"""Emacs with Eglot and with lsp-mode, driven in batch mode with the very configurations that we hand out."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.editors import plans
from tests.editors.waiting import environment
from tests.tools.editors.emacs import EMACS

DRIVERS = Path(__file__).parent / "emacs"
CONFIGURATION = Path(__file__).parents[2] / "editor-clients" / "emacs"
SPEC = """\
# PoC Spec: 帳簿

## A) PoC Overview

**Success criteria**:

- [ ] 日本語 🎉 eins
- 日本語 🎉 zwei
- [ ] drei
"""
pytestmark = EMACS.marks


@pytest.mark.parametrize("client", ["eglot", "lsp-mode"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_emacs_mends_and_completes_a_plan(tmp_path: Path, ending: str, client: str) -> None:
    plan = plans.workspace(tmp_path, ending)
    typed = {"PLANLS_LINE": str(plans.COMPLETION_LINE), "PLANLS_TYPED": plans.TYPED}
    assert drive(plan, plans.MISNAMED[0], client, **typed) >= plans.FIRST
    assert plan.read_bytes() == plans.COMPLETED.replace("\n", ending).encode()


def test_emacs_mends_a_spec(tmp_path: Path) -> None:
    spec = tmp_path / "帳簿.md"
    spec.write_text(SPEC, encoding="utf-8")
    assert ("STR015", 8, 3, "日本語 🎉 zwei") in drive(spec, "STR015")
    assert spec.read_text(encoding="utf-8") == SPEC.replace("- 日本語 🎉 zwei", "- [ ] 日本語 🎉 zwei")


def test_emacs_sees_what_the_notes_beside_a_spec_lack(tmp_path: Path) -> None:
    (tmp_path / "1-notes.md").write_text("# 帳簿\n\nPython\n", encoding="utf-8")
    spec = tmp_path / "1-spec.md"
    spec.write_text(SPEC + "\n日本語 🎉 kept in Redis, with `mystery-kit`\n", encoding="utf-8")
    assert ("SCP001", 11, 15, "Redis") in drive(spec, "SCP001", PLANLS_LOOK="1")


def drive(plan: Path, rule: str, client: str = "eglot", **steps: str) -> set[plans.Seen]:
    """Open the plan in Emacs, apply the quick fix of the rule's first finding, save; return what it saw.

    ``steps``: further variables, as `drive.el` explains them.
    """
    report = plan.with_name("report.json")
    told = {"PLANLS_PLAN": str(plan), "PLANLS_RULE": rule, "PLANLS_REPORT": str(report), **steps}
    command = ["emacs", "--batch", "-L", str(CONFIGURATION), "-L", str(DRIVERS), "-l", f"drive-{client}"]
    done = subprocess.run(
        command, env=environment(plan.parent) | told, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return {tuple(finding) for finding in json.loads(report.read_text(encoding="utf-8"))}
