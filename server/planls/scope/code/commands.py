"""Shell commands: their words, what they install, run through another command, or name as files."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from planls.scope.code import names
from planls.scope.code.files import file_use
from planls.scope.code.installs import INSTALLERS, installed, package
from planls.scope.code.options import arguments
from planls.scope.code.python import imports
from planls.scope.code.shell import Word, commands
from planls.scope.code.source import Form, Source, Use, moved

_BUILTINS = frozenset(
    """
    alias awk basename bg break builtin cat cd chgrp chmod chown cksum clear cmp column comm command
    continue copy cp csplit cut date dd declare del deactivate df diff dig dir dirname dirs disown do done
    du echo egrep elif else enable end env esac eval exec exit expand export expr factor false fc fg fgrep
    fi file find fold free function getopts grep groups hash head history host hostname id ifconfig in
    install ip jobs join kill killall less let ln local locate logname logout ls lsof man md5 md5sum mapfile
    mkdir mkfifo mktemp more mount move mv nc netstat nl nohup od paste patch pgrep ping pkill popd printenv
    printf ps pushd pwd rd read readarray readlink readonly realpath rem ren return rev rm rmdir rsync scp
    sed select seq set sftp sh sha1sum sha256sum shasum shift shopt shuf sleep sort source split ss ssh stat
    stty su sum sync tac tail tar tee telnet test then time timeout times top touch tr trap tree true
    truncate tsort tty type typeset ulimit umask umount unalias uname uniq unset until unzip uptime users vi
    useradd usermod addgroup adduser groupadd chroot wait wc where which while who whoami xargs yes zip gzip
    gunzip zcat open start cls xdg-open sudo doas watch pause setx not a an the if for case
    """.split()
)
"""What every shell has: these tell nothing about a project."""

_PREFIXES = frozenset(
    "sudo doas env exec nohup time command builtin xargs watch then do else if elif while until ! {".split()
)
_OPAQUE = frozenset("for case select function in alias".split())
_ASSIGNED = re.compile(r"[A-Za-z_]\w{0,80}\+?=")
_NAME = re.compile(r"(?P<path>(?:[\w.~$@{}-]*/)*)(?P<name>[a-z][\w.+-]*)")
_WRAPPERS = frozenset("./gradlew ./mvnw gradlew mvnw".split())
_NOTHING = re.compile(r"\d[\d.]*[smhd]?")

_RUNNERS = frozenset(
    """
    poetry_run uv_run pipenv_run pdm_run rye_run hatch_run bundle_exec docker_exec podman_exec npx dotenv
    conda_run mise_exec rtx_exec pixi_run docker-compose_exec docker-compose_run
    """.split()
)
_INSTALLED = frozenset(sys.stdlib_module_names) | {"pip", "ensurepip", "src", "app", "main", "tests", "http"}
_DEEPEST = 8
_LONGEST = 120
_OPTIONS = 24
"""Words of a command in which an option is looked for."""


def command_uses(source: Source) -> Iterator[Use]:
    """All that the commands of shell text use."""
    for words in commands(source):
        yield from _used(source, words)


def _used(source: Source, words: Sequence[Word]) -> Iterator[Use]:
    at, depth = _first(words, 0), 0
    while at < len(words) and depth < _DEEPEST:
        name = command_name(words[at].text)
        if not name or words[at].text in _OPAQUE:
            break
        yield from _named(source, words, at, name)
        inner = _inner(words, at, name)
        at, depth = (_first(words, inner) if inner >= 0 else len(words)), depth + 1
    if len(words) > 1 and words[0].text not in ("echo", "printf"):
        for word in words[1:]:
            if named := file_use(source, word.text, word.start):
                yield named


def _first(words: Sequence[Word], at: int) -> int:
    """The index of the command's word: behind ``sudo``, ``env`` and the like, their options, assignments."""
    prefixed = False
    while at < len(words):
        text = words[at].text
        if text in _PREFIXES:
            prefixed = True
        elif not (_ASSIGNED.match(text) or (prefixed and (text[:1] == "-" or _NOTHING.fullmatch(text)))):
            break
        elif text in ("-u", "-n", "-I", "-P", "-L", "-g") and prefixed:
            at += 1
        at += 1
    return at


@lru_cache(maxsize=1_024)
def command_name(text: str) -> str:
    """The name of a command; empty for what is the project's own script or no command at all."""
    if text in _WRAPPERS:
        return text.removeprefix("./")
    match = _NAME.fullmatch(text) if len(text) < _LONGEST else None
    if not match or (match["path"] and "bin/" not in match["path"]):
        return ""
    return match["name"].removesuffix(".exe")


def _named(source: Source, words: Sequence[Word], at: int, name: str) -> Iterator[Use]:
    """The command itself and its packages."""
    word = words[at]
    start = word.start + word.text.rindex(name)
    plain = name.rstrip("0123456789.") if name.startswith(("python", "pip")) else name
    if name not in _BUILTINS and not names.is_placeholder(name) and not name.endswith((".sh", ".py")):
        yield source.use(Form.COMMAND, "cmd", plain, start, start + len(name))
    if name in INSTALLERS:
        yield from installed(source, words, at)
    if handler := _SPECIAL.get(plain):
        yield from handler(source, words, at)


def _inner(words: Sequence[Word], at: int, name: str) -> int:
    """The index of the command that this one runs; -1 if it runs none."""
    second = words[at + 1].text if at + 1 < len(words) else ""
    if name == "kubectl" and second == "exec":
        return next((n + 1 for n in range(at + 2, len(words)) if words[n].text == "--"), -1)
    if name == "docker" and second == "compose":
        return _in_container(words, at + 2)
    if name in ("docker-compose", "docker", "podman") and second:
        return _in_container(words, at + 1)
    if f"{name}_{second}" in _RUNNERS:
        return next(arguments(words, at + 2, "exec"), -1)
    if name in ("dotenv", "timeout", "gtimeout"):
        return next(
            (n for n in range(at + 1, len(words)) if command_name(words[n].text) not in ("", "run")), -1
        )
    return -1


def _in_container(words: Sequence[Word], at: int) -> int:
    """The command behind ``exec SERVICE`` or ``run IMAGE``."""
    found = arguments(words, at, "docker")
    verb = next(found, -1)
    if verb < 0 or words[verb].text not in ("exec", "run"):
        return -1
    next(found, None)
    return next(found, -1)


def _python(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """``python -m pip install x``, ``python -m pytest`` and the code behind ``-c``."""
    option = words[at + 1].text if at + 2 < len(words) else ""
    if option == "-m" and words[at + 2].text == "pip":
        yield from installed(source, words, at + 2)
    elif option == "-m":
        name = words[at + 2].text.partition(".")[0]
        if name.isidentifier() and name not in _INSTALLED and not names.is_placeholder(name):
            start = words[at + 2].start
            yield source.use(Form.IMPORT, "pypi", names.pypi_key(name), start, start + len(name))
    elif option == "-c":
        word = words[at + 2]
        line = source.line_at(word.start)
        column = word.start - source.starts[line]
        yield from moved(imports(Source(word.text.split("\n"))), line, column)


def _compose(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """``docker compose`` is a program of its own."""
    if at + 1 < len(words) and words[at + 1].text == "compose":
        start, end = words[at].start, words[at + 1].start + len("compose")
        if "\n" not in source.text[start:end]:
            yield source.use(Form.COMMAND, "cmd", "docker-compose", start, end)


def _script(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """``bash -c "..."``: the commands in the string."""
    for n in range(at + 1, min(at + 4, len(words) - 1)):
        if words[n].text in ("-c", "-lc", "-ec"):
            word = words[n + 1]
            line = source.line_at(word.start)
            inner = Source(word.text.replace('"', " ").replace("'", " ").split("\n"))
            yield from moved(command_uses(inner), line, word.start - source.starts[line])


def _kubectl(source: Source, words: Sequence[Word], at: int) -> Iterator[Use]:
    """``kubectl run web --image=nginx``."""
    for before, word in pairwise(words[at : at + _OPTIONS]):
        if word.text.startswith("--image="):
            length = len("--image=")
            yield from package(source, "docker", Word(word.text[length:], word.start + length))
        elif before.text == "--image":
            yield from package(source, "docker", word)


_SPECIAL: dict[str, Callable[[Source, Sequence[Word], int], Iterator[Use]]] = {
    "python": _python,
    "py": _python,
    "docker": _compose,
    "bash": _script,
    "sh": _script,
    "kubectl": _kubectl,
    "zsh": _script,
}
