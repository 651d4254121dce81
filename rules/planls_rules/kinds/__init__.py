"""The kinds that come with planls: a folder each with ``template.md`` and ``kind.toml``."""

from planls_rules.kinds.compiled import KINDS

__all__ = ["KINDS"]
