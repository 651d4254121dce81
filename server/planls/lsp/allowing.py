"""The way out of a finding that is in the configuration: to allow there what the finding is about."""

from pathlib import Path

from lsprotocol import types

from planls.lsp.documents import OpenDocument
from planls.lsp.session import Session
from planls.workspace.permissions import Permit, permit


def allowing(ls: Session, document: OpenDocument, name: str) -> tuple[str, types.WorkspaceEdit] | None:
    """The title and the edit that allow a name; None where the client or the file does not let us."""
    if document.path is None:
        return None
    found = permit(name, document.path, _folder(ls, document.path))
    edit = found and _workspace_edit(ls, found)
    return (f"Allow “{name}” in {found.path.name}", edit) if found and edit else None


def _folder(ls: Session, path: Path) -> Path:
    """Where a new configuration belongs: the workspace's folder that a document is in, else its own."""
    around = [folder for folder in ls.configuration.folders if path.is_relative_to(folder)]
    return max(around, key=lambda folder: len(folder.parts), default=path.parent)


def _workspace_edit(ls: Session, found: Permit) -> types.WorkspaceEdit | None:
    """The edit, which creates the file if need be."""
    uri = found.path.as_uri()
    changes = ls.converter.text_edits(found.lines, [found.edit])
    if found.new and not (ls.client.creates_files and ls.client.versioned_edits):
        return None
    if not ls.client.versioned_edits:
        return types.WorkspaceEdit(changes={uri: changes})
    change = types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, None), changes)
    if not found.new:
        return types.WorkspaceEdit(document_changes=[change])
    created = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    return types.WorkspaceEdit(document_changes=[created, change])
