"""STP002 misnumbered-entry: the numbers of steps do not rise one by one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planls.contract.budget import plural, within
from planls.contract.entry import Entry
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("STP002")
def check(part: Part) -> Iterator[Finding]:
    """The first number of each list that is out of order. Where entries are missing, gaps are no news."""
    for spec, entries in part.entries:
        if spec.entries and spec.entries.word:
            gaps = within(len(entries), spec.entries.count) and not entries[0].listed if entries else False
            if odd := _odd(entries, gaps=gaps):
                before, entry = odd
                noun = spec.entries.noun
                way = f"number the {plural(noun)} in their order"
                message = f"{noun.capitalize()} {entry.number} follows {before}; {way}"
                yield Finding(entry.span, message)


def _odd(entries: Sequence[Entry], *, gaps: bool) -> tuple[str, Entry] | None:
    """The first entry whose number is not behind the last one's, and that; ``1. 1. 1.`` counts on its own.

    With ``gaps``, the number must be the very next; Markdown itself closes the gaps of a list.
    """
    plain = [entry.number.rstrip("abc") for entry in entries]
    same = len(set(plain)) == 1 and all(entry.listed for entry in entries)
    if not all(map(str.isdecimal, plain)) or same:
        return None
    numbers = list(map(int, plain))
    for at, (last, number) in enumerate(pairwise(numbers), 1):
        lettered = number == last and entries[at].number > entries[at - 1].number
        if not lettered and (number <= last or (gaps and number > last + 1)):
            return entries[at - 1].number, entries[at]
    return None
