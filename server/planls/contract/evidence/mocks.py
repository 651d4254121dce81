"""Mocks, stubs, fakes and made-up data in code that is no test."""

import re
from collections.abc import Iterator, Sequence

from planls.contract.evidence.model import Evidence
from planls.contract.evidence.scripts import Script
from planls.contract.evidence.signs import MOCKS, has
from planls.contract.languages import SHOWN

_STAND_IN = frozenset("mock mocks mocking mocked fake faked fakes stub stubbed dummy".split())
_SAMPLES = frozenset("sample canned hard hardcoded".split())
_SHOWN_OFF = frozenset("demo demos sample samples canned".split())
_SHOWS = frozenset(
    """
    app format formats link links mode point points prompt prompts queries query question questions rate
    rates route routes screen screens script scripts site size sizes slide slides step steps type types
    video videos weight weights
    """.split()
)
"""What is rightly shown as an example, and what samples have."""

_MADE = frozenset("get generate create make build load fetch return seed".split())
_ORDINARY = frozenset(
    """
    account accounts batch byte bytes cache cat classifier coding cols column columns context detect
    detection detector encode encoded encoder encoding env estimator exam exams extensions face faces
    feature features file files follower generator head id image images input inputs interview
    interviews label labels lock logits loss news node operator output outputs page path paths process
    product profile profiles progress quant quantization quantize quantized read regressor resolver
    review reviews root tail tensor test tests thread token trade trading trial up url user validator
    var variable variables vars vec zone
    """.split()
)
"""Words behind which "fake", "mock" or "dummy" is the subject: fake news, mock interviews, dummy columns."""

_TOOLS = frozenset(
    "checker classifier detector discriminator filter finder linter renderer rule rules scanner".split()
)
"""What finds fakes, or is called after them, is none."""

_STORES = frozenset("broker client dao database db gateway repo repository storage store".split())
_KEPT = frozenset("cache cached index session vector metric metrics rate registration span token".split())
"""What is rightly kept in memory."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_DEFINED = re.compile(
    r"\b(?P<form>class|struct|interface|object|record|def|func|fn|function|fun)\s+(?:\([^()\n]{0,60}\)\s*)?"
    r"(?P<name>[A-Za-z_]\w{3,80})|\btype\s+(?P<type>[A-Za-z_]\w{3,80})\s+(?:struct|interface)\b"
    r"|\b(?:const|let|var)\s+(?P<arrow>[A-Za-z_]\w{3,80})\s*=\s*(?:async\s*)?(?:\([^()\n]{0,80}\)|\w+)\s*=>"
)
_MADE_OF = re.compile(r"(?<![\w.])(?:new\s+|&)?(?P<name>(?:Mock|Fake|Stub|Dummy)[A-Z]\w{0,60})\s*[({]")
_DATA = re.compile(
    r"(?<![\w.])_{0,2}(?P<name>(?:mock(?:ed)?|fake|dummy)_?\w{0,40}|(?:sample|canned|hard_?coded)_?(?:data|users?"
    r"|orders?|customers?|products?|records?|rows?|items|transactions?|accounts?|employees?|invoices?))"
    r"(?:\s*:\s*[\w\[\]<>{}, .|]{1,60})?\s*:?=\s*"
    r"(?:(?:List\.of|Arrays\.asList|listOf)\(|vec!\[|(?:\[\]\w*)?[\[{])\s*"
    r"(?:['\"`\d{\[(-]|(?:new\s+)?[A-Z]\w*\s*[({]|\w+\s*:)(?![^\n]*\bfor\b)",
    re.IGNORECASE,
)
_ROWS = re.compile(
    r"(?<![\w.$])(?P<name>_{0,2}(?:(?:demo|sample|canned)_?\w{2,40}|(?:demo|sample)s?))"
    r"(?:\s*:\s*[\w\[\]<>{}, .|]{1,60})?\s*:?=\s*(?:const\s+)?"
    r"(?:(?:List\.of|Arrays\.asList|listOf)\(|vec!\[|(?:\[\]\w*|<\w+>)?[\[{])\s*"
    r"(?:[{\[(]|(?:new\s+)?[A-Z]\w*\s*[({])(?![^\n]*\bfor\b)[^'\"]{0,120}['\"]",
    re.IGNORECASE,
)
"""Records that are there to be seen; whether they are mocks depends on who gets them."""
_GIVEN = re.compile(
    r"(?:\b(?:return|yield|else|or)|\|\||\?:?|=>|\?[^\n:]{1,80}:|\b(?:json|jsonify|JSONResponse|Response|send)\()"
    r"\s{0,20}(?P<name>_{0,2}(?i:demo|sample|canned)\w{0,41})"
)
"""What a program gives back, or takes where there is nothing else."""
_SHOWING = re.compile(
    r"\b(?:def|fun|func|function|fn)[ \t]+\w{0,40}(?:sample|demo)"
    r"|(?:sample|demo)\w{0,40}[ \t]*[=:][ \t]*(?:async[ \t]*)?(?:\([^()\n]{0,60}\)|\w{1,40})[ \t]*=>",
    re.IGNORECASE,
)
"""The head of a function that is there to give an example."""
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
    r"|\bfrom[ \t]+['\"](?P<own>(?:\.{1,2}|[@~])/(?:[\w.-]+/){0,8}(?:_*mocks?_*|(?:mock|test|sample)-?data"
    r"|fakes|stubs|fixtures)"
    r"(?:/[\w.-]+)?)['\"]"
    r"|[\"](?P<go>github\.com/(?:golang/mock|DATA-DOG/go-sqlmock|h2non/gock|jarcoal/httpmock|alicebob/miniredis"
    r"|stretchr/testify/mock|brianvoe/gofakeit|go-faker/faker)|go\.uber\.org/mock)\b"
    r"|^[ \t]*(?:import|using|use|require)[ \t]+(?:static[ \t]+)?['\"]?(?P<other>org\.mockito|net\.datafaker"
    r"|com\.github\.javafaker|Moq|NSubstitute|Bogus|Mockery|mockall|mockito|wiremock|webmock|faker)\b",
    re.MULTILINE | re.IGNORECASE,
)
_LOREM = re.compile(r"(?<=['\"`>])lorem ipsum\b|\blorem ipsum dolor\b", re.IGNORECASE)
_STAGED = re.compile(
    r"(?:^|[/_.-])(?:seeds?|seeder|demo|examples?|bench(?:marks?)?|load_?test|stories)(?:[/_.-]|$)",
    re.IGNORECASE,
)
"""Files that fill a database for a show, or put load on it."""

_OTHERS = (("grpc", "stub"), ("_pb2", "stub"), ("fakestoreapi", "fakestore"), ("dummyjson", "dummyjson"))
"""Signs of what is generated, or of a service, and what its names have in them."""

_BELOW = 100
"""Characters behind a line that may belong to what begins in it."""

_TYPES = ("class", "struct", "interface", "object", "record")
_MADE_UP = "`{}` is made-up data"
_STANDS_IN = "`{}` stands in for the real thing"


def mocks(script: Script) -> Iterator[Evidence]:
    """The mocks in a piece of code, those of tests and of what sets a stage left out."""
    if not is_product(script):
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
    yield from _made_up(script, stretches)
    for match in _each(_LOREM, script.said, stretches):
        yield Evidence("mock", script.span(*match.span()), "lorem ipsum stands for the text", "lorem ipsum")


def is_product(script: Script) -> bool:
    """Whether code is part of what is made: no test, no output, nothing that sets a stage."""
    return not (script.tested or script.gone or script.language in SHOWN or _STAGED.search(script.path))


_Stretches = Sequence[tuple[int, int]]


def _each(pattern: re.Pattern[str], text: str, stretches: _Stretches) -> Iterator[re.Match[str]]:
    """What begins in one of some lines; it may go on below."""
    for start, end in stretches:
        for match in pattern.finditer(text, start, end + _BELOW):
            if match.start() >= end:
                break
            yield match


def _made_up(script: Script, stretches: _Stretches) -> Iterator[Evidence]:
    """Data that is called made up; what is called an example only where a program answers with it."""
    told = set()
    for match in _each(_DATA, script.code, stretches):
        words = _words(match["name"])
        if words[0] in _STAND_IN | _SAMPLES and not _is_subject(words):
            told.add(match.end("name"))
            yield _evidence(script, match, "name", _MADE_UP)
    rows = list(_each(_ROWS, script.code, stretches))
    given = (
        {match["name"] for match in _GIVEN.finditer(script.code) if _answers(script.code, match)}
        if rows
        else set()
    )
    for match in rows:
        words = _words(match["name"])
        shown = words[0] in _SHOWN_OFF and _SHOWS.isdisjoint(words[1:2]) and not _is_subject(words)
        if shown and match.end("name") not in told and match["name"] in given:
            yield _evidence(script, match, "name", _MADE_UP)


def _answers(code: str, match: re.Match[str]) -> bool:
    """Whether a program answers so without having been asked for an example; a longer name says of what."""
    line = code.rfind("\n", 0, match.start()) + 1
    head = max(code.rfind("\n", 0, max(line - 1, 0)) + 1, match.start() - _BELOW)
    return len(_words(match["name"])) > 1 or not _SHOWING.search(code, head, match.start("name"))


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
    """Stand-ins that are defined or made, unless that is what a library or service calls its own."""
    low, defined = script.text.lower(), set()
    others = [name for sign, name in _OTHERS if sign in low]
    for match in _each(_DEFINED, script.code, stretches):
        group = next(name for name in ("name", "type", "arrow") if match[name])
        defined.add(match.start(group))
        typed = match["form"] in _TYPES or group == "type"
        if is_stand_in(match[group], typed=typed) and not has(match[group].lower(), others):
            yield _evidence(script, match, group, _STANDS_IN)
    for match in _each(_MADE_OF, script.code, stretches):
        new = match.start("name") not in defined and not has(match["name"].lower(), others)
        if new and is_stand_in(match["name"], typed=True):
            yield _evidence(script, match, "name", _STANDS_IN)


def is_stand_in(name: str, *, typed: bool) -> bool:
    """Whether a name says that what it names stands in for something; ``typed``: it is a type's."""
    words = _words(name)
    if len(words) < 2 or _is_subject(words):  # noqa: PLR2004  # a stand-in, and what for
        return False
    if words[0] in _STAND_IN:
        return True
    if typed:
        stored = words[:2] == ["in", "memory"] and words[-1] in _STORES and _KEPT.isdisjoint(words)
        return stored or words[-1] in ("mock", "fake", "dummy", "stub")
    return words[0] in _MADE and words[1] in ("mock", "fake", "dummy") and not _is_subject(words[1:])


def _is_subject(words: Sequence[str]) -> bool:
    """Whether a name's second word makes "fake" or "mock" its subject, or its last what looks for them."""
    return words[-1] in _TOOLS or (words[1:] != [] and words[1] in _ORDINARY)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def _evidence(script: Script, match: re.Match[str], group: str, said: str) -> Evidence:
    return Evidence("mock", script.span(*match.span(group)), said.format(match[group]), match[group])
