"""The documents that the tests open."""

TITLE = "# PoC 3 Implementation Plan: X\n"

PLACEHOLDER = TITLE + (
    "\n## Overview\n| Attribute | Value |\n|-----------|-------|\n| **PoC Name** | 😀 é [Name] |\n"
)
"""Its unfilled placeholder stands behind characters that take 4 and 2 bytes, 2 and 1 units."""
PLACEHOLDER_LINE = 5

MISSPELLED = TITLE + (
    "\n## Implementaton Steps\n\n### Step 1: A\n**Goal**: b\n\n**Tasks**:\n- [ ] c\n\n**Code**:\n\n    d\n\n"
    "**Verification**:\n\n    e\n"
)
"""Its heading on line 2 is misspelled; its step has no Output."""

DUPLICATE = TITLE + "\n## Risks\n\na\n\n## Risks\n\nb\n"
"""Its second section repeats its first."""

UNTICKED = (
    TITLE + "\n## Production-Grade Checklist\n\n- [ ] **No mock data**: none\n- [ ] **Tests exist**: a\n"
)
"""Its checklist's items are unticked."""
