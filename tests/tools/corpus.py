"""`make corpus CORPUS=DIR`: the findings over any folder, rule by document.

Rows are documents, columns are rules. ARGS="--list RULE" prints that rule's findings with
their text instead, ARGS="--list RULE --sample 20 --seed 1" some of them drawn for judging.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from planls.rule import Finding
from planls.workspace import absolute, companions_of, kinds_for, settings_for
from planls_rules import find_rule

AROUND = 2
"""Lines of context on either side of a listed finding."""


@dataclass(frozen=True)
class Reviewed:
    """A document of the corpus, its kind (None: no plan) and what is wrong with it."""

    name: str
    lines: list[str]
    kind: str | None
    findings: list[Finding]


def main() -> int:
    """Print the table, or the findings of one rule."""
    options = arguments().parse_args()
    reviewed = list(review(options.folder))
    if options.list:
        return listing(reviewed, options)
    print("\n".join(table(reviewed)))
    return 0


def review(folder: Path) -> Iterator[Reviewed]:
    """Review every Markdown file below the folder; files that are not UTF-8 are named and left out."""
    for path in sorted(folder.rglob("*.md")):
        try:
            lines = split_lines(path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            print(f"{path}: not UTF-8: {error}", file=sys.stderr)
            continue
        settings = settings_for(path)
        kinds, place = kinds_for(settings), absolute(path)
        linter = Linter(settings, place, kinds, companions_of(place, settings, kinds))
        result = linter.run(Document.parse(lines))
        yield Reviewed(str(path.relative_to(folder)), lines, result.kind, result.findings)


def table(reviewed: list[Reviewed]) -> Iterator[str]:
    """Yield the table: documents with findings by rule, then the plans without, then what is no plan."""
    counts = {one.name: Counter(code(finding) for finding in one.findings) for one in reviewed}
    codes = sorted(set().union(*counts.values()))
    kinds = {one.name: one.kind or "-" for one in reviewed}
    rows = [[name, kinds[name], *cells(count, codes)] for name, count in counts.items() if count]
    total = sum(counts.values(), Counter[str]())
    yield from columns([["document", "kind", *codes, "all"], *rows, ["all", "", *cells(total, codes)]])
    yield ""
    yield from (f"{which}: {find_name(which)}" for which in codes)
    yield ""
    yield from names("no finding", (one.name for one in reviewed if one.kind and not one.findings))
    yield from names("no plan", (one.name for one in reviewed if not one.kind))


def listing(reviewed: list[Reviewed], options: argparse.Namespace) -> int:
    """Print the findings of one rule, or a sample of them, each with the text around it."""
    rule = find_rule(options.list)
    if rule is None:
        print(f"no rule is called {options.list}", file=sys.stderr)
        return 2
    found = [(one, finding) for one in reviewed for finding in one.findings if finding.rule is rule]
    drawn = draw(len(found), options.sample, options.seed)
    print(f"{rule.code} {rule.name}: {len(found)} findings, {len(drawn)} shown")
    for number in drawn:
        print("\n".join(shown(*found[number])))
    return 0


def arguments() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", metavar="RULE", help="print this rule's findings with their text")
    parser.add_argument("--sample", type=int, metavar="N", help="only N of them, drawn by chance")
    parser.add_argument("--seed", type=int, default=1, help="makes the draw repeatable (default: 1)")
    return parser


def code(finding: Finding) -> str:
    """Return the code of the rule that the linter filled in."""
    return finding.rule.code if finding.rule else "?"


def find_name(which: str) -> str:
    """Return the name of the rule with that code."""
    rule = find_rule(which)
    return rule.name if rule else "?"


def cells(count: Counter[str], codes: list[str]) -> list[str]:
    """Return a row's figures, a dot for none, and their sum."""
    return [str(count[which] or ".") for which in codes] + [str(count.total())]


def columns(rows: list[list[str]]) -> Iterator[str]:
    """Yield the rows with aligned columns: names to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, kind, *figures in rows:
        right = "  ".join(figure.rjust(width) for figure, width in zip(figures, widths[2:], strict=True))
        yield f"{name.ljust(widths[0])}  {kind.ljust(widths[1])}  {right}"


def names(title: str, which: Iterable[str]) -> Iterator[str]:
    """Yield a titled list of documents."""
    listed = list(which)
    yield f"{title}: {len(listed)}"
    yield from (f"  {name}" for name in listed)


def draw(among: int, sample: int | None, seed: int) -> list[int]:
    """Return which of ``among`` findings to show, in their order."""
    if sample is None or sample >= among:
        return list(range(among))
    return sorted(random.Random(seed).sample(range(among), sample))


def shown(one: Reviewed, finding: Finding) -> Iterator[str]:
    """Yield a finding and the lines around it, the finding's own marked."""
    span = finding.span
    yield f"\n{one.name}:{span.line + 1}:{span.column + 1}: {finding.message}"
    for related in finding.related:
        yield f"  see {related.span.line + 1}: {related.message}"
    for number in range(max(span.line - AROUND, 0), min(span.end_line + AROUND + 1, len(one.lines))):
        mark = ">" if span.line <= number <= span.end_line else " "
        yield f"  {mark}{number + 1:5} {one.lines[number].rstrip()}"


if __name__ == "__main__":
    sys.exit(main())
