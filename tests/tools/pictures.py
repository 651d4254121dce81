"""`make pictures`: takes the pictures that the READMEs show, from the real editor.

Pixels differ from machine to machine, so what they were made from is written down beside them: the
example, what planls says of it, and the words of the extension that can be seen. A test compares.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from planls.workspace import companions_of
from planls_rules.kinds import KINDS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "examples" / "flawed-plan.md"
NOTES = EXAMPLE.with_name("flawed-notes.md")
EXTENSION = ROOT / "editor-clients" / "vscode"
IMAGES = EXTENSION / "images"
MANIFEST = IMAGES / "pictures.json"
PICTURES = ("finding", "fix", "complete", "section", "scope")
LOOK = {
    "editor.minimap.enabled": False,
    "editor.fontSize": 13,
    "breadcrumbs.enabled": False,
    "explorer.autoReveal": False,
    "files.exclude": {"**/.vscode": True},
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": False,
    "workbench.colorTheme": "Default Light Modern",
    "problems.defaultViewMode": "tree",
}
"""What leaves more room for what there is to see."""


def main() -> None:
    """Take all pictures and write down what they were made from."""
    from tests.editors.vscode.codeserver import PLANLS, code_server, configure

    with tempfile.TemporaryDirectory() as name:
        home, folder = Path(name) / "vscode", Path(name) / "webhook"
        folder.mkdir()
        for file in (EXAMPLE, NOTES):
            shutil.copy(file, folder)
        configure(folder, **{"planls.server.path": str(PLANLS)}, **LOOK)
        with code_server(home) as code:
            size = {"width": 1000, "height": 660}
            code.drive("pictures", code.url(folder), name=EXAMPLE.name, scale=2, viewport=size)
        for picture in PICTURES:
            shutil.copy(home / f"{picture}.png", IMAGES)
    MANIFEST.write_text(json.dumps(manifest(), indent=2) + "\n", encoding="utf-8")


def manifest() -> dict[str, str]:
    """What the pictures are made from, and the pictures themselves, as digests."""
    made_from = hashlib.sha256("\n".join(_seen()).encode()).hexdigest()
    return {"made from": made_from, **{name: _digest(IMAGES / f"{name}.png") for name in PICTURES}}


def _seen() -> Iterator[str]:
    """All that can be seen in the pictures and may change."""
    text = EXAMPLE.read_text(encoding="utf-8")
    around = companions_of(EXAMPLE, Settings(), KINDS)
    result = Linter(Settings(), EXAMPLE, KINDS, around).run(Document.parse(split_lines(text)))
    yield text
    yield KINDS["plan"].template
    yield from (f"{finding.span} {finding.message}" for finding in result.findings)
    for finding in result.findings:
        yield from (fix.title for fix in finding.fixes)
    for words in ("src/wording.ts", "src/commands/scope.ts"):
        yield (EXTENSION / words).read_text(encoding="utf-8")
    yield (
        Path(__file__).parents[1].joinpath("editors/vscode/scripts/pictures.mjs").read_text(encoding="utf-8")
    )


def _digest(picture: Path) -> str:
    return hashlib.sha256(picture.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
