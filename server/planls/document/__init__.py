"""Text to a frozen, incremental model with exact places. Knows no kind of document."""

from planls.document.document import Document, Section

__all__ = ["Document", "Section"]
