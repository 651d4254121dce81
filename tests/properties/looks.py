"""The one way in which these tests look at documents."""

from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from planls.rule import Finding
from tests.generators.model import Made


def found(text: str) -> list[Finding]:
    """The findings in a text."""
    return Linter(Settings()).run(Document.parse(split_lines(text))).findings


def look(made: Made) -> list[tuple[str, int, str]]:
    """Rule, 0-based line and message of each finding in a document."""
    result = Linter(Settings()).run(Document.parse(split_lines(made.text)))
    assert result.kind == made.kind.name
    return [(f.rule.name if f.rule else "", f.span.line, f.message) for f in result.findings]
