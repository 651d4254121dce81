"""Helix on a screen, with the configuration that we hand out: finding, quick fix, completion, save."""

import shutil
from pathlib import Path

import pytest

from tests.editors import plans
from tests.editors.terminal import Terminal, terminal
from tests.editors.waiting import environment, until
from tests.tools.editors import trixie
from tests.tools.editors.helix import HELIX

pytestmark = HELIX.marks
CONFIGURATION = Path(__file__).parents[2] / "editor-clients" / "helix" / "languages.toml"


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_helix_mends_and_completes_a_plan(tmp_path: Path, ending: str) -> None:
    plan = plans.workspace(tmp_path, ending)
    configuration = tmp_path / ".config" / "helix"
    configuration.mkdir(parents=True)
    shutil.copy(CONFIGURATION, configuration)
    command = [trixie.find("hx") or "hx", str(plan)]
    with terminal(command, environment(tmp_path), tmp_path) as screen:
        screen.until_shown(f"●  {plans.REDIS[1]}")
        for finding in sorted(plans.FIRST, key=lambda seen: seen[1:]):
            see(screen, finding, tmp_path / "selected")
        fix(screen)
        complete(screen)
        save(screen)
        until(lambda: plans.is_saved(plan, ending), screen.screen)
        command_line(screen, "quit")
        until(screen.has_ended, screen.screen)


def see(screen: Terminal, finding: plans.Seen, selected: Path) -> None:
    """Go to the next finding, until it is this one; its place, its code, and the text that is selected."""
    code, line, column, text = finding
    before = plans.FLAWED.splitlines()[line - 1][: column - 1]
    place = f" {line}:{glyphs(before + text)}"  # Helix puts the cursor on the last of the selection
    until(lambda: next_finding(screen).endswith(place), screen.screen)
    screen.until_shown(f"({code})")
    command_line(screen, f"pipe-to cat > {selected.name}")
    until(lambda: selected.exists() and selected.read_text(encoding="utf-8") == text, screen.screen)


def glyphs(text: str) -> int:
    """How many glyphs Helix counts: two emoji with a joiner are one, a combining accent is none."""
    return len(text) - 2 * text.count("\u200d") - text.count("\u0301")


def next_finding(screen: Terminal) -> str:
    """Go to the next finding; what the status line says then."""
    before = status(screen)
    screen.press("]", "d")
    return until(lambda: now if (now := status(screen)) != before else "", screen.screen)


def status(screen: Terminal) -> str:
    """The status line, which ends with the cursor's place."""
    return next((line.rstrip() for line in screen.screen().splitlines() if " NOR " in line), "")


def fix(screen: Terminal) -> None:
    """Go to the misspelled name and take the first entry of the menu of code actions."""
    line, column = plans.MISNAMED[1:3]
    screen.type(f"{line}Ggh{column - 1}l")
    screen.press("Space", "a")
    screen.until_shown(plans.FIX_TITLE)
    screen.press("Enter")
    screen.until_shown("unfilled-placeholder -->")


def complete(screen: Terminal) -> None:
    """Complete a section with the menu that opens while typing."""
    screen.type(f"{plans.COMPLETION_LINE}Gi{plans.TYPED}")
    screen.until_shown(plans.COMPLETION_LABEL)
    screen.press("C-n")
    screen.until_shown("[What to save in .env or config]")
    screen.press("Enter")
    screen.press("Escape")
    until(lambda: status(screen), screen.screen)


def save(screen: Terminal) -> None:
    """Save, once the missing section is no longer missing."""
    screen.until_shown(f"    {plans.MISSING[1]}  ## Overview")
    command_line(screen, "write")


def command_line(screen: Terminal, command: str) -> None:
    """Run a command in the command line."""
    screen.type(f":{command}")
    screen.until_shown(f":{command}")
    screen.press("Enter")
