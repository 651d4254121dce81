"""What cells point at: paths and nothing else; whether a drawn tree has it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.targets import is_in, targets
from planls.document.lines import split_lines
from planls.document.paths import LONGEST
from planls.document.tree import Tree, read_tree
from tests.generators.texts import texts
from tests.generators.trees import Sketch, scraps, sketches

CELLS = {
    "`src/shop/cart.py`": ["src/shop/cart.py"],
    "src/shop/cart.py": ["src/shop/cart.py"],
    "`cart.py` and `total.py`": ["cart.py", "total.py"],
    "cart.py, total.py; run.sh.": ["cart.py", "total.py", "run.sh"],
    "`configs/shop.json` → `sampling`, sent by `src/shop/cart.py`": ["configs/shop.json", "src/shop/cart.py"],
    "`src/shop/cart.py`: `add`, `remove`": ["src/shop/cart.py"],
    "`Cart` in `cart.py`; `lines` in the report": ["cart.py"],
    "cart.py:Cart, `cart.py::test_add`, `cart.py:12-20`, `docs/cart.md#why`": [
        *("cart.py", "cart.py", "cart.py", "docs/cart.md"),
    ],
    "**src/shop/** (all of it), [the cart](docs/cart.md)": ["src/shop/", "docs/cart.md"],
    "one package each under `internal/`": ["internal/"],
    "interfaces in `internal/cart` and `src/total`": ["internal/cart", "src/total"],
    "src/shop/core and docs/": ["src/shop/core", "docs/"],
    "`scripts/run.sh --fast`": ["scripts/run.sh"],
    "`cart.py, total.py`": ["cart.py", "total.py"],
    "`src/{cart,total}.py`": ["src/{cart,total}.py"],
    "`Dockerfile`, `.gitignore`, `Makefile` → `test`": ["Dockerfile", ".gitignore", "Makefile"],
    "`go.mod` and `uv.lock`": ["go.mod", "uv.lock"],
    "`.github/workflows/ci.yml`, `api/.dockerignore`": [".github/workflows/ci.yml", "api/.dockerignore"],
    "`api/src/server.js`, `index.js`": ["api/src/server.js", "index.js"],
    "``cart.py`` <br>`./total.py`": ["cart.py", "./total.py"],
    r"`src\cart.py`": [r"src\cart.py"],
    "𝕏 `cart.py`": ["cart.py"],
    "README.md": ["README.md"],
    # what looks like a path and is none
    "`Cart`, `Tail`, `judge`, `DEFAULT_LIMIT`, Cart.add": [],
    "`settings.timeout`, `json.loads`, `deploy.replicas`, `app.core`, `Client.Send`, `sql.SQL`": [],
    "`server.started`, `config.missing`, `response.json()`, response.json, `console.log`": [],
    "Node.js, Vue.js 3, `Next.js`, index.js, discord.py, e.g. a list, i.e. this, etc.": [],
    "`/api/carts`, `GET /carts/{id}`, /health, `/tmp`, `/etc/hosts.conf`": [],
    "https://shop.example/cart.py, `github.com/x/cart.go`, gopkg.in/yaml.v3, localhost:80/x.html": [],
    "`go test ./...`, `python src/cart.py`, `pip install .`, `--config=shop.json`": [],
    "`$HOME/cart.py`, `~/cart.py`, `../cart.py`, `%TEMP%/x.py`, `A=cart.py`": [],
    "3.11, `v1.2`, 1/2, 3.6/3.7": [],
    "input/output, CI/CD, read/write, and/or, TCP/IP, internal/external, try/except": [],
    "`log/slog`, `net/http`, `application/json`, `owner/model-7b`, `@scope/pkg`, `p50/p95`": [],
    "`*.jsonl`, `test_*.py`, `src/**/*.py`, tests/*.py": [],
    "`<name>.py`, `[module].py`, `path/to/cart.py`": [],
    "`.env`, `.venv/bin`, `node_modules/`, `dist/shop.js`, `logs/shop.log`, `data/shop.db`": [],
    "`postgres_data`, networks `frontend` and `backend`": [],
    "Eval content only (questions 6 and 7); no file": [],
    ".py files, `.json`, `.`, `..`, `/`, ``": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_points_at(cell: str) -> None:
    found = targets(cell)
    assert [target.text for target in found] == CELLS[cell]
    assert [cell[target.start : target.end] for target in found] == CELLS[cell]


DRAWN = """\
shop/
├── Dockerfile
├── src/
│   └── shop/
│       ├── cart.py
│       └── total.py
├── internal/
│   ├── router/router.go
│   └── [name]/client.go
├── sql/
│   ├── init.sql
│   └── ...
├── data/*.csv
├── reports/          # one JSON file a version, such as v1.json
├── web
└── tests/
    ├── test_cart.py
    └── fixtures/     # carts.json
"""
ALL_THERE = """\
src/
├── cart.py
└── total.py
"""
IN = (
    *(
        "src/shop/cart.py",
        "cart.py",
        "shop/cart.py",
        "shop/src/shop/cart.py",
        "./src/shop/cart.py",
        "src",
        "src/",
    ),
    *(
        "src/shop/cart.py:12",
        "cart.py::test_add",
        "cart.py#L3",
        "`cart.py`",
        r"src\shop\cart.py",
        "shop",
        ".",
    ),
    *(
        "src/shop/{cart,total}.py",
        "src/*/cart.py",
        "*.go",
        "Dockerfile",
        "internal/router",
        "router/router.go",
    ),
    *("src/shop/cart", "internal/slack/client.go", "data/carts.csv", "sql/next.sql", "sql/more/next.sql"),
    *("reports/v1.json", "reports/2024/v1.json", "web/index.html", "tests/fixtures/carts.json", "carts.json"),
)
NOT_IN = (
    *(
        "src/shop/order.py",
        "src/order.py",
        "src/shop/{cart,order}.py",
        "src/shop/sub/cart.py",
        "tests/test_total.py",
    ),
    *("shop/src/cart.py", "data/carts.json", "internal/router/cart.go", "tests/*.go", "src/shop/cart.go"),
)
"""What it does not have where it draws everything; elsewhere it leaves files out."""


@pytest.mark.parametrize("path", IN)
def test_the_tree_has_it(path: str) -> None:
    assert is_in(drawn(DRAWN), path)


@pytest.mark.parametrize("path", NOT_IN)
def test_the_tree_does_not_have_it(path: str) -> None:
    assert not is_in(drawn(DRAWN), path)


@pytest.mark.parametrize("path", ["order.py", "docs/", "docs/order.md", "lib/cart.py", "art.py", "cart.pyi"])
def test_only_a_tree_that_leaves_something_out_may_have_anything(path: str) -> None:
    assert not is_in(drawn(ALL_THERE), path)
    assert is_in(drawn(ALL_THERE + "└── ...\n"), path)


@given(sketches())
def test_a_tree_has_all_that_it_draws(sketch: Sketch) -> None:
    tree = drawn(sketch.text)
    for path in sketch.paths:
        end = path.rstrip("/").rpartition("/")[2]
        assert all(is_in(tree, written) for written in (path, f"./{path}", f"{tree.root}/{path}", end))


@given(st.lists(st.one_of(scraps(), texts), max_size=6).map(" ".join))
def test_any_cell_is_read(cell: str) -> None:
    found = targets(cell)
    assert [target.text for target in found] == [cell[target.start : target.end] for target in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert [targets(f"`{target.text}`")[0].text for target in found] == [target.text for target in found]


ENORMOUS = {
    "a path": "a/" * 50_000,
    "paths": "src/a.py " * 5_000,
    "paths in code": "`src/a.py` " * 5_000,
    "a list in code": "`" + "a.py, " * 20_000 + "`",
    "braces": "`" + "{a,b}" * 20_000 + ".py`",
    "open braces": "`" + "{a" * 30_000 + "`",
    "backticks": "`" * 50_000,
    "dots": "a." * 50_000 + "py",
    "colons": "a.py" + ":1" * 50_000 + "x",
    "stars": "*" * 50_000 + "a.py",
    "blanks": "`a," + " " * 50_000 + "`",
}


@pytest.mark.parametrize("name", ENORMOUS)
def test_no_cell_is_too_much(name: str) -> None:
    tree, found = drawn(ALL_THERE), targets(ENORMOUS[name])
    assert all(is_in(tree, target.text) is (len(target.text) > LONGEST) for target in found)


def drawn(text: str) -> Tree:
    """The tree that a text draws."""
    tree = read_tree(split_lines(text))
    assert tree is not None
    return tree
