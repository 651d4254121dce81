"""Vim with ALE on a screen, with the configuration that we hand out: finding, quick fix, completion, save."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors import plans
from tests.editors.vim import Vim, vim
from tests.editors.waiting import environment, until
from tests.tools.editors.vim import VIM

pytestmark = VIM.marks
CONFIGURATION = Path(__file__).parents[2] / "editor-clients" / "vim" / "ale"
USERS = "source $VIMRUNTIME/defaults.vim\npackadd! ale\n"
"""What is in the vimrc of somebody who has ALE."""

STUB = """\
function! lsp#register_server(server) abort
    let a:server.cmd = a:server.cmd({})
    call writefile([json_encode(a:server)], 'server.json')
endfunction
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_ale_mends_and_completes_a_plan(tmp_path: Path, ending: str) -> None:
    plan = plans.workspace(tmp_path, ending)
    configure(tmp_path / ".vim")
    with vim(environment(tmp_path), tmp_path, str(plan)) as editor:
        until(lambda: findings(editor) >= plans.FIRST, editor.screen.screen)
        fix(editor)
        complete(editor)
        editor.screen.press("Escape")  # ALE looks again when Insert mode is left
        until(lambda: not findings(editor) & plans.GONE, editor.screen.screen)
        editor.screen.type(":write\r")
        until(lambda: plans.is_saved(plan, ending), editor.screen.screen)
        editor.screen.type(":quit\r")
        until(editor.screen.has_ended, editor.screen.screen)


def test_vim_lsp_would_get_a_server(tmp_path: Path) -> None:
    """Without vim-lsp: what its configuration hands to a function of that name."""
    (tmp_path / "autoload").mkdir()
    (tmp_path / "autoload" / "lsp.vim").write_text(STUB)
    commands = [f"set runtimepath+={tmp_path}", "doautocmd User lsp_setup", "qall!"]
    vimrc = CONFIGURATION.parent / "vim-lsp" / "vimrc"
    run = ["vim", "-es", "-N", "-u", str(vimrc), *(part for one in commands for part in ("-c", one))]
    subprocess.run(run, env=environment(tmp_path), cwd=tmp_path, stdin=subprocess.DEVNULL, check=True)
    assert json.loads((tmp_path / "server.json").read_text()) == {
        "name": "planls",
        "cmd": ["planls", "server"],
        "allowlist": ["markdown"],
        "initialization_options": {"positionEncoding": "utf-32"},
    }


def configure(home: Path) -> None:
    """Take the steps of our README."""
    (home / "ale_linters" / "markdown").mkdir(parents=True)
    shutil.copy(CONFIGURATION / "planls.vim", home / "ale_linters" / "markdown")
    (home / "vimrc").write_text(USERS + (CONFIGURATION / "vimrc").read_text())


def findings(editor: Vim) -> set[plans.Seen]:
    """What ALE marks, as it keeps it."""
    lines = editor.lines()
    return {seen(lines, one) for one in editor.ask("ale#engine#GetLoclist(bufnr(''))")}


def seen(lines: list[str], finding: Any) -> plans.Seen:
    """A finding whose columns count bytes from 1; one of a text that has changed since may cut characters."""
    line = lines[finding["lnum"] - 1].encode()
    before, text = line[: finding["col"] - 1], line[finding["col"] - 1 : finding["end_col"]]
    column = len(before.decode(errors="replace")) + 1
    return (finding["code"], finding["lnum"], column, text.decode(errors="replace"))


def fix(editor: Vim) -> None:
    """Go to the misspelled name and choose its fix in the list of :ALECodeAction."""
    line, column = plans.MISNAMED[1:3]
    editor.screen.type(f":call setcursorcharpos({line}, {column})\r:ALECodeAction\r")
    editor.screen.until_shown(f"1) {plans.FIX_TITLE}", "(empty cancels)")
    editor.screen.type("1\r")
    until(lambda: editor.lines() == plans.FIXED.splitlines(), editor.screen.screen)


def complete(editor: Vim) -> None:
    """Complete a section with the omni completion."""
    editor.screen.type(f"{plans.COMPLETION_LINE}GS{plans.TYPED}")
    editor.screen.press("C-x", "C-o")
    editor.screen.until_shown("missing section")
    editor.screen.press("C-y")
    until(lambda: editor.lines() == plans.COMPLETED.splitlines(), editor.screen.screen)
