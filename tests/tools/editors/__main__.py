"""`make editors`: bring the editors that the tests drive, where that can be done without asking.

Never fails: without its editor a test is skipped, and says so.
"""

import subprocess
import sys

from tests.tools.editors.emacs import EMACS
from tests.tools.editors.helix import HELIX
from tests.tools.editors.neovim import NEOVIM
from tests.tools.editors.vim import VIM
from tests.tools.editors.vscode import VSCODE

EDITORS = (NEOVIM, HELIX, EMACS, VIM, VSCODE)


def main() -> int:
    """Bring what is absent, and say what is left to do."""
    for editor in EDITORS:
        if not editor.is_complete():
            try:
                editor.bring()
            except (OSError, subprocess.CalledProcessError) as error:
                print(f"{editor.name}: {error}", file=sys.stderr)
        if not editor.is_complete():
            print(f"WARNING: {editor.warning}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
