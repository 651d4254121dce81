"""What one part of a document has; a module is loaded when the text has a word that it looks for."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from planls.contract.evidence import signs
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script, scripts_in
from planls.contract.part import Part
from planls.document.memory import remembered


class Found(NamedTuple):
    """What a part has; spans count from its first line.

    ``stand_ins`` count unless they are ``handed`` over somewhere, ``homes`` unless their name is one of the
    ``users`` that the document sets up.
    """

    plain: tuple[Evidence, ...]
    stand_ins: tuple[Evidence, ...]
    handed: frozenset[str]
    homes: tuple[tuple[Evidence, str], ...]
    users: frozenset[str]


@remembered
def in_part(part: Part) -> Found:
    """All that a part has."""
    text = "".join(part.lines)
    low = text.lower()
    plain = [one for words, look in _LOOKS if signs.has(low, words) for one in look(part)]
    if signs.has(text, signs.TOKENS) or _has_key(low):
        plain += _secrets(part)
    stand_ins, handed = _stand_ins(part) if signs.has(text, signs.STANDING) else ((), frozenset())
    homes = tuple(_homes(part)) if signs.has(low, signs.HOMES) else ()
    users = frozenset(_users(part)) if signs.has(low, signs.USERS) else frozenset()
    return Found(tuple(plain), stand_ins, handed, homes, users)


def _has_key(text: str) -> bool:
    """Whether a line has a URL with a user, or seems to give a value to a key or password."""
    if "://" in text and "@" in text:
        return True
    if not signs.has(text, signs.KEYS):
        return False
    given = (line for line in text.splitlines() if "=" in line or ":" in line or "'" in line)
    return any(signs.has(line, signs.KEYS) for line in given)


def _each(part: Part, look: Callable[[Script], Iterable[Evidence]]) -> Iterator[Evidence]:
    return chain.from_iterable(map(look, scripts_in(part)))


def _mocks(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.mocks import mocks

    return _each(part, mocks)


def _swallowed(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.swallowed import swallowed

    return _each(part, swallowed)


def _secrets(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.secrets import secrets

    return secrets(part)


def _hosts(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.hosts import hosts

    return _each(part, hosts)


def _stand_ins(part: Part) -> tuple[tuple[Evidence, ...], frozenset[str]]:
    from planls.contract.evidence.standins import handed, stand_ins

    given = chain.from_iterable(map(handed, scripts_in(part)))
    return tuple(_each(part, stand_ins)), frozenset(given)


def _homes(part: Part) -> Iterator[tuple[Evidence, str]]:
    from planls.contract.evidence.homes import homes

    return homes(part)


def _users(part: Part) -> Iterator[str]:
    from planls.contract.evidence.homes import users

    return users(part)


_LOOKS = ((signs.MOCKS, _mocks), (signs.SWALLOWED, _swallowed), (signs.HOSTS, _hosts))
