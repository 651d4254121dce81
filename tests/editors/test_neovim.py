"""Neovim with the configuration that we hand out: finding, quick fix, completion with tab stops, save."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors import plans
from tests.editors.neovim import CONFIGURATION, Neovim, neovim
from tests.editors.waiting import until
from tests.tools.editors import trixie
from tests.tools.editors.neovim import NEOVIM

pytestmark = NEOVIM.marks
_FIX = ':lua vim.lsp.buf.code_action({apply = true, context = {only = {"quickfix"}}})<CR>'


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_neovim_mends_and_completes_a_plan(tmp_path: Path, ending: str) -> None:
    plan = plans.workspace(tmp_path, ending)
    with neovim(tmp_path, plan, "plugin/planls.lua") as editor:
        until(lambda: editor.findings() >= plans.FIRST, editor.findings)
        assert editor.lua("vim.json.encode(vim.lsp.get_clients()[1].root_dir)") == str(tmp_path)
        fix(editor, plans.MISNAMED)
        complete(editor)
        until(lambda: not editor.findings() & plans.GONE, editor.findings)
        editor.type("<C-Bslash><C-n>:write<CR>")
        until(lambda: plans.is_saved(plan, ending), editor.lines)
        assert editor.quit() == 0


def test_the_file_for_later_versions_starts_the_same() -> None:
    later = configuration()
    assert (later["cmd"], later["filetypes"]) == (["planls", "server"], ["markdown"])
    assert later["root_markers"] == [[".git", "planls.toml", ".planls.toml"]]


def configuration() -> Any:
    """The table in `lsp/planls.lua`, without its function, as Neovim reads it."""
    read = f"local it = dofile('{CONFIGURATION}/lsp/planls.lua'); it.on_attach = nil"
    command = [
        trixie.find("nvim") or "nvim",
        "--headless",
        "--clean",
        f"+lua {read}; io.write(vim.json.encode(it))",
    ]
    done = subprocess.run([*command, "+qall!"], check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)


def fix(editor: Neovim, finding: plans.Seen) -> None:
    """Apply the quick fix at a finding, and see it done."""
    editor.type(f"{finding[1]}G0{finding[2] - 1}l{_FIX}")
    until(lambda: editor.lines() == plans.FIXED.splitlines(), editor.lines)


def complete(editor: Neovim) -> None:
    """Complete a section with the omni completion: the cursor is at the first tab stop then."""
    editor.type(f"{plans.COMPLETION_LINE}GS{plans.TYPED}<C-x><C-o>")
    until(lambda: editor.lua('vim.json.encode(vim.fn.complete_info({"items"}).items)'), editor.lines)
    editor.type("<C-y>")
    until(lambda: editor.lines() == plans.COMPLETED.splitlines(), editor.lines)
    assert editor.lua("vim.json.encode(vim.snippet.active())")
