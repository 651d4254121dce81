"""What a block declares as the project's own."""

import pytest

from planls.document.lines import split_lines
from planls.scope.code import own_names

BLOCKS = [
    ("go", "module flags.dev/api\n\ngo 1.22", "flags.dev/api"),
    ("bash", "go mod init flags.dev/api", "flags.dev/api"),
    ("bash", "mkdir -p src/shop tests/unit", "src shop tests unit"),
    ("bash", "mkdir -p {cmd,internal}/x", "cmd x internal"),
    ("bash", "mkdir -p src/shop/redis", "src shop"),
    ("bash", "touch src/orders.py", "src orders"),
    ("bash", "cargo new billing\nhelm create web", "billing web"),
    ("bash", "uv init billing\npoetry new --src shop", "billing shop"),
    ("bash", "npm create vite@latest web -- --template react", "web"),
    ("bash", "npx create-next-app@latest web", "web"),
    ("bash", "docker build -t shop-api:1 .", "shop-api"),
    ("bash", "cat > src/orders.py <<'EOF'\nx = 1\nEOF", "src orders"),
    ("bash", "pip install shop", ""),
    ("json", '{\n  "name": "shop-api",\n  "version": "1.0.0"\n}', "shop-api"),
    ("json", '{\n  "name": "redis"\n}', ""),
    ("toml", '[project]\nname = "shop"\n[[tool.uv.index]]\nname = "pytorch"', "shop"),
    ("toml", '[project.scripts]\nshopctl = "shop.cli:main"', "shopctl"),
    ("toml", '[package]\nname = "billing"', "billing"),
    ("python", "# src/shop/orders.py\nimport redis", "src shop"),
    ("python", "# orders.py\nimport redis", "orders"),
    ("python", "# a comment\nimport redis", ""),
    ("rust", "mod models;\npub mod routes;", "models routes"),
    ("java", "package dev.flags.api;\n", "dev.flags.api"),
    ("cs", "namespace Shop.Api;\n", "Shop"),
    ("", "shop/\n├── redis/\n│   └── redis.conf\n└── src/\n    └── app.py", ""),
    ("yaml", "services:\n  redis:\n    image: redis", ""),
    ("text", "nothing here", ""),
]


@pytest.mark.parametrize(("language", "text", "found"), BLOCKS)
def test_what_is_the_projects_own(language: str, text: str, found: str) -> None:
    assert list(own_names(split_lines(text), language)) == found.split()
