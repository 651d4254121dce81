"""The values of a configuration, made of data in the right shape; FaultError tells what cannot be one."""

import os.path
import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from planls.config.names import kind_names, misnamed_kind, rule_code, unknown, unknown_kind
from planls.config.shape import FaultError, File, Kind, Scope
from planls.contract.sizing import WEIGHTS, Sizing
from planls.rule import SEVERITIES, Severity
from planls.scope.companions import NOTES
from planls.scope.permissions import Permissions

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def severities(words: Mapping[str, str]) -> dict[str, Severity]:
    """Severities by rule code."""
    codes = {name: code(name, ("severity", name)) for name in words}
    for name, word in words.items():
        if word not in SEVERITIES:
            raise FaultError(("severity", name), unknown("severity", word, SEVERITIES))
    return {codes[name]: SEVERITIES[word] for name, word in words.items()}


def code(name: str, keys: tuple[str, ...]) -> str:
    """The code of a rule that is named under these keys."""
    try:
        return rule_code(name)
    except ValueError as error:
        raise FaultError(keys, str(error), name) from None


def files_of(name: str, kind: Kind, given: File) -> tuple[str, ...]:
    """The globs of a kind, when there is such a kind or it has a template of its own."""
    own = [name for name, kind in given.kinds.items() if kind.template]
    if kind.template and (fault := misnamed_kind(name)):
        raise FaultError(("kinds", name), fault)
    if name not in kind_names(own):
        raise FaultError(("kinds", name), unknown_kind(name, own))
    return globs(kind.files, ("kinds", name, "files"))


def sizings(given: File) -> dict[str, Sizing]:
    """The limits of the kinds that have any."""
    limited = {name: kind for name, kind in given.kinds.items() if kind.minutes is not None or kind.weights}
    return {name: _sizing(name, kind) for name, kind in limited.items()}


def _sizing(name: str, kind: Kind) -> Sizing:
    """The limits of a kind, none of them negative."""
    for weight, value in {**kind.weights, "minutes": kind.minutes or 0}.items():
        keys = ("kinds", name, weight) if weight == "minutes" else ("kinds", name, "weights", weight)
        if weight not in (*WEIGHTS, "minutes"):
            raise FaultError(keys, unknown("weight", weight, WEIGHTS))
        if not 0 <= value < inf:
            raise FaultError(keys, f"`{'.'.join(keys)}` should not be negative")
    return Sizing(kind.minutes, tuple(sorted(kind.weights.items())))


def permissions(scope: Scope) -> Permissions:
    """What need not be in the notes."""
    return Permissions(tuple(scope.allow), None if scope.defaults is None else tuple(scope.defaults))


def companions(role: str, patterns: Sequence[str], given: File) -> tuple[str, ...]:
    """The globs of a role, when there is such a role."""
    known = (NOTES, *kind_names(name for name, kind in given.kinds.items() if kind.template))
    if role not in known:
        raise FaultError(("companions", role), unknown("role", role, known))
    return globs(patterns, ("companions", role))


def below(root: Path | None, name: str) -> Path:
    """A file that is named from the root."""
    return Path(os.path.normpath((root or Path()) / name))


def globs(patterns: Sequence[str], keys: tuple[str, ...]) -> tuple[str, ...]:
    """The globs, when git would understand each of them."""
    for glob in patterns:
        if not is_glob(glob):
            raise FaultError(keys, f"malformed glob `{glob}`", glob)
    return tuple(patterns)


def is_glob(text: str) -> bool:
    """Whether git would understand the glob."""
    try:
        matcher((text,))
    except ValueError:
        return False
    return True


@cache
def matcher(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    """The globs as git reads them; ValueError when one is malformed."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except re.error as error:
        raise ValueError(str(error)) from error
