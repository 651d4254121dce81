"""The tests in code with braces: Go, JavaScript and TypeScript, Java, Kotlin, C#, Rust."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planls.contract.languages import is_comment
from planls.contract.snippets.brackets import CLOSING, Code, Token
from planls.contract.snippets.syntaxes import SYNTAXES
from planls.contract.testing.model import UnitTest


@dataclass(frozen=True, slots=True)
class _Runner:
    """How a language's tests begin, what else in them can fail, and whether their names are sentences."""

    head: re.Pattern[str]
    fails: str
    called: bool = False


_ASSERTS = (
    r"assert|expect|should|verif|check|require|ensure|validat|compar|equal|match|same|snapshot|golden|approv"
    r"|throw|fail|fatal|panic|reject|until|(?<![a-z])wait|round_?trip|scenario|_?case\(|tester|markup|received?\("
)
"""What fails a test in any language, and what a helper that does may be called."""

_CONSTANT = re.compile(
    r"\b(?:assert|expect|require)[\w.!]*\(\s*(?:t,\s*)?true\s*(?:,\s*true\s*)?\)"
    r"(?:\.to\w+\((?:true)?\)|\.to\.be\.true)?",
    re.IGNORECASE,
)
"""What asserts that true is true."""

_JVM = _Runner(
    re.compile(
        r"@(?:Test|ParameterizedTest|RepeatedTest)\b[^{};]{0,300}?(?:void|fun)\s+(?P<name>`[^`\n]+`|\w+)\s*\("
        r"[^{};]{0,300}?\{"
    ),
    r"\.is[A-Z]|StepVerifier|statusCode|\.await|await\w+\(|@Timeout",
)
_RUNNERS: Mapping[str, _Runner] = {
    "go": _Runner(
        re.compile(r"^[ \t]*func\s+(?P<name>Test\w*)\s*\(\s*\w+\s+\*testing\.T\s*\)\s*\{", re.MULTILINE),
        r"\.(?:Error|Skip|Expect|Eventually)\w*\(|\b(?:must|want|is)\w*[.(]|\(\s*t{1,2}\s*[,)]|goleak",
    ),
    "javascript": _Runner(
        re.compile(
            r"(?<![\w.$])(?:it|test)(?:\.(?:only|concurrent|serial))?\(\s*"
            r"(?P<name>'[^'\n]*'|\"[^\"\n]*\"|`[^`\n]*`)\s*,"
        ),
        r"(?:get|find)(?:All)?By|\bt\.\w|\bcy\.|\b(?:ok|is|flush)\(|isVisible|done\b|new Promise"
        r"|process\.exit|Equal<",
        called=True,
    ),
    "java": _JVM,
    "kotlin": _JVM,
    "csharp": _Runner(
        re.compile(
            r"\[(?:Fact|Test|Theory|TestMethod)\b[^{};]{0,300}?(?:void|Task)\s+(?P<name>\w+)\s*\([^{};]{0,300}?\{"
        ),
        r"Receive\w*\(",
    ),
    "rust": _Runner(
        re.compile(
            r"(?:#\[should_panic[^\]\n]{0,80}\]\s*)?#\[(?:\w{1,40}::)?test\b[^\]\n]{0,80}\]"
            r"(?!\s*#\[(?:should_panic|ignore))[^{};]{0,200}?fn\s+(?P<name>\w+)[^{};]{0,200}?\{"
        ),
        r"unwrap|\?;|unreachable|insta::|Result<|trybuild|loom::|::<|abort",
    ),
}
_ELIDED = re.compile(
    r"(?://|/\*).*(?:\.\.\.|…)|//\s*(?:TODO|FIXME)|^[ \t]*(?:\.\.\.|…)[ \t]*$|not implemented|todo!",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_END = re.compile(r"\n")
_SKIPS = re.compile(r"\bt\.Skip|\bthis\.skip|@Disabled|@Ignore")
_HARMLESS = re.compile(
    r"(?:not|n't|never|without|no)[ _]?(?:\w+[ _]){0,3}?(?:rais|panic|crash|throw|fail|err|exception)|smoke"
    r"|visual(?:ly)? (?:inspect|check|review)"
    r"|(?:manual|human)(?:ly)? (?:inspect|check|review)|context ?loads"
    r"|compiles|\brace\b|concurren|deadlock|(?:starts|boots|runs)$",
    re.IGNORECASE,
)


def braced_tests(lines: Sequence[str], language: str) -> Iterator[UnitTest]:
    """The tests from top to bottom; none in an unknown language, or where brackets do not match."""
    language = "javascript" if language == "typescript" else language
    runner = _RUNNERS.get(language)
    text = "\n".join(line.rstrip("\r\n") for line in lines)
    if runner is None or not runner.head.search(text):
        return
    code = Code(text, SYNTAXES[language])
    if code.unbalanced or (code.tokens and code.tokens[-1].kind == "doubt"):
        return
    ends, hidden = dict(_pairs(code.tokens)), _hidden(code.tokens)
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    behind = 0
    for match in runner.head.finditer(text):
        opening = text.find("(", match.start()) if runner.called else match.end() - 1
        end = ends.get(opening)
        if end is not None and match.start() >= behind and not _is_inside(hidden, match.start()):
            behind, at = end, match.start("name")
            line = bisect_right(starts, at) - 1
            inner = text[match.end() : end]
            yield _test(runner, match, _body(inner) if runner.called else inner, (line, at - starts[line]))


def _hidden(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where strings and comments stand."""
    return [(token.start, token.end) for token in tokens if token.kind in ("string", "comment")]


def _is_inside(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(stretches, (offset, offset)) - 1
    return at >= 0 and offset < stretches[at][1]


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each bracket's offset and that of its fellow."""
    opened: list[int] = []
    for token in tokens:
        if token.kind in CLOSING:
            opened.append(token.start)
        elif token.kind in CLOSING.values() and opened:
            yield opened.pop(), token.start


def _body(inner: str) -> str:
    """The body of the function that a call is given; empty if its arguments have none."""
    head, arrow, rest = inner.partition("=>")
    if not arrow or "function" in head:
        head, _, rest = inner.partition("{")
        return rest if "function" in head else ""
    return rest.lstrip().removeprefix("{")


def _test(runner: _Runner, match: re.Match[str], inner: str, place: tuple[int, int]) -> UnitTest:
    name = match["name"].strip("'\"`")
    rows = tuple(inner.split("\n"))
    code = [row.strip() for row in rows if row.strip(" \t{}()[];,") and not is_comment(row, "javascript")]
    said = "\n".join(row for row in rows if not is_comment(row, "javascript"))  # "// Assert" asserts nothing
    told = " ".join([*(row for row in rows if "//" in row), name])
    head = match[0][: match.start("name") - match.start()] + match[0][match.end("name") - match.start() :]
    return UnitTest(
        name=name,
        line=place[0],
        column=place[1],
        body=rows,
        statements=len(code),
        asserts=_asserts(head + _CONSTANT.sub("", said), runner) or bool(_HARMLESS.search(told)),
        judged=bool(code) and not _ELIDED.search(inner) and not _SKIPS.search(match[0] + inner),
        simple="range " in inner or "t.Run(" in inner,
        called=runner.called,
    )


def _asserts(text: str, runner: _Runner) -> bool:
    return bool(re.search(_ASSERTS, text, re.IGNORECASE) or re.search(runner.fails, text))
