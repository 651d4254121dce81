"""@specfy/stack-analyser: names, kinds, packages, files and variables of technologies."""

import re
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

PACKAGE = "@specfy/stack-analyser"
_KINDS = {
    "ai": "model",
    "builder": "build",
    "ci": "ci",
    "cloud": "cloud",
    "db": "database",
    "framework": "framework",
    "hosting": "cloud",
    "iac": "iac",
    "iconset": "library",
    "language": "language",
    "linter": "linter",
    "monitoring": "monitoring",
    "orm": "library",
    "package_manager": "package-manager",
    "queue": "queue",
    "runtime": "runtime",
    "ssg": "framework",
    "test": "testing",
    "tool": "tool",
    "ui": "library",
    "ui_framework": "framework",
    "validation": "library",
}
"""Every other type is a service."""
_BRANDS = frozenset({"app", "collaboration", "communication", "crm", "saas"})
_ECOSYSTEMS = {
    "docker": "docker",
    "elixir": "hex",
    "golang": "go",
    "npm": "npm",
    "php": "composer",
    "python": "pypi",
    "ruby": "gem",
    "rust": "cargo",
}
_NAME = re.compile(r"^    name: (['\"])(.+?)\1,", re.MULTILINE)
_TYPE = re.compile(r"^    type: '(\w+)',", re.MULTILINE)
_DEPENDENCY = re.compile(r"\{\s*type: '([\w.]+)',\s*name: '([^'\s]+)'")
_FILES = re.compile(r"^    files: \[([^\]]*)\]", re.MULTILINE)
_VARIABLES = re.compile(r"^    dotenv: \[([^\]]*)\]", re.MULTILINE)
_STRING = re.compile(r"'([^']+)'")
_VENDORS = (
    ("AWS ", "AWS"),
    ("Amazon ", "AWS"),
    ("Azure ", "Microsoft Azure"),
    ("GCP ", "Google Cloud"),
    ("Google Cloud ", "Google Cloud"),
)


def records() -> Iterator[Record]:
    """Yield a record of every rule file that names a technology."""
    for _path, data in texts(PACKAGE, "dist/rules/*.js"):
        text = data.decode()
        name, type_ = _NAME.search(text), _TYPE.search(text)
        if name and type_:
            yield _record(name[2], type_[1], text)


def _record(name: str, type_: str, text: str) -> Record:
    parent = next((vendor for start, vendor in _VENDORS if name.startswith(start)), "")
    kind = "cloud-service" if parent else "brand" if type_ in _BRANDS else _KINDS.get(type_, "service")
    return Record("specfy", name, kind, parent, packages=tuple(sorted(set(_packages(text)))))


def _packages(text: str) -> Iterator[str]:
    for type_, name in _DEPENDENCY.findall(text):
        if type_ in _ECOSYSTEMS:
            yield f"{_ECOSYSTEMS[type_]}:{name.lower()}"
    for files in _FILES.findall(text):
        yield from (f"file:{name.lower()}" for name in _STRING.findall(files))
    for variables in _VARIABLES.findall(text):
        yield from (f"env:{name.rstrip('_')}" for name in _STRING.findall(variables))
