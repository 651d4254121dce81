"""Other ways to write what the example of a spec says, none of them a fault."""

from tests.generators.spec_edits import (
    Edit,
    as_answers,
    as_titles,
    below,
    body,
    entries,
    fenced,
    listed,
    section,
    swap,
    table,
    together,
    without,
)

_DECISIONS = "3 architecture decisions + trade-offs"
_QUESTIONS = "5 likely interviewer questions + strong answers"
_TITLE = "**Title**: Tollgate, a thread-safe token-bucket rate limiter"
_BOX = "**Time-box**: 4 hours for the core"
_JSON = '{"allowed": false, "retry_after_ns": 250000000}'
_SIGNATURES = {
    "go": "func (l *Limiter) Check(key string) Verdict\n\ntype Clock interface {\n\tNow() int64\n}",
    "typescript": "export function check(key: string): Verdict;\nexport type Verdict = { allowed: boolean };",
    "rust": "pub fn check(&self, key: &str) -> Verdict;",
}


def _decided(entry: str) -> str:
    """A decision as the cells of a row: what, why, what it costs."""
    title, _, rest = entry.partition("**: ")
    return f"{title.strip('*')} | {rest.replace('**Trade-off**:', '|')}"


def _asked(entry: str) -> str:
    """A question and its answer as the cells of a row."""
    return entry.replace("?* ", "? | ").strip("*")


MANNERS: dict[str, Edit] = {
    "no extras": lambda text: text.partition("\n---\n\n## J)")[0],
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no rules between sections": lambda text: text.replace("\n---\n\n##", "\n##"),
    "colons inside": lambda text: text.replace("**:", ":**"),
    "a time-box in prose": together(
        swap((f"{_BOX}\n\n", "")),
        below("# PoC", "One PoC from the notes on rate limiting, time-boxed to about 4 hours."),
    ),
    "a range of hours": swap((_BOX, "**Time-box**: 3.5–4.5 h")),
    "skills in a table": body(
        "Key skills from the notes", "| Skill | For the goal |\n|---|---|\n| Token bucket | the answers |"
    ),
    "the most criteria": body(
        "Success criteria", listed([f"[x] {text}" for text in [*entries("Success criteria"), "a", "b", "c"]])
    ),
    "test cases in a table": body("Test cases", table("# | Case", entries("Test cases"))),
    "eleven test cases": body("Test cases", listed([*entries("Test cases") * 2, "One more"], "1.")),
    "decisions below headings": body(_DECISIONS, as_titles("Decision", entries(_DECISIONS))),
    "decisions with bullets": body(_DECISIONS, listed(entries(_DECISIONS))),
    "questions below headings": body(_QUESTIONS, as_titles("Q", entries(_QUESTIONS))),
    "questions and answers": body(_QUESTIONS, as_answers(entries(_QUESTIONS))),
    "a diagram in Mermaid": body(
        "Diagram", fenced("flowchart LR\n  caller --> limiter --> bucket\n  limiter --> clock", "mermaid")
    ),
    "a diagram on one line": body("Diagram", fenced("caller -> limiter -> bucket -> verdict", "")),
    "levels in a sentence": body(
        "Logging strategy",
        "Loads of the limits are logged at INFO, refused clients at WARNING, bad limits at ERROR.",
    ),
    "a table of levels": body(
        "Logging strategy", "| Level | What |\n|---|---|\n| info | each load |\n| warning | each refusal |"
    ),
    "strategies in a sentence": together(
        body("Error handling strategy", "One base class; what users can mend exits 2, all else is a bug."),
        body("Configuration strategy", "A TOML file, and the environment for its path."),
        body("Testing strategy", "pytest, a manual clock as fixture."),
    ),
    "comments tell the key files": together(
        without("Key files"),
        swap(
            ("├── bucket.py", "├── bucket.py        # the arithmetic"),
            ("├── clock.py", "├── clock.py         # the clocks"),
            ("├── cli.py", "├── cli.py           # the command"),
        ),
    ),
    "endpoints": section(
        "Interfaces / Contracts",
        "**Endpoints**:\n\n| Method | Path | Request | Response |\n|---|---|---|---|\n"
        f'| POST | `/v1/checks` | `{{"key": "a"}}` | 200 `{_JSON}` |\n'
        "| GET | `/v1/limits` | none | 200 `{}` |",
    ),
    "endpoints below headings": section(
        "Interfaces / Contracts",
        "### POST /v1/checks\n\nRequest:\n\n"
        + fenced('{"key": "a"}', "json")
        + "\n\nResponse (200):\n\n"
        + fenced(_JSON, "json"),
    ),
    "formats with rules": section(
        "Interfaces / Contracts",
        "**Input and output formats**:\n\n"
        + fenced('{"time_ns": 1, "client": "a"}', "json")
        + "\n\n| Field | Rule |\n|---|---|\n| `time_ns` | whole, not below the line before |\n"
        "| `client` | 1 to 64 characters |",
    ),
    "commands in a list": body(
        "Commands",
        listed(
            [
                "`python3 -m venv .venv && . .venv/bin/activate`",
                "`pip install -e .`",
                "`tollgate replay --class free traffic.csv`",
                "`pytest -q`",
            ],
            "1.",
        ),
    ),
    "commands in blocks": section(
        "Run Instructions",
        "\n\n".join(
            f"{what}:\n\n{fenced(command, 'bash')}"
            for what, command in (
                ("Create the environment", "python3 -m venv .venv"),
                ("Install", ".venv/bin/pip install -e ."),
                ("Run", ".venv/bin/tollgate replay traffic.csv"),
                ("Test", ".venv/bin/pytest -q"),
                ("Expected outputs", "600 calls, 79 granted, 521 refused"),
            )
        ),
    ),
    "commands without comments": body(
        "Commands",
        fenced(
            "uv venv && uv pip install -e .\nuv run tollgate replay traffic.csv\nuv run pytest -q", "bash"
        ),
    ),
    "a title without the word spec": swap(
        ("# PoC Spec: Tollgate", "# Tollgate: a rate limiter in an afternoon")
    ),
    "no front matter": swap(("---\nnotes: rate-limiting-notes.md\n---\n\n", "")),
    "a title below its label": swap((_TITLE, _TITLE.replace(": ", ":\n\n"))),
    "labels as headings": swap(
        ("**Problem statement**:", "### Problem statement"),
        ("**Success criteria**:", "### Success criteria"),
        ("**What this PoC demonstrates in interviews**:", "### What this PoC demonstrates in interviews"),
    ),
    "labels as the prompt has them": swap(
        ("**Success criteria**:", "**Success criteria (5–8 checkboxes)**"),
        ("**Folder tree**:", "**A complete folder tree**"),
        ("**Test cases**:", "**Minimum 5 test cases**"),
        ("**Expected outputs**:", "**Expected outputs (brief)**"),
    ),
    "a problem on one line": lambda text: text.replace(" wait. The\nfirst", " wait. The first").replace(
        "under\nthreads.", "under threads."
    ),
    "a speech in quotes": lambda text: text.replace("\n> ", "\n").replace("Our API had", "“Our API had"),
    "decisions in a table": body(
        _DECISIONS,
        table("# | Decision | Why | Trade-off", [_decided(entry) for entry in entries(_DECISIONS)]),
    ),
    "questions in a table": body(
        _QUESTIONS, table("# | Question | Answer", [_asked(entry) for entry in entries(_QUESTIONS)])
    ),
    "a table with other columns": swap(
        ("| Note topic/subtopic | Where it is implemented in PoC |", "| Topic | Where |"),
    ),
    "a third column": section(
        "Scope Mapping",
        "| Topic | Where | How |\n|---|---|---|\n| 1.3 Token bucket | `bucket.py` | a refill on each call |",
    ),
    "targets in prose": swap(
        ("`src/tollgate/clock.py` |", "`limiter.py` and the commands of section H |"),
    ),
    "a tree in ASCII": lambda text: text.replace("├──", "|--").replace("└──", "`--").replace("│", "|"),
    "an indented tree": body(
        "Folder tree",
        fenced(
            "tollgate/\n  docs/\n    decisions.md\n  configs/\n    limits.toml\n"
            "  scripts/\n    make_traffic.py\n  src/\n    tollgate/\n"
            "      bucket.py\n      limiter.py\n      clock.py\n      config.py\n      cli.py\n"
            "  tests/\n    conftest.py\n    test_limiter.py\n    test_threads.py",
            "",
        ),
    ),
    **{
        f"signatures in {language}": section("Interfaces / Contracts", fenced(code, language))
        for language, code in _SIGNATURES.items()
    },
}
"""What can reasonably be read as fine."""
