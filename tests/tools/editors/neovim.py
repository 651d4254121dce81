"""Neovim, whose version 0.10 is the oldest with the calls that our configuration makes."""

from tests.tools.editors import trixie
from tests.tools.editors.model import Editor

NEOVIM = Editor(
    "Neovim",
    lambda: trixie.version("nvim").startswith("NVIM v0.1"),
    lambda: trixie.bring("neovim=0.10.*", "nvim", ("VIMRUNTIME", "usr/share/nvim/runtime")),
    "put Neovim 0.10 or later on the PATH",
)
