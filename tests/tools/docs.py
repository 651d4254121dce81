"""`make docs`: write the generated regions of README.md anew; tests/house proves them fresh."""

import re
import subprocess
import sys
from pathlib import Path

from planls_rules import RULES

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
EXAMPLE = ["check", "tests/examples/flawed-plan.md"]
_REGION = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Rewrite the README where it is stale."""
    README.write_text(fresh(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def fresh(text: str) -> str:
    """Return the README with its regions as they should be today."""
    makers = {"example": example, "rules": rules}
    return _REGION.sub(lambda region: f"{region[1]}\n{makers[region[2]]()}\n{region[3]}", text)


def example() -> str:
    """Return what a terminal shows for the flawed example plan."""
    return f"```console\n$ planls {' '.join(EXAMPLE)}\n{printed(*EXAMPLE)}```\n"


def rules() -> str:
    """Return what `planls rules` prints as a table, the codes linked to their pages."""
    pages = {rule.code: rule.page.relative_to(ROOT).as_posix() for rule in RULES}
    rows = [re.split(r" {2,}", row, maxsplit=4) for row in printed("rules").splitlines()[1:]]
    cells = [" | ".join([f"[{code}]({pages[code]})", *rest]) for code, *rest in rows]
    head = ["| Code | Name | Severity | Fix | Finds |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(f"| {row} |" for row in cells), ""])


def printed(*arguments: str) -> str:
    """Return what planls prints, both streams as a terminal shows them."""
    command = [sys.executable, "-m", "planls", *arguments]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=both, encoding="utf-8", check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
