"""The language of a block that names none: only where the block clearly reads so."""

import re
from collections.abc import Callable, Sequence

from planls.scope.code import javascript, python
from planls.scope.code.files import head, language_of
from planls.scope.code.source import Source

_COMMANDS = frozenset(
    """
    ansible ansible-playbook apk apt apt-get aws az black brew bun bunx bundle cargo choco chmod conda cp
    createdb curl deno docker docker-compose dotnet eksctl export flake8 flask flyctl gcloud gem gh git go
    gradle gunicorn helm heroku isort java javac jest jupyter k3d kind kubectl kustomize ls make mamba mkdir
    minikube mix mongosh mvn mypy mysql nano npm npx node nohup nvm ollama openssl pdm pip pip3 pipenv pipx
    pnpm podman poetry pre-commit psql pulumi py pytest python python3 rails rake redis-cli rm rsync ruff
    ruby rustup scp sed source sqlite3 ssh streamlit sudo systemctl terraform touch tox tsc uv uvicorn uvx
    vercel vim virtualenv wget yarn celery alembic echo cat cd rye nox hatch skaffold argocd flux istioctl
    sh bash cmake sbt composer php
    """.split()
)
"""First words of commands; a line that begins with one in a block of such lines is a command."""

_ORDINARY = frozenset(
    "go make source touch cat kind flask flux node cd export echo black rake mix rails sh bash".split()
)
"""Commands that also begin a sentence: these need a second word that no sentence has there."""

_SECOND = re.compile(
    r"\s+(?:[-./~$\"']|\w+[./=:]|(?:run|build|test|mod|get|install|fmt|vet|generate|tool|up|down|lint|dev"
    r"|deploy|clean|all|help|app|db|create|new|phx|ecto|exec|check|format|migrate|start|docs?|setup|logs?|shell|server)\b"
    r"(?:\s+[-./~\w]*/|\s+-|[^.!?]*$)|\w+$|$)"
)
_SENTENCE = re.compile(
    r"[a-z]{2,} [a-z]+ [a-z]+ [a-z]+ .*[a-z][.!?:]$|[a-z],? (?:the|a|an|of|is|are|with the|that|your) "
)
_ASSIGNMENT = re.compile(r"(?:export +)?[A-Z][A-Z0-9_]*=\S*")
_ENV_LINE = re.compile(r"(?:export +)?[A-Z][A-Z0-9_]*=.*")
_REQUIREMENT = re.compile(r"[A-Za-z][\w.-]*(?:\[[\w,-]+\])?(?:[=~><!]=?=[\w.*,<>=! ]+)(?:\s*#.*)?")
_YAML_LINE = re.compile(r"\s*(?:- )?['\"]?[\w./-]+['\"]?:(?:\s|$)|\s*- ")
_YAML_KEYS = "services image apiVersion jobs steps script stages".split()
_YAML_KEY = re.compile(rf"^[ \t]*(?:-[ \t]+)?(?:{'|'.join(_YAML_KEYS)}):", re.MULTILINE)
_DOCKER = re.compile(r"^[ \t]*(?:RUN|COPY|CMD|WORKDIR|ENTRYPOINT|ADD|EXPOSE|ENV)[ \t]", re.MULTILINE)
_GO = re.compile(
    r"^(?:package \w+$|func |import \($|type \w+ (?:struct|interface) \{|module [\w./-]+$)", re.MULTILINE
)
_PYTHON = re.compile(
    r"^\s*(?:def \w+\(|class \w+.*:$|@\w|async def |if __name__|[\w.\[\], ]+ = "
    r"|(?:print|[\w.]+)\(.*\)?$|for \w.* in .*:$|with .*:$)",
    re.MULTILINE,
)
_SCRIPT = re.compile(r"^\s*(?:const|let|var|function|export|class)\b|=>|;\s*$", re.MULTILINE)
_TOML = re.compile(
    r"^\[{1,2}(?:project|dependencies|tool\.|dev-dependencies|package|dependency-groups|workspace)",
    re.MULTILINE,
)
_TERRAFORM = re.compile(
    r"^[ \t]*(?:resource|data|provider|module|terraform|variable)[ \t]*(?:\"[\w-]+\"[ \t]*){0,2}\{",
    re.MULTILINE,
)
_RUST = re.compile(r"^\s*(?:fn|pub|let|impl|struct|mod)\b.*[{;]$", re.MULTILINE)
_JAVA = re.compile(r"^(?:package [\w.]+;|import [a-z][\w.]+;|public class )", re.MULTILINE)
_REST = re.compile(r"^[ \t]*>>> ", re.MULTILINE)


def guess(source: Source) -> str:
    """The language that a block reads as; empty if that is not clear."""
    source = _dedented(source)
    path, _ = head(source)
    told = language_of(path) if path else ""
    if told and told != "shell":
        return told
    first = next((line.strip() for line in source.lines if line.strip()), "")
    if first.startswith("#!"):
        return "python" if "python" in first else "javascript" if "node" in first else "shell"
    return told or _by_signs(source, first)


def _dedented(source: Source) -> Source:
    """Without the margin that an indented block has."""
    filled = [line for line in source.lines if line.strip()]
    margin = min((len(line) - len(line.lstrip(" ")) for line in filled), default=0)
    return Source([line[margin:] for line in source.lines]) if margin else source


def _by_signs(source: Source, first: str) -> str:
    text = source.text
    for language, is_it in _SIGNS:
        if is_it(text, first):
            return language
    filled = [line for line in source.lines if line.strip() and line.strip()[0] != "#"]
    for language, reads_so in _LINES:
        if filled and reads_so(text, filled):
            return language
    return ""


def _reads_as_docker(text: str, _: str) -> bool:
    return "FROM " in text and bool(_DOCKER.search(text))


def _reads_as_go(text: str, _: str) -> bool:
    return ('"' in text or "module " in text) and bool(_GO.search(text))


def _reads_as_rust(text: str, _: str) -> bool:
    return "use " in text and len(_RUST.findall(text)) > 1


def _reads_as_python(text: str, filled: Sequence[str]) -> bool:
    found = sum(map(python.is_import, filled)) if "import" in text else 0
    return found > 1 or bool(found and _PYTHON.search(text))


def _reads_as_script(text: str, filled: Sequence[str]) -> bool:
    found = ("import" in text or "require(" in text) and any(map(javascript.is_import, filled))
    return found and bool(_SCRIPT.search(text))


def _reads_as_variables(_: str, filled: Sequence[str]) -> bool:
    return all(map(_ENV_LINE.fullmatch, filled))


def _reads_as_requirements(_: str, filled: Sequence[str]) -> bool:
    return all(_REQUIREMENT.fullmatch(line.strip()) for line in filled)


def _reads_as_commands(_: str, filled: Sequence[str]) -> bool:
    return reads_as_shell(filled)


def _reads_as_yaml(text: str, filled: Sequence[str]) -> bool:
    if not any(key in text for key in _YAML_KEYS) or not _YAML_KEY.search(text):
        return False
    return sum(map(bool, map(_YAML_LINE.match, filled))) * 4 > len(filled) * 3


_SIGNS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("python", lambda text, _: ">>> " in text and bool(_REST.search(text))),
    ("json", lambda text, first: first[:1] == "{" and '"' in text),
    ("dockerfile", _reads_as_docker),
    ("go", _reads_as_go),
    ("java", lambda text, _: ";" in text and len(_JAVA.findall(text)) > 1),
    ("rust", _reads_as_rust),
    ("terraform", lambda text, _: "{" in text and bool(_TERRAFORM.search(text))),
    ("toml", lambda text, _: "[" in text and bool(_TOML.search(text))),
)
"""What a text as a whole, or its first line, tells."""

_LINES: tuple[tuple[str, Callable[[str, Sequence[str]], bool]], ...] = (
    ("python", _reads_as_python),
    ("javascript", _reads_as_script),
    ("env", _reads_as_variables),
    ("requirements", _reads_as_requirements),
    ("shell", _reads_as_commands),
    ("yaml", _reads_as_yaml),
)
"""What the lines that are no comments tell."""


def reads_as_shell(lines: Sequence[str]) -> bool:
    """Whether lines, comments left out, are commands: the first one, and half of all."""
    starts = [line for before, line in zip(["", *lines], lines, strict=False) if before.rstrip()[-1:] != "\\"]
    return any(map(is_command, starts[:1])) and (1 + sum(map(is_command, starts[1:]))) * 2 >= len(starts)


def is_command(line: str) -> bool:
    """Whether a line reads as a shell command, and not as a sentence."""
    words = line.lstrip().removeprefix("(").split(None, 12)
    while words and _ASSIGNMENT.fullmatch(words[0]):
        words.pop(0)
    first = words[0].rstrip(";") if words else ""
    if first in ("sudo", "time", "exec", "env") and len(words) > 1:
        first = words[1]
    if first.startswith(("./", ".venv/")):
        return True
    if first not in _COMMANDS or _SENTENCE.search(
        line.partition("#")[0].partition("'")[0].partition('"')[0].strip()[:300]
    ):
        return False
    return (
        first not in _ORDINARY
        or "&&" in line
        or bool(_SECOND.match(line[line.index(first) + len(first) :].partition("#")[0].rstrip()))
    )
