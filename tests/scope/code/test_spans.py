"""What the text of an inline code span uses, and what is just a word in code."""

import pytest

from planls.scope.code import span_uses

SPANS = {
    "pip install flask": "cmd:pip pypi:flask",
    "$ pip install flask": "cmd:pip pypi:flask",
    "npm i -D vitest": "cmd:npm npm:vitest",
    "kubectl apply -f k8s/": "cmd:kubectl",
    "kubectl apply": "cmd:kubectl",
    "docker compose up": "cmd:docker cmd:docker-compose",
    "docker run -p 6379:6379 redis:7-alpine": "cmd:docker docker:redis",
    "go test ./...": "cmd:go",
    "make build": "cmd:make",
    "psql -U app": "cmd:psql",
    "uv run pytest -q": "cmd:uv cmd:pytest",
    "cd web && npm start": "cmd:npm",
    "REDIS_URL=redis://cache flask run": "scheme:redis env:REDIS_URL cmd:flask",
    "import numpy as np": "pypi:numpy",
    "from fastapi import FastAPI": "pypi:fastapi",
    "import os": "",
    "import { z } from 'zod'": "npm:zod",
    "const pg = require('pg')": "npm:pg",
    "require('ws')": "npm:ws",
    "use tokio::sync;": "cargo:tokio",
    "FROM node:20 AS build": "docker:node",
    "Dockerfile": "file:dockerfile",
    "infra/main.tf": "file:main.tf",
    "docker-compose.yml": "file:docker-compose.yml",
    "requirements.txt": "file:requirements.txt",
    "Jenkinsfile": "file:jenkinsfile",
    "redis:7-alpine": "docker:redis",
    "postgres:16": "docker:postgres",
    "bitnami/kafka:3.7": "docker:bitnami/kafka",
    "nginx:latest": "docker:nginx",
    "DATABASE_URL": "env:DATABASE_URL",
    "DATABASE_URL=postgres://app@db/x": "env:DATABASE_URL scheme:postgres",
    "${REDIS_URL}": "env:REDIS_URL",
    "postgresql+psycopg://": "scheme:postgresql pypi:psycopg",
    "redis://": "scheme:redis",
    'os.environ["REDIS_URL"]': "env:REDIS_URL",
    "process.env.DB_HOST": "env:DB_HOST",
    "@nestjs/core": "npm:@nestjs/core",
    "react@18.2.0": "npm:react",
    "sqlparse>=0.5": "pypi:sqlparse",
    "flask == 3.0.2": "pypi:flask",
    "gopkg.in/yaml.v3": "go:gopkg.in/yaml.v3",
    "github.com/gin-gonic/gin": "go:github.com/gin-gonic/gin",
    "python -m pytest tests/": "cmd:python pypi:pytest",
}
"""What is in a span, in the order of the text."""

NOTHING = """
run|trace|main|api|redis|cache|go|make|true|build a cache|go to the page|make sure it works|import the data
from the box|x == 1|n >= 5|python>=3.11|len(a) >= 3.5|localhost:3000|api:8080|step:1|main:2|llama3:8b
http://localhost:8080|https://example.com/x|GET /health|/api/v1/health|internal/router|src/|O(n log n)
{"status": "ok"}|[1, 2, 3]|func(x)|a -> b|--config|user@host|v1.2.0|1.2.3|@app.get|@dataclass|@param x|LOG|API
PUT /flags/:name|key: value|name=value|context.Context|Client.Send|"redis"|return x|if x in seen|@your-org/x
<package>|...|exit 1|echo hi|cd api|export A=1|file://x|ws://host|cat x|ls -la|"""


@pytest.mark.parametrize(("text", "found"), SPANS.items())
def test_what_a_span_uses(text: str, found: str) -> None:
    used = list(span_uses(text))
    assert {f"{use.ecosystem}:{use.name}" for use in used} == set(found.split())
    assert all(text[use.column :].startswith(use.text) for use in used)


@pytest.mark.parametrize("text", [text for line in NOTHING.splitlines() for text in line.split("|")])
def test_what_is_just_code(text: str) -> None:
    assert not list(span_uses(text))
