"""Messages to the client: standard output is the protocol's alone, and each write is a whole message."""

import logging
import os
import sys

log = logging.getLogger(__name__)


class Output:
    """Where messages go. A client that is gone is no error: `closed` tells it."""

    def __init__(self, descriptor: int) -> None:
        """Write to this file descriptor."""
        self.closed = False
        self._descriptor = descriptor

    def write(self, data: bytes) -> None:
        """Write all of it."""
        rest = memoryview(data)
        try:
            while rest and not self.closed:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError as error:
            self.closed = True
            log.info("The client is gone: %s", error)

    def close(self) -> None:
        """Write no more."""
        self.closed = True


def claim_stdout() -> Output:
    """Standard output for messages alone: what anything else prints goes to standard error."""
    mine = os.dup(1)
    try:
        os.dup2(2, 1)
    except OSError:  # there is no standard error
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdout = sys.stderr
    return Output(mine)
