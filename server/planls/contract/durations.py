"""Durations as people write them: ``~45 min``, ``1.5 h``, ``20-30 minutes``, ``1h 30m``."""

import re

from planls.document.words import folded

_WORDS = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_SPELLED = re.compile(
    r"\b(?:(?P<half>half[ -]an?[ -](?:day|hour))|(?P<more>an? (?:hour|day) and a half)"
    r"|(?P<shift>an? (?:(?:full|whole|good|long|solid) )?(?:afternoon|morning)\b)"
    r"|(?P<one>an? (?:(?:full|whole|good|solid) )?(?=(?:hour|day|week)\b))"
    rf"|(?P<word>{'|'.join(_WORDS)})(?= (?:to|or|and|hours?|days?|weeks?|minutes?|mins?|h|-)\b|-)"
    r"|(?:(?P<whole>\d{1,3}) ?)?(?:(?P<sign>[¼½¾])|(?<![\d/])(?P<part>1/2|1/4|3/4)(?![\d/])))",
    re.IGNORECASE,
)
_HALVES = {"half day": "4 hours", "half hour": "30 minutes", "hour": "1.5 hours", "day": "12 hours"}
_QUARTERS = {"¼": ".25", "1/4": ".25", "½": ".5", "1/2": ".5", "¾": ".75", "3/4": ".75"}
_UNITS = {"m": 1.0, "h": 60.0, "d": 480.0, "w": 2400.0}
_NUMBER = r"(?<![\w.:$/-])(\d{1,4}(?:[.,]\d+)?)"
_UNIT = r"(m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?)\b\.?(?!/)"
_RANGE = re.compile(
    rf"{_NUMBER}\s*(?:{_UNIT})?\s*(?:-|to|or)\s*(\d{{1,4}}(?:[.,]\d+)?)\s*{_UNIT}", re.IGNORECASE
)
_SUM = re.compile(
    rf"{_NUMBER}\s*(h|hrs?|hours?)\.?\s*(?:and\s+)?(\d{{1,2}})\s*(?:m|mins?|minutes?)?\b", re.IGNORECASE
)
_ONE = re.compile(rf"{_NUMBER}[\s-]*{_UNIT}", re.IGNORECASE)


def minutes(text: str) -> float | None:
    """The minutes that a text names, of a range the upper end; None without a unit.

    A day is eight hours, a week five days, a morning or an afternoon half a day.
    """
    found = minutes_range(text)
    return found[1] if found else None


def minutes_range(text: str) -> tuple[float, float] | None:
    """The least and the most minutes that a text names, in figures or words; None without a unit."""
    text = _SPELLED.sub(_in_figures, folded(text))
    if match := _RANGE.search(text):
        most = _UNITS[match[4][0].lower()]
        least = _UNITS[match[2][0].lower()] if match[2] else most
        return _value(match[1]) * least, _value(match[3]) * most
    if match := _SUM.search(text):
        one = _value(match[1]) * 60 + _value(match[3])
    elif match := _ONE.search(text):
        one = _value(match[1]) * _UNITS[match[2][0].lower()]
    else:
        return None
    return one, one


def place_of(text: str) -> tuple[int, int] | None:
    """The columns of the duration in a text; None without one, and where it is in words."""
    plain = folded(text)
    found = (pattern.search(plain) for pattern in (_RANGE, _SUM, _ONE)) if len(plain) == len(text) else ()
    return next((match.span() for match in found if match), None)


def is_duration(text: str) -> bool:
    """Whether a text is a duration and nothing else; ``45 min timeout`` is about something else."""
    text = _SPELLED.sub(_in_figures, folded(text)).strip()
    return any(pattern.fullmatch(text) for pattern in (_RANGE, _SUM, _ONE))


def _in_figures(match: re.Match[str]) -> str:
    if quarters := match["sign"] or match["part"]:
        return f"{match['whole'] or 0}{_QUARTERS[quarters]}"
    if match["shift"]:
        return _HALVES["half day"]
    if match["half"]:
        return _HALVES["half day" if match["half"].lower().endswith("day") else "half hour"]
    if match["more"]:
        return _HALVES["day" if "day" in match["more"].lower() else "hour"]
    return "1 " if match["one"] else _WORDS[match["word"].lower()]


def _value(number: str) -> float:
    return float(number.replace(",", "."))
