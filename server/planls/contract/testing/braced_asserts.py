"""Whether anything in the body of a test in a language with braces can fail it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.braced import Braced, blanked, functions, has_between

_ASSERTS = re.compile(
    r"assert|expect|should|snapshot|golden|approv|throw|round_?trip|scenario|_?case\(|tester\.run|markup|received?\("
    r"|(?-i:[a-z]Tests?\()",
    re.IGNORECASE,
)
"""What fails a test in any language, and what a helper that does may be called."""

_CALL = re.compile(r"(?<![\w$])(?P<new>new\s+)?(?P<name>[\w$]{1,80}+)[!?]?\s*(?:<[^<>()\n]{0,60}>\s*)?[({]")
_SURE = re.compile(r"fail|fatal|panic|reject|until|(?<![a-z])wait", re.IGNORECASE)
"""What a call is named that may fail a test."""

_JUDGES = re.compile(r"verif|check|require|ensure|validat|compar|equal|match|same", re.IGNORECASE)
"""The same, if its value is not taken: else that says what it found."""

_TAKEN = re.compile(
    r"(?<![=!<>])=\s*(?:await\s+)?(?:[\w$]+(?:\.|->|::))*$|\b(?:print|log)\w*\(\s*$", re.IGNORECASE
)
_PLAIN_VALUE = r"(true|false|-?\d+(?:\.\d+)?|'[^'\n]{0,40}'|\"[^\"\n]{0,40}\")"
_CONSTANT = re.compile(
    r"\b(?:assert|expect|require|XCTAssert)[\w.!]*\(\s*(?:t,\s*)?(?:"
    r"true\s*(?:,\s*(?:true|isTrue|\"[^\"\n]*\"|'[^'\n]*')\s*)?\)"
    r"(?:(?:\.|->)(?:to|is)\w+\((?:true)?\)|\.to\.be\.true)?"
    rf"|{_PLAIN_VALUE}\s*(?:\)\s*(?:\.|->)(?:\w+\.)?(?:to|is)\w+\(\s*\1\s*\)"
    r"|,\s*(?:equals\(|is\()?\s*\1\s*\)+))",
    re.IGNORECASE,
)
"""What asserts that true is true, or that one is one."""

_NAME = re.compile(r"[\w$]+")
_CALLED = re.compile(r"(?<![\w$])([\w$]{1,80}+)\(")
_NO_FUNCTIONS = frozenset("if for foreach while switch catch match when with using it test describe".split())
_LOOKS = re.compile(r"(?:expect|assert)[\w.]*\(([^;\n]{0,120})")
"""What is looked at; a function that is handed over to be called there may well fail by itself."""
_LATER = re.compile(r"=>|\.rejects|\bfunction\b")
_BARE = re.compile(r"(?<![\w.#$>:])(?:expect|assertThat)\(")
_GOES_ON = re.compile(r"\s*(?:[.\[?!,]|->)|[ \t]*[\w{]")
_REFUSES = re.compile(r"reject|refus|den(?:y|ies|ied)|forbid|invalid", re.IGNORECASE)
_IMPORTED = re.compile(
    r"(?:import\s*|(?:const|let|var)\s*)\{(?P<names>[^{}]{0,500})\}\s*(?:from\s*|=\s*require\()"
    r"['\"](?P<path>(?:\.|[@~]/|src/)[^'\"\n]*)['\"]"
)
_HELPER = re.compile(r"test|spec|help|util|assert|match|support|fixture|mock", re.IGNORECASE)
"""What the path of a module has that helps tests."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a block tells of its functions: ``helpers`` assert something, ``products`` are what is tested.

    Of those, the value of the ``judged`` ones is looked at somewhere: by themselves they fail nothing.
    """

    helpers: frozenset[str]
    products: frozenset[str]
    judged: frozenset[str]


def known(code: Braced) -> Known:
    """What a block tells of its functions."""
    places = [match.start() for match in _ASSERTS.finditer(code.plain)]
    helpers = {name for name, start, end in functions(code) if has_between(places, start, end)}
    products = frozenset(_imported(code))
    return Known(frozenset(helpers - _NO_FUNCTIONS), products, products.intersection(_looked_at(code)))


def asserts(code: Braced, start: int, end: int, name: str, about: Known) -> bool:
    """Whether a test's body, between two offsets, asserts something: itself, or by a helper named so."""
    said = _without_constants(code, start, end)
    idle = about.products if _REFUSES.search(name) else about.judged
    if _ASSERTS.search(said) or any(_fails(said, match, idle) for match in _CALL.finditer(said)):
        return True
    return not about.helpers.isdisjoint(_CALLED.findall(said))


def _imported(code: Braced) -> Iterator[str]:
    """What a block has from modules that are not there for tests."""
    for match in _IMPORTED.finditer(code.text):
        if not _HELPER.search(match["path"]):
            yield from _NAME.findall(match["names"])


def _looked_at(code: Braced) -> Iterator[str]:
    """What is called for its value in an assertion."""
    for match in _LOOKS.finditer(code.plain):
        if not _LATER.search(match[0]):
            yield from _CALLED.findall(match[1])


def _without_constants(code: Braced, start: int, end: int) -> str:
    """A body without its assertions that no code can fail."""
    said = code.plain[start:end]
    holes = [match.span() for match in _CONSTANT.finditer(code.text[start:end])]
    for at, stop in [*holes, *_unfinished(code, start, end)]:
        said = said[:at] + blanked(said[at:stop]) + said[stop:]
    return said


def _unfinished(code: Braced, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a value is handed to an assertion that nothing is asked of: ``assertThat(a == b);``."""
    for match in _BARE.finditer(code.plain, start, end):
        close = code.ends.get(match.end() - 1, end)
        if (
            close < end
            and not _GOES_ON.match(code.plain, close + 1, end)
            and not _has_comma(code, match.end(), close)
        ):
            yield match.start() - start, match.end() - start


def _has_comma(code: Braced, start: int, end: int) -> bool:
    """Whether there is more than one argument."""
    at = start
    while at < end and code.plain[at] != ",":
        at = code.ends.get(at, at) + 1
    return at < end


def _fails(said: str, match: re.Match[str], idle: frozenset[str]) -> bool:
    """Whether a call may be an assertion: nothing is made of it, nothing is done with its value."""
    if match["new"] or not (_SURE.search(match["name"]) or _JUDGES.search(match["name"])):
        return False
    if _SURE.search(match["name"]):
        return True
    before = said[said.rfind("\n", 0, match.start()) + 1 : match.start()]
    return match["name"] not in idle and not _TAKEN.search(before)
