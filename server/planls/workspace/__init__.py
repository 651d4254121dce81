"""The only door to files: configurations, kinds, the texts of documents, the search for documents."""

from planls.workspace.companions import companions_of
from planls.workspace.configurations import (
    CONFIGURATIONS,
    forget_settings,
    load_settings,
    settings_for,
)
from planls.workspace.finder import no_editor
from planls.workspace.kinds import kind_file_names, kind_sources, kinds_for
from planls.workspace.library import document_at, folder_at, is_there, look_again
from planls.workspace.links import links_to
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
    "companions_of",
    "decode",
    "document_at",
    "encode",
    "find_documents",
    "folder_at",
    "forget_settings",
    "is_there",
    "kind_file_names",
    "kind_sources",
    "kinds_for",
    "links_to",
    "load_settings",
    "look_again",
    "no_editor",
    "read_bytes",
    "read_text",
    "settings_for",
    "shown",
    "write_text",
]
