"""Shell scripts whose gates open when what they ask fails: ``found=$(ask || true)``, an error if not empty.

What is asked answers with nothing, and without an error, where there is nothing: of ``grep``, ``pgrep`` or
``git describe``, whose failure says that there is none, nothing is told.
"""

import re
from collections.abc import Iterator

from planls.contract.evidence.scripts import Script

_COVERED = re.compile(
    r"^[ \t]*(?:(?:local|readonly|export|declare)[ \t]+)?(?P<name>[A-Za-z_]\w{0,60})=\"?\$\([ \t]*"
    r"(?P<asked>(?:[^\n\\]|\\[^\0]){1,600}?)\|\|[ \t]*(?P<cover>true|:|echo[ \t]+(?:0|\"0?\"|'0?'))[ \t]*\)",
    re.MULTILINE,
)
_LISTS = re.compile(
    r"(?:(?:\w{1,40}=\S{1,80}|env|sudo|timeout[ \t]+\S{1,10}|command)[ \t]+){0,4}"
    r"(?:gh[ \t]+(?:search|\w{1,20}[ \t]+list)\b"
    r"|(?:gh|glab)[ \t]+api\b(?=.{0,500}(?:\.\[\]|--paginate|select\())"
    r"|curl\b(?!.{0,300}(?:[ \t]-\w{0,6}f|--fail|http_code))|git[ \t]+ls-remote\b"
    r"|aws[ \t]+[\w-]{1,40}[ \t]+list-"
    r"|(?:az|gcloud)[ \t][\w \t-]{1,60}[ \t]list\b"
    r"|kubectl[ \t]+get[ \t].{0,200}[ \t](?:-l|-A|--selector|--field-selector|--all-namespaces)\b)",
    re.DOTALL,
)
"""What lists something that is elsewhere."""

_VARIABLE = r"\"?\$\{{?{name}(?::-\w{{0,10}})?\}}?\"?"
_FILLED = (
    r"(?:\[\[?|\btest)[ \t]+(?:(?:-n[ \t]+)?{var}[ \t]*(?:\]|;|&&)|{var}[ \t]+(?:-gt|-ne|!=)[ \t]+['\"]?0\b)"
    r"|(?:-z[ \t]+{var}|{var}[ \t]+(?:-eq|==?)[ \t]+['\"]?0['\"]?)[ \t]*\]{{0,2}}[ \t]*\|\|"
)
_VOID = r"-z[ \t]+{var}[ \t]*(?:\]{{1,2}}[ \t]*(?!\]|[ \t]*\|\|)|;|&&)"
_REFUSES = re.compile(
    r"\b(?:exit|return)[ \t]+(?:[1-9]|\"?\$)"
    r"|\b\w{0,20}(?:status|fail|failed|failures|rc|errors?|bad|blocked)=(?:1|true)\b"
    r"|::error|\b(?:die|fail|abort)\b"
)
_ENDS = re.compile(r"^[ \t]*(?:fi|else|elif|if)\b", re.MULTILINE)
"""What ends a branch, or asks more."""
_SAID = "a failure is covered by `|| {}`, and `{}` then says that all is well"
_BELOW = 1500
"""Characters behind a question in which its answer is looked at."""
_BRANCH = 300
"""Characters of what is done about it."""


def fails_open(script: Script) -> Iterator[tuple[int, int, str]]:
    """Where such questions begin and end, and how that is said."""
    for match in _COVERED.finditer(script.said):
        below = script.said[match.end() : match.end() + _BELOW]
        lists = _LISTS.match(match["asked"]) and ");" not in match["asked"]
        if lists and _is_gate(match["name"], below):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield start, match.end(), _SAID.format(match["cover"], match["name"])


def _is_gate(name: str, below: str) -> bool:
    """Whether a script refuses what a variable has, and lets pass that it has nothing."""
    var = _VARIABLE.format(name=re.escape(name))
    filled = re.search(_FILLED.format(var=var), below)
    if not filled or re.search(_VOID.format(var=var), below):
        return False
    branch = below[filled.end() : filled.end() + _BRANCH]
    end = _ENDS.search(branch)
    return bool(_REFUSES.search(branch[: end.start()] if end else branch))
