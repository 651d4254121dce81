"""Does a word mean the technology here? Its mark says how much it takes, what stands around it what there is."""

from enum import StrEnum

from planls.scope import cues
from planls.scope.lexicon import Mark
from planls.scope.surroundings import Sighting
from planls.scope.terms import Term


class Need(StrEnum):
    """What a term still needs to count as a mention."""

    NOTHING = ""
    EARLIER = "earlier"
    """The technology is named for certain further up."""
    MATES = "mates"
    """It is all that its list item or cell says, and so is another technology of the same block."""
    NEVER = "never"


def need(sight: Sighting, mark: Mark) -> Need:
    """What a term with this mark still needs there; list neighbours are the caller's."""
    if sight.is_part or mark is Mark.SILENT:
        return Need.NEVER
    if mark is Mark.CERTAIN:
        return Need.NEVER if cues.CHAINED.match(sight.after) and not sight.capital else Need.NOTHING
    if mark is Mark.LISTED or (len(sight.text) == 1 and not sight.told):
        return Need.NOTHING if sight.capital and sight.told and not sight.is_joined else Need.NEVER
    if sight.is_joined:
        return Need.NEVER if mark is Mark.ORDINARY or not sight.capital else Need.EARLIER
    if mark is Mark.VENDOR:
        return _of_vendor(sight)
    if mark is Mark.PROPER and sight.capital:
        return Need.EARLIER if sight.is_verb else Need.NOTHING
    if sight.told or sight.is_code:
        return Need.NOTHING
    if not sight.capital:
        return Need.EARLIER if mark is Mark.PROPER else Need.NEVER
    return _of_capital(sight)


def in_one_list(line: str, first: Term, second: Term) -> bool:
    """Whether two terms are neighbours in an enumeration: only its sign stands between them."""
    return cues.BETWEEN.fullmatch(line, first.end, second.start) is not None


def _of_vendor(sight: Sighting) -> Need:
    """A vendor's service: its abbreviation, or its words with capitals where those say something."""
    if not sight.capital:
        return Need.NEVER
    if sight.text.upper() == sight.text or " " in sight.text:
        return Need.NEVER if any(word[0].islower() for word in sight.text.split()) else Need.NOTHING
    return _of_capital(sight)


def _of_capital(sight: Sighting) -> Need:
    """An ordinary word with a capital."""
    if sight.is_verb:
        return Need.NEVER
    if sight.alone:
        return Need.MATES
    unsaid = sight.starts or sight.titled or sight.named_longer or not sight.in_sentence
    return Need.EARLIER if unsaid else Need.NOTHING
