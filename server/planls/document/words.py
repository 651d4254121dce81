"""Texts made comparable: case, quotes, dashes, mojibake, markup and numbering set aside."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_FOLDED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "…": "...",
        "\u00a0": " ",
    }
)
_MARKUP = re.compile(r"\*\*|__|~~|`|<[^<>]*>|\{#[^{}]*\}|\\(?=[^\w\s])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_NUMBERING = re.compile(
    r"^(?i:section|part)\s+(?:[A-Z]|\d{1,3})\s*[.):-]\s+|^(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5})[.)](?=\s)"
    r"|^\d{1,3}\s*[-:]\s|^[A-Z]\s*[-:]\s|^\d{1,2}(?:\.\d{1,2})+[.)]?\s|^[A-J][.-]?\d{1,2}[.):]?\s"
)
_SIGNS = re.compile(r"^[^\w(\[\"']+")
_HEAD = re.compile(r"([^:–—]*?[^:–—\s])(?:\s*[:–—]|\s+-)\s")
"""What a heading says before a colon or dash and some more words."""
_LEAD = re.compile(r"(?:[^\w(\[]*(?:\d{1,3}|[A-Z]|[ivxIVX]{1,5})[.)]\s+)?(?:[^\w\"'“‘(\[]|_)*")
_TAIL = re.compile(r"\s*(?:\([^()]*\)\s*)*(?:[^\w\"'”’)\]?!]|_)*$")
_LONG = 200
"""Characters; a longer heading is left as it is."""

_SHORT = 5
"""Letters; changing one in so short a word makes another word of it, as in code and node."""

_PARENTHESES = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W_]+|[+#]+")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text with typographic quotes and dashes, and their mojibake, made plain ASCII."""
    return unmangled(text).translate(_FOLDED)


def unmangled(text: str) -> str:
    """The text with UTF-8 that was read as Windows-1252 set right (``â€”`` is an em dash)."""
    if "â" not in text and "Ã" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text.replace("â€”", "—").replace("â€“", "–").replace("â€™", "'")


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """What a heading or label says, to compare: lower-case words, no markup, numbering or emoji."""
    text = _MARKUP.sub("", _LINK.sub(r"\1", folded(text))).strip()
    text = _NUMBERING.sub("", _SIGNS.sub("", text)).replace("&", " and ")
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Like `normal`, without what stands in parentheses."""
    return normal(_PARENTHESES.sub(" ", text)) or normal(text)


@lru_cache(maxsize=8192)
def names_in(heading: str) -> tuple[str, ...]:
    """What a heading may be called, likeliest first: as it is, without parentheses, without its tail."""
    head = _HEAD.match(unnumbered(heading))
    return tuple(dict.fromkeys([normal(heading), bare(heading), *([bare(head[1])] if head else [])]))


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """The words of any text, comparable, each between spaces: ``" npm run build "``."""
    return f" {' '.join(_WORDS.findall(folded(text).casefold()))} "


def has_any(said: str, keys: Iterable[str]) -> bool:
    """Whether words that stand between spaces, as `spoken` gives them, have one of the comparable keys."""
    return any(f" {key} " in said for key in keys)


def unnumbered(text: str) -> str:
    """A heading without the letter or number before it: ``A) Overview``, ``2. Overview``."""
    match = _NUMBERING.match(folded(text))
    return text[match.end() :].lstrip() if match and len(folded(text)) == len(text) else text


def is_near(said: str, known: Iterable[str]) -> bool:
    """Whether a comparable name is a misspelling of a known one: up to a quarter of the letters may differ.

    Where both have as many words, that goes for each word: notes are no misspelled steps.
    """
    for key in known:
        words, right = said.split(), key.split()
        pairs = list(zip(words, right, strict=True)) if len(words) == len(right) else [(said, key)]
        if said and said != key and all(_is_slip(one, other) for one, other in pairs):
            return True
    return False


@lru_cache(maxsize=4096)
def _is_slip(said: str, right: str) -> bool:
    """Whether a word is a slip of another; a short one may lose, gain or swap a letter, but not change it."""
    if len(right) <= _SHORT:
        swapped = sorted(said) == sorted(right) or len(said) != len(right)
        return swapped and distance(said, right, 1) <= 1
    most = max(len(right) // 4, 1)
    return distance(said, right, most) <= most


def core(text: str) -> tuple[int, int]:
    """Where the words of a heading begin and end, numbering, emoji, markup and parentheses aside."""
    if len(text) > _LONG:
        return 0, len(text)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    tail = _TAIL.search(text, start)
    return (start, tail.start()) if tail and tail.start() > start else (start, len(text))


def distance(one: str, other: str, most: int) -> int:
    """How many letters to change, insert, delete or swap with the next; more than ``most`` is most + 1.

    Optimal string alignment (Damerau-Levenshtein without repeated swaps), cut off at ``most``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
