"""What speaks against a promise of the document, as data."""

from dataclasses import dataclass, field, replace

from planls.document.lines import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that refutes a promise. ``kind`` is one of `kindshape.Evidence`.

    ``said`` is a clause for messages, which never shows a secret; ``key`` tells what is the same thing in
    several places; ``span`` counts from the part's first line, or from the document's once it was moved.
    """

    kind: str
    span: Span
    said: str
    key: str = field(repr=False)

    def down(self, lines: int) -> "Evidence":
        """The same evidence, that many lines further down."""
        return replace(self, span=self.span.down(lines))
