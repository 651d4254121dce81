"""Links that lead nowhere, and anchors as GitHub makes them."""

from pathlib import Path

import pytest

from planls.config import Settings
from planls.contract.reading import read
from planls.document import Document
from planls.document.anchors import anchors, slug
from planls.document.lines import split_lines
from planls.document.links import links_in
from planls.workspace import companions_of
from planls_rules.kinds import KINDS
from tests.workspace.projects import SPEC, found, write

SLUGS = {
    "A) PoC Overview": "a-poc-overview",
    "Data Contracts / APIs": "data-contracts--apis",
    "`take()` and **refill**": "take-and-refill",
    "[The notes](a.md)": "the-notes",
    "🚀 Launch": "-launch",
    "设计 Über": "设计-über",
    "snake_case?": "snake_case",
    "Step 1.5: x": "step-15-x",
}


@pytest.mark.parametrize(("heading", "expected"), SLUGS.items())
def test_slug(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def test_headings_of_one_name_are_numbered_and_html_has_anchors() -> None:
    text = '# A\n## A\n## B {#own}\n<a id="Here"></a>\n```\n# No\n<a id="nor">\n```\n'
    assert anchors(Document.parse(split_lines(text))) == {"a", "a-1", "b", "own", "here"}


LINKS = {
    "[x](a.md)": ["a.md"],
    '[x](<my a.md> "t") [y](b.md#c)': ["my a.md", "b.md#c"],
    "[![i](a.png)](b.md)": ["b.md"],
    "![i](a_(1).png)": ["a_(1).png"],
    "[x]: a.md": ["a.md"],
    "[^1]: a.md": [],
    "`[x](a.md)` and \\[x](b.md)": [],
    "[x](a b.md)": [],
    "[x](": [],
}


@pytest.mark.parametrize(("line", "targets"), LINKS.items())
def test_links(line: str, targets: list[str]) -> None:
    links = list(links_in(line, 0))
    assert [link.target for link in links] == targets
    assert [line[link.span.column : link.span.end_column] for link in links] == targets


STRAYS = {
    "[x](b.md)": "",
    "[x](b.md#day-1)": "",
    "[x](b.md#L3)": "",
    "[x](b.md#day-2)": "#day-2: ",
    "[x](b.md#day)": "#day: day-1",
    "[x](docs/b.md)": "docs/b.md: b.md",
    "[x](guide.mdx), [y](src/a.py), [z](docs/)": "",
    "[x](guide.md)": "guide.md: ",
    "[x](guide.md) which step 3 writes to `docs/guide.md`": "",
    "[x](a.md#c-architecture), [y](docs/../a.md#no)": "#no: ",
    "[a](${DOCS}/g.md) [b](~/g.md) [c](*.md) [d](...md) [e]({name}.md)": "",
    "[a](path/to/file.md) [b](docs/YOUR_FILE.md) [c](your-notes.md)": "",
    "[x](path/too/yours.md)": "path/too/yours.md: ",
    "[x](#c-architecture)": "",
    "[x](#c-architectur)": "#c-architectur: c-architecture",
    "[x](#architecture)": "#architecture: c-architecture",
    "[x](https://example.com/no.md)": "",
    "[x](mailto:a@example.com)": "",
    "![x](no.png)": "no.png: ",
    "```\n[x](no.md)\n```": "",
    "<!-- [x](no.md) -->": "",
}


@pytest.mark.parametrize(("text", "expected"), STRAYS.items())
def test_links_that_lead_nowhere(tmp_path: Path, text: str, expected: str) -> None:
    far = "Below.\n\n" * 20
    write(tmp_path, {"a.md": f"{SPEC}\n{far}{text}\n", "b.md": "# Day 1\n"})
    strays = found(tmp_path / "a.md").strays
    assert "".join(f"{stray.name}: {' '.join(stray.near)}" for stray in strays) == expected


NO_NAMES = [
    "[x](a%00.md)",
    "Made from [x](a%00.md#h).",
    "Notes: [x](d%00/a.md)",
    "![x](a%00.png)",
    "[x](\udce9.md)",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_name_that_no_file_can_have_is_of_no_file(tmp_path: Path, text: str) -> None:
    document = Document.parse(split_lines(SPEC.replace("\n", f"\n\n{text}\n\n", 1)))
    around = companions_of(tmp_path / "a.md", Settings(), KINDS)(read(document, KINDS["spec"]))
    assert len((*around.broken, *around.strays)) == 1


def test_a_link_to_its_own_file_is_held_against_the_text_that_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": f"{SPEC}## Old\n"})
    document = Document.parse(split_lines(f"{SPEC}## New\n[x](a.md#new) [y](a.md#old)\n"))
    find = companions_of(tmp_path / "a.md", Settings(), KINDS)
    assert [stray.name for stray in find(read(document, KINDS["spec"])).strays] == ["#old"]
