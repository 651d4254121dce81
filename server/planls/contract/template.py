"""A template, read with the parser that reads every document, to a contract.

Fields are the union over the instances that are not elided; a field that some instance lacks is
optional; the fullest instance, of equals the last, is the snippet of the next item; a lone ``...`` means
more of these; ``---`` belongs to the gap between sections; fixed prose is never required; what says that
it is optional is; a heading below a section's own is a field of it; the last entry of a list tells what
each has to say. What repeats may stand inside a section or side by side with the sections.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from planls.contract.demands import CheckSpec, Choices
from planls.contract.errors import KindError
from planls.contract.model import Contract, ItemSpec, RowSpec, SectionSpec, TableSpec
from planls.contract.patterns import PLACEHOLDER, item_pattern, title_pattern
from planls.contract.style import style_of
from planls.contract.templatefields import block_lines, fields_of, is_optional, named, united
from planls.document import Document, Section
from planls.document.blocks import Blank, Break, Code, List, Paragraph, Table
from planls.document.lines import body, split_lines
from planls.document.words import folded, normal, unnumbered

_SPANNED = re.compile(f"`[^`\\n]*{PLACEHOLDER.pattern}[^`\\n]*`")
_CHECK = re.compile(r"(?P<mark>\*\*|__)(?P<name>[^*_]+?)(?::(?P=mark)|(?P=mark)\s*:|(?P=mark)$)")
_CHOICE = re.compile(r"\[(\w+(?:/\w+)+)\]")
_OPEN_NUMBER = re.compile(r"^(#+\s+(?:[^\W\d_]+ )?)N(?=[.:)])")
ELLIPSES = ("...", "…")


def read_template(text: str, path: Path) -> Contract:
    """The contract of a template; raises `KindError` with the line where it cannot be one."""
    document = Document.parse(split_lines(text.removeprefix("\ufeff")))
    headed = [(line, s) for line, s in zip(document.starts, document.sections, strict=True) if s.heading]
    _check_fences(document, path)
    if not headed or headed[0][1].heading is None or headed[0][1].heading.level != 1:
        raise KindError(path, 1, "a template begins with its title, a heading of level 1: `# Title [Name]`")
    title = headed[0][1]
    sections = tuple(_sections(headed[1:], path))
    if not sections:
        raise KindError(path, headed[0][0] + 1, "the template has no section: add headings below its title")
    return Contract(
        title=title_pattern(_text(title)),
        title_line=f"# {_text(title)}",
        sections=sections,
        placeholders=tuple(sorted(set(_placeholders(document)))),
        code_placeholders=tuple(sorted(set(_code_placeholders(document)))),
        ellipsis=any(is_elided(section) for section in document.sections),
        lead=_section(title, []) if any(label.marked for label in title.labels) else None,
        ruled=style_of(document).ruled,
    )


def is_elided(section: Section) -> bool:
    """Whether there is nothing below the heading but ``...``, or the heading says just that."""
    if section.heading and section.heading.text.strip() in ELLIPSES:
        return True
    text = [b for b in section.blocks[1 if section.heading else 0 :] if not isinstance(b, Blank | Break)]
    return len(text) == 1 and isinstance(text[0], Paragraph) and "".join(text[0].lines).strip() in ELLIPSES


def _check_fences(document: Document, path: Path) -> None:
    for line, block in document.blocks:
        if isinstance(block, Code) and block.fence and not block.closed:
            raise KindError(path, line + 1, f"the fence {block.fence} that opens here is never closed")


def _sections(headed: Sequence[tuple[int, Section]], path: Path) -> Iterator[SectionSpec]:
    """The sections at the shallowest level of the run, each with what is below it."""
    if not headed:
        return
    level = min(_level(section) for _, section in headed)
    starts = [n for n, (_, section) in enumerate(headed) if _level(section) == level]
    groups = [headed[start:end] for start, end in zip(starts, [*starts[1:], len(headed)], strict=True)]
    seen: dict[str, int] = {}
    for word, run in groupby(groups, key=_repeated([group[0][1] for group in groups])):
        found = [(group[0][0], word or _text(group[0][1]), [s for _, s in group]) for group in run]
        for line, name, sections in found[:1] if word else found:
            if (first := seen.setdefault(normal(name), line)) != line:
                raise KindError(path, line + 1, f"the section `{name}` stands at line {first + 1} already")
            yield _unheaded(name, [s for _, _, s in found]) if word else _section(sections[0], sections[1:])


def _repeated(sections: Sequence[Section]) -> Callable[[Sequence[tuple[int, Section]]], str]:
    """The word of the sections that are not sections but items, ``## Task 1: [Name]``; empty for all others.

    These are several with one word, at least one of them with a placeholder, or one whose number is open.
    Sections whose numbered names are all fixed are sections like any other.
    """
    patterns = [(section, item_pattern(_text(section))) for section in sections]
    words = Counter(pattern.word for _, pattern in patterns if pattern)
    full = {pattern.word for section, pattern in patterns if pattern and not is_elided(section)}
    holes = {p.word for s, p in patterns if p and (PLACEHOLDER.search(_text(s)) or is_elided(s))}

    def word_of(group: Sequence[tuple[int, Section]]) -> str:
        pattern = item_pattern(_text(group[0][1]))
        several = pattern and (words[pattern.word] > 1 or pattern.is_open) and pattern.word in holes & full
        return pattern.word if pattern and several else ""

    return word_of


def _unheaded(word: str, instances: Sequence[Sequence[Section]]) -> SectionSpec:
    """The section that has no heading but those of its items."""
    item = _item(instances)
    return SectionSpec(word, _level(instances[0][0]), item.lines if item else (), item=item, headed=False)


def _section(section: Section, below: Sequence[Section]) -> SectionSpec:
    name = named(unnumbered(_text(section)))
    items = _items(below)
    others = [s for s in below if s not in items]
    labelled = next((label.span.line for label in section.labels if label.marked), section.height)
    table = next((b for at, b in section.placed if isinstance(b, Table) and at < labelled), None)
    checklist = [
        i.label for b in section.blocks if isinstance(b, List) for i in b.items if i.checked is not None
    ]
    return SectionSpec(
        name=name,
        level=_level(section),
        lines=block_lines([section, *(s for s in below if not is_elided(s))]),
        required=not is_optional(section),
        item=_item([[item] for item in items]),
        table=_table(table) if table else None,
        fields=tuple(fields_of([section, *others])),
        checklist=tuple(map(_check, (text for text in checklist if not PLACEHOLDER.search(text)))),
        prose=tuple(_prose(section)),
        number=_text(section).removesuffix(unnumbered(_text(section))).strip(" .):-"),
    )


def _check(text: str) -> CheckSpec:
    """A fixed item of a checklist: its name is what stands in bold before it, else all of it."""
    match = _CHECK.match(text)
    return CheckSpec(match["name"] if match else text, text)


def _items(below: Sequence[Section]) -> list[Section]:
    """What repeats below a section; numbered headings whose names are all fixed are fields like any other."""
    found = [(s, pattern) for s in below if (pattern := item_pattern(_text(s)))]
    open_ = (pattern.word or PLACEHOLDER.search(_text(s)) or is_elided(s) for s, pattern in found)
    return [s for s, _ in found] if any(open_) else []


def _text(section: Section) -> str:
    return section.heading.text if section.heading else ""


def _level(section: Section) -> int:
    return section.heading.level if section.heading else 0


def _item(instances: Sequence[Sequence[Section]]) -> ItemSpec | None:
    """What repeats, each with what is below it; the instances share one pattern."""
    full = [sections for sections in instances if not is_elided(sections[0])]
    pattern = item_pattern(_text(full[0][0])) if full else None
    if pattern is None:
        return None
    found = [list(fields_of(sections)) for sections in full]
    fullest = max(range(len(full)), key=lambda at: (len(found[at]), at))
    heading, *below = block_lines(full[fullest])
    lines = (_OPEN_NUMBER.sub(r"\g<1>1", heading, count=1), *below)
    return ItemSpec(pattern, _level(full[0][0]), tuple(united(found)), lines)


def _table(table: Table) -> TableSpec:
    columns = tuple(cell.text.strip("* ") for cell in table.header)
    rows: list[RowSpec] = []
    free: list[tuple[str, ...]] = []
    for cells, line in zip(table.rows, table.lines[2:], strict=True):
        first = cells[0].text.strip("* ") if cells else ""
        if first and not PLACEHOLDER.search(first):
            rows.append(RowSpec(first, body(line).rstrip()))
        else:
            free.append(tuple(cell.text for cell in cells))
    sample = tuple(_sample([row[at] for row in free if at < len(row)]) for at in range(len(columns)))
    return TableSpec(
        columns,
        tuple(rows),
        sample if free else (),
        tuple(body(line).rstrip() for line in table.lines),
        choices=tuple(_choices(columns, sample)),
    )


def _choices(columns: Sequence[str], sample: Sequence[str]) -> Iterator[Choices]:
    """The columns whose placeholder lists what may stand there: ``[H/M/L]``."""
    for column, text in zip(columns, sample, strict=True):
        if match := _CHOICE.fullmatch(text):
            yield Choices(column, tuple((value, ()) for value in match[1].split("/")))


def _sample(texts: list[str]) -> str:
    """What a new cell of a column says: a placeholder of the template, else all that may stand there."""
    open_ = [text for text in texts if PLACEHOLDER.search(text)]
    return open_[-1] if open_ else "/".join(dict.fromkeys(texts))


def _prose(section: Section) -> Iterator[str]:
    """The fixed paragraphs of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph) and not PLACEHOLDER.search("".join(block.lines)):
            yield normal(" ".join(map(body, block.lines)))


def _placeholders(document: Document) -> Iterator[str]:
    """Every placeholder outside code; one that stands in a code span with its backticks, too."""
    for _, block in document.blocks:
        if not isinstance(block, Code):
            text = "".join(block.lines)
            yield from (folded(match[0]) for match in PLACEHOLDER.finditer(text))
            yield from (folded(match[0]) for match in _SPANNED.finditer(text))


def _code_placeholders(document: Document) -> Iterator[str]:
    """Every line of code with a placeholder in it."""
    for _, block in document.blocks:
        if isinstance(block, Code):
            yield from (folded(line).strip() for line in block.code if PLACEHOLDER.search(line))
