"""HTTP endpoints in Markdown: ``POST /api/items`` in headings, lists, tables and prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.document.blocks import Cell, cells
from planls.document.lines import body

_METHOD = r"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
_METHODS = rf"{_METHOD}(?:\s*(?:[/|,&]|and|or)\s*{_METHOD})*"
_PATH = r"/(?:[\w.~%@!$&'()+,;=:{}<>\[\]*-]|(?<!/)/)*+"
_BASE = r"(?:\{\{?\w{1,40}\}?\}|<\w{1,40}>|\$\w{1,40})?"
_CALL = re.compile(rf"(?<![\w/-])(?P<methods>{_METHODS})[`*_\])]*(?::|\s)[`*_\s:\[(]*{_BASE}(?P<path>{_PATH})")
_TRAILING = re.compile(rf"(?P<tick>`)(?P<path>{_PATH})`[*_]*\s*[-–—:]?\s*[\[(`*]+(?P<methods>{_METHODS})[\])`*]")
