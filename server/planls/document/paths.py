"""Paths as people write them: made comparable, held against globs, looked up by where they end."""

import re
from collections.abc import Iterable
from fnmatch import translate
from itertools import chain, product, zip_longest
from math import prod
from typing import TypeVar

LONGEST = 260
"""Characters; a longer path is none, as on Windows. It keeps all paths of a drawing linear in its lines."""

_DEEPEST = 32
"""Segments; a path has no more."""

_VARIANTS = 64
"""Paths; braces that stand for more are left as they are."""

_T = TypeVar("_T")
_BRACES = re.compile(r"\{([^{}]*(?:,|\.\.)[^{}]*)\}")
_WILD = re.compile(r"[*?]|[\[<{][^\[\]<>{}]*[\]>}]")
_PLACEHOLDER = re.compile(r"[\[<{]+[^\[\]<>{}]*[\]>}]+")


def tidied(path: str) -> str:
    """A path with plain slashes between its segments and none around them, without ``.`` segments."""
    segments = path.strip(" `").replace("\\", "/").split("/")
    return "/".join(segment for segment in segments if segment not in ("", "."))


def is_wild(path: str) -> bool:
    """Whether it stands for many paths: a glob, or a placeholder such as ``[name].py`` and ``<name>.py``."""
    return _WILD.search(path) is not None


def by_tail(paths: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    """What the paths stand for, by each end of them: ``a/b`` is found at ``a/b`` and at ``b``."""
    tails: dict[str, list[_T]] = {}
    for path, value in paths:
        segments = path.split("/")
        for at in range(len(segments)):
            tails.setdefault("/".join(segments[at:]), []).append(value)
    return tails


def joined(folder: str | None, path: str) -> str | None:
    """The path in a folder; None without a folder, and for a path that is too long or too deep to be one."""
    if folder is None or len(folder) + len(path) >= LONGEST:
        return None
    path = f"{folder}/{path}" if folder and path else folder or path
    return path if path.count("/") < _DEEPEST else None


def variants(path: str) -> list[str]:
    """The paths that braces stand for: ``{a,b}.py`` for two, ``{1..9}.py`` for ``*.py``."""
    parts = _BRACES.split(path)
    choices = [_choices(group) for group in parts[1::2]]
    if not choices or prod(map(len, choices)) > _VARIANTS:
        return [path]
    return ["".join(chain(*zip_longest(parts[::2], chosen, fillvalue=""))) for chosen in product(*choices)]


def _choices(group: str) -> list[str]:
    if "," not in group:
        return ["*"]
    return [choice.strip() for choice in group.split(",") if choice.strip() not in ("...", "…")]


class Glob:
    """A path with wildcards or placeholders, to hold tidied paths against; ``**`` is any folders."""

    def __init__(self, path: str) -> None:
        """Take a path; what stands before ``**`` is not looked at."""
        above, _, tail = path.rpartition("**/")
        self._deep = bool(above) or path.startswith("**/")
        self._patterns = [re.compile(translate(_PLACEHOLDER.sub("*", part))) for part in tail.split("/")]

    def fits(self, path: str) -> bool:
        """Whether it stands for the path."""
        longer = path.count("/") + 1 - len(self._patterns)
        return self._is_end(path) and (longer == 0 or (self._deep and longer > 0))

    def ends(self, path: str) -> bool:
        """Whether it stands for a path that ends so."""
        return self._is_end(path) and (self._deep or path.count("/") < len(self._patterns))

    def _is_end(self, path: str) -> bool:
        pairs = zip(reversed(self._patterns), reversed(path.split("/")), strict=False)
        return all(pattern.match(segment) for pattern, segment in pairs)
