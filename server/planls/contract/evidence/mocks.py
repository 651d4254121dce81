"""Mocks, stubs, fakes and made-up data in code that is no test."""

import re
from collections.abc import Iterator, Sequence

from planls.contract.evidence.languages import SHOWN
from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script
from planls.contract.evidence.signs import MOCKS

_STAND_IN = frozenset("mock mocks mocked fake faked fakes stub stubbed dummy canned".split())
_MADE = frozenset("get generate create make build load fetch return seed".split())
_ORDINARY = frozenset(
    """
    account accounts classifier coding detect detection detector exam face faces follower id image images
    interview interviews loss news product profile profiles quant quantize quantization quantized review
    reviews tensor trade trading trial up user vec variable variables
    """.split()
)
"""Words behind which "fake", "mock" or "dummy" is the subject: fake news, mock interviews."""

_STORES = frozenset("broker client dao database db gateway repo repository storage store".split())
_KEPT = frozenset("cache cached index session vector metric metrics rate token".split())
"""What is rightly kept in memory."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_DEFINED = re.compile(
    r"\b(?P<form>class|struct|interface|object|record|def|func|fn|function|fun)\s+(?:\([^()\n]{0,60}\)\s*)?"
    r"(?P<name>[A-Za-z_]\w{3,80})|\btype\s+(?P<type>[A-Za-z_]\w{3,80})\s+(?:struct|interface)\b"
    r"|\b(?:const|let|var)\s+(?P<arrow>[A-Za-z_]\w{3,80})\s*=\s*(?:async\s*)?(?:\([^()\n]{0,80}\)|\w+)\s*=>"
)
_MADE_OF = re.compile(r"(?<![\w.])(?:new\s+|&)?(?P<name>(?:Mock|Fake|Stub|Dummy)[A-Z]\w{0,60})\s*[({]")
_DATA = re.compile(
    r"(?<![\w.])(?:const\s+|let\s+|var\s+)?(?P<name>(?:mock(?:ed)?|fake|dummy|canned|hard_?coded)_?\w{0,40}"
    r"|sample_?(?:data|users?|orders?|customers?|products?|records?|rows?|items|transactions?|accounts?"
    r"|employees?|invoices?))(?:\s*:\s*[\w\[\]<>{}, .|]{1,60})?\s*:?=\s*(?:\[\]\w*)?[\[{]\s*[^\s\]}]",
    re.IGNORECASE,
)
_SWITCH = re.compile(
    r"(?<![\w.-])(?P<name>(?:(?:USE|ENABLE)_?(?:MOCKS?|FAKES?|STUBS?|DUMMY)|MOCKS?(?=[_'\" :=])"
    r"|(?:FAKE|STUB|DUMMY)(?=_))(?:_?(?:MODE|DATA|APIS?|LLM|BACKEND|SERVER|RESPONSES?|ENABLED))?)['\"]?"
    r"\s*[:=]\s*['\"]?(?:true|1|yes|on)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?<![\w.])(?P<name>MagicMock|AsyncMock|Mock|create_autospec|Faker|jest\.(?:fn|mock)|vi\.(?:fn|mock)"
    r"|sinon\.(?:stub|mock|fake)|Mockito\.mock|gomock\.NewController)\s*\("
)
_IMPORTED = re.compile(
    r"^[ \t]*(?:from|import)[ \t]+(?:(?P<python>unittest\.mock|mock|faker|mimesis|moto|fakeredis|mongomock"
    r"|httpretty|responses|requests_mock|respx|aioresponses)\b(?!\.?/)"
    r"|unittest[ \t]+import[ \t]+(?P<unittest>mock)\b)"
    r"|(?:\bfrom|\bimport|\brequire)[ \t]*\(?['\"](?P<script>sinon|nock|msw(?:/\w+)?|@faker-js/faker|faker"
    r"|axios-mock-adapter|fetch-mock|ioredis-mock|redis-mock|mongodb-memory-server|ts-mockito|testdouble"
    r"|json-server)['\"]"
    r"|[\"](?P<go>github\.com/(?:golang/mock|DATA-DOG/go-sqlmock|h2non/gock|jarcoal/httpmock|alicebob/miniredis"
    r"|stretchr/testify/mock|brianvoe/gofakeit|go-faker/faker)|go\.uber\.org/mock)\b"
    r"|^[ \t]*(?:import|using|use|require)[ \t]+(?:static[ \t]+)?['\"]?(?P<other>org\.mockito|net\.datafaker"
    r"|com\.github\.javafaker|Moq|NSubstitute|Bogus|Mockery|mockall|mockito|wiremock|webmock|faker)\b",
    re.MULTILINE,
)
_BELOW = 100
"""Characters behind a line that may belong to what begins in it."""

_TYPES = ("class", "struct", "interface", "object", "record")
_STANDS_IN = "`{}` stands in for the real thing"
_STAGED = re.compile(
    r"(?:^|[/_.-])(?:seeds?|seeder|demo|examples?|bench(?:marks?)?|load_?test|stories)(?:[/_.-]|$)",
    re.IGNORECASE,
)
"""Files that fill a database for a show, or put load on it."""
_LOREM = re.compile(r"\blorem ipsum\b", re.IGNORECASE)


def mocks(script: Script) -> Iterator[Evidence]:
    """The mocks in a piece of code, those of tests and of what sets a stage left out."""
    if script.tested or script.gone or script.language in SHOWN or _STAGED.search(script.path):
        return
    stretches = tuple(script.stretches(MOCKS))
    for match in _each(_SWITCH, script.said, stretches):
        yield _evidence(script, match, "name", "`{}` is switched on")
    if not script.is_program:
        return
    yield from _imports(script, stretches)
    yield from _definitions(script, stretches)
    for match in _each(_CALLED, script.code, stretches):
        yield _evidence(script, match, "name", "`{}` is used outside of tests")
    for match in _each(_DATA, script.code, stretches):
        if _begins(match["name"]):
            yield _evidence(script, match, "name", "`{}` is made-up data")
    for match in _each(_LOREM, script.said, stretches):
        yield Evidence("mock", script.span(*match.span()), "lorem ipsum stands for the text", "lorem ipsum")


_Stretches = Sequence[tuple[int, int]]


def _each(pattern: re.Pattern[str], text: str, stretches: _Stretches) -> Iterator[re.Match[str]]:
    """What begins in one of some lines; it may go on below."""
    for start, end in stretches:
        for match in pattern.finditer(text, start, end + _BELOW):
            if match.start() >= end:
                break
            yield match


def _imports(script: Script, stretches: _Stretches) -> Iterator[Evidence]:
    """Imports of what only tests should use; what a string says is none."""
    for match in _each(_IMPORTED, script.said, stretches):
        group = str(match.lastgroup)
        at = match.end() - len(match[0].lstrip())
        if script.code[at] == script.said[at]:
            name = "unittest.mock" if group == "unittest" else match[group]
            place = script.span(*match.span(group))
            yield Evidence("mock", place, f"`{name}` is imported outside of tests", name)


def _definitions(script: Script, stretches: _Stretches) -> Iterator[Evidence]:
    """Stand-ins that are defined or made; what gRPC generates is called a stub, too."""
    defined, rpc = set(), "grpc" in script.text or "_pb2" in script.text
    for match in _each(_DEFINED, script.code, stretches):
        group = next(name for name in ("name", "type", "arrow") if match[name])
        defined.add(match.start(group))
        typed = match["form"] in _TYPES or group == "type"
        if is_stand_in(match[group], typed=typed) and not (rpc and "stub" in match[group].lower()):
            yield _evidence(script, match, group, _STANDS_IN)
    for match in _each(_MADE_OF, script.code, stretches):
        new = match.start("name") not in defined and not rpc
        if new and is_stand_in(match["name"], typed=True):
            yield _evidence(script, match, "name", _STANDS_IN)


def is_stand_in(name: str, *, typed: bool) -> bool:
    """Whether a name says that what it names stands in for something; ``typed``: it is a type's."""
    words = [word.lower() for word in _WORDS.findall(name)]
    if len(words) < 2 or _is_subject(name):  # noqa: PLR2004  # a stand-in, and what for
        return False
    if words[0] in _STAND_IN:
        return True
    if typed:
        stored = words[:2] == ["in", "memory"] and words[-1] in _STORES and _KEPT.isdisjoint(words)
        return stored or words[-1] in ("mock", "fake", "dummy", "stub")
    made = words[0] in _MADE and words[1] in ("mock", "fake", "dummy", "canned")
    return made and words[2:3] != [] and words[2] not in _ORDINARY


def _begins(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    return words[0] in _STAND_IN | {"sample", "hard", "hardcoded"} and not _is_subject(name)


def _is_subject(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    return words[1:2] != [] and words[1] in _ORDINARY


def _evidence(script: Script, match: re.Match[str], group: str, said: str) -> Evidence:
    return Evidence("mock", script.span(*match.span(group)), said.format(match[group]), match[group])
