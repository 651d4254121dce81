"""Which files of a folder belong together by their names: ``1-notes.md``, ``1-spec.md``, ``1-plan.md``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from planls.contract.model import Kind
from planls.document.memory import remembered
from planls.document.words import distance
from planls.scope.companions import NOTES
from planls.workspace.evidence import role_words
from planls.workspace.library import Folder, words_of

_EVERYBODYS = frozenset(
    """
    readme changelog contributing license licence security authors agents claude gemini copilot codeowners
    conduct support governance roadmap todo history index news release releases meeting meetings patch
    upgrade migration template skill summary faq glossary
    """.split()
)
"""Words of names that files in any folder have; such a file is nobody's notes."""
_COMMON = frozenset(
    "notes note plan plans planning poc pocs implementation impl readme index final draft".split()
)
"""Words that tell what a document is, not what it is about."""

_SOME = 20
"""Names that are looked at for each reason that there may be; a folder may hold thousands."""
_MANY = 300
"""Names that a missing one is compared with."""
_OFFERED = 4
_SLIP = 3
"""Letters of a name for each that may be wrong."""

Key = tuple[str, ...]
"""What a file is about, by its name."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Files that go with a document by their names: certain ones, and those whose text decides."""

    sure: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


def namesakes(folder: Folder, own: str, role: str, kinds: Mapping[str, Kind]) -> Namesakes:
    """The folder's files that go with the one named ``own`` as this role."""
    return _namesakes(folder, own, role, tuple(kinds.items()))


@remembered
def _namesakes(folder: Folder, own: str, role: str, kinds: tuple[tuple[str, Kind], ...]) -> Namesakes:
    words = _telling(dict(kinds))
    index, key = _index(folder, words), _key(own, words)
    sure = tuple(name for name in index.of_role(role, key) if name != own)
    if sure:
        return Namesakes(sure)
    maybe = tuple(name for name in index.plain.get(key, ()) if name != own) if key else ()
    only = [name for name in index.named.get(role, ()) if name != own]
    if len(only) == 1 and _fits(_key(only[0], words), key, index, role):
        return Namesakes((), (*maybe, only[0])) if role != NOTES else Namesakes(tuple(only), maybe)
    return Namesakes((), maybe)


def is_everybodys(name: str) -> bool:
    """Whether a file has a name as files in any folder have: README.md, release-notes.md."""
    return not _EVERYBODYS.isdisjoint(words_of(name))


def candidates(folder: Folder, own: str, kinds: Mapping[str, Kind]) -> list[str]:
    """Files of the folder that could be a document's notes, the likeliest first."""
    index, key = _index(folder, _telling(kinds)), frozenset(_key(own, _telling(kinds)))
    alike = [name for word in key for name in index.worded.get(word, ())[:_SOME]]
    few = [name for names in islice(index.plain.values(), _SOME) for name in names]
    pool = dict.fromkeys([*index.named.get(NOTES, ())[:_SOME], *alike, *(few if len(few) <= _SOME else ())])
    notes = frozenset(index.named.get(NOTES, ()))
    ranked = sorted((name for name in pool if name != own), key=lambda n: _rank(n, notes, key))
    return ranked[:_SOME]


def like(name: str, names: Iterable[str]) -> list[str]:
    """Those of some names that another may be a slip for: all numbers the same, few letters different."""
    numbers = [word for word in words_of(name) if word.isdigit()]
    same = (one for one in names if [word for word in words_of(one) if word.isdigit()] == numbers)
    stem = _stem(name)
    most = len(stem) // _SLIP
    near = [(distance(stem, _stem(one), most), one) for one in islice(same, _MANY)]
    return [one for far, one in sorted(near) if far <= most][:_OFFERED]


def _stem(name: str) -> str:
    return (name.rpartition(".")[0] or name).casefold()


def _rank(name: str, notes: frozenset[str], key: frozenset[str]) -> tuple[bool, int, str]:
    return name not in notes, -len(key.intersection(words_of(name))), name


@dataclass(frozen=True, eq=False)
class _Index:
    """A folder's files by what their names say: by role, and the others by what they are about."""

    keyed: Mapping[tuple[str, Key], list[str]]
    named: Mapping[str, list[str]]
    plain: Mapping[Key, list[str]]
    worded: Mapping[str, list[str]]

    def of_role(self, role: str, key: Key) -> Sequence[str]:
        """The files that name the role and are about the same."""
        return self.keyed.get((role, key), ())


@remembered
def _index(folder: Folder, telling: frozenset[tuple[str, str]]) -> _Index:
    keyed: dict[tuple[str, Key], list[str]] = {}
    named: dict[str, list[str]] = {}
    plain: dict[Key, list[str]] = {}
    worded: dict[str, list[str]] = {}
    common = {word for word, _ in telling}
    for name, words in folder.words:
        if not _EVERYBODYS.isdisjoint(words):
            continue
        roles = {role for word, role in telling if role and word in words}
        key = tuple(word for word in words if word not in common)
        for role in roles:
            keyed.setdefault((role, key), []).append(name)
            named.setdefault(role, []).append(name)
        if not roles:
            plain.setdefault(key, []).append(name)
        for word in dict.fromkeys(key) if roles <= {NOTES} else ():
            worded.setdefault(word, []).append(name)
    return _Index(keyed, named, plain, worded)


def _telling(kinds: Mapping[str, Kind]) -> frozenset[tuple[str, str]]:
    """Words of names that tell what a file is, with the role that they name, if any."""
    found = {(word, "") for word in _COMMON}
    found |= {(word, "") for kind in kinds.values() for word in kind.contract.hints}
    found |= {(word, role) for role in (NOTES, *kinds) for word in role_words(role)}
    return frozenset(found | {("note", NOTES)})


def _key(name: str, telling: frozenset[tuple[str, str]]) -> Key:
    common = {word for word, _ in telling}
    return tuple(word for word in words_of(name) if word not in common)


def _fits(key: Key, own: Key, index: _Index, role: str) -> bool:
    """Whether the only file of a role may be this one's: not where a number or another file says no."""
    mine, its = ({word for word in one if word.isdigit()} for one in (own, key))
    if mine and its and mine.isdisjoint(its):
        return False
    others = index.named.keys() - {role, NOTES}
    return not key or not (key in index.plain or any(index.of_role(other, key) for other in others))
