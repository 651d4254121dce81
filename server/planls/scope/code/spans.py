"""What one inline code span uses."""

import re
from collections.abc import Iterator

from planls.scope.code import javascript, names, python
from planls.scope.code.commands import command_uses
from planls.scope.code.files import file_use
from planls.scope.code.guess import is_command
from planls.scope.code.installs import go_module, package
from planls.scope.code.shell import Word
from planls.scope.code.source import Form, Source, Use
from planls.scope.code.words import read_variables, schemes, variables

_LONGEST = 2_000
_TAGGED = re.compile(
    r"(?P<path>[a-z0-9][a-z0-9._/-]*)(?::(?P<tag>latest|alpine|slim|stable|lts|bookworm|bullseye|jammy|noble|focal"
    r"|management|v?\d+\.\d[\w.-]*|v?\d+-[a-z][\w.-]*|(?P<short>\d{1,2})))"
)
_OFFICIAL = frozenset(
    """
    alpine busybox caddy cassandra centos debian elasticsearch fedora golang haproxy httpd influxdb kibana
    logstash mariadb memcached mongo mysql neo4j nginx node openjdk php postgres python rabbitmq redis ruby
    rust solr sonarqube swift traefik ubuntu vault wordpress zookeeper eclipse-temurin
    """.split()
)
"""Images whose tag is often a bare number."""

_SCOPED = re.compile(r"@[a-z0-9-]+/[a-z0-9][a-z0-9._-]*")
_AT_VERSION = re.compile(r"(?P<name>(?:@[a-z0-9-]+/)?[a-z0-9][a-z0-9._-]*)@[\^~]?v?\d+[\w.-]*")
_PINNED = re.compile(r"(?P<name>[A-Za-z][\w.-]+)(?:\[[\w, -]+\])?[ ]?(?:==|~=|>=|<=)[ ]?\d+\.[\w.*,<>= ]+")
_GO_PATH = re.compile(
    r"(?:gopkg\.in|golang\.org/x|k8s\.io|sigs\.k8s\.io|go\.uber\.org|google\.golang\.org|gorm\.io|go\.mongodb\.org)"
    r"/[\w./-]+|(?:github|gitlab)\.com/[\w-]+/[\w./-]+"
)
_VARIABLE = re.compile(r"\$?\{?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\}?(?:=.*)?")


def inline_uses(text: str) -> Iterator[Use]:
    """What the text of a code span uses; a lone word that is neither a file nor a variable is nothing."""
    if len(text) > _LONGEST:
        return
    source = Source([text])
    if not text.isidentifier():
        yield from schemes(source)
        yield from read_variables(source)
    if _VARIABLE.fullmatch(text.strip()):
        yield from variables(source)
    if " " in text.strip():
        yield from _statement(source)
    else:
        yield from _word(source, text)


def _statement(source: Source) -> Iterator[Use]:
    """A command or an import."""
    text = source.text
    if python.is_import(text):
        yield from python.imports(source)
    elif javascript.is_import(text):
        yield from javascript.imports(source)
    elif text.startswith("use ") and text.endswith(";"):
        from planls.scope.code.compiled import rust

        yield from rust(source)
    elif is_command(text.removeprefix("$ ")):
        shown = "  " + text[2:] if text.startswith("$ ") else text
        yield from command_uses(Source([shown]))
        yield from variables(source)
    elif text.startswith("FROM ") and len(text.split()) in (2, 4):
        start = text.index(text.split()[1], 5)
        yield from package(source, "docker", Word(text.split()[1], start))
    elif match := _PINNED.fullmatch(text):
        yield from _pinned(source, match)


def _word(source: Source, text: str) -> Iterator[Use]:
    """A file, an image with its tag, a package with its version."""
    if named := file_use(source, text, 0):
        yield named
    elif text.isidentifier():
        return
    elif "require(" in text or "import(" in text:
        yield from javascript.imports(source)
    elif match := _TAGGED.fullmatch(text):
        yield from _tagged(source, match)
    elif match := _AT_VERSION.fullmatch(text) or _SCOPED.fullmatch(text):
        name = names.npm(text)
        if name:
            yield source.use(Form.MODULE, "npm", name, 0, len(name))
    elif match := _PINNED.fullmatch(text):
        yield from _pinned(source, match)
    elif _GO_PATH.fullmatch(text) and go_module(text):
        yield source.use(Form.MODULE, "go", go_module(text), 0, len(text))


def _tagged(source: Source, match: re.Match[str]) -> Iterator[Use]:
    if match["short"] and match["path"] not in _OFFICIAL:
        return
    if not re.fullmatch(r"[\d.]+b(?:-.*)?", match["tag"]):
        yield from package(source, "docker", Word(match[0], 0))


def _pinned(source: Source, match: re.Match[str]) -> Iterator[Use]:
    name = names.pypi(match["name"])
    if name and name.lower() not in ("python", "version", "node"):
        yield source.use(Form.MODULE, "pypi", names.pypi_key(name), *match.span("name"))
