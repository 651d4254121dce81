"""A Neovim without a screen, with the configuration that we hand out; keys are typed, Lua is asked."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.editors.plans import Seen
from tests.editors.waiting import LIMIT, environment, until
from tests.tools.editors import trixie

CONFIGURATION = Path(__file__).parents[2] / "editor-clients" / "neovim"
_FINDINGS = "vim.json.encode(vim.diagnostic.get(0))"


class Neovim:
    """A running Neovim; lines and columns count from 1, columns in code points."""

    def __init__(self, program: str, socket: Path, process: subprocess.Popen[bytes]) -> None:
        """Talk to the process that listens at this socket."""
        self._talk = [program, "--server", str(socket)]
        self._process = process
        until(socket.exists, process.poll)

    def type(self, keys: str) -> None:
        """Type as a person would; `<CR>`, `<C-x>` and such are keys."""
        subprocess.run([*self._talk, "--remote-send", keys], check=True, capture_output=True)

    def lua(self, expression: str) -> Any:
        """The value of a Lua expression that is a string of JSON."""
        asked = [*self._talk, "--remote-expr", f"luaeval('{expression}')"]
        done = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8")
        return json.loads(done.stdout)

    def findings(self) -> set[Seen]:
        """The findings as Neovim keeps them for its signs, underlines and lists."""
        lines = self.lines()
        return {_seen(lines, one) for one in self.lua(_FINDINGS)}

    def lines(self) -> list[str]:
        """The text of the buffer."""
        return list(self.lua("vim.json.encode(vim.api.nvim_buf_get_lines(0, 0, -1, true))"))

    def quit(self) -> int:
        """Leave without saving; the exit code."""
        leave = [*self._talk, "--remote-send", "<C-Bslash><C-n>:qa!<CR>"]
        subprocess.run(leave, check=False, capture_output=True)  # it may be gone before it answers
        return self._process.wait(LIMIT)


@contextmanager
def neovim(home: Path, plan: Path, file: str, init: str = "") -> Iterator[Neovim]:
    """Open a plan in a home where one of our files stands, beside an `init.lua`."""
    configuration = home / ".config" / "nvim"
    (configuration / file).parent.mkdir(parents=True)
    shutil.copy(CONFIGURATION / file, configuration / file)
    (configuration / "init.lua").write_text(init)
    socket = home / "nvim.sock"
    program = trixie.find("nvim") or "nvim"
    command = [program, "--headless", "--listen", str(socket), str(plan)]
    process = subprocess.Popen(
        command, env=environment(home), start_new_session=True, stderr=subprocess.DEVNULL
    )
    try:
        yield Neovim(program, socket, process)
    finally:
        process.kill()
        process.wait()


def _seen(lines: list[str], finding: Any) -> Seen:
    """A finding whose columns count bytes from 0; one of a text that has changed since may cut characters."""
    line = lines[finding["lnum"]].encode()
    before, text = line[: finding["col"]], line[finding["col"] : finding["end_col"]]
    column = len(before.decode(errors="replace")) + 1
    return (finding["code"], finding["lnum"] + 1, column, text.decode(errors="replace"))
