"""What an editor is to the tests that drive it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / ".editors"
"""Where editors are put that are not installed on the machine; not under version control."""


@dataclass(frozen=True)
class Editor:
    """An editor, whether it is complete here, how to bring it, and what to do where that is not allowed.

    ``bring`` may raise OSError or CalledProcessError; ``by_hand`` is a sentence without a full stop.
    """

    name: str
    is_complete: Callable[[], bool]
    bring: Callable[[], None]
    by_hand: str

    @property
    def warning(self) -> str:
        """What to tell where it is not there."""
        return f"{self.name} is NOT tested: {self.by_hand}"

    @property
    def marks(self) -> list[pytest.MarkDecorator]:
        """The marks of a test module that drives it: skipped where it is not there, but never in CI."""
        return [pytest.mark.editor, self.skipped]

    @property
    def skipped(self) -> pytest.MarkDecorator:
        """The mark of a test that needs what it brings, and not the editor itself."""
        absent = not os.environ.get("CI") and not self.is_complete()
        return pytest.mark.skipif(absent, reason=self.warning)
