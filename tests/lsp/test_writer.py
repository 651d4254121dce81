"""The writer: whole messages, and no fuss when the client is gone."""

import os
import subprocess
import sys

from planls.lsp.writer import Output


def test_all_of_a_message_is_written() -> None:
    read, write = os.pipe()
    Output(write).write(b"abc")
    assert os.read(read, 10) == b"abc"
    os.close(read)
    os.close(write)


def test_a_client_that_is_gone_closes_the_output() -> None:
    read, write = os.pipe()
    os.close(read)
    output = Output(write)
    output.write(b"abc")
    assert output.closed
    output.write(b"abc")
    os.close(write)


def test_what_others_print_never_reaches_the_client() -> None:
    script = (
        "import os; from planls.lsp.writer import claim_stdout; output = claim_stdout();"
        "print('from python', flush=True); os.write(1, b'from below'); output.write(b'message')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"message"
    assert b"from python" in done.stderr
    assert b"from below" in done.stderr
