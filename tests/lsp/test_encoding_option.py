"""`positionEncoding` among the initialization options, for clients that cannot announce how they count."""

from typing import Any

import pytest

from tests.lsp.editor import editor
from tests.lsp.plans import PLACEHOLDER, PLACEHOLDER_LINE

pytestmark = pytest.mark.slow  # a server of its own for each

UTF_16 = {"general": {"positionEncodings": ["utf-16"]}}
OPTIONS = [
    # capabilities, initializationOptions, encoding, where the placeholder starts
    ({}, {"positionEncoding": "utf-8"}, "utf-8", 25),
    ({}, {"positionEncoding": "utf-32"}, "utf-32", 21),
    (UTF_16, {"positionEncoding": "utf-8"}, "utf-8", 25),
    ({}, {"positionEncoding": "latin-1"}, "utf-16", 22),
    ({}, {"positionEncoding": ["utf-8"]}, "utf-16", 22),
]


@pytest.mark.parametrize(("capabilities", "options", "encoding", "column"), OPTIONS)
async def test_the_option_names_the_encoding(
    capabilities: dict[str, Any], options: dict[str, Any], encoding: str, column: int
) -> None:
    async with editor(capabilities, options=options) as client:
        assert client.converter.encoding == encoding
        client.open(PLACEHOLDER)
        await client.until(lambda: client.published)
        starts = [d.range.start for d in client.published[-1].diagnostics if d.code == "STR011"]
        assert [(start.line, start.character) for start in starts] == [(PLACEHOLDER_LINE, column)]
        assert client.messages == []
