"""The only door to files: configurations, kinds, the texts of documents, the search for documents."""

from planls.workspace.configurations import (
    CONFIGURATIONS,
    forget_settings,
    load_settings,
    settings_for,
)
from planls.workspace.kinds import kind_file_names, kind_sources, kinds_for
from planls.workspace.search import SUFFIXES, Found, find_documents
from planls.workspace.texts import (
    FileError,
    absolute,
    decode,
    encode,
    read_bytes,
    read_text,
    shown,
    write_text,
)

__all__ = [
    "CONFIGURATIONS",
    "SUFFIXES",
    "FileError",
    "Found",
    "absolute",
    "decode",
    "encode",
    "find_documents",
    "forget_settings",
    "kind_file_names",
    "kind_sources",
    "kinds_for",
    "load_settings",
    "read_bytes",
    "read_text",
    "settings_for",
    "shown",
    "write_text",
]
