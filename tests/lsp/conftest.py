"""Editors that several tests share: starting a server takes longer than most of what is asked of it."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.lsp.editor import Editor, Editors, editor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of this folder on one event loop, as the editors that they share do."""
    for item in items:
        if pytest_asyncio.is_async_test(item) and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def editors() -> AsyncIterator[Editors]:
    """Give a running editor with the capabilities that a test wants, and nothing open in it."""
    running: dict[str, Editor] = {}
    async with AsyncExitStack() as stack:

        async def get(capabilities: Mapping[str, Any]) -> Editor:
            name = json.dumps(capabilities, sort_keys=True)
            if name not in running:
                running[name] = await stack.enter_async_context(editor(capabilities))
            await running[name].reset()
            return running[name]

        yield get
