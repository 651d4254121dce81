"""A fence in a snippet: Emacs's yasnippet would run what stands between its backquotes."""

import pytest
from lsprotocol import types

from tests.lsp.editor import PLAN_URI, editor
from tests.lsp.plans import TITLE

pytestmark = pytest.mark.slow  # a server of its own for each

SNIPPETS = {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
PLAIN, SNIPPET = types.InsertTextFormat.PlainText, types.InsertTextFormat.Snippet
STEP = TITLE + "\n## Implementation Steps\n\n### Step 1: Ledger\n\n"
STEP += "**Verification**:\n\n```bash\npytest\n```\n\n"
FORMS = [
    # the client's name, how a field without a fence comes, how one with a fence does
    (None, SNIPPET, PLAIN),
    ("Eglot", SNIPPET, PLAIN),
    ("emacs", SNIPPET, PLAIN),
    ("Visual Studio Code", SNIPPET, SNIPPET),
]


@pytest.mark.parametrize(("name", "goal", "code"), FORMS)
async def test_a_fence_comes_as_plain_text_where_it_would_be_run(
    name: str | None, goal: types.InsertTextFormat, code: types.InsertTextFormat
) -> None:
    async with editor(SNIPPETS, name=name) as client:
        client.open(STEP)
        document, place = types.TextDocumentIdentifier(PLAN_URI), types.Position(STEP.count("\n"), 0)
        answer = await client.text_document_completion_async(types.CompletionParams(document, place))
        assert isinstance(answer, types.CompletionList)
        forms = {item.label: item.insert_text_format for item in answer.items}
        assert (forms["**Goal**"], forms["**Code**"]) == (goal, code)
