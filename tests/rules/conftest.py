"""The pages run the command as the command line's own tests do."""

from tests.cli.conftest import run

__all__ = ["run"]
