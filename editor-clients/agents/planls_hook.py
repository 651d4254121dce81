#!/usr/bin/env python3
"""A hook of Claude Code: checks the Markdown file that was just written and hands the findings back."""

import json
import subprocess
import sys
from pathlib import Path

path = json.load(sys.stdin).get("tool_input", {}).get("file_path", "")
if Path(path).suffix.lower() in (".md", ".markdown"):
    command = ["planls", "check", "--force-exclude", "--output-format=full", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # found on PATH
    if done.returncode:
        print(done.stdout, done.stderr, sep="", end="", file=sys.stderr)
        sys.exit(2)  # the code with which standard error reaches the agent
