"""Emacs with Eglot, driven in batch mode with the very configuration that we hand out."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.editors import BY_HAND, emacs_complete

HERE = Path(__file__).parent
CONFIGURATION = HERE.parents[1] / "editor-clients" / "emacs"

pytestmark = [
    pytest.mark.editor,
    pytest.mark.skipif(not emacs_complete(), reason=f"Emacs is NOT tested: {BY_HAND}"),
]


def drive(plan: Path, rule: str) -> dict[str, Any]:
    """Open the plan in Emacs, apply the quick fix of the rule's first finding, save; return what it saw."""
    report = plan.with_name("report.json")
    environment = os.environ | {
        "HOME": str(plan.parent),  # no one's own configuration has a say
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "PLANLS_PLAN": str(plan),
        "PLANLS_RULE": rule,
        "PLANLS_REPORT": str(report),
    }
    command = ["emacs", "--batch", "-L", str(CONFIGURATION), "-l", str(HERE / "drive.el")]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return seen
