"""Commands that install or run packages and images, and what they name."""

from collections.abc import Callable, Iterator, Sequence

from planls.scope.code import names
from planls.scope.code.options import arguments
from planls.scope.code.shell import Word
from planls.scope.code.source import Form, Source, Use

_MANY = """
pypi: pip install | pip3 install | pip download | uv add | uv pip install | uv tool install | poetry add
pypi: pipx install | pipx inject | pdm add | rye add | rye install | conda install | mamba install
pypi: micromamba install | pipenv install | easy_install | conda create | hatch dep add | pixi add
npm: npm install | npm i | npm add | npm in | pnpm install | pnpm i | pnpm add | yarn add | yarn global add
npm: bun install | bun i | bun add | deno add | cnpm install | ni
brew: brew install | brew reinstall | brew cask install | choco install | scoop install | winget install
apt: apt install | apt-get install | apk add | dnf install | yum install | microdnf install | zypper install
apt: aptitude install | pacman -S | pacman -Sy | pacman -Syu | snap install
gem: gem install | bundle add
cargo: cargo add | cargo install | cargo binstall
go: go get | go install
composer: composer require | composer global require
nuget: nuget install
docker: docker pull | podman pull | docker image pull | nerdctl pull | crictl pull
"""
_ONE = """
pypi: uvx | pipx run | uv tool run
npm: npx | bunx | pnpm dlx | yarn dlx | npm exec | bun x | pnpx
create: npm create | npm init | yarn create | pnpm create | bun create | bun init
docker: docker run | docker create | docker container run | podman run | nerdctl run
composer: composer create-project
nuget: dotnet tool install
helm: helm repo add
go: go run
"""


def _table(text: str) -> dict[tuple[str, ...], str]:
    rows = (line.partition(": ") for line in text.strip().splitlines())
    return {tuple(one.split()): key for key, _, many in rows for one in many.split(" | ")}


_INSTALLERS = {**dict.fromkeys(_table(_MANY), 0), **dict.fromkeys(_table(_ONE), 1)}
_ECOSYSTEMS = {**_table(_MANY), **_table(_ONE)}
_BY_COMMAND = {words[0]: ecosystem for words, ecosystem in reversed(_ECOSYSTEMS.items())}
_OPTIONS = 8
"""Words in which an installer's verb is looked for, options between the two."""

INSTALLERS = frozenset(words[0] for words in _ECOSYSTEMS) | {"helm", "dotnet"}
"""The commands that may install something."""

_HOSTED = (
    "http:",
    "https:",
    "git+",
    "git@",
    "git:",
    "file:",
    "github:",
    "ssh:",
    "link:",
    "workspace:",
    "./",
    "../",
)
_LABELS = {
    **dict.fromkeys(
        "github.com gitlab.com bitbucket.org codeberg.org golang.org cloud.google.com".split(), 3
    ),
    **dict.fromkeys("gopkg.in k8s.io sigs.k8s.io go.uber.org google.golang.org go.mongodb.org".split(), 2),
    **dict.fromkeys("go.opentelemetry.io go.etcd.io helm.sh entgo.io connectrpc.com".split(), 2),
}
"""How many labels of an import path are the module, by host."""


def installed(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """What a command that begins at a word installs, pulls or runs out of a registry."""
    name, behind = _installer(words, at)
    if not name:
        yield from _charts_and_references(source, words, at)
        return
    ecosystem, only = _ECOSYSTEMS[name], _INSTALLERS[name]
    for index in arguments(words, behind, "npm" if ecosystem == "create" else ecosystem):
        yield from package(source, ecosystem, words[index])
        if only:
            break


def package(source: Source, ecosystem: str, word: Word) -> Iterator[Use]:
    """The package or image that an argument of an installer names."""
    if word.text.startswith(_HOSTED) or word.text in (".", "") or "\n" in word.text:
        return
    name, text = _READERS.get(ecosystem, _plain)(word.text)
    if name:
        form = Form.IMAGE if ecosystem == "docker" else Form.INSTALL
        start = word.start + word.text.index(text)
        yield source.use(form, _NAMED.get(ecosystem, ecosystem), name, start, start + len(text))


def _installer(words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
    """The longest installer that the words begin with, and the index behind it; empty if none."""
    for length in (3, 2, 1):
        name = tuple(word.text for word in words[at : at + length])
        if len(name) == length and name in _ECOSYSTEMS:
            return name, at + length
    verb = next(arguments(words[: at + _OPTIONS], at + 1, _BY_COMMAND.get(words[at].text, "")), at)
    name = (words[at].text, words[verb].text)
    return (name, verb + 1) if name in _ECOSYSTEMS else ((), at)


def _charts_and_references(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """``helm install NAME CHART`` and ``dotnet add [PROJECT] package NAME``."""
    first = words[at].text
    found = (
        list(arguments(words, at + 1, "helm" if first == "helm" else "nuget"))
        if first in ("helm", "dotnet")
        else []
    )
    texts = [words[index].text for index in found[:4]]
    if first == "helm" and texts[:1] and texts[0] in ("install", "upgrade", "template", "pull"):
        charts = [index for index in found[1:3] if "/" in words[index].text]
        yield from (use for index in charts for use in package(source, "helm", words[index]))
    elif first == "dotnet" and texts[:1] == ["add"] and "package" in texts[:3]:
        behind = found[texts.index("package") + 1 :][:1]
        yield from (use for index in behind for use in package(source, "nuget", words[index]))


def _pypi(text: str) -> tuple[str, str]:
    name = names.pypi(text)
    path = "/" in text.partition("@")[0] or name.lower() in ("pip", "python", "setuptools", "wheel")
    return ("", "") if path else (names.pypi_key(name), name)


def _npm(text: str) -> tuple[str, str]:
    """A package; ``create-next-app`` is Next.js's, ``tsc`` the program of another package."""
    written = names.npm(text.removeprefix("npm:").removeprefix("jsr:"))
    if written.startswith("create-"):
        written = written.removeprefix("create-").removesuffix("-app")
    return _PROGRAMS.get(written, written.lower()), written


def _created(text: str) -> tuple[str, str]:
    """``npm create vite`` runs create-vite, which is Vite's."""
    scope, _, last = names.npm(text).removesuffix("-app").rpartition("/")
    written = scope.removeprefix("@") or last
    return written.lower(), written


def _go(text: str) -> tuple[str, str]:
    path = text.partition("@")[0]
    return go_module(path), path if go_module(path) else ""


def go_module(path: str) -> str:
    """The module of an import path; empty for the standard library, relative and invented ones.

    The major version (``/v2``) is left out; below github.com and the like three labels are the module.
    """
    host, _, rest = path.partition("/")
    if "." not in host.strip(".") or not rest or host.startswith((".", "example.")) or path[-4:] == "/...":
        return ""
    labels = [label for label in path.split("/") if label]
    if (host != "golang.org" and any(map(names.is_placeholder, labels[1:3]))) or labels[1] in (
        "user",
        "username",
    ):
        return ""
    kept = labels[: _LABELS.get(host, len(labels))]
    return "/".join(kept[:-1] if kept[-1][:1] == "v" and kept[-1][1:].isdigit() else kept)


def _helm(text: str) -> tuple[str, str]:
    name = text.removeprefix("oci://").rstrip("/").rpartition("/")[2]
    return ("", "") if text[:1] in "./" or not name.isascii() else _plain(name)


def _plain(text: str) -> tuple[str, str]:
    name = text.partition("=")[0].partition("@")[0].partition(":")[0]
    odd = not name or name[:1] in "./~" or names.is_placeholder(name) or not name[:1].isalnum()
    return ("", "") if odd else (name.lower(), name)


_PROGRAMS = {"tsc": "typescript", "ng": "@angular/cli", "nest": "@nestjs/cli"}
_NAMED = {"create": "npm"}
_READERS: dict[str, Callable[[str], tuple[str, str]]] = {
    "pypi": _pypi,
    "npm": _npm,
    "create": _created,
    "go": _go,
    "docker": names.image,
    "helm": _helm,
}
