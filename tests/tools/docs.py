"""`make docs`: write the generated regions of the README files anew; tests/house proves them fresh."""

import re
import subprocess
import sys
from pathlib import Path

from planls_rules import RULES
from tests.tools import clauses

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
RULES_README = ROOT / "rules" / "README.md"
EXAMPLE = ["check", "tests/examples/flawed-plan.md"]
OWN_TEMPLATE = ROOT / "tests" / "examples" / "own-template"
_REGION = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Rewrite the READMEs where they are stale."""
    for path in (README, RULES_README):
        path.write_text(fresh(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def fresh(text: str) -> str:
    """Return a README with its regions as they should be today."""
    makers = {"example": example, "rules": rules, "own_template": own_template, "clauses": held}
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


def own_template() -> str:
    """Return the files of a team with its own template, and what it sees in a terminal."""
    files = ["planls.toml", "templates/rollout.md", "templates/rollout.toml", "rollouts/search.md"]
    shown = [f"`{name}`:\n\n{fenced(OWN_TEMPLATE / name)}" for name in files]
    lines = "".join(f"$ planls {word}\n{printed(word, folder=OWN_TEMPLATE)}" for word in ("kinds", "check"))
    return "\n".join([*shown, f"```console\n{lines}```\n"])


def held() -> str:
    """Return what the prompts ask for, and the rules that hold it."""
    return clauses.table(RULES_README.parent)


def fenced(path: Path) -> str:
    """Return a file as a fence."""
    language = {".md": "markdown"}.get(path.suffix, path.suffix[1:])
    return f"```{language}\n{path.read_text(encoding='utf-8')}```\n"


def printed(*arguments: str, folder: Path = ROOT) -> str:
    """Return what planls prints, both streams as a terminal shows them."""
    command = [sys.executable, "-m", "planls", *arguments]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, cwd=folder, stdout=pipe, stderr=both, encoding="utf-8", check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
