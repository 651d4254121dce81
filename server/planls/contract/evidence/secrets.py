"""Secrets in a document, as detect-secrets finds them, without what only looks like one.

What may be one is found by a cheap look, which knows the forms of tokens and the names under which
passwords and keys are kept; detect-secrets, which is slow to start, is asked about these alone. Nothing is
ever sent anywhere or verified.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planls.contract.codes import codes_in
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script, scripts_in
from planls.contract.evidence.secretforms import (
    ALONE,
    ASSIGNED,
    BESIDE,
    COMPUTED,
    DEFAULTS,
    ENVIRONMENT,
    EXAMPLE,
    GIVEN,
    JWT,
    KEPT,
    KEY_MATTER,
    LOCAL,
    PRIVATE_KEY,
    RESERVED,
    TOKEN,
    URL,
)
from planls.contract.evidence.secretvalues import is_made, is_mixed, is_random, is_sample, is_weak, is_wordy
from planls.contract.evidence.signs import KEYS, has
from planls.contract.languages import SETTINGS, SHOWN
from planls.contract.part import Part
from planls.document.blocks import Block
from planls.document.lines import Span, body
from planls.document.memory import remembered

_COMMON = ("password", "secret", "token", "api_key", "apikey")
"""Names of parameters, too, as of `login(password="...")`."""

_KEY = "a private key"
_SHOWN = 3
"""Characters of a secret that a message shows."""

_SURE = 20
"""Characters of a key of some service; others are keys of caches and tables."""

_NEAR = 200
"""Characters around a secret in which the host stands that it is for."""


class Candidate(NamedTuple):
    """What may be a secret: the text to ask about, the secret, its column; ``hidden``: nobody runs it."""

    line: int
    text: str
    secret: str
    column: int
    what: str
    hidden: bool = False


def secrets(part: Part, *, tokens: bool) -> Iterator[Evidence]:
    """The secrets in a part: tokens and keys anywhere, passwords and other keys in code that is no test.

    ``tokens``: it has a sign of one.
    """
    scripts = (one for script in scripts_in(part) for one in _in_script(script))
    found = [*(_tokens(part.lines) if tokens else ()), *scripts, *_in_prose(part)]
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


def _tokens(lines: Sequence[str]) -> Iterator[Candidate]:
    for at, line in enumerate(lines):
        for match in TOKEN.finditer(line):
            if not is_sample(match[0]):
                yield Candidate(at, _kept("token", match[0]), match[0], match.start(), "the token")
        for match in BESIDE.finditer(line):
            text = _kept("secret_key", match["value"])
            yield Candidate(at, text, match["value"], match.start("value"), "the key")
        key = PRIVATE_KEY.search(line)
        behind = line[key.end() :].strip().removeprefix("\\n") if key else ""
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if key and (KEY_MATTER.match(behind.partition("\\n")[0]) or KEY_MATTER.match(body(following))):
            yield Candidate(at, key[0], key[0], key.start(), _KEY)


def _kept(name: str, value: str) -> str:
    """A value under a name, as detect-secrets knows it."""
    return f'{name} = "{value}"'


@remembered
def _in_script(script: Script) -> tuple[Candidate, ...]:
    return tuple(_candidates(script))


def _candidates(script: Script) -> Iterator[Candidate]:
    sent = script.language == "json" and not script.path
    if script.is_test or script.gone or script.language in SHOWN or sent:
        return
    for at, line in enumerate(script.text.split("\n")):
        if "@" in line and "://" in line:
            for text, secret, column in _in_urls(line):
                yield _placed(script, script.starts[at] + column, text, secret, "the password")
        if not script.tested and _gives(line) and not COMPUTED.search(line):
            yield from _assigned(script, at, line)
        if not script.tested and has(line.lower(), KEYS) and ENVIRONMENT.search(line):
            yield from _defaults(script, at, line)
    yield from _unread(script)
    for pattern, what in GIVEN:
        for match in pattern.finditer(script.text):
            word = what if what == "password" else ""
            if _is_secret(match["value"], word) and not _is_local(script.text, match.start("value")):
                text = _kept("secret_key", match["value"])
                yield _placed(script, match.start("value"), text, match["value"], f"the {what}")


def _unread(script: Script) -> Iterator[Candidate]:
    """JSON web tokens whose claims nobody can read."""
    for match in JWT.finditer(script.text) if "eyJ" in script.text and not script.tested else ():
        signature = match["signature"]
        if is_random(signature) and not (is_weak(signature) or is_sample(match[0])):
            yield _placed(script, match.start(), _kept("secret_key", match[0]), match[0], "the token")


def _in_prose(part: Part) -> Iterator[Candidate]:
    """What prose says of variables (`API_KEY=...`) and URLs, outside of sections for tests."""
    if getattr(part.spec, "form", "") == "tests":
        return
    code = {n for one in codes_in(part) for n in range(one.line, one.line + len(one.lines))}
    giving = (at + n for at, block in part.placed for n in _giving(block))
    for at, line in ((at, part.lines[at]) for at in giving if at not in code):
        for text, secret, column in _in_urls(line):
            yield Candidate(at, text, secret, column, "the password")
        for match in ASSIGNED.finditer(line):
            if match["name"].isupper() and _is_secret(match["value"], match["word"].lower()):
                text = _kept(match["name"], match["value"])
                what = f"the {_noun(match['word'].lower())}"
                yield Candidate(at, text, match["value"], match.start("value"), what)


@remembered
def _giving(block: Block) -> tuple[int, ...]:
    """The lines of a block that seem to give a value to something."""
    return tuple(at for at, line in enumerate(block.lines) if _gives(line))


def _gives(line: str) -> bool:
    return ("=" in line or ":" in line) and has(line.lower(), (*KEYS, "://"))


def _in_urls(line: str) -> Iterator[tuple[str, str, int]]:
    """The URLs with a password in a line, with that and its column."""
    for match in URL.finditer(line):
        password = match["password"]
        made_up = EXAMPLE.fullmatch(match["host"]) and not is_random(password)
        local = LOCAL.fullmatch(match["host"]) or _is_of_a_container(match["host"], password)
        if not (made_up or local or password == match["user"] or is_weak(password)):
            plain = RESERVED.sub("x", password)  # detect-secrets wants them percent-encoded
            yield match[0].replace(f":{password}@", f":{plain}@"), password, match.start("password")


def _is_of_a_container(host: str, password: str) -> bool:
    """Whether a URL leads to a container beside, whose password nobody took care of."""
    return bool(ALONE.fullmatch(host)) and not (is_mixed(password) or is_made(password))


def _is_local(text: str, at: int) -> bool:
    """Whether what stands around a place is for the own machine."""
    around = text[max(at - _NEAR, 0) : at + _NEAR]
    return "localhost" in around or "127.0.0.1" in around


def _assigned(script: Script, at: int, line: str) -> Iterator[Candidate]:
    """Values of names that a password or key is kept under."""
    settings = script.language in SETTINGS or script.language in ("", "shell")
    for match in ASSIGNED.finditer(line):
        value, word = match["value"], match["word"].lower()
        if is_weak(value) or is_sample(value) or not (match["quote"] or settings):
            continue
        alone = not match["front"] and word in _COMMON
        strict = settings or word in ("token", "key") or match["quoted"] or alone
        if _is_secret(value, word) if strict else not is_wordy(value, word):
            start = script.starts[at] + match.start("value")
            yield _placed(script, start, _kept(match["name"], value), value, f"the {_noun(word)}")


def _defaults(script: Script, at: int, line: str) -> Iterator[Candidate]:
    """What passwords and keys are where the environment does not say, unless it is for the own machine."""
    for match in (match for pattern in DEFAULTS for match in pattern.finditer(line)):
        before = line[: match.start()].rstrip(" :=(>")
        kept, value = KEPT.search(match["name"]) or KEPT.search(before), match["value"]
        word, start = kept["word"].lower() if kept else "", script.starts[at] + match.start("value")
        chosen = word.startswith(("pass", "pwd"))
        secret = is_made(value) or (chosen and is_mixed(value))
        short = word == "key" and len(value) < _SURE
        if not word or short or not secret or is_weak(value) or is_sample(value):
            continue
        if not (chosen and _is_local(script.text, start)):
            yield _placed(script, start, _kept("secret_key", value), value, f"the {_noun(word)}")


def _is_secret(value: str, word: str = "") -> bool:
    """Whether a value looks like nothing but a secret; what is only called a key may be short otherwise."""
    short = word == "key" and len(value) < _SURE
    chosen = word.startswith(("pass", "pwd")) and is_mixed(value)
    return (chosen or is_random(value)) and not (short or is_weak(value) or is_sample(value))


def _noun(word: str) -> str:
    if word.startswith(("pass", "pwd")):
        return "password"
    return "key" if word.endswith(("key", "signing", "pepper")) else word


def _placed(script: Script, start: int, *said: str) -> Candidate:
    """A candidate whose secret stands at an offset of code."""
    text, secret, what = said
    place = script.span(start, start + len(secret))
    return Candidate(place.line, text, secret, place.column, what, hidden=not script.counts_at(start))
