"""Counts and bounds in words."""

from planls.contract.model import Bounds


def counted(count: int, noun: str) -> str:
    """``7 steps``, ``1 step``, ``no step``."""
    return f"no {noun}" if not count else f"{count} {noun if count == 1 else _plural(noun)}"


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


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith(("x", "s", "ch")) else f"{noun}s"
