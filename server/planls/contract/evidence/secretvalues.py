"""Values that only look like secrets: placeholders, samples, names, defaults of a developer's own machine."""

import re
from collections import Counter
from math import log2

_OPEN = re.compile(r"[$<>{}\[\]()*…%]|\.\.\.|^(?:https?|file|s3)://|^/|\\")
_SIGN = re.compile(r"(?<=\w)(?:\*|%(?![sdvqx]|\w+%))(?=\w)")
"""A sign within a password, which elsewhere would be a pattern's or a format's."""
_WORDS = re.compile(
    r"abc-?123|123-?abc|12345|change|example|placeholder|your|xxx|todo|replace|redact|insert|dummy|fake|mock|sample|insecure|local|default"
    r"|(?:^|[^a-z])(?:dev|demo|test|testing|ci|my|put|here|todo|not|none|null|true|false|some|foo|bar|inherit)(?:[^a-z]|$)",
    re.IGNORECASE,
)
_DEFAULTS = frozenset(
    """
    admin administrator app guest letmein minio minioadmin mongo mysql neo4j pass passw0rd passwd
    password postgres postgresql pwd rabbitmq redis root secret secretpassword token user username
    welcome
    """.split()
)
_ENVIRONMENT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_HEX_IDS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:sha\d+[:-]).*|v?\d+(?:\.\d+)+",
    re.IGNORECASE,
)
_SAMPLES = re.compile(
    r"example|xxxx|0{8}|1234567890|SflKxwRJSMeKKF2QT4|AbCdEf|abcdef(?:gh|0)|\.\.\.", re.IGNORECASE
)
_WORDY = re.compile(r"[A-Za-z]+(?:[-_./][A-Za-z]+)+")
_HEADER = re.compile(r"key|auth", re.IGNORECASE)
_NAMED = re.compile(r"pass|secret|pwd|admin", re.IGNORECASE)
"""Words for a secret, of which none is made."""

_FEW = 8
"""Different characters; a token with fewer is made up."""
_RANDOM = 2.7
"""Bits a character: words are below, what a machine made is above."""
_SHORT = 8
_LONG = 16
_HEX = re.compile(r"[0-9a-f]{24,200}", re.IGNORECASE)


def is_weak(value: str) -> bool:
    """Whether a value is a placeholder, a reference, an identifier or a default that everybody knows."""
    plain = value.strip("\"'`").lower()
    shown = _SIGN.sub("", value) if is_mixed(value) else value
    if _OPEN.search(shown) or _WORDS.search(value) or _HEX_IDS.fullmatch(plain):
        return True
    if _ENVIRONMENT.fullmatch(value) or _IDENTIFIER.fullmatch(value):
        return True
    return plain.rstrip("0123456789!@#") in _DEFAULTS or len(set(plain)) < 4  # noqa: PLR2004  # aaaa, 1212


def is_sample(value: str) -> bool:
    """Whether a token is one of a manual: made of few characters, or with a word for it."""
    return bool(_SAMPLES.search(value)) or (len(value) >= 20 and len(set(value)) < _FEW)  # noqa: PLR2004  # tokens are long


def is_wordy(value: str, word: str) -> bool:
    """Whether a value is made of words and no secret under its name: ``orders-db``, ``forgot-password``."""
    if not _WORDY.fullmatch(value):
        return False
    return not word.endswith("key") or bool(_HEADER.search(value))


def is_mixed(value: str) -> bool:
    """Whether a value is made as rules for passwords want it: small, capital, digit and sign."""
    signs = (str.islower, str.isupper, str.isdigit, lambda char: char in "!@#%^&*?+-_=~")
    return len(value) >= _SHORT and all(any(map(sign, value)) for sign in signs)


def is_made(value: str) -> bool:
    """Whether a value is what only a machine makes: long, of small, capital and digit, or of hex digits."""
    signs = (str.islower, str.isupper, str.isdigit)
    mixed = len(value) >= _LONG and all(any(map(sign, value)) for sign in signs) and is_random(value)
    return mixed or (bool(_HEX.fullmatch(value)) and len(set(value)) >= _FEW)


def is_random(value: str) -> bool:
    """Whether a value mixes letters and digits as no name or word does, a number behind it aside."""
    front = value.rstrip("0123456789!@#")
    if (
        len(value) < _SHORT
        or _NAMED.search(value)
        or not any(map(str.isalpha, value))
        or not any(map(str.isdigit, front))
    ):
        return False
    counts = Counter(value).values()
    return -sum(n / len(value) * log2(n / len(value)) for n in counts) >= _RANDOM
