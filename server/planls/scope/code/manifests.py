"""Files that list dependencies: requirements, pyproject, Cargo, package.json, composer, pom.xml, tf."""

import re
from collections.abc import Iterator

from planls.scope.code import names
from planls.scope.code.commands import command_uses
from planls.scope.code.installs import package
from planls.scope.code.shell import Word
from planls.scope.code.source import Form, Source, Use, moved

_TABLE = re.compile(r"[ \t]*\[+[ \t]*(?P<name>[\w.\"'/ -]+?)[ \t]*\]+[ \t]*(?:#|$)")
_KEY = re.compile(
    r"[ \t]*(?P<quote>[\"']?)(?P<name>[A-Za-z][\w.-]*)(?P=quote)[ \t]*(?:\.\w+[ \t]*)?"
    r"=[ \t]*(?P<value>[^\n]*)"
)
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<name>[A-Za-z][^\"'\n]*)(?P=quote)")
_CARGO = re.compile(r"(?:[\w.()'\"-]*\.)?(?:dev-|build-)?dependencies(?:\.(?P<name>[\w-]+))?")
_POETRY = re.compile(r"tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies")
_LISTED = frozenset((("project", "dependencies"), ("", "dependencies"), ("tool.uv", "dev-dependencies")))
_ARRAYS = re.compile(r"project\.optional-dependencies|dependency-groups")

_OBJECT = re.compile(
    r"\"(?P<what>(?:dev|peer|optional)?[dD]ependencies|require(?:-dev)?|scripts)\"\s*:\s*\{(?P<body>[^{}]*)"
)
_PAIR = re.compile(r"\"(?P<name>[^\"\n]{1,100})\"\s*:\s*\"(?P<value>[^\"\n]*)\"")
_VERSION = re.compile(r"[\^~>=<*v\s]*[\d*x]|latest|next|workspace:|npm:|file:|git|link:|\^|catalog:|…|\.\.\.")

_XML = re.compile(
    r"<groupId>\s*(?P<group>[\w.]+)\s*</groupId>|<PackageReference\s+Include=\"(?P<nuget>[\w.]+)\"",
    re.IGNORECASE,
)
_TERRAFORM = re.compile(
    r"^[ \t]*+(?:(?:resource|data)[ \t]+\"(?P<resource>[a-z0-9]+)_"
    r"|provider[ \t]+\"(?P<provider>[a-z0-9-]+)\")"
    r"|(?<![\w.-])source[ \t]*=[ \t]*\"(?:registry\.terraform\.io/)?[\w-]+/"
    r"(?P<source>[a-z0-9-]+)(?:/(?P<cloud>[a-z0-9]+))?(?=[\"/])",
    re.MULTILINE,
)
_UTILITIES = frozenset(
    "random null local template external archive time tls http terraform cloudinit".split()
)


def requirements(source: Source) -> Iterator[Use]:
    """One requirement a line."""
    for at, line in enumerate(source.lines):
        text = line.partition("#")[0].strip()
        if text and text[0] != "-":
            yield from package(source, "pypi", Word(text, source.starts[at] + line.index(text)))


def toml(source: Source) -> Iterator[Use]:
    """The dependencies of a ``pyproject.toml`` or ``Cargo.toml``."""
    table, array = "", False
    for at, line in enumerate(source.lines):
        if match := None if array else _TABLE.match(line):
            table = match["name"]
            yield from _headed(source, at, match)
            continue
        key = None if array else _KEY.match(line)
        if key and not (array := _opens_array(table, key)):
            yield from _keyed(source, at, table, key)
        if array:
            shown = line.partition("#")[0] if "#" in line else line
            yield from _quoted(source, at, shown, key.start("value") if key else 0)
            array = "]" not in _QUOTED.sub("", shown)


def package_json(source: Source) -> Iterator[Use]:
    """The dependencies and scripts of a ``package.json``, the requirements of a ``composer.json``."""
    for found in _OBJECT.finditer(source.text) if "{" in source.text else ():
        for pair in _PAIR.finditer(source.text, found.start("body"), found.end("body")):
            yield from _pair(source, found["what"], pair)


def xml(source: Source) -> Iterator[Use]:
    """The groups of a ``pom.xml``, the packages of a ``.csproj``."""
    for match in _XML.finditer(source.text):
        if match["nuget"]:
            yield source.use(Form.DEPENDENCY, "nuget", match["nuget"], *match.span("nuget"))
        elif not match["group"].startswith(("com.example", "org.example")):
            name = ".".join(match["group"].split(".")[:3])
            start = match.start("group")
            yield source.use(Form.DEPENDENCY, "maven", name, start, start + len(name))


def terraform(source: Source) -> Iterator[Use]:
    """The providers of Terraform code, by their resources, blocks and sources."""
    for match in _TERRAFORM.finditer(source.text):
        group = "cloud" if match["cloud"] else str(match.lastgroup)
        if match[group] not in _UTILITIES:
            yield source.use(Form.DEPENDENCY, "terraform", match[group], *match.span(group))


def _opens_array(table: str, key: re.Match[str]) -> bool:
    """Whether a key begins a list of requirements."""
    listed = (table, key["name"]) in _LISTED or bool(_ARRAYS.fullmatch(table))
    return listed and key["value"].startswith("[")


def _headed(source: Source, at: int, table: re.Match[str]) -> Iterator[Use]:
    """``[dependencies.serde]``."""
    match = _CARGO.fullmatch(table["name"])
    if match and match["name"]:
        start = source.starts[at] + table.start("name") + match.start("name")
        yield source.use(Form.DEPENDENCY, "cargo", match["name"], start, start + len(match["name"]))


def _keyed(source: Source, at: int, table: str, key: re.Match[str]) -> Iterator[Use]:
    """``serde = "1"`` below ``[dependencies]``; Poetry's tables are Python's."""
    match = _CARGO.fullmatch(table)
    python = bool(_POETRY.fullmatch(table))
    if (
        (not python and (not match or match["name"]))
        or key["value"][:1] not in "\"'{"
        or names.is_placeholder(key["name"])
    ):
        return
    if (python and key["name"] == "python") or ("path" in key["value"] and "version" not in key["value"]):
        return
    start = source.starts[at] + key.start("name")
    name = names.pypi_key(key["name"]) if python else key["name"]
    yield source.use(Form.DEPENDENCY, "pypi" if python else "cargo", name, start, start + len(key["name"]))


def _quoted(source: Source, at: int, line: str, column: int) -> Iterator[Use]:
    for match in _QUOTED.finditer(line, column):
        yield from package(source, "pypi", Word(match["name"], source.starts[at] + match.start("name")))


def _pair(source: Source, what: str, pair: re.Match[str]) -> Iterator[Use]:
    name, start = pair["name"], pair.start("name")
    if what == "scripts":
        line = source.line_at(pair.start("value"))
        yield from moved(
            command_uses(Source([pair["value"]])), line, pair.start("value") - source.starts[line]
        )
    elif _VERSION.match(pair["value"]) and what.startswith("require"):
        if "/" in name and not names.is_placeholder(name):
            yield source.use(Form.DEPENDENCY, "composer", name.lower(), start, start + len(name))
    elif _VERSION.match(pair["value"]) and names.npm(name) == name:
        yield source.use(Form.DEPENDENCY, "npm", name.lower(), start, start + len(name))
