"""Endpoints in all their spellings, and the paths that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.endpoints import Endpoint, endpoints

SAID: dict[str, list[str]] = {
    "POST /api/items": ["POST /api/items"],
    "- `GET /items/{id}`: one item": ["GET /items/{id}"],
    "**GET** `/x`": ["GET /x"],
    "`GET` `/x`": ["GET /x"],
    "[GET] /x": ["GET /x"],
    "GET: /x": ["GET /x"],
    "**POST /x**: creates": ["POST /x"],
    "1. **`POST /v1/chat/completions`** – asks": ["POST /v1/chat/completions"],
    "### `/health`": [" /health"],
    "### 2. `/health` endpoint": [" /health"],
    "### The path `/a/b`": [" /a/b"],
    "- **`/health`**: says ok": [" /health"],
    "### POST /items": ["POST /items"],
    "#### 1. `DELETE /items/:id` (204)": ["DELETE /items/:id"],
    "### /items [POST]": ["POST /items"],
    "### /items (GET, POST)": ["GET /items", "POST /items"],
    "`/items` (GET)": ["GET /items"],
    "GET/POST /x": ["GET /x", "POST /x"],
    "GET and POST /x": ["GET /x", "POST /x"],
    "`OPTIONS /x`, `HEAD /y`, `PATCH /z`": ["OPTIONS /x", "HEAD /y", "PATCH /z"],
    "GET /items?limit=10.": ["GET /items"],
    "(see GET /items).": ["GET /items"],
    "GET /items/(a)": ["GET /items/(a)"],
    "GET /items/<int:id>": ["GET /items/<int:id>"],
    "GET /static/*": ["GET /static/*"],
    "`GET /`": ["GET /"],
    "POST {{base}}/items": ["POST /items"],
    "PUT ${URL}/items/$ID": ["PUT /items/$ID"],
    'POST `/api/flags/{name}` {"a": 1}': ["POST /api/flags/{name}"],
    "| GET | `/api/health` | none |": ["GET /api/health"],
    "| `GET`, `POST` | `/a` |": ["GET /a", "POST /a"],
    "| `/a` or `/b` | PUT |": ["PUT /a", "PUT /b"],
    "| POST | `/a` | calls `GET /b` |": ["POST /a", "GET /b"],
    "| Method | Path |\n|---|---|\n| PUT | /api/{name} |": ["PUT /api/{name}"],
    "Method | Path\n--- | ---\nget | /a": ["GET /a"],
    "| Endpoint | What |\n|---|---|\n| `/health` | says ok |": [" /health"],
    "| Endpoint | What |\n|---|---|\n| `GET /health` | says ok |": ["GET /health"],
    "- **Method**: POST\n- **Path**: `/x`\n- **Method**: GET\n- **Path**: `/y`": ["POST /x", "GET /y"],
    "- Path: `/x`\n- Method: POST\n\n- Path: `/y`\n- Method: GET": ["POST /x", "GET /y"],
    "- **Endpoint:** `POST /query`": ["POST /query"],
    "Endpoint: `/x`": [" /x"],
    "`/a` – POST `/b`": ["POST /b"],
    "WS /ws": [],
    "rpc Get(/x)": [],
    "`src/a.py`": [],
    "### `src/app.py`": [],
    "### `/src/app.py`": [],
    "### `/etc/hosts`": [],
    "### File: `/x/notes.md`": [],
    "Path: /usr/bin": [],
    "- `/tmp/x` is a file": [],
    "see `/health`": [],
    "https://x.org/a/b": [],
    "GET https://x.org/a/b": [],
    "curl -X POST http://localhost/a": [],
    "--path /x": [],
    "a and/or b": [],
    "Use PUT / PATCH": [],
    "the HEAD / index": [],
    "Get /x": [],
    "BUDGET /x": [],
    "GET //x": [],
    "| a | b |\n|---|---|\n| x | /y |": [],
    "": [],
}


@pytest.mark.parametrize("text", SAID)
def test_what_a_text_names(text: str) -> None:
    found = endpoints(text.replace("\n", "\r\n").splitlines(keepends=True))
    assert [f"{one.method} {one.path}" for one in found] == SAID[text]


def test_where_an_endpoint_stands() -> None:
    assert endpoints(["𝕏", "- `PUT /é/{id}`", "| GET | `/b` |"]) == [
        Endpoint(line=1, column=7, path="/é/{id}", method="PUT"),
        Endpoint(line=2, column=9, path="/b", method="GET"),
    ]


PIECES = [
    "GET",
    "POST ",
    "/",
    "/a",
    "`",
    "*",
    "**",
    "|",
    " ",
    "\n",
    "# ",
    "(",
    ")",
    "[",
    "{x}",
    "- ",
    ": ",
    "Path: ",
    "?",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_can_be_asked_and_a_path_stands_where_it_is_said_to(text: str) -> None:
    rows = text.split("\n")
    found = endpoints(rows)
    assert found == sorted(set(found))
    assert all(rows[one.line].startswith(one.path, one.column) and one.path[0] == "/" for one in found)


@pytest.mark.parametrize(
    "piece", [*PIECES, "(/", "**/", "`/a` (", "GET, ", "GET /a ", "| /a ", "/)", "Method: GET\n"]
)
def test_a_large_text_takes_no_longer_than_it_should(piece: str) -> None:
    endpoints((piece * 10_000).split("\n"))
    endpoints(("GET /" + piece * 10_000 + "x").split("\n"))


METHODS = st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"])
PATHS = st.lists(st.sampled_from(["api", "items", "{id}", ":name", "v1", "a-b_c.d"]), min_size=1).map(
    lambda parts: "/" + "/".join(parts)
)
FORMS = ("{} {}", "- `{} {}`: x", "### {} `{}`", "| {} | `{}` | x |", "**{}** {}", "Method: {}\nPath: `{}`")


@given(st.lists(st.tuples(METHODS, PATHS, st.sampled_from(FORMS))))
def test_endpoints_are_found_in_any_form(named: list[tuple[str, str, str]]) -> None:
    text = "\n\n\n\n".join(form.format(method, path) for method, path, form in named)
    assert [(one.method, one.path) for one in endpoints(text.split("\n"))] == [one[:2] for one in named]
