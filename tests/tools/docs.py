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
    done = subprocess.run(
        [sys.executable, "-m", "planls", *EXAMPLE],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return f"```console\n$ planls {' '.join(EXAMPLE)}\n{done.stdout}```\n"


def rules() -> str:
    """Return the rule table, in the order of `RULES`."""
    rows = [
        f"| [{rule.code}]({rule.page.relative_to(ROOT).as_posix()}) | {rule.name} | {rule.severity.label} "
        f"| {rule.summary} |"
        for rule in RULES
    ]
    return "\n".join(["| Code | Name | Severity | Finds |", "|---|---|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.exit(main())
