"""Errors that code swallows: caught and forgotten, without a word why."""

import re
from collections.abc import Iterator

from planls.contract.evidence.emptied import emptied, is_asked
from planls.contract.evidence.forgotten import FORGOTTEN, NEAR, forgotten, is_tolerated, says
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script
from planls.contract.languages import SETTINGS, SHOWN

_EXCEPT = re.compile(
    r"^(?P<indent>[ \t]*)except(?P<what>[ \t]*|[ \t]+(?:\((?:[\w. \t]{1,60},){0,8}[ \t]*)?"
    r"(?:Base)?Exception\b(?:,?[ \t]*\)|,[\w., \t]{1,120}\))?(?:[ \t]+as[ \t]+\w+)?[ \t]*):"
    r"[ \t]*(?P<same>[^\n]*)",
    re.MULTILINE,
)
_ENDS = re.compile(
    r"\b(?:raise|sys\.exit|os\._exit|exit|abort|print_exc|format_exc|exc_info|handle_\w*error)\b"
    r"|\.(?:exception|error|critical)\("
)
_NOTHING = re.compile(r"(?:pass|\.\.\.|continue|return(?:[ \t]+None)?)[ \t]*")
_TRIES = re.compile(r"while\b|for[ \t]+(?:_\w*|i|n|attempts?|tr(?:y|ies)|retr(?:y|ies))[ \t]+in\b")
"""Loops that do the same again until it succeeds."""

_SUPPRESS = re.compile(r"\bsuppress\([ \t]*(?:Base)?Exception[ \t]*\)")
_OR_TRUE = re.compile(r"^[^\n]*?\|\|[ \t]*(true|:)(?=[ \t]*(?:$|[;)&|'\"]))", re.MULTILINE)
_SET = re.compile(r"^[ \t]*set[ \t]+\+e\b", re.MULTILINE)
_MATTERS = re.compile(
    r"\b(?:pytest|tox|nox|jest|vitest|mocha|phpunit|rspec|ctest"
    r"|npm (?:t|test|ci|install|run (?:test|build|migrate|check|lint|verify)\S*)|yarn (?:test|build|install)"
    r"|pnpm (?:test|build|install)|go (?:test|build|vet)|cargo (?:test|build|clippy)"
    r"|mvn|gradlew?|dotnet (?:test|build)|make (?:test|check|build|deploy|all)|tsc|mypy|ruff|eslint|flake8"
    r"|alembic upgrade|\w*migrat(?:e|ions?)(?:\.\w{1,4})?"
    r"|manage\.py (?:migrate|test)|prisma migrate|flyway migrate|terraform apply"
    r"|kubectl (?:apply|rollout)|helm (?:install|upgrade)|docker(?: |-)(?:build|push|compose up)"
    r"|(?:node|python3?|ruby|bash|sh) (?:\S*/)?(?:checks?|tests?|verify|validate|lint)[\w/-]*\.\w{1,4}"
    r"|pip3? install|pg_restore|pg_dump|rsync|psql)\b"
)
_IDEMPOTENT = re.compile(
    r"--version|\b(?:create|drop|uninstall|delete|clean|down|stop|rm|kill)\b|if (?:not )?exists|\| *grep"
    r"|exit-zero",
    re.IGNORECASE,
)
_HINT = re.compile(r"noqa|type: ?ignore|pragma|eslint|nolint|pylint|todo|fixme|xxx|hack", re.IGNORECASE)
_REASON = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
_LONG = 30
"""Statements of a handler; a longer one says something."""


def swallowed(script: Script) -> Iterator[Evidence]:
    """The errors that a piece of code swallows; tests, checks and output are not looked at."""
    if script.tested or script.gone or script.language in SHOWN:
        return
    if script.language in SETTINGS or script.language in ("", "shell"):
        yield from _in_commands(script)
    if script.is_program:
        yield from _in_python(script)
        for match, said in forgotten(script):
            if not _is_explained(script, *match.span()):
                yield _evidence(script, match.start(), match.end(), said)


def _in_python(script: Script) -> Iterator[Evidence]:
    for match in _EXCEPT.finditer(script.code):
        above = _above(script.code, match)
        said, end = _wrong(script, match, above)
        harmless = is_tolerated(_tried(above)) or _is_tried_again(above, match["indent"])
        if said and not harmless and not _is_explained(script, match.start(), end):
            yield _evidence(script, match.end("indent"), match.start("same"), said)
    for match in _SUPPRESS.finditer(script.code):
        below = script.code[match.end() : match.end() + NEAR].partition("\n")[2].partition("\n")[0]
        if not is_tolerated(below) and not _is_explained(script, *match.span()):
            yield _evidence(script, *match.span(), "every error is suppressed")


def _above(code: str, match: re.Match[str]) -> list[str]:
    """The lines above a handler, those of what is tried last; the handlers between are left out."""
    lines = code[max(match.start() - NEAR, 0) : match.start()].rstrip().split("\n")
    tries = [at for at, line in enumerate(lines) if line.rstrip() == match["indent"] + "try:"]
    begin = tries[-1] if tries else 0
    handlers = (
        at for at, line in enumerate(lines) if at >= begin and line.startswith(match["indent"] + "except")
    )
    return lines[: next(handlers, len(lines))]


def _tried(above: list[str]) -> str:
    """The last statement that is tried, what is only logged aside."""
    tried = [line for line in above if line.strip() and not says(line)]
    tried = tried if tried and tried[-1].strip() != "try:" else above
    return tried[-1] if tried else ""


def _is_tried_again(above: list[str], indent: str) -> bool:
    """Whether what is tried stands in a loop that repeats it."""
    outer = (line.strip() for line in reversed(above) if line.strip() and not line.startswith(indent + " "))
    return bool(_TRIES.match(next((line for line in outer if line != "try:"), "")))


def _wrong(script: Script, match: re.Match[str], above: list[str]) -> tuple[str, int]:
    """What is wrong with a handler (empty: nothing), and where it ends."""
    body, end = _body(script.code, match)
    nothing = bool(body) and all(map(_NOTHING.fullmatch, body))
    said = _body(script.said, match)[0]
    value = emptied(said[0], above, match["indent"]) if len(said) == len(body) == 1 and not nothing else ""
    if nothing or value:
        asked = body[0].startswith("return") and is_asked(script, match.start(), match["indent"])
        wrong = f"an error is answered with `{value}`" if value else FORGOTTEN
        return "" if asked else wrong, end
    passes_on = len(body) >= _LONG or any(map(_ENDS.search, body))
    return "" if match["what"].strip() or passes_on else "every error is caught, `SystemExit` too", end


def _body(code: str, match: re.Match[str]) -> tuple[list[str], int]:
    """The first statements below an ``except``, one a line, and where they end."""
    if match["same"].strip():
        return [match["same"].strip()], match.end()
    found: list[str] = []
    at = match.end() + 1
    while at < len(code) and len(found) < _LONG:
        end = code.find("\n", at)
        end = len(code) if end < 0 else end
        line = code[at:end]
        if line.strip():
            if len(line) - len(line.lstrip()) <= len(match["indent"]):
                break
            found.append(line.strip())
        at = end + 1
    return found, min(at, len(code))


def _in_commands(script: Script) -> Iterator[Evidence]:
    """``|| true`` behind what matters, and errors switched off for the rest of a script."""
    for match in _OR_TRUE.finditer(script.said):
        line = match[0]
        if _MATTERS.search(line) and not _IDEMPOTENT.search(line):
            start = match.start() + len(line) - len(line.lstrip())
            if not _is_explained(script, start, match.end()):
                yield _evidence(script, start, match.end(), f"a failure is covered by `|| {match[1]}`")
    off = _SET.search(script.said)
    rest = script.said[off.end() :] if off else "set -e"
    if off and not ("$?" in rest or "set -e" in rest or _is_explained(script, *off.span())):
        yield _evidence(script, *off.span(), "`set +e` goes on after failures")


def _is_explained(script: Script, start: int, end: int) -> bool:
    """Whether a comment with a reason stands there, in the line above or behind it."""
    far = max(start - NEAR, 0)
    first = max(script.text.rfind("\n", far, start), far)
    above = max(script.text.rfind("\n", far, first), far)
    last = script.text.find("\n", end, end + NEAR)
    said = script.comments[above : last if last >= 0 else end + NEAR]
    return bool(_REASON.search(said)) and not _HINT.search(said)


def _evidence(script: Script, start: int, end: int, said: str) -> Evidence:
    begin = script.code.rfind("\n", max(start - NEAR, 0), start) + 1 or max(start - NEAR, 0)
    line = script.text[begin : end + NEAR].strip().partition("\n")[0].rstrip()
    return Evidence("swallowed", script.span(start, end), said, f"{line} {said}")
