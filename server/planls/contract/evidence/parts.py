"""What one part of a document has; a module is loaded when the text has a word that it looks for."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TypeVar

from planls.contract.evidence import signs
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script, scripts_in
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Blank, Block, Code, Container
from planls.document.memory import remembered

_Seen = TypeVar("_Seen")


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
def in_part(part: Part) -> Found | None:
    """All that a part has; None: nothing, or nothing that counts, as it promises or is left out."""
    ticked = isinstance(part.spec, SectionSpec) and part.spec.ticked
    told = frozenset[str]().union(
        *(_signs(block) for _, block in part.placed if not isinstance(block, Blank))
    )
    if ticked or not told or part.elided or part.struck:
        return None
    plain = [one for sign, look in _LOOKS if sign in told for one in look(part)]
    if not told.isdisjoint(("token", "key")) or told.issuperset(("url", "at")):
        plain += _secrets(part, tokens="token" in told)
    stand_ins, handed = _stand_ins(part) if "standing" in told else ((), frozenset())
    homes = tuple(_homes(part)) if "home" in told else ()
    users = frozenset(_users(part)) if "user" in told else frozenset()
    found = Found(tuple(plain), stand_ins, handed, homes, users)
    return found if any(found) else None


@remembered
def _signs(block: Block) -> frozenset[str]:
    """What a block has signs of."""
    text = "".join(block.lines)
    low = text.lower()
    code = isinstance(block, Code) or (isinstance(block, Container) and bool(block.code_lines))
    found = {sign for sign, words in (*_LOW, *(_IN_CODE if code else ())) if signs.has(low, words)}
    found |= {sign for sign, words in _WRITTEN if signs.has(text, words)}
    return frozenset(found | {"key"} if signs.has(low, signs.KEYS) and _has_key(low) else found)


def _has_key(text: str) -> bool:
    """Whether a line seems to give a value to a key or password."""
    given = (line for line in text.splitlines() if signs.has(line, "=:'\""))
    return any(signs.has(line, signs.KEYS) for line in given)


def _each(part: Part, look: Callable[[Script], Iterable[Evidence]]) -> Iterator[Evidence]:
    return chain.from_iterable(_seen(script, look) for script in scripts_in(part))


@remembered
def _seen(script: Script, look: Callable[[Script], Iterable[_Seen]]) -> tuple[_Seen, ...]:
    return tuple(look(script))


def _mocks(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.mocks import mocks

    return _each(part, mocks)


def _invented(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.invented import invented

    return _each(part, invented)


def _swallowed(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.swallowed import swallowed

    return _each(part, swallowed)


def _secrets(part: Part, *, tokens: bool) -> Iterator[Evidence]:
    from planls.contract.evidence.secrets import secrets

    return secrets(part, tokens=tokens)


def _hosts(part: Part) -> Iterator[Evidence]:
    from planls.contract.evidence.hosts import hosts

    return _each(part, hosts)


def _stand_ins(part: Part) -> tuple[tuple[Evidence, ...], frozenset[str]]:
    from planls.contract.evidence.standins import handed, stand_ins

    given = chain.from_iterable(_seen(script, handed) for script in scripts_in(part))
    return tuple(_each(part, stand_ins)), frozenset(given)


def _homes(part: Part) -> Iterator[tuple[Evidence, str]]:
    from planls.contract.evidence.homes import homes

    return homes(part)


def _users(part: Part) -> Iterator[str]:
    from planls.contract.evidence.homes import users

    return users(part)


_LOOKS = (("mock", _mocks), ("invented", _invented), ("swallowed", _swallowed), ("host", _hosts))
_LOW = (("home", signs.HOMES), ("user", signs.USERS), ("url", ("://",)), ("at", ("@",)))
_IN_CODE = (
    ("mock", signs.MOCKS),
    ("invented", signs.INVENTED),
    ("swallowed", signs.SWALLOWED),
    ("host", signs.HOSTS),
)
_WRITTEN = (("token", signs.TOKENS), ("standing", signs.STANDING))
"""What to look for in a text: in lower case, there in code only, or as it is written."""
