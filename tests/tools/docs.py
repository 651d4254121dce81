"""`make docs`: write the generated regions of the README files anew; tests/house proves them fresh."""

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from planls_rules import RULES
from tests.tools import clauses

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
RULES_README = ROOT / "rules" / "README.md"
EXAMPLE = ["check", "tests/examples/flawed-plan.md"]
PAGES = (
    README,
    RULES_README,
    ROOT / "editor-clients" / "agents" / "README.md",
    ROOT / "editor-clients" / "ci" / "README.md",
)
"""What has generated regions."""
OWN_TEMPLATE = ROOT / "tests" / "examples" / "own-template"
_REGION = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Rewrite the READMEs where they are stale."""
    for path in PAGES:
        path.write_text(fresh(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def fresh(text: str) -> str:
    """Return a README with its regions as they should be today."""
    makers = {
        "example": example,
        "rules": rules,
        "own_template": own_template,
        "clauses": held,
        "agent_json": agent_json,
        "annotation": annotation,
        "action_inputs": action_inputs,
    }
    return _REGION.sub(lambda region: f"{region[1]}\n{makers[region[2]]()}\n{region[3]}", text)


def example() -> str:
    """Return what a terminal shows for the flawed example plan."""
    return console(*EXAMPLE)


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


def agent_json() -> str:
    """Return what an agent is told of one fault."""
    return console("check", "--output-format", "json", "--select", "missing-field", EXAMPLE[-1])


def annotation() -> str:
    """Return what a runner of GitHub is told of one fault."""
    return console("check", "--output-format", "github", "--select", "misspelled-heading", EXAMPLE[-1])


def action_inputs() -> str:
    """Return the inputs of the action as a table."""
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    rows = [f"| `{name}` | {one['description']} | `{one['default']}` |" for name, one in inputs.items()]
    return "\n".join(["| Input | What it is | Default |", "|---|---|---|", *rows, ""]).replace(
        " `` |", " - |"
    )


def console(*arguments: str) -> str:
    """Return a command and what it prints as a fence."""
    return f"```console\n$ planls {' '.join(arguments)}\n{printed(*arguments)}```\n"


def fenced(path: Path) -> str:
    """Return a file as a fence."""
    language = {".md": "markdown"}.get(path.suffix, path.suffix[1:])
    return f"```{language}\n{path.read_text(encoding='utf-8')}```\n"


def printed(*arguments: str, folder: Path = ROOT) -> str:
    """Return what planls prints, both streams as a terminal shows them."""
    command = [sys.executable, "-m", "planls", *arguments]
    anywhere = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=anywhere,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
