"""How tests begin in the languages with braces, and what can fail them there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Runner:
    """How a language's tests begin, what else in them can fail, and whether their names are sentences."""

    head: re.Pattern[str]
    fails: str
    called: bool = False


_JVM = Runner(
    re.compile(
        r"@(?:Test|ParameterizedTest|RepeatedTest)\b[^{};]{0,300}?(?:void|fun)\s+(?P<name>`[^`\n]+`|\w+)\s*\("
        r"[^{};]{0,300}?\{"
    ),
    r"\.is[A-Z]|StepVerifier|statusCode|\.await|await\w+\(|@Timeout",
)
_SENTENCE = r"(?P<name>'[^'\n]*'|\"[^\"\n]*\"|`[^`\n]*`)\s*,"
_SEEN = r"->(?:see|dontSee|notSee)\w*\("
"""What looks at a page, in tests of PHP."""

_RUNNERS: Mapping[str, tuple[Runner, ...]] = {
    "go": (
        Runner(
            re.compile(r"^[ \t]*func\s+(?P<name>Test\w*)\s*\(\s*\w+\s+\*testing\.T\s*\)\s*\{", re.MULTILINE),
            r"\.(?:Error|Skip|Expect|Eventually)\w*\(|\b(?:must|want|is)\w*[.(]|goleak"
            r"|\b(?!(?i:new|set_?up|start|open|make|create|build|temp|seed|prepare|mock|fake|spawn|connect))"
            r"\w+\(\s*t{1,2}\s*[,)]",  # a helper given the test may fail it, unless it makes something
        ),
    ),
    "javascript": (
        Runner(
            re.compile(rf"(?<![\w.$])(?:it|test)(?:\.(?:only|concurrent|serial))?\(\s*{_SENTENCE}"),
            r"(?:get|find)(?:All)?By|\bt\.\w|\bcy\.|\b(?:ok|is|flush)\(|isVisible|done\b|new Promise"
            r"|process\.exit|Equal<",
            called=True,
        ),
    ),
    "php": (
        Runner(re.compile(rf"(?<![\w.$>:])(?:it|test)\(\s*{_SENTENCE}"), _SEEN, called=True),
        Runner(
            re.compile(
                r"(?:function\s+(?=test)|#\[Test\]\s*(?:(?:public|final)\s+)*function\s+)(?P<name>\w+)(?<!Provider)\s*\("
                r"[^{};]{0,300}?\{"
            ),
            _SEEN,
        ),
    ),
    "dart": (
        Runner(
            re.compile(rf"(?<![\w.$])(?:test|testWidgets)\(\s*{_SENTENCE}"),
            r"\btester\.(?!pump|binding|view)\w|completer|expectAsync",
            called=True,
        ),
    ),
    "java": (_JVM,),
    "kotlin": (_JVM,),
    "csharp": (
        Runner(
            re.compile(
                r"(?:\[ExpectedException[^\]\n]{0,80}\]\s*)?"
                r"\[(?:Fact|Test|Theory|TestMethod)\b[^{};]{0,300}?(?:void|Task)\s+(?P<name>\w+)\s*\([^{};]{0,300}?\{"
            ),
            r"Receive\w*\(",
        ),
    ),
    "rust": (
        Runner(
            re.compile(
                r"(?:#\[should_panic[^\]\n]{0,80}\]\s*)?#\[(?:\w{1,40}::)?test\b[^\]\n]{0,80}\]"
                r"(?!\s*#\[(?:should_panic|ignore))[^{};]{0,200}?fn\s+(?P<name>\w+)[^{};]{0,200}?\{"
            ),
            r"unwrap|\?;|unreachable|insta::|Result<|trybuild|loom::|::<|abort",
        ),
    ),
}


def runner_of(text: str, language: str) -> Runner | None:
    """What runs the tests of a text; None without a test."""
    return next((one for one in _RUNNERS.get(language, ()) if one.head.search(text)), None)
