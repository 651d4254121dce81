"""The plan that every editor opens, what it must show there, and the texts after a fix and a completion.

Lines and columns count from 1, columns in code points; other scripts, an emoji outside the BMP, a sequence of
emoji that is one glyph and a combining accent stand before the faults, so that a wrong encoding is seen.
"""

from pathlib import Path

Seen = tuple[str, int, int, str]
"""A finding as an editor shows it: code, line, column, underlined text."""

PLACEHOLDER: Seen = ("STR011", 7, 34, "[What this validates]")
"""A fault in a table, without a fix."""
ACCOMPLISHES: Seen = ("STR011", 15, 23, "[What this step accomplishes]")
"""A fault that the comment behind it means to silence, and does once the comment is mended."""
MISNAMED: Seen = ("SUP001", 15, 78, "unfilled-placeholdr")
"""A fault in prose, the only one of its rule, with one quick fix."""
REDIS: Seen = ("SCP001", 18, 29, "Redis")
"""A technology that the notes lack: the configuration was found, and with it the notes."""
MISSING: Seen = ("STR001", 3, 4, "Overview")
"""The missing section, shown on the heading that it should follow; gone once it is completed."""

FIRST = {PLACEHOLDER, ACCOMPLISHES, MISNAMED, REDIS, MISSING}
"""What the flawed plan must show, though it is not all that it shows."""
GONE = {ACCOMPLISHES, MISNAMED, MISSING}
"""What is gone after the fix and the completion."""

FIX_TITLE = "Replace by unfilled-placeholder"
"""What the quick fix is called in an editor's menu."""

COMPLETION_LINE = 10
"""An empty line between two empty lines, where `TYPED` is typed and completed."""
TYPED = "## Pre"
COMPLETION_LABEL = "## Prerequisites"
"""The only item that goes on with what is typed."""

FLAWED = """\
# PoC 3 Implementation Plan: 帳簿 🎉

## Overview
| Attribute | Value |
|-----------|-------|
| **PoC Name** | 帳簿 |
| **Proves** | Café 日本語 🎉 👩‍🔬 e\u0301 [What this validates] |
| **Production-Grade Because** | The ledger of the café is the one that is in use |



## Implementation Steps

### Step 1: Größe messen (~25 min)
**Goal**: 日本 🎉 👩‍🔬 e\u0301 [What this step accomplishes] <!-- planls-disable-line unfilled-placeholdr -->

**Tasks**:
- [ ] 日本 🎉 👩‍🔬 e\u0301 cached in Redis

**Code**:

```python
def size(entries: list[Entry]) -> int:
    return sum(entry.amount for entry in entries)
```

**Verification**:

```bash
pytest tests/test_size.py
```

**Output**: `ledger/size.py`
"""

PREREQUISITES = """\
## Prerequisites

Complete these BEFORE starting implementation steps.

### 1. [Prerequisite Name, e.g., "Setup Supabase"]
**Why Needed**: [Why this PoC requires it]
**Steps**:
1. [Setup step 1]
2. [Setup step 2]

**Commands**:
```
[Actual commands to run]
```

**Verification**:
```
[Command to verify it's working]
```

**Credentials/Config Needed**:
```
[What to save in .env or config]
```\
"""
"""What the template has; a client with snippets leaves its tab stops' texts as they are."""

FIXED = FLAWED.replace("unfilled-placeholdr ", "unfilled-placeholder ")
"""After the quick fix of `MISNAMED`."""
COMPLETED = FIXED.replace("\n\n\n\n", f"\n\n{PREREQUISITES}\n\n", 1)
"""After that, and after the completion."""

_AROUND = {
    "planls.toml": '[companions]\nnotes = ["scope/*.md"]\n',
    "scope/帳簿.md": "# 帳簿\n\nPython, pytest\n",
}
"""Files that make the folder a workspace: a root marker with the configuration, and the notes it names."""


def workspace(folder: Path, ending: str = "\n") -> Path:
    """Write the flawed plan into a workspace below this folder; its path, which a URI has to escape."""
    for path, text in {**_AROUND, "docs/帳簿-plan.md": FLAWED}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(text.replace("\n", ending).encode())
    return folder / "docs" / "帳簿-plan.md"


def is_saved(plan: Path, ending: str = "\n") -> bool:
    """Say whether the file has every byte of `COMPLETED`; some editors rename it while they save."""
    try:
        saved = plan.read_bytes()
    except FileNotFoundError:
        return False
    return saved == COMPLETED.replace("\n", ending).encode()
