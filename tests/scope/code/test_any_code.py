"""Any text can be asked, every use stands where it says, and nothing takes longer than it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document.lines import body, split_lines
from planls.scope.code import own_names, span_uses, uses

pytestmark = pytest.mark.slow

LANGUAGES = [
    "",
    *"python ts go rust java csharp ruby elixir bash console dockerfile makefile yaml".split(),
    *"json toml xml hcl env requirements text markdown".split(),
]
PIECES = [
    "import ", "from ", "redis", "@scope/x", "'", '"', "`", "$(", ")", "(", "{", "}", "[", "]", "<<EOF",
    "\nEOF\n", "\\", "\\\n", "\n", " ", "\t", "#", "//", "/*", "*/", '"""', "$ ", ">>> ", "pip install ",
    "docker run ", "-v ", "sudo ", "npm i ", "FROM ", "RUN ", "image: ", "run: |\n  ", "- ", "://", "a+b://",
    "REDIS_URL", "=", "==1.0", ";", "&&", "|", ">", "<", "├── a.py\n", "[project]\n", "dependencies = [",
    '"dependencies": {', "python -c ", "bash -c ", "require(", "use ", "x", "é", "\u2028", "😀", ":7-alpine",
    "github.com/a/b", "kubectl exec -- ",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_use_stands_where_it_says(text: str, language: str) -> None:
    lines = split_lines(text)
    used = list(uses(lines, language))
    for use in used:
        line = body(lines[use.line])
        assert use.name
        assert use.text
        assert line[use.column : use.column + len(use.text)] == use.text
    assert [(use.line, use.column) for use in used] == sorted((use.line, use.column) for use in used)
    assert all(isinstance(name, str) for name in own_names(lines, language))


@given(TEXTS)
def test_every_use_in_a_span_stands_where_it_says(text: str) -> None:
    for use in span_uses(text):
        assert use.line == 0
        assert text[use.column : use.column + len(use.text)] == use.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_block_is_too_much(language: str) -> None:
    """What grows faster than its input would never end here."""
    for piece in PIECES:
        for lines in ([piece * (30_000 // len(piece)) + "x"], split_lines((piece + "a\n") * 1_000)):
            list(uses(lines, language))
            list(own_names(lines, language))
