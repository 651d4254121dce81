"""FRM003 unparsable-code: code that is a contract does not parse."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from planls.contract.codes import Snippet, codes_in
from planls.contract.model import ItemSpec, SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Code
from planls.document.inline import code_spans
from planls.document.lines import Span, body
from planls.rule import Finding, rule

if TYPE_CHECKING:
    from planls.contract.snippets import Fault

_COMMENT = re.compile(r"[\]}\d\w\",]\s+//\s")
"""What a value means, said behind it: JSON has no comments, but readers of a spec have."""

_LABELLED = frozenset(
    "python json toml yaml go rust java kotlin c cpp csharp swift javascript typescript".split()
)
"""Languages that are judged where code may be an excerpt; of those with braces, brackets that cross."""

_CHOICE = re.compile(r"\||<|\.\.\.|…")

_SHORT = 5000
"""Characters of TOML, for which its parser is not linear."""


@rule("FRM003")
def check(part: Part) -> Iterator[Finding]:
    """The first fault of each block, where the contract wants code to parse.

    In items and tests it may well be an excerpt, so only what a fence labels is judged there.
    """
    if isinstance(part.spec, SectionSpec) and part.spec.parses and not part.spec.item:
        for code in (*codes_in(part), *_spans(part)):
            if not any(map(part.contract.unfilled, code.lines)):
                yield from _found(part, code)
    elif _has_code(part):
        yield from _in_excerpts(part)


def _has_code(part: Part) -> bool:
    """Whether the contract wants the code of an item, or of tests, to be code."""
    parses = isinstance(part.spec, ItemSpec) and part.spec.parses
    return (parses or (isinstance(part.spec, SectionSpec) and part.spec.form == "tests")) and not part.struck


def _in_excerpts(part: Part) -> Iterator[Finding]:
    for code in codes_in(part):
        if code.language and not any(map(part.contract.unfilled, code.lines)):
            wrong = _wrong(code.lines, code.language)
            yield from (_finding(part, code, wrong),) if wrong else ()


@lru_cache(maxsize=256)
def _wrong(lines: tuple[str, ...], info: str) -> "Fault | None":
    """The fault of a block that may be an excerpt; what is edited is hardly ever code."""
    from planls.contract.languages import named
    from planls.contract.stubs import lack

    language = named(info)
    if language not in _LABELLED or _parses(lines, language) or lack(lines, language):
        return None
    from planls.contract.snippets.excerpts import excerpt_fault

    return excerpt_fault(lines, info)


def _parses(lines: Sequence[str], language: str) -> bool:
    """Whether a block is fine at a glance, which spares most blocks a closer look."""
    if language == "python":
        from planls.contract.pythontree import parsed

        return parsed(lines) is not None
    if language in ("json", "toml"):
        return _is_json(lines) if language == "json" else _is_toml("\n".join(lines))
    counts = [sum(line.count(bracket) for line in lines) for bracket in "()[]{}"]
    return language != "yaml" and counts[::2] == counts[1::2]


def _is_json(lines: Sequence[str]) -> bool:
    """Whether it is a value of JSON, or one in each line."""
    return _is_value("\n".join(lines)) or all(_is_value(line) for line in lines if line.strip())


def _is_value(text: str) -> bool:
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_toml(text: str) -> bool:
    import tomllib

    try:
        return len(text) < _SHORT and bool(tomllib.loads(text))
    except (ValueError, RecursionError):
        return False


def _spans(part: Part) -> Iterator[Snippet]:
    """Code spans that are JSON by their look, whole and without a choice in them."""
    for at, block in part.placed:
        for n, line in enumerate(() if isinstance(block, Code) else block.lines, at):
            for start, end in code_spans(line):
                text = line[start:end].strip("`")
                if text.startswith(('{"', "[{")) and text.endswith(("}", "]")) and not _CHOICE.search(text):
                    column = line.index(text, start)
                    yield Snippet(n, column, n, (text,), "json")


def _found(part: Part, code: Snippet) -> Iterator[Finding]:
    from planls.contract.snippets import fault

    commented = code.language == "json" and any(_COMMENT.search(line) for line in code.lines)
    wrong = fault(code.lines, "jsonc" if commented else code.language)
    if wrong:
        yield _finding(part, code, wrong)


def _finding(part: Part, code: Snippet, wrong: "Fault") -> Finding:
    line, column = code.line + wrong.line, code.column + wrong.column
    end = len(body(part.lines[line]).rstrip())
    column = min(column, max(end - 1, 0))
    what = code.language or "block"
    nothing = wrong.message.endswith("closes nothing")
    way = "write the bracket that it closes, or leave it out" if nothing else "correct it"
    return Finding(Span(line, column, line, end), f"This {what} does not parse: {wrong.message}; {way}")
