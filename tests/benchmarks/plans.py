"""Plans of any length, made up by a seed: what the benchmarks work on."""

import random
from collections.abc import Iterator

NOUNS = ["retry queue", "session store", "upload endpoint", "audit log", "rate limiter", "search index"]
VERBS = ["stores", "validates", "replays", "archives", "rejects", "streams", "deduplicates"]
THINGS = ["every delivery", "the signed payload", "late arrivals", "the tenant's rows", "stale entries"]
TAILS = [
    "before the client gets its answer",
    "so that a crash loses nothing",
    "within 250 ms",
    "exactly once",
]
ITEMS = {
    "No mock data": "All data comes from real sources (DB, API, files)",
    "Real integrations": "External services are actually connected, not stubbed",
    "Error handling": "Failures are handled, not ignored",
    "Scalable patterns": "Code structure would work at 10x scale",
    "Tests exist": "pytest covers the critical paths",
    "Config externalized": "No hardcoded secrets or environment-specific values",
}
HEAD = """\
# PoC {number} Implementation Plan: {name}

## Overview
| Attribute | Value |
|-----------|-------|
| **PoC Name** | {name} |
| **Proves** | {sentence} |
| **Production-Grade Because** | {sentence} |

---

## Prerequisites

Complete these BEFORE starting implementation steps.

### 1. Start the database
**Why Needed**: {sentence}
**Steps**:
1. Start the container

**Commands**:

```bash
docker compose up --detach database
```

**Verification**:

```bash
docker compose exec database pg_isready
```

**Credentials/Config Needed**:

```bash
DATABASE_URL  # kept in .env
```

---

## Implementation Steps

Each step should be completable in ~30 minutes or less.
"""
TAIL = """
---

## Test Structure

```python
def test_nothing_is_lost(store):
    assert store.count() == 3
```

---

## Production-Grade Checklist

Before marking PoC complete, verify:

{items}

---

## What "Done" Looks Like

{sentence}

Example:

```bash
curl --fail http://localhost:8000/healthz
```

---

## Risks & Mitigations

| Risk | Likelihood | Mitigation |
|------|------------|------------|
| {sentence} | M | {sentence} |
"""


def plan(lines: int, seed: int = 1) -> str:
    """Return a complete plan of about that many lines, open boxes and all."""
    chance = random.Random(seed)
    head = HEAD.format(number=seed, name=chance.choice(NOUNS).title(), sentence=sentence(chance))
    items = "\n".join(f"- [ ] **{name}**: {text}" for name, text in ITEMS.items())
    tail = TAIL.format(items=items, sentence=sentence(chance))
    length, steps = head.count("\n") + tail.count("\n"), list[str]()
    while length < lines or not steps:
        steps.append("\n".join(step(chance, len(steps) + 1)) + "\n")
        length += steps[-1].count("\n")
    return head + "".join(steps) + tail


def step(chance: random.Random, number: int) -> Iterator[str]:
    """Yield the lines of a step with a few tasks and some code."""
    yield from ("", f"### Step {number}: The {chance.choice(NOUNS)}", f"**Goal**: {sentence(chance)}")
    if number > 1:
        yield f"**Depends On**: Step {chance.randint(1, number - 1)}"
    yield from ("", "**Tasks**:")
    yield from (f"- [ ] {sentence(chance)}" for _ in range(chance.randint(2, 6)))
    yield from ("", f"{sentence(chance)} {sentence(chance)}", "", "**Code**:", "", "```python")
    for _ in range(chance.randint(2, 6)):
        yield from (
            "def handle(event: Event) -> None:",
            f'    """{sentence(chance)}"""',
            "    store(event)",
            "",
        )
    yield from (
        "```",
        "",
        "**Verification**:",
        "",
        "```bash",
        f"pytest tests/test_step_{number}.py",
        "```",
        "",
    )
    yield f"**Output**: `receiver/step_{number}.py` {chance.choice(VERBS)} {chance.choice(THINGS)}."


def sentence(chance: random.Random) -> str:
    """Return a made-up sentence."""
    words = (chance.choice(NOUNS), chance.choice(VERBS), chance.choice(THINGS), chance.choice(TAILS))
    return "The {} {} {} {}.".format(*words)
