"""Hosts of one environment, written into code."""

import re
from collections.abc import Iterator

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script

_ADDRESS = r"(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}"
_NAME = r"(?:[a-z0-9](?:[\w-]{0,62})\.){1,8}"
_DOMAIN = r"(?!(?:ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}(?![\w.-]))(?:[\w-]{1,63}\.){1,3}[a-z]{2,12}"
"""A registered name with its suffix, and what may stand in front of it."""
_REVERSED = "com|org|net|edu|gov|io|dev|eu|de|at|ch|fr|nl|uk|us|java|javax|jakarta"
"""What the names of packages begin with."""
_OWN = (
    rf"{_NAME}(?:internal|local|localdomain|lan|corp|intranet)"
    rf"|(?!(?:{_REVERSED})\.)(?:{_NAME}(?:internal|intranet|intern[aeo]?|corp|lan)|internal|intranet)\.{_DOMAIN}"
    r"|(?:[\w-]{1,63}[.-])?(?P<stage>staging|stage|stg|dev|qa|uat|preprod)[.-](?:[\w-]{1,63}\.){1,5}[a-z]{2,12}"
    r"|(?:[\w-]{1,63}-pro?d|pro?d-[\w-]{1,63})(?:-[\w-]{1,63})?\.(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}"
)
_RENTED = (
    rf"{_NAME}(?:rds|cache|es|execute-api)(?:\.[\w-]{{1,30}}){{0,2}}\.amazonaws\.com"
    rf"|{_NAME}(?:[\w-]{{1,30}}\.)?(?:rds|cache)\.amazonaws\.com"
    r"|[a-z]{20}\.supabase\.co|(?:[\w-]{1,40}\.){1,4}(?:mongodb\.net|neon\.tech|upstash\.io|database\.windows\.net"
    r"|redis\.cache\.windows\.net|ngrok\.io|ngrok-free\.app|ngrok\.app|aivencloud\.com)"
)
_HOST = re.compile(
    rf"(?:(?<=://)|(?<=@)|(?<=['\"])|(?<=: )|(?<==))(?P<host>{_ADDRESS}|{_OWN}|{_RENTED})"
    r"(?![\w.-]|/\d{1,2}\b(?!/))",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"://|(?:10|192|172)\.|\.(?:internal|intern[aeo]?|local|localdomain|lan|corp|intranet)\b|(?:internal|intranet)\."
    r"|(?:stag|stg|dev|qa|uat|prod|prd)\w{0,8}[.-]|\.net\b"
    r"|amazonaws|supabase|ngrok|neon|upstash|aiven",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:host|url|uri|endpoint|server|addr|address|dsn|broker|base|peer|node)\w*['\"]?"
    r"\s{0,4}(?::[\w\s|]{0,30})?(?:[:=(,]{1,2}|\bto\b)\s{0,4}\[?\s{0,4}['\"]?$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+]{1,20}://(?:[^\s/'\"@]{0,80}@)?$", re.IGNORECASE)
_CONFIGURED = re.compile(
    r"getenv|environ|process\.env|import\.meta|\benv\(|ENV\[|\bLookupEnv|config\(|\bsettings?\.|\$\{"
    r"|default|add_argument|\?\?|\|\||subnet|cidr|netmask|gateway|network|allow|trusted|cors|no_?proxy|listen"
    r"|bind|schema|xmlns|namespace",
    re.IGNORECASE,
)
"""What gives a variable its default, names ranges of addresses, or is an identifier."""

_PUBLIC = re.compile(
    r"host\.docker\.internal|gateway\.docker\.internal|metadata\.google\.internal|.*\.cluster\.local|10\.0\.2\.2"
    r"|172\.17\.0\.1|(?:.*[.-])?(?:example|examples?|your|my|xxx+|test|abc|foo|acme)[.-].*|.*\.example"
    r"|(?:.*\.)?dev\.(?:to|azure|mysql|twitch|w3|virtualearth|runwayml)\b.*"
    r"|[\d.]+\.(?:0|255)|192\.168\.4\.1",
    re.IGNORECASE,
)
"""Hosts that are anybody's: of containers, emulators and access points, of services, and made up."""

_NEAR = 80
"""Characters in front of a URL in which its environment is named."""


def hosts(script: Script) -> Iterator[Evidence]:
    """The hosts that a program is tied to; configuration, commands and tests may name theirs."""
    if script.tested or script.gone or not script.is_program or "BaseSettings" in script.text:
        return
    for match in _found(script):
        line, before = _line(script.said, match.start())
        if _PUBLIC.fullmatch(match["host"]) or _CONFIGURED.search(line) or _is_one_of_many(script, match):
            continue
        if _SCHEME.search(before) or _NAMED.search(before):
            said = f"the host `{match['host']}` belongs to one environment"
            yield Evidence("host", script.span(*match.span("host")), said, match["host"].lower())


def _found(script: Script) -> Iterator[re.Match[str]]:
    """The hosts in lines that have a sign of one, comments left out."""
    start = 0
    for line in script.text.split("\n"):
        if _SIGN.search(line):
            for match in _HOST.finditer(script.text, start, start + len(line)):
                if script.counts_at(match.start()):
                    yield match
        start += len(line) + 1


def _is_one_of_many(script: Script, match: re.Match[str]) -> bool:
    """Whether the environment is named in front of its host, as where each has its own."""
    before = script.said[max(match.start() - _NEAR, 0) : match.start()]
    stage = match["stage"]
    return bool(stage and re.search(rf"(?<![A-Za-z]){stage}(?![A-Za-z.])", before, re.IGNORECASE))


def _line(text: str, at: int) -> tuple[str, str]:
    """The line of an offset, as far as it is near, and what stands before the offset in it."""
    start = max(text.rfind("\n", 0, at) + 1, at - 200)
    end = text.find("\n", at)
    return text[start : min(end if end >= 0 else len(text), at + 200)], text[start:at]
