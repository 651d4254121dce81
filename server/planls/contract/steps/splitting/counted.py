"""The numbers of tasks that are counted, in the second half of an item that is split."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from planls.contract.part import Part
from planls.contract.steps.contents import outermost
from planls.contract.steps.renumber import Change
from planls.contract.steps.splitting.halves import Line
from planls.document.lines import Span

_NUMBER = re.compile(r"\d+(?=[.)])")


def counted_anew(part: Part, half: Iterable[Line]) -> Iterator[Change]:
    """The changes that count the tasks of a half from 1 on, where their author counts; in the part's lines.

    Whoever numbers all with 1 leaves the counting to Markdown.
    """
    tasks = dict(outermost(part))
    numbers = {line: match for line, item in tasks.items() if (match := _NUMBER.match(item.marker))}
    if [match[0] for match in numbers.values()] != [str(n) for n in range(1, len(tasks) + 1)]:
        return
    kept = sorted({line.origin for line in half} & set(numbers))
    for line, number in zip(kept, count(1), strict=False):
        column = tasks[line].column
        yield Span(line, column, line, column + len(numbers[line][0])), str(number)
