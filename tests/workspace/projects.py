"""Folders of documents that belong together, and what planls makes of them."""

from pathlib import Path

from planls.config import Settings, parse_toml
from planls.contract.reading import read
from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.companions import Companions
from planls.workspace import companions_of, kinds_for, look_again
from planls_rules.kinds import KINDS

SPEC = "# PoC Spec: Gate\n## A) PoC Overview\n## B) Scope Mapping\n## C) Architecture\n## D) Repo Structure\n"
SPEC += "## E) Implementation Plan\n## F) Data Contracts / APIs\n## G) Quality Gates\n"
PLAN = "# PoC 1 Implementation Plan: Gate\n"
FRONT = "---\n{}\n---\n\n"

Case = tuple[dict[str, str], str, str]
"""The files of a folder by name, one of them, and what it belongs to."""


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files of a case."""
    look_again()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))


def found(path: Path) -> Companions:
    """What the document in a file belongs to."""
    text = path.read_text(encoding="utf-8")
    kind = KINDS["plan" if PLAN in text else "spec"]
    settings = Settings()
    for folder in path.parents:
        if (file := folder / "planls.toml").exists():
            settings = parse_toml(file.read_text(encoding="utf-8"), file) or settings
    return companions_of(path, settings, kinds_for(settings))(read(Document.parse(split_lines(text)), kind))


def told(companions: Companions, root: Path) -> str:
    """The companions in the words of the cases."""
    if companions.declined:
        return "declined"
    if companions.near:
        return f"near {' '.join(companions.near)}"
    near = [f" ({' '.join(b.near)})" if b.why.startswith("there") else "" for b in companions.broken]
    broken = [
        f"broken {b.span.line + 1}:{b.span.column + 1} {b.name}: {b.why}{n}"
        for b, n in zip(companions.broken, near, strict=True)
    ]
    named = [f"{c.role} {c.path.relative_to(root).as_posix()} ({c.told})" for c in companions.found]
    return ", ".join([*named, *broken])
