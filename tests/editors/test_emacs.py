"""Emacs with Eglot, driven in batch mode with the very configuration that we hand out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.editors.emacs import EMACS

HERE = Path(__file__).parent
CONFIGURATION = HERE.parents[1] / "editor-clients" / "emacs"
PLAN = """\
# PoC 3 Implementation Plan: 帳簿

## Implementation Steps

### Step 1: Größe messen
**Goal**: Café 日本語 🎉👩‍🔬 [What this step accomplishes]

Änderung 日本語 🎉 é <!-- planls-disable-line missing-sectoin -->
"""
SPEC = """\
# PoC Spec: 帳簿

## A) PoC Overview

**Success criteria**:

- [ ] 日本語 🎉 eins
- 日本語 🎉 zwei
- [ ] drei
"""
SEEN = {
    ("STR011", 6, 25, "[What this step accomplishes]"),
    ("SUP001", 8, 43, "missing-sectoin"),
}

pytestmark = EMACS.marks


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_emacs_sees_a_finding_behind_other_scripts_and_applies_its_fix(tmp_path: Path, ending: str) -> None:
    """Code, line and column (from 1, in characters) and the text that is underlined; then the saved bytes."""
    plan = tmp_path / "帳簿-plan.md"
    plan.write_bytes(PLAN.replace("\n", ending).encode())
    assert drive(plan, "SUP001") >= SEEN
    fixed = PLAN.replace("missing-sectoin", "missing-section").replace("\n", ending)
    assert plan.read_bytes() == fixed.encode()


def test_emacs_mends_a_spec(tmp_path: Path) -> None:
    spec = tmp_path / "帳簿.md"
    spec.write_text(SPEC, encoding="utf-8")
    assert ("STR015", 8, 3, "日本語 🎉 zwei") in drive(spec, "STR015")
    assert spec.read_text(encoding="utf-8") == SPEC.replace("- 日本語 🎉 zwei", "- [ ] 日本語 🎉 zwei")


def test_emacs_sees_what_the_notes_beside_a_spec_lack(tmp_path: Path) -> None:
    (tmp_path / "1-notes.md").write_text("# 帳簿\n\nPython\n", encoding="utf-8")
    spec = tmp_path / "1-spec.md"
    spec.write_text(SPEC + "\n日本語 🎉 kept in Redis, with `mystery-kit`\n", encoding="utf-8")
    assert ("SCP001", 11, 15, "Redis") in drive(spec, "SCP001", look=True)


def drive(plan: Path, rule: str, *, look: bool = False) -> set[tuple[str, int, int, str]]:
    """Open the plan in Emacs, apply the quick fix of the rule's first finding, save; return what it saw.

    ``look``: wait for the finding and leave it at that.
    """
    report = plan.with_name("report.json")
    environment = os.environ | {
        "HOME": str(plan.parent),  # no one's own configuration has a say
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "PLANLS_PLAN": str(plan),
        "PLANLS_RULE": rule,
        "PLANLS_REPORT": str(report),
    }
    environment |= {"PLANLS_LOOK": "1"} if look else {}
    command = ["emacs", "--batch", "-L", str(CONFIGURATION), "-l", str(HERE / "drive.el")]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return {tuple(finding) for finding in json.loads(report.read_text(encoding="utf-8"))}
