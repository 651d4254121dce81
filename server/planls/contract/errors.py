"""What is wrong with a kind's files."""

from pathlib import Path


class KindError(ValueError):
    """A template or ``kind.toml`` that cannot be used: file, 1-based line and what to do about it."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Name the place and the fault."""
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message
