"""A program on a screen of its own (tmux), where keys are typed and the screen is read."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.editors.waiting import until

SIZE = ("-x", "150", "-y", "60")


class Terminal:
    """The screen of a program in a tmux server that nobody else uses."""

    def __init__(self, socket: Path) -> None:
        """Talk to the tmux server at this socket."""
        self._socket = str(socket)

    def tmux(self, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
        """What a command of tmux prints."""
        command = ["tmux", "-f", "/dev/null", "-u", "-S", self._socket, *arguments]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8")
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys by their names in tmux: `Enter`, `Escape`, `C-x`, `a`."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text as it is."""
        self.tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What stands on the screen now."""
        return self.tmux("capture-pane", "-p")

    def until_shown(self, *texts: str) -> str:
        """Wait until all of these texts are on the screen; the screen."""

        def shown() -> str:
            screen = self.screen()
            return screen if all(text in screen for text in texts) else ""

        return until(shown, lambda: f"{texts} in\n{self.screen()}")

    def has_ended(self) -> bool:
        """Say whether the program has ended."""
        return self.tmux("list-panes", "-F", "#{pane_dead}").strip() == "1"


@contextmanager
def terminal(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Iterator[Terminal]:
    """Start a program in a folder, with exactly this environment."""
    with tempfile.TemporaryDirectory(prefix="planls-") as private:  # a socket's path must be short
        screen = Terminal(Path(private) / "tmux")
        try:
            screen.tmux(
                *("set-option", "-g", "remain-on-exit", "on", ";", "new-session", "-d", *SIZE),
                *("-c", str(folder), *command),
                environment=environment,
            )
            yield screen
        finally:
            screen.tmux("kill-server")
