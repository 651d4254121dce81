"""What a text speaks of: its content words, in whatever form, script or spelling they are written.

Words become stems, so that tokens, tokenizing and tokenization meet; scripts without blanks become pairs
of letters. Little words are none.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from planls.document.words import unmangled

_WORD = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?")
_DENSE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
"""Thai, Lao, Khmer, Japanese and Chinese, which put no blanks between words."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})(?![A-Z](?:ful|ing|ish)\b)")
_LINK = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_PLURAL = re.compile(r"(?<=\w\w[^\Ws])s$")
_SUFFIX = re.compile(
    r"(?<=\w{3})(?:ed|ing)$|(?<=\w{4})(?:ion|or|er|ment|ful|ly|ive|al|able|ity|[ae]n(?:c[ey]|t))$"
)
_VERBAL = re.compile(r"(?<=\w{4})iz(?:at)?$")
_END = re.compile(r"(?<=\w{3})(?:ie|e)$|(?<=\w{4})[iy]$")
_INFLECTED = 6
"""Letters; so long a word of another alphabet loses its last two, where most languages inflect it."""
_LONGEST = 40
"""Letters; whatever is longer is no word."""
_SAMPLE = 20_000
"""Characters by which a text's language is told."""
_FOREIGN = 5
"""Little words of another language that a text has beyond twice its English ones, to be in that language."""
OTHER = "other"
"""The language of what is written in another script than Latin."""
_LATIN = "\u036f"
"""The last letter of the blocks that Latin letters are in, accents included."""

_SHORT = {
    "args": "argument",
    "async": "asynchronous",
    "auth": "authentication",
    "authn": "authentication",
    "db": "database",
    "dbs": "database",
    "docs": "documentation",
    "env": "environment",
    "envs": "environment",
    "err": "error",
    "golang": "go",
    "js": "javascript",
    "k8s": "kubernetes",
    "msg": "message",
    "perf": "performance",
    "postgres": "postgresql",
    "sync": "synchronous",
    "ts": "typescript",
}
"""Short forms that are no beginnings of the long ones, or too short to be told by it."""

_LITTLE = {
    "en": """
        a about above across after again all also an and any are as at be because been before being
        below between both but by can could did do does doing done down during each etc every few for
        from further get gets had has have having here how however i if in into is it its itself just
        let like made make makes many may me might more most much must my need needs no nor not now of
        off often on once one only onto or other our out over own per same shall should since so some
        such than that the their them then there these they thing things this those through to too
        under until up upon us use used uses using very via vs versus was we well were what when where
        whether which while who whom whose why will with within without would yes yet you your aka eg
        ie incl plus
        """,
    "de": "der die das und ist nicht ein eine mit für von zu auf den dem des wird sind werden wie oder",
    "fr": "le la les et est une des pour dans que qui sur pas avec du au sont par ce cette ou en un",
    "es": "el la los las y es una para que en del con por no se como son al lo su de o",
    "pt": "o os as e uma para que em do da com por não se como são ao dos das um",
    "it": "il lo gli e una per che di con non si come sono dei delle del della nel alla è",
    "nl": "de het een en van is niet met voor op zijn dat die te aan worden door ook bij wordt",
}
_WORDS_OF = {name: frozenset(words.split()) for name, words in _LITTLE.items()}
_STOP = frozenset().union(*_WORDS_OF.values())

_GENERIC = """
    access advanced api app application approach area aspect based basic behaviour best build building
    call case change chapter check class code common complete component concept content core create csv
    custom data day default demo design detail different direct end error essential example exercise
    feature field file final fix flow format full function fundamental general good guide handle handling
    high html http idea implement implementation important input integration introduction item json key
    kind layer lecture lesson level line list local log logging logic low main method mode model module
    more name new note number object operation option order output overview package part path pattern
    point practice principle problem process production program project read real request response result
    rule run running section service set setup shared simple single small source specific standard start
    state step strategy structure style subtopic support system table target task term test testing text
    theory time today tool topic type unit usage user value version way web week work write xml yaml
    """


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, in order; the target of a link is none of its words."""
    return tuple(stemmed for word in words_of(text) for stemmed in _stems_of(word))


def all_stems(line: str) -> Iterator[str]:
    """The stems of a line, also of what it may have written as two words; for a text that is read once."""
    before = ""
    for word in words_of(line):
        found = _stems_of(word)
        yield from found
        if before and len(before) + len(word) <= _LONGEST:
            yield stem(before + word)
        if len(found) > 1:
            yield stem(word)
        before = word


@lru_cache(maxsize=8192)
def compounds(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What may be written as one word, and the stems in it: two neighbours (``dead letter``), camel case."""
    words = words_of(text)
    found: list[tuple[str, tuple[str, ...]]] = [(word, (word,)) for word in words if _HUMP.search(word)]
    found += [(one + other, (one, other)) for one, other in pairwise(words)]
    pieces = ((whole, tuple(s for word in parts for s in _stems_of(word))) for whole, parts in found)
    return tuple((stem(whole), part) for whole, part in pieces if part and len(whole) <= _LONGEST)


@lru_cache(maxsize=8192)
def initials(phrase: str) -> frozenset[str]:
    """What a phrase may be abbreviated to, little words in it or not; nothing for a single word."""
    words = [word.casefold() for word in words_of(phrase)]
    kept = [word for word in words if word not in _STOP]
    return frozenset("".join(word[0] for word in some) for some in (words, kept) if len(some) > 1)


def words_of(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _WORD.findall(_LINK.sub(" ", unmangled(text)))


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without case, accents and endings."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _american(unicodedata.normalize("NFC", _SHORT.get(plain, plain)))
    plain = _END.sub("", _SUFFIX.sub("", _PLURAL.sub("", plain)))
    if not plain.isascii() and len(plain) >= _INFLECTED:
        return plain[:-2]
    doubled = len(plain) > len("all") and plain[-1] == plain[-2] and plain[-1] not in "aeiou"
    return plain[:-1] if doubled else plain


def root(stemmed: str) -> str:
    """The stem of what something becomes: that of containers for containerization."""
    return _SUFFIX.sub("", _VERBAL.sub("", stemmed))


def is_generic(stemmed: str) -> bool:
    """Whether a stem is one that anything may be about: that a text has it says little."""
    return stemmed in _generic()


def language(text: str) -> str:
    """What a text is written in, as far as can be told: ``en``, ``de``, ..., or `OTHER`."""
    text = text[:_SAMPLE].casefold()
    letters = [letter for letter in text if letter.isalpha()]
    if 3 * sum(letter > _LATIN for letter in letters) > len(letters):
        return OTHER
    words = text.split()
    counts = {name: sum(word in known for word in words) for name, known in _WORDS_OF.items()}
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] > 2 * counts["en"] + _FOREIGN else "en"


@lru_cache(maxsize=32768)
def _stems_of(word: str) -> tuple[str, ...]:
    """The stems of one run of letters and digits; numbers alone are none, nor is a lone letter."""
    lone = len(word) == 1 and word.isascii() and word not in "RC"
    if len(word) > _LONGEST or word.isdigit() or lone or word.casefold() in _STOP:
        return ()
    if _DENSE.search(word):
        runs = _DENSE.findall(word)
        pairs = [run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))]
        return (*pairs, *(s for rest in _DENSE.split(word) if rest for s in _stems_of(rest)))
    pieces = _HUMP.split(word)
    if len(pieces) > 1 and min(map(len, pieces)) > 1:
        return tuple(s for piece in pieces for s in _stems_of(piece))
    return (stem(word),)


def _american(word: str) -> str:
    """A word in American spelling: behavior, tokenization."""
    if word.endswith(("isation", "ise", "ising", "ised", "iser", "isations", "ises", "isers")):
        before, _, after = word.rpartition("is")
        return f"{before}iz{after}" if len(before) > 2 else word  # noqa: PLR2004  # rise and wise stay
    return word.replace("our", "or") if word.endswith(("our", "ours")) and len(word) > len("hours") else word


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(map(stem, _GENERIC.split()))
