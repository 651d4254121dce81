"""A rule's page, read: its headings and its examples, all of which run.

A page has the headings in `HEADINGS`. Its first sentence says what the rule finds. Its fences:

- ``markdown``: a document, checked as ``plan.md`` with this rule alone. ``markdown with NAME, NAME``:
  with these rules, too, where comments speak of them.
- ``markdown NAME.md`` before it: a file that stands beside the document.
- ``text`` behind it: what ``planls check --output-format concise`` prints; without it, nothing.
- ``markdown fixed`` behind that: the document after ``--fix --unsafe-fixes``. A page without one is that
  of a rule without fixes.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from planls.rule import Rule

HEADINGS = ("## Why", "## Examples", "## Fix", "## Options")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<info>.*)\n(?P<text>(?:.*\n)*?)(?P=fence)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A document: the 1-based line of the page that it starts on, its text, the other rules that are on.

    Then the files beside it, by name, what is printed, and the text after the fixes.
    """

    line: int
    given: str
    others: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()
    printed: str = ""
    fixed: str | None = None


@dataclass(frozen=True)
class Page:
    """The page of a rule."""

    rule: Rule

    @cached_property
    def text(self) -> str:
        """The page as it is."""
        return self.rule.page.read_text(encoding="utf-8")

    @cached_property
    def prose(self) -> str:
        """The page without its fences."""
        return _FENCE.sub("", self.text)

    @cached_property
    def examples(self) -> list[Example]:
        """The fences put together; raises ValueError for one that belongs to none."""
        found: list[Example] = []
        files: list[tuple[str, str]] = []
        for fence in _FENCE.finditer(self.text):
            info, text = fence["info"], fence["text"]
            kind, _, others = info.partition(" with ")
            if kind == "markdown":
                line = self.text.count("\n", 0, fence.start("text")) + 1
                found.append(Example(line, text, tuple(filter(None, others.split(", "))), tuple(files)))
                files = []
            elif kind.startswith("markdown ") and kind.endswith(".md"):
                files.append((kind.removeprefix("markdown "), text))
            elif info == "text" and found and not found[-1].printed:
                found[-1] = replace(found[-1], printed=text)
            elif info == "markdown fixed" and found and found[-1].fixed is None:
                found[-1] = replace(found[-1], fixed=text)
            else:
                raise ValueError(f"{self.rule.page.name}: a fence `{info}` has no place here")
        return found
