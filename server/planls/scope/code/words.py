"""What stands in code of any language: URL schemes and environment variables."""

import re
from collections.abc import Iterator

from planls.scope.code.source import Form, Source, Use

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,39}\Z")
_GENERAL = frozenset(
    """
    about app asset blob bolt+ssc chrome chrome-extension content custom data dns docker-daemon example
    exp feed file foo ftp ftps git git+http git+https git+ssh gopher host http https imap imaps info intent
    irc ircs javascript ldap ldaps local localhost mailto mem memory moz-extension my myapp news oci pkg
    pop3 protocol proxy ref res resource rtmp rtmps rtsp rtp scheme scp sftp smb smtp smtps socks socks4
    socks5 ssh ssl stdin stdout tcp tel telnet tls type udp unix unixgram url urn view-source vscode ws wss
    x your dir path schema grpc grpcs xmpp api image config env secret ui internal
    """.split()
)
"""Schemes that are protocols, or anybody's: they name no technology."""

_VARIABLE = re.compile(r"[A-Z](?<![A-Za-z0-9_-][A-Z])[A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12}(?![A-Za-z0-9_])")
_QUOTED = re.compile(r"[\[(][ \t]*(?P<quote>['\"])(?P<name>[A-Z][A-Z0-9]*_[A-Z0-9_]{1,80})(?P=quote)")
_READER = re.compile(
    r"(?:environ(?:\.get|\.setdefault|\.pop)?|getenv|getEnv|Getenv|LookupEnv|GetEnvironmentVariable|env::var"
    r"|env!|\bENV(?:\.fetch)?|\benv|get_env|fetch_env!?|setenv|delenv)[ \t]*\Z"
)
"""What stands in front of the name in brackets."""
_FAR = 32
_MEMBER = re.compile(
    r"env\.(?:(?<=process\.env\.)|(?<=import\.meta\.env\.)|(?<=Bun\.env\.))(?P<name>[A-Z][A-Z0-9]*_[A-Z0-9_]{1,80})"
)
"""All of these begin with a certain letter or sign, for which a text is searched several times faster."""


def schemes(source: Source) -> Iterator[Use]:
    """The schemes of URLs that name a service, and the driver of ``postgresql+asyncpg``."""
    text, at = source.text, 0
    while (at := text.find("://", at)) >= 0:
        is_web = text.endswith(("http", "https"), 0, at)  # nearly all of them
        if match := None if is_web else _SCHEME.search(_tail(text, at)):
            start = at - len(match[0])
            base, _, driver = match[0].partition("+")
            if base.lower() not in _GENERAL and match[0].lower() not in _GENERAL and len(base) > 1:
                yield source.use(Form.SCHEME, "scheme", base.lower(), start, start + len(base))
                if driver and driver not in ("srv", "tls", "ssl", "s", "ssc", "http", "https"):
                    yield source.use(Form.IMPORT, "pypi", driver.lower(), start + len(base) + 1, at)
        at += 3


def variables(source: Source) -> Iterator[Use]:
    """All words in capitals with an underscore."""
    if "_" in source.text:
        for match in _VARIABLE.finditer(source.text):
            yield source.use(Form.VARIABLE, "env", match[0], *match.span())


def read_variables(source: Source) -> Iterator[Use]:
    """The variables that code reads from its environment."""
    if "env" in source.text.lower():  # most code does not speak of it, and all that follows is slow
        for at, line in enumerate(source.lines):
            for match in _reads(line) if "env" in line.lower() else ():
                yield Use(Form.VARIABLE, "env", match["name"], match["name"], at, match.start("name"))


def _reads(line: str) -> list[re.Match[str]]:
    """Where a line reads a variable."""
    quoted = [match for match in _QUOTED.finditer(line) if _is_read(line, match.start())]
    return [*quoted, *_MEMBER.finditer(line)] if "env." in line else quoted


def _is_read(text: str, at: int) -> bool:
    """Whether the bracket that stands there is of what reads the environment."""
    return _READER.search(text[max(at - _FAR, 0) : at]) is not None


def _tail(text: str, at: int) -> str:
    """The word of letters, digits, plus, dot and minus in front of an offset."""
    piece = text[max(at - 40, 0) : at]
    found = re.search(r"[A-Za-z0-9+.-]+\Z", piece)
    return found[0].lstrip("+.-0123456789") if found else ""
