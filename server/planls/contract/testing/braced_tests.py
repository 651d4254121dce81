"""The tests in code with braces: Go, JavaScript and TypeScript, Java, Kotlin, C#, Rust, PHP, Dart."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from planls.contract.braced import Braced, braced
from planls.contract.languages import is_comment
from planls.contract.testing.braced_asserts import Known, asserts, known
from planls.contract.testing.model import UnitTest
from planls.contract.testing.runners import Runner, runner_of

_ELIDED = re.compile(
    r"(?://|/\*).*(?:\.\.\.|…)|//\s*(?:TODO|FIXME)|^[ \t]*(?:\.\.\.|…)[ \t]*$|not implemented|todo!",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_END = re.compile(r"\n")
_SKIPS = re.compile(
    r"\bt\.Skip|\bthis\.skip|@Disabled|@Ignore|\bmarkTest(?:Skipped|Incomplete)|->(?:skip|todo)\("
)
_SKIPPED = re.compile(r",\s*skip:(?!\s*false)")
"""How Dart skips a test: behind its body."""

_HARMLESS = re.compile(
    r"(?:not|n't|never|without|no)[ _]?(?:\w+[ _]){0,3}?(?:rais|panic|crash|throw|fail|err|exception)|smoke"
    r"|visual(?:ly)? (?:inspect|check|review)"
    r"|(?:manual|human)(?:ly)? (?:inspect|check|review)|context ?loads"
    r"|compiles|\brace\b|concurren|deadlock|(?:starts|boots|runs)$",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"\)(?=\s*(?:->|\.))[^;{}]{0,300}")
"""What is asked of a test behind it: ``})->throws(Error::class);``."""

_BRACE = re.compile(r"[^{]*\bfunction\b[^{]*\{|\s*\([\w\s,$]*\)\s*(?:async\*?\s*)?\{")
"""Up to the body of a function that has no arrow."""


def braced_tests(lines: Sequence[str], language: str) -> Iterator[UnitTest]:
    """The tests from top to bottom; none in an unknown language, or where brackets do not match."""
    language = "javascript" if language == "typescript" else language
    text = "\n".join(line.rstrip("\r\n") for line in lines)
    runner = runner_of(text, language)
    code = braced(text, language) if runner else None
    if runner is None or code is None:
        return
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    behind, about = 0, known(code)
    for match in runner.head.finditer(text):
        opening = text.find("(", match.start()) if runner.called else match.end() - 1
        end = code.ends.get(opening)
        hidden = code.plain[match.end() - 1].isspace()  # in a string or a comment
        if end is not None and match.start() >= behind and not hidden:
            behind, at = end, match.start("name")
            line = bisect_right(starts, at) - 1
            yield _test(runner, match, code, end, (line, at - starts[line]), about=about)


def _test(
    runner: Runner, match: re.Match[str], code: Braced, end: int, place: tuple[int, int], *, about: Known
) -> UnitTest:
    name = match["name"].strip("'\"`")
    start = _body_start(code, match.end(), end) if runner.called else match.end()
    inner = code.text[start:end]
    rows = tuple(inner.split("\n"))
    filled = [row.strip() for row in rows if row.strip(" \t{}()[];,") and not is_comment(row, "javascript")]
    chain = _chain(code, end) if runner.called else ""
    told = " ".join([*(row for row in rows if "//" in row), name])
    skipped = _SKIPS.search(match[0] + inner + chain) or (runner.called and _SKIPPED.search(inner))
    can_fail = _is_marked(runner, match, inner=code.plain[start:end], chain=chain)
    can_fail = can_fail or asserts(code, start, end, match["name"], about)
    return UnitTest(
        name=name,
        line=place[0],
        column=place[1],
        body=rows,
        statements=len(filled),
        asserts=can_fail or bool(_HARMLESS.search(told)),
        judged=bool(filled) and not _ELIDED.search(inner) and not skipped,
        simple="range " in inner or "t.Run(" in inner,
        called=runner.called,
    )


def _body_start(code: Braced, start: int, end: int) -> int:
    """Where the body of the function begins that a call is given; its end if its arguments have none."""
    brace = _BRACE.match(code.plain, start, end)
    arrow = code.plain.find("=>", start, end)
    if brace and ("function" in brace[0] or not -1 < arrow < brace.end()):
        return brace.end()
    if arrow < 0:
        return end
    rest = code.plain[arrow + 2 : end].lstrip()
    return end - len(rest) + rest.startswith("{")


def _chain(code: Braced, end: int) -> str:
    found = _CHAIN.match(code.plain, end)
    return found[0] if found else ""


def _is_marked(runner: Runner, match: re.Match[str], *, inner: str, chain: str) -> bool:
    """Whether a test has what fails one in its language: in it, in its head or chained to it."""
    head = match[0][: match.start("name") - match.start()] + match[0][match.end("name") - match.start() :]
    around = head + chain
    marked = re.search(r"(?i)assert|expect|should|throw|panic", around) or re.search(runner.fails, around)
    return bool(marked or re.search(runner.fails, inner))
