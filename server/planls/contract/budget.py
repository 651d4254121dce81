"""Counts and bounds in words."""

from planls.contract.demands import Bounds


def counted(count: int, noun: str) -> str:
    """``7 steps``, ``1 step``, ``no step``."""
    return f"no {noun}" if not count else f"{count} {noun if count == 1 else plural(noun)}"


def bounds_said(bounds: Bounds) -> str:
    """``5 to 8``, ``at least 5``, ``at most 12``, ``3``."""
    least, most = bounds
    if not most:
        return f"at least {least}"
    if least == most:
        return str(least)
    return f"{least} to {most}" if least > 1 else f"at most {most}"


def within(number: float, bounds: Bounds) -> bool:
    """Whether a number keeps to its bounds."""
    return bounds[0] <= number and (not bounds[1] or number <= bounds[1])


def hours_said(minutes: float) -> str:
    """Minutes in words: hours from an hour and a half on."""
    return f"{round(minutes / 60, 1):g} hours" if minutes >= 90 else f"{minutes:g} minutes"  # noqa: PLR2004  # taste


def span_said(bounds: tuple[float, float]) -> str:
    """Minutes between bounds in words: ``3 to 6 hours``, ``at least 3 hours``; 0 is no bound."""
    least, most = bounds
    if not most or not least:
        return f"at most {hours_said(most)}" if most else f"at least {hours_said(least)}"
    return hours_said(most) if least == most else f"{_bare(least, most)} to {hours_said(most)}"


def plural(noun: str) -> str:
    """The plural of an English noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("x", "s", "ch", "sh")) else f"{noun}s"


def _bare(minutes: float, other: float) -> str:
    """Minutes in the unit of a greater figure, without it, where that makes a plain number."""
    figure, unit = hours_said(minutes).split()
    if unit == hours_said(other).split()[1]:
        return figure
    return f"{figure} {unit}" if minutes % 60 else f"{minutes / 60:g}"
