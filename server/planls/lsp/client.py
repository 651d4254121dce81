"""What the client announced: each feature does what its client can take, and no more."""

from dataclasses import dataclass

from lsprotocol import types
from pygls.capabilities import get_capability

_LISP = (None, "Eglot", "emacs")
"""Clients that run as Lisp what a snippet has between backquotes: Eglot, nameless at first, and lsp-mode."""


@dataclass(frozen=True, slots=True)
class Client:
    """The announcements that planls heeds; the defaults are those of a client that says nothing."""

    pulls: bool = False
    """It asks for diagnostics, so none are published."""
    refreshes: bool = False
    """It can be told to ask for diagnostics again."""
    code_description: bool = False
    related: bool = False
    action_literals: bool = False
    """Without them it takes commands only."""
    resolves_edits: bool = False
    preferred: bool = False
    versioned_edits: bool = False
    creates_files: bool = False
    """An edit may create a file."""
    markdown_hover: bool = False
    snippets: bool = False
    backquotes: bool = False
    """Backquotes in a snippet are text to it."""
    insert_as_is: bool = False
    """It can be told to leave the indentation of an insertion alone."""
    configuration: bool = False
    """It can be asked for its settings."""
    tells_settings: bool = False
    """It can be asked to tell when they change."""
    watches: bool = False
    """It can be asked to watch files."""
    lenses: bool = False
    hints: bool = False
    """It shows code lenses; it shows inlay hints."""
    refreshes_lenses: bool = False
    refreshes_hints: bool = False
    """It can be told to ask for them again."""

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, name: str | None) -> "Client":
        """What these capabilities announce; the name of the client adds what they have no word for."""

        def can(path: str) -> bool:
            return bool(get_capability(capabilities, path, False))  # noqa: FBT003  # pygls's signature

        def among(path: str, value: object) -> bool:
            return value in (get_capability(capabilities, path) or ())

        diagnostics = _diagnostics(capabilities)
        action, item = "text_document.code_action", "text_document.completion.completion_item"
        edit = "workspace.workspace_edit"
        return cls(
            pulls=get_capability(capabilities, "text_document.diagnostic") is not None,
            refreshes=can("workspace.diagnostics.refresh_support"),
            code_description=bool(getattr(diagnostics, "code_description_support", False)),
            related=bool(getattr(diagnostics, "related_information", False)),
            action_literals=can(f"{action}.code_action_literal_support"),
            resolves_edits=among(f"{action}.resolve_support.properties", "edit"),
            preferred=can(f"{action}.is_preferred_support"),
            versioned_edits=can(f"{edit}.document_changes"),
            creates_files=among(f"{edit}.resource_operations", types.ResourceOperationKind.Create),
            markdown_hover=among("text_document.hover.content_format", types.MarkupKind.Markdown),
            snippets=can(f"{item}.snippet_support"),
            backquotes=name not in _LISP,
            insert_as_is=among(f"{item}.insert_text_mode_support.value_set", types.InsertTextMode.AsIs),
            configuration=can("workspace.configuration"),
            tells_settings=can("workspace.did_change_configuration.dynamic_registration"),
            watches=can("workspace.did_change_watched_files.dynamic_registration"),
            lenses=get_capability(capabilities, "text_document.code_lens") is not None,
            hints=get_capability(capabilities, "text_document.inlay_hint") is not None,
            refreshes_lenses=can("workspace.code_lens.refresh_support"),
            refreshes_hints=can("workspace.inlay_hint.refresh_support"),
        )


def _diagnostics(
    capabilities: types.ClientCapabilities,
) -> types.DiagnosticClientCapabilities | types.PublishDiagnosticsClientCapabilities | None:
    """What the client says of diagnostics, by the way in which it gets them."""
    if (document := capabilities.text_document) is None:
        return None
    return document.diagnostic or document.publish_diagnostics
