"""Waiting for an editor's state, and the environment that every editor starts in."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

LIMIT = 60
"""Seconds after which a wait is an error."""

T = TypeVar("T")


def until(ready: Callable[[], T], what: Callable[[], object]) -> T:
    """Look until something is there and return it; ``what`` tells what is there where it never comes."""
    limit = time.monotonic() + LIMIT
    while not (state := ready()):
        assert time.monotonic() < limit, f"waited in vain: {what()}"
        time.sleep(0.02)  # between two looks; nothing is taken for granted after it
    return state


def environment(home: Path) -> dict[str, str]:
    """Where nobody's own configuration has a say, and `planls` is ours."""
    ours = {
        "HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "VIM", "TMUX"))}
    return mine | ours
