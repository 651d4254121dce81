"""Paths below somebody's home folder."""

import re
from collections.abc import Iterator
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
    admin airflow alice app appuser azureuser bob builder circleci coder container core dashboard
    default deploy deployer dev developer django docker ec2-user example feed git gitpod guest hadoop
    home index jenkins joe john jovyan kali linuxbrew linuxuser login me my myname myuser name news
    nginx nobody node nonroot opc ops page pages pi postgres products profile public pwuser python
    rails root ruby runner rust sandbox search service settings shared somebody someone spark spring
    steam testuser ubuntu user username users vagrant vscode webapp who worker www www-data xxx you
    your your-name your-user your-username your_name your_user your_username yourname youruser
    yourusername
    """.split()
)
"""Names of no person: placeholders, the users of containers and machines, and pages of a web site."""

_ROUTE = re.compile(
    r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|href|route|router|navigate|Route|app)\b(?:\.\w+)?"
    r"[ \t]*[=(]?[ \t]*['\"`]?$"
)
_CONTAINED = re.compile(r"\b(?:WORKDIR|USER|COPY|ADD|--chown|useradd|adduser|mountPath)\b")
_USERS = re.compile(
    r"\b(?:useradd|adduser)\b[^\n]{0,120}?[ \t](?P<added>[a-z][\w-]{1,30})[ \t]*(?:$|&&|\\|;)"
    r"|^\s*(?:USER[ \t]+|User=)(?P<user>[a-z][\w-]{1,30})",
    re.MULTILINE,
)


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
            if name.lower() in _ANYBODY or _ROUTE.search(line[max(match.start() - 30, 0) : match.start()]):
                continue
            span = Span(at, match.start(), at, match.end())
            said = f"the path below `{match['prefix']}` is there on one machine only"
            yield Home(Evidence("home-path", span, said, match["prefix"].replace("\\\\", "\\")), name)


def users(part: Part) -> Iterator[str]:
    """The users that a part sets up, whose homes are everywhere."""
    text = "".join(part.lines)
    if "useradd" in text or "adduser" in text or "USER" in text or "User=" in text:
        for match in _USERS.finditer(text):
            yield match["added"] or match["user"]


def _skipped(part: Part) -> Iterator[int]:
    for script in scripts_in(part):
        if script.language in ("text", "dockerfile") or (script.tested and script.is_program) or script.gone:
            yield from range(script.snippet.line, script.snippet.line + len(script.snippet.lines))
