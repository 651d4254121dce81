"""Secrets in a document, as detect-secrets finds them, without what only looks like one.

What may be one is found by a cheap look, which knows the forms of tokens and the names under which
passwords and keys are kept; detect-secrets, which is slow to start, is asked about these alone. Nothing is
ever sent anywhere or verified.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planls.contract.evidence.languages import COMMANDS, SETTINGS, SHOWN
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script, scripts_in
from planls.contract.evidence.secretvalues import is_random, is_sample, is_weak, is_wordy
from planls.contract.evidence.signs import KEYS, TOKENS, has
from planls.contract.part import Part
from planls.document.lines import Span, body

_TOKEN = re.compile(
    r"(?<![\w-])(?:(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|(?:glpat|gldt|glrt)-[\w-]{20,50}"
    r"|xox[abpors]-(?:\d+-)+[A-Za-z0-9]+|[rs]k_live_[0-9A-Za-z]{24,99}|SG\.[\w-]{22}\.[\w-]{43}"
    r"|sk-[\w-]{0,120}T3BlbkFJ[A-Za-z0-9]{20,120}|pypi-AgE[\w-]{70,400}|sq0csp-[0-9A-Za-z_-]{43}"
    r"|[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27}"
    r"|\d{8,10}:[0-9A-Za-z_-]{35}|eyJ[\w-]{10,500}\.eyJ[\w-]{5,2000}\.[\w-]{20,500})(?![\w-])"
    r"|https://hooks\.slack\.com/services/T\w{5,20}/B\w{5,20}/\w{10,40}|AccountKey=[A-Za-z0-9+/=]{88}"
)
_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]{2,10} )*PRIVATE KEY(?: BLOCK)?-----")
_KEY_MATTER = re.compile(r"[ \t>\"'+]*[A-Za-z0-9+/]{40,80}={0,2}(?:\\n)?[\"'+ \t]*$")
_URL = re.compile(
    r"\b[a-z][a-z0-9+]{1,20}://(?P<user>[^\s:/@'\"<>`{}]{0,64}):(?P<password>[^\s@/'\"<>`]{1,100})@"
    r"(?P<host>[^\s/:'\"<>`?,)]{1,120})",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1|host\.docker\.internal|[\w-]+"
    r"|.*\.(?:test|invalid|localhost)|\$.*",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r".*[.-]?example(?:\.\w+)?", re.IGNORECASE)
"""Hosts of manuals: a password there is made up, unless it does not look so."""
_ASSIGNED = re.compile(
    r"(?<![\w-])(?P<name>(?P<front>[A-Za-z_][\w-]{0,60}?)??(?P<word>passw(?:or)?d|passphrase|pwd|secret[_-]?key"
    r"|secret|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|token))"
    r"(?P<quoted>['\"]?\]?)(?:\s?:\s?[\w.\[\]| ]{1,30}(?==))?\s{0,4}(?::=|=>|[:=])\s{0,4}"
    r"(?P<quote>['\"`]?)(?P<value>[^\s'\"`,;)]{6,200})(?P=quote)(?=[\s,;)}\]'\"`]|$)",
    re.IGNORECASE,
)
_COMMON = ("password", "secret", "token", "api_key", "apikey")
"""Names of parameters, too, as of `login(password="...")`."""
_COMPUTED = re.compile(
    r"environ|getenv|process\.env|\benv[(.\[]|ENV\[|LookupEnv|getpass|input\(|read |vault|\$\("
    r"|\bcurl\b|\bhttp |email|user_?name",
    re.IGNORECASE,
)
_KEY = "a private key"
_SHOWN = 3
"""Characters of a secret that a message shows."""


class Candidate(NamedTuple):
    """What may be a secret: the text to ask about, the secret, its column; ``hidden``: nobody runs it."""

    line: int
    text: str
    secret: str
    column: int
    what: str
    hidden: bool = False


def secrets(part: Part) -> Iterator[Evidence]:
    """The secrets in a part: tokens and keys anywhere, passwords and other keys in code that is no test."""
    found = [*_tokens(part), *(one for script in scripts_in(part) for one in _in_script(script))]
    if not found:
        return
    from planls.contract.evidence.scanner import confirms

    seen = set()
    for one in found:
        place = (one.line, one.secret)
        if place not in seen and not one.hidden and confirms(one.text, one.secret):
            seen.add(place)
            span = Span(one.line, one.column, one.line, one.column + len(one.secret))
            shown = "" if one.what == _KEY else f" `{masked(one.secret)}`"
            said = f"{one.what}{shown} is written down"
            yield Evidence("secret", span, said, one.secret)


def masked(secret: str) -> str:
    """A secret as a message may show it."""
    return secret[:_SHOWN].replace("`", "'") + "…"


def _tokens(part: Part) -> Iterator[Candidate]:
    lines = part.lines
    if not has("".join(lines), TOKENS):
        return
    for at, line in enumerate(lines):
        for match in _TOKEN.finditer(line):
            if not is_sample(match[0]):
                yield Candidate(at, match[0], match[0], match.start(), "the token")
        key = _PRIVATE_KEY.search(line)
        behind = line[key.end() :].strip().removeprefix("\\n") if key else ""
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if key and (_KEY_MATTER.match(behind.partition("\\n")[0]) or _KEY_MATTER.match(body(following))):
            yield Candidate(at, key[0], key[0], key.start(), _KEY)


def _in_script(script: Script) -> Iterator[Candidate]:
    if script.tested or script.gone or script.language in SHOWN:
        return
    for at, line in enumerate(script.text.split("\n")):
        if "@" in line and "://" in line:
            yield from _in_urls(script, at, line)
        if _gives(line) and script.language != "json" and not _COMPUTED.search(line):
            yield from _assigned(script, at, line)


def _gives(line: str) -> bool:
    return ("=" in line or ":" in line) and has(line.lower(), KEYS)


def _in_urls(script: Script, at: int, line: str) -> Iterator[Candidate]:
    for match in _URL.finditer(line):
        password = match["password"]
        made_up = _EXAMPLE.fullmatch(match["host"]) and not is_random(password)
        if not (made_up or _LOCAL.fullmatch(match["host"]) or password == match["user"] or is_weak(password)):
            yield _placed(script, at, match.start("password"), match[0], password, "the password")


def _assigned(script: Script, at: int, line: str) -> Iterator[Candidate]:
    """Values of names that a password or key is kept under; JSON shows what is sent far more often."""
    settings = script.language in SETTINGS | COMMANDS or not script.language
    for match in _ASSIGNED.finditer(line):
        value, word = match["value"], match["word"].lower()
        if is_weak(value) or is_sample(value) or not (match["quote"] or settings):
            continue
        alone = not match["front"] and word in _COMMON
        strict = settings or word == "token" or match["quoted"] or alone
        if is_random(value) if strict else not is_wordy(value, word):
            text = f'{match["name"]} = "{value}"'
            yield _placed(script, at, match.start("value"), text, value, f"the {_noun(word)}")


def _noun(word: str) -> str:
    return "password" if word.startswith(("pass", "pwd")) else "key" if word.endswith("key") else word


def _placed(script: Script, at: int, column: int, *said: str) -> Candidate:
    """A candidate whose secret stands at a column of a line of code."""
    text, secret, what = said
    line, hidden = script.snippet.line + at, not script.counts_at(script.starts[at] + column)
    return Candidate(line, text, secret, script.snippet.column + column, what, hidden=hidden)
