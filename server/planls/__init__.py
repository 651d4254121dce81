"""planls: reviews plan and spec documents in Markdown while they are being typed."""

__version__ = "0.1.0"
