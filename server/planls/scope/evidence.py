"""Does a word mean the technology here? Its mark says what that takes, its surroundings what there is."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from planls.scope import cues
from planls.scope.lexicon import Mark
from planls.scope.surroundings import Sighting

_FAR = 80
"""Characters; what stands farther apart is in no list."""


class Need(StrEnum):
    """What a term still needs to count as a mention."""

    NOTHING = ""
    EARLIER = "earlier"
    """The technology is named for certain further up."""
    MATES = "mates"
    """It is all that its list item or cell says, and so is another technology of the same block."""
    NEVER = "never"


_NOTHING, _EARLIER, _MATES, _NEVER = Need  # an enum looks up its members far more slowly than a module


def need(sight: Sighting, mark: Mark) -> Need:
    """What a term with this mark still needs there; list neighbours are the caller's."""
    if sight.is_part or (sight.after[:1] == " " and cues.ORGANISATION.match(sight.after)):
        return _NEVER
    if len(sight.text) == 1 and not sight.told:
        return _NEVER
    return _NEEDS[mark](sight)


def in_one_list(line: str, end: int, start: int) -> bool:
    """Whether two terms are neighbours in an enumeration: only its sign stands between these columns."""
    return start - end <= _FAR and cues.BETWEEN.fullmatch(line, end, start) is not None


def _of_certain(sight: Sighting) -> Need:
    """A name that is nothing else, unless it is the first word of an identifier."""
    return _NEVER if not sight.capital and cues.CHAINED.match(sight.after) else _NOTHING


def _of_proper(sight: Sighting) -> Need:
    """A name with a capital; in small letters a word that needs evidence. "Spec vs Code" is no VS Code."""
    if sight.capital and " " in sight.text and sight.text[0].islower():
        return _NEVER
    if sight.is_joined:
        return _EARLIER if sight.capital else _NEVER
    if sight.capital:
        return _EARLIER if sight.is_verb else _NOTHING
    return _NOTHING if sight.told or sight.is_code else _EARLIER


def _of_ordinary(sight: Sighting) -> Need:
    """A word of the language. ReAct is not spelled as React is; SOLID has its capitals for another reason."""
    text = sight.text
    spelled = not text.isalpha() or text in (text.lower(), text.upper(), text.capitalize())
    if sight.is_joined or not spelled:
        return _NEVER
    if sight.told:
        return _NOTHING
    if not sight.capital or (text.isupper() and len(text) > 1):
        return _EARLIER if sight.is_code else _NEVER
    return _NOTHING if sight.is_code else _of_capital(sight)


def _of_vendor(sight: Sighting) -> Need:
    """A vendor's service: its abbreviation, or its words with capitals where those say something."""
    if not sight.capital:
        return _NEVER
    if sight.is_joined:
        return _EARLIER
    if sight.text.upper() == sight.text:
        return _NOTHING
    return _NEVER if any(word[0].islower() for word in sight.text.split()) else _of_capital(sight)


def _of_listed(sight: Sighting) -> Need:
    """A word that means a technology only in a list of such, or with a version."""
    return _NOTHING if sight.capital and sight.told and not sight.is_joined else _NEVER


def _of_silent(_: Sighting) -> Need:
    return _NEVER


def _of_capital(sight: Sighting) -> Need:
    """An ordinary word with a capital."""
    if sight.is_verb:
        return _NEVER
    if sight.line.drawn and sight.is_node and sight.text.lower() not in cues.COMPONENTS:
        return _NOTHING
    if sight.alone:
        return _MATES
    unsaid = sight.starts or sight.named_longer or not sight.in_sentence or sight.titled
    return _EARLIER if unsaid else _NOTHING


_NEEDS: Mapping[Mark, Callable[[Sighting], Need]] = {
    Mark.CERTAIN: _of_certain,
    Mark.PROPER: _of_proper,
    Mark.ORDINARY: _of_ordinary,
    Mark.VENDOR: _of_vendor,
    Mark.LISTED: _of_listed,
    Mark.SILENT: _of_silent,
}
