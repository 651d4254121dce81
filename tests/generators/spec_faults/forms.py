"""Faults in the scope table, the diagram, the folder tree and the interfaces."""

from tests.generators.spec_edits import Edit, below, body, fenced, section, swap, together
from tests.generators.spec_faults.model import Fault

_CLOCK = "`src/tollgate/clock.py`"
_CLOCKS = f"| 3.1 Monotonic clocks | {_CLOCK} |"
_BUCKET = "`src/tollgate/bucket.py` → `Bucket.take`"
_FLOW = "The limiter finds the bucket of the client.\nThe bucket takes a token, or names the wait."
_CODE = (
    'def check(self, key):\n    """Take a token."""\n    return self._buckets[key].take(self._clock.now())'
)
_TREE = "src/\n├── bucket.py\n└── limiter.py"
_JSON = '{"allowed": false, "retry_after_ns": 250000000}'
_TAKE = "def take(self, now: int) -> Verdict: ..."
_LIMITED = "def load_limits(path: Path) -> dict[str, Limit]: ..."
_NOTES = "The notes describe"


def _drawn(tree: str) -> Edit:
    """Another folder tree, and a scope table that names nothing but what all of these trees have."""
    scope = "| Topic | Where |\n|---|---|\n| 1.1 Fixed window | `docs/decisions.md` |"
    return together(section("Scope Mapping", scope), body("Folder tree", fenced(tree)))


def _json(text: str) -> Edit:
    """A block of JSON above the signatures."""
    return below(_NOTES, f"A verdict on the wire:\n\n{fenced(text, 'json')}")


def _api(text: str) -> Edit:
    return section("Interfaces / Contracts", f"**Endpoints**:\n\n{text}")


def _formats(text: str) -> Edit:
    return section("Interfaces / Contracts", f"**Input and output formats**:\n\n{text}")


TABLES = (
    Fault(
        "empty-cell",
        "3.1 Monotonic clocks",
        {
            "nothing where it is": swap((_CLOCKS, "| 3.1 Monotonic clocks | |")),
            "a dash where it is": swap((_CLOCKS, "| 3.1 Monotonic clocks | - |")),
            "to be done where it is": swap((_CLOCKS, "| 3.1 Monotonic clocks | TBD |")),
            "no cell where it is": swap((_CLOCKS, "| 3.1 Monotonic clocks |")),
        },
    ),
    Fault(
        "empty-cell",
        _CLOCK,
        {
            "nothing for the topic": swap((_CLOCKS, f"|  | {_CLOCK} |")),
            "a question mark for the topic": swap((_CLOCKS, f"| ? | {_CLOCK} |")),
            "to be done for the topic": swap((_CLOCKS, f"| TODO | {_CLOCK} |")),
        },
    ),
    Fault(
        "unknown-target",
        "1.3 Token bucket",
        {
            "a file with another name": swap((_BUCKET, "`src/tollgate/buckets.py` → `Bucket.take`")),
            "a name without its folder": swap((_BUCKET, "`Bucket.take` in `token_bucket.py`")),
            "one of two": swap((_BUCKET, "`bucket.py` and `src/tollgate/refill.py`")),
            "a folder": swap((_BUCKET, "all of `src/bucket/`")),
        },
    ),
)
DRAWINGS = (
    Fault(
        "not-a-diagram",
        "```",
        {
            "prose for a diagram": body("Diagram", fenced(_FLOW)),
            "code for a diagram": body("Diagram", fenced(_CODE, "python")),
            "a tree for a diagram": body("Diagram", fenced(_TREE, "")),
        },
    ),
    Fault(
        "not-a-tree",
        "```",
        {
            "prose for a tree": body("Folder tree", fenced(_FLOW)),
            "code for a tree": body("Folder tree", fenced(_CODE, "python")),
            "JSON for a tree": body("Folder tree", fenced(_JSON, "json")),
        },
    ),
    Fault(
        "missing-folder",
        "Folder tree",
        {
            "no source folder": _drawn(
                "tollgate/\n├── README.md\n├── docs/\n│   └── decisions.md\n└── tests/\n    └── test_all.py"
            ),
            "no source folder, with ASCII": _drawn(
                "tollgate/\n|-- docs/\n|   `-- decisions.md\n`-- tests/\n    `-- test_all.py"
            ),
            "no source folder, indented": _drawn(
                "tollgate/\n  docs/\n    decisions.md\n  tests/\n    test_all.py"
            ),
            "no tests": _drawn("tollgate/\n├── docs/\n│   └── decisions.md\n└── src/\n    └── limiter.py"),
            "no tests, with ASCII": _drawn(
                "tollgate/\n|-- docs/\n|   `-- decisions.md\n`-- src/\n    `-- limiter.py"
            ),
            "no tests, indented": _drawn("tollgate/\n  docs/\n    decisions.md\n  src/\n    limiter.py"),
        },
    ),
)
INTERFACES = (
    Fault(
        "unparsable-code",
        '"allowed"',
        {
            "a comma too many": _json(_JSON.replace("}", ",}")),
            "a value without quotes": _json(_JSON.replace("false", "no")),
            "an open brace": _json(_JSON.replace("}", "")),
        },
    ),
    Fault(
        "unparsable-code",
        "def ",
        {
            "an open parenthesis": swap((_TAKE, "def take(self, now: int -> Verdict: ...")),
            "a comma that is lost": swap((_TAKE, "def take(self now: int) -> Verdict: ...")),
            "an open bracket": swap((_LIMITED, "def load_limits(path: Path) -> dict[str, Limit: ...")),
        },
    ),
    Fault(
        "incomplete-endpoint",
        "/v1/checks",
        {
            "a row without response": _api(
                "| Method | Path | Request | Response |\n|---|---|---|---|\n"
                f"| GET | /v1/limits | none | 200 `{_JSON}` |\n"
                '| POST | /v1/checks | `{"key": "a"}` | |'
            ),
            "a heading without response": _api(
                "### POST /v1/checks\n\nRequest:\n\n" + fenced('{"key": "a"}', "json")
            ),
            "a bullet without request": _api(f"- `POST /v1/checks` answers 200 with `{_JSON}`"),
        },
    ),
    Fault(
        "format-without-rules",
        "",
        {
            "JSON and nothing else": _formats(fenced(_JSON, "json")),
            "lines of CSV": _formats(
                "Each line of a traffic file:\n\n" + fenced("time,client\n0.1,a\n", "csv")
            ),
            "a table of fields": _formats("| Field | Example |\n|---|---|\n| time | 0.1 |\n| client | a |"),
        },
    ),
)
