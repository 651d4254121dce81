"""Whether code is a test: by the file that it goes to, by what stands above it, by what it does."""

import re
from functools import lru_cache

from planls.contract.testing.files import names_tests

_SUPPORT = re.compile(
    r"(?:^|/)(?:tests?|__tests__|specs?|e2e|testing|testdata|fixtures|(?:__)?mocks(?:__)?|test[-_]?(?:utils?"
    r"|helpers?|support)|factories|androidTest)/"
    r"|(?:^|/)(?:conftest|locustfile|factories|setup-?tests?|(?:jest|vitest|cypress|playwright|karma)\.[\w.]*)\.\w+$"
    r"|_(?:spec|tests)\.\w+$|[.-](?:test|spec|e2e|stories|cy)s?\.\w+$|(?:^|/|\.)test(?:ing)?\.\w+$"
    r"|(?-i:Tests?)\.(?:kts|php|groovy)$|\.env\.test",
    re.IGNORECASE,
)
"""Files that only tests use, and the names of tests that are rare."""

_NAMED = re.compile(r"[\w@./*{}\[\]-]{2,100}")
_SAID = re.compile(
    r"(?:^|[\s*_(#:`])(?:(?:unit|integration|contract|smoke|e2e|end-to-end|acceptance|load|regression)[ -])*"
    r"(?:tests?|test (?:code|suite|cases?|file|fixtures?|helpers?|doubles?)|fixtures?)\**(?:\s*\([^)]*\))?\s*"
    r"(?:\**\s*:|:?\s*\**$)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\btests$|\btesting$|\b(?:unit|integration|e2e|end-to-end|smoke|load|acceptance|contract)[ -]tests?\b"
    r"|\btest (?:suite|fixtures?|harness|data|doubles?|helpers?)\b|\bfixtures\b|^tests?\b",
    re.IGNORECASE,
)
_PYTHON = re.compile(
    r"^[ \t]*(?:(?:import|from) (?:pytest|unittest(?! *\.? *mock| +import +mock)|hypothesis|factory|locust)\b"
    r"|(?:async )?def test_|@pytest\.|class Test\w*[(:])",
    re.MULTILINE,
)
_OTHERS = re.compile(
    r"^func (?:Test|Benchmark|Fuzz)\w*\(|\*testing\.[TBM]\b"
    r"|^[ \t]*(?:describe|it|test|suite|beforeEach|beforeAll)(?:\.\w+)*\("
    r"|\brequire\(['\"]node:test|from ['\"](?:node:test|vitest|@jest/|@playwright/test|chai)"
    r"|#\[(?:cfg\(test\)|(?:tokio::)?test)"
    r"|^[ \t]*@(?:Test|ParameterizedTest|SpringBootTest|MockBean|ExtendWith)\b"
    r"|^import (?:static )?org\.junit|^[ \t]*\[(?:Fact|Theory|Test|TestMethod)\b|RSpec\.describe"
    r"|^[ \t]*use ExUnit|extends TestCase|XCTestCase|@testing-library|^package \w+_test\b|^import Testing\b"
    r"|TEST(?:_F)?\(",
    re.MULTILINE,
)


def is_test_file(path: str) -> bool:
    """Whether a path is that of a test, or of what only tests use."""
    return names_tests(path) or bool(_SUPPORT.search(path.replace("\\", "/")))


def says_tests(line: str) -> bool:
    """Whether a label or the line above code says that it is a test, or names the test's file."""
    return bool(_SAID.search(line)) or any(is_test_file(name.strip(".")) for name in _NAMED.findall(line))


@lru_cache(maxsize=256)
def is_test_title(title: str) -> bool:
    """Whether an item's heading is about tests."""
    return bool(_TITLE.search(title))


def is_test_code(text: str, language: str) -> bool:
    """Whether code is a test by what it does."""
    if language == "python" or not language:
        return bool(_PYTHON.search(text)) or (not language and bool(_OTHERS.search(text)))
    return bool(_OTHERS.search(text))
