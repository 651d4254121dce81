"""Paths below somebody's home folder, and how they read from the root of the repository."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import scripts_in
from planls.contract.part import Part
from planls.document.lines import Span, body

_HOME = re.compile(
    r"(?:(?<![\w.~$/}\\:-])|(?<=file://)|(?<=[rRbu]['\"]))"
    r"(?P<prefix>(?:/mnt/[a-z])?/Users/(?P<mac>[A-Za-z][\w.-]{0,40})|/home/(?P<linux>[A-Za-z][\w.-]{0,40})"
    r"|[A-Za-z]:(?P<slash>\\{1,2}|/)Users(?P=slash)(?P<windows>[A-Za-z][\w.-]{0,40}))(?=[/\\])"
)
_ANYBODY = frozenset(
    """
    abc admin airflow alice app appuser azureuser bob builder bun centos circleci coder codespace
    container core dashboard debian default demo deno deploy deployer dev developer django docker
    ec2-user example fedora feed foo frappe git gitpod gradle guest hadoop home index jane janedoe jdoe
    jenkins joe john johndoe jovyan kali linuxbrew linuxuser login mambauser me my myname myuser name
    news nginx nobody node nonroot odoo opc ops oracle page pages pi pn postgres products profile public
    pwuser python rails root rstudio ruby runner rust sagemaker-user sandbox scrapy search service
    settings shared site somebody someone spark spring steam test testuser ubuntu user username users
    vagrant vscode webapp webuser who worker www www-data xxx xyz you your your-name your-user
    your-username your_name your_user your_username yourname youruser yourusername
    """.split()
)
"""Names of no person: placeholders, the users of containers and machines, and pages of a web site."""

_ROUTE = re.compile(
    r"(?:\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|href|route|router|Route|app)\b(?:\.\w+)?[ \t]*[=(]?"
    r"|\.(?:get|post|put|patch|delete|goto|push|navigate|visit|request)\(|<\w+[^<>\n]{0,20}\b(?:path|to)="
    r")[ \t]*['\"`{]{0,2}$"
)
_CONTAINED = re.compile(
    r"\b(?:WORKDIR|USER|COPY|ADD|--chown|useradd|adduser|mountPath|workingDir|WorkingDirectory"
    r"|docker (?:compose )?exec|kubectl exec|ssh)\b"
)
_USERS = re.compile(
    r"\b(?:useradd|adduser)\b[^\n]{0,120}?[ \t](?P<added>[a-z][\w-]{1,30})[ \t]*(?:$|&&|\\|;)"
    r"|^\s*(?:USER[ \t]+|User=)(?P<user>[a-z][\w-]{1,30})",
    re.MULTILINE,
)
_PATH = re.compile(r"[^\s\"'`<>|;&(){}*?,]+")
_CD = re.compile(r"(?<![\w./-])cd[ \t]+(?P<quote>[\"']?)$")
_BEHIND = re.compile(r"(?P<quote>[\"']?)[ \t]*&&[ \t]*(?=[^\s\\])")
_GOES = re.compile(r"(?<![\w./-])cd[ \t]+[^\s]")
_MAKES = re.compile(r"\b(?:mkdir|git clone|git worktree|git init)\b[^&;]*$|file://$")
"""What stands in front of a path that is to be made, or has to be whole."""


class Home(NamedTuple):
    """A path below a home folder: its home, and the name of whose it is."""

    evidence: Evidence
    name: str


def homes(part: Part) -> Iterator[Home]:
    """The paths below homes in a part: code, commands and prose, but no test, output or container."""
    skipped = set(_skipped(part))
    for at, line in enumerate(part.lines):
        if at in skipped or ("sers" not in line and "home" not in line) or _CONTAINED.search(line):
            continue
        for match in _HOME.finditer(body(line)):
            name = str(match["mac"] or match["linux"] or match["windows"])
            if name.lower().rstrip("0123456789") in _ANYBODY or _ROUTE.search(
                line[max(match.start() - 30, 0) : match.start()]
            ):
                continue
            span = Span(at, match.start(), at, match.end())
            said = f"the path below `{match['prefix']}` exists on one machine only"
            yield Home(Evidence("home-path", span, said, match["prefix"].replace("\\\\", "\\")), name)


def users(part: Part) -> Iterator[str]:
    """The users that a part sets up, whose homes are everywhere."""
    text = "".join(part.lines)
    if "useradd" in text or "adduser" in text or "USER" in text or "User=" in text:
        for match in _USERS.finditer(text):
            yield match["added"] or match["user"]


def relative(lines: Sequence[str], places: Iterable[Span]) -> tuple[tuple[Span, str], ...]:
    """What to write where paths begin; nothing unless all lie below the one folder that ``cd`` goes to.

    ``cd ROOT &&`` in front of a command goes; what is below the root is written from there.
    """
    paths = [(place, _path(body(lines[place.line]), place.column)) for place in places]
    fronts = [body(lines[place.line])[: place.column] for place, _ in paths]
    roots = Counter(path for (_, path), front in zip(paths, fronts, strict=True) if _CD.search(front))
    root = next(iter(roots), "")
    if len(roots) != 1 or root.count("/") <= 2 or any(map(_MAKES.search, fronts)):  # noqa: PLR2004  # a home, and a folder in it
        return ()
    if not all(f"{path}/".startswith(f"{root}/") for _, path in paths) or _goes_elsewhere(
        lines, roots.total()
    ):
        return ()
    return tuple(_edits(lines, paths, root))


def _skipped(part: Part) -> Iterator[int]:
    for script in scripts_in(part):
        if script.language in ("text", "dockerfile") or (script.tested and script.is_program) or script.gone:
            yield from range(script.snippet.line, script.snippet.line + len(script.snippet.lines))


def _path(line: str, column: int) -> str:
    match = _PATH.match(line, column)
    return match[0].rstrip("/.:") if match else ""


def _edits(lines: Sequence[str], paths: Iterable[tuple[Span, str]], root: str) -> Iterator[tuple[Span, str]]:
    for place, path in paths:
        line, end = body(lines[place.line]), place.column + len(path)
        end += path == root and line.startswith("/", end)
        goes = _CD.search(line[: place.column])
        behind = _BEHIND.match(line, end)
        if path == root and goes and behind and goes["quote"] == behind["quote"]:
            yield Span(place.line, goes.start(), place.line, behind.end()), ""
        elif path == root and goes and _is_line(lines, place.line, goes.start(), end):
            yield Span(place.line, 0, place.line + 1, 0), ""
        elif path == root:
            yield Span(place.line, place.column, place.line, end), "."
        else:
            yield Span(place.line, place.column, place.line, end), path[len(root) + 1 :]


def _is_line(lines: Sequence[str], at: int, start: int, end: int) -> bool:
    """Whether a command is a line of its own, and more code follows."""
    line, below = body(lines[at]), lines[at + 1].strip() if at + 1 < len(lines) else ""
    return not (line[:start].strip() or line[end:].strip("\"' \t")) and below[:1] not in ("", "`", "~")


def _goes_elsewhere(lines: Sequence[str], often: int) -> bool:
    """Whether there are more ``cd`` than so many: where to go then depends on where one is."""
    return sum(len(_GOES.findall(line)) for line in lines if "cd" in line) > often
