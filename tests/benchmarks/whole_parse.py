"""The reference: a whole mistletoe parse of every file of a folder, and no word about any."""

import sys
from pathlib import Path

from mistletoe.block_token import Document

for path in Path(sys.argv[1]).rglob("*.md"):
    Document(path.read_text(encoding="utf-8"))
