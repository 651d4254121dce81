"""Code actions: the ways out of the findings at a place, and fix-all for the whole document.

A client with code action literals gets edits. Fix-all reads the whole text, so its edit is made when
the client resolves the action, if it can. A client without literals gets commands that send the edit.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified

from planls.document.lines import Span, split_lines
from planls.linter import fix_text
from planls.lsp.allowing import allowing
from planls.lsp.convert import word
from planls.lsp.session import Session
from planls.rule import Edit, Edits, Finding, Fix

if TYPE_CHECKING:
    from planls.lsp.documents import OpenDocument

FIX_ALL = "source.fixAll.planls"
APPLY_EDIT_COMMAND = "planls.applyEdit"
FIX_ALL_COMMAND = "planls.fixAll"
OPTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True)

_FIX_ALL_TITLE = "Fix all that planls can fix safely"

Action = types.CodeAction | types.Command


def code_actions(ls: Session, params: types.CodeActionParams) -> list[Action]:
    """What can be done at a range, of the kinds that the client wants."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return []
    actions: list[Action] = []
    if _wanted(types.CodeActionKind.QuickFix, params.context.only):
        actions.extend(_quick_fixes(ls, document, params))
    if _wanted(FIX_ALL, params.context.only) and _fixable(document):
        actions.append(_fix_all(ls, document))
    return actions


def resolve(ls: Session, action: types.CodeAction) -> types.CodeAction:
    """Fill in the edit of fix-all."""
    data: Any = action.data or {}
    document = _unchanged(ls, data.get("uri"), data.get("version"))
    action.edit = _workspace_edit(ls, document, _all_edits(document))
    return action


def apply_edit(ls: Session, uri: str, version: int, title: str, edit: types.WorkspaceEdit) -> None:
    """The command that applies a quick fix, as it was made for this version of the document."""
    _unchanged(ls, uri, version)
    _send(ls, title, edit)


def apply_fix_all(ls: Session, uri: str, version: int) -> None:
    """The command that fixes all, made for this version of the document."""
    document = _unchanged(ls, uri, version)
    _send(ls, _FIX_ALL_TITLE, _workspace_edit(ls, document, _all_edits(document)))


def _wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Whether the client wants this kind: it names the kind or one above it, or none at all."""
    wanted = [word(one) for one in only or ()]
    return not wanted or any(one in ("", kind) or kind.startswith(one + ".") for one in wanted)


def _quick_fixes(ls: Session, document: "OpenDocument", params: types.CodeActionParams) -> Iterator[Action]:
    """The ways out of the findings in the range or among the diagnostics that the client names."""
    places = [params.range, *(d.range for d in params.context.diagnostics if d.source == "planls")]
    spans = [ls.converter.span(document.store.lines, place) for place in places]
    for finding in document.findings(*spans):
        for fix in finding.fixes:
            if edits := fix.edits:
                yield _quick_fix(ls, document, finding, fix, edits)
        if finding.subject and (allowed := allowing(ls, document, finding.subject)):
            yield _action(ls, document, finding, *allowed)


def _quick_fix(ls: Session, document: "OpenDocument", finding: Finding, fix: Fix, edits: Edits) -> Action:
    """One of a finding's fixes as an action; only its own can be the preferred one."""
    title = fix.title if fix.safe else f"{fix.title} (unsafe)"
    preferred = fix.safe and fix is finding.fix
    return _action(ls, document, finding, title, _workspace_edit(ls, document, edits), preferred=preferred)


def _action(
    ls: Session,
    document: "OpenDocument",
    finding: Finding,
    title: str,
    edit: types.WorkspaceEdit,
    *,
    preferred: bool = False,
) -> Action:
    """A way out of a finding, in the form that the client takes."""
    if not ls.client.action_literals:
        arguments = [document.uri, document.version, title, ls.protocol.plain(edit)]
        return types.Command(title, APPLY_EDIT_COMMAND, arguments=arguments)
    diagnostic = ls.protocol.typed(ls.diagnostics.json(document, finding), types.Diagnostic)
    best = True if preferred and ls.client.preferred else None
    kind = types.CodeActionKind.QuickFix
    return types.CodeAction(title, kind, [diagnostic], is_preferred=best, edit=edit)


def _fixable(document: "OpenDocument") -> bool:
    """Whether there is anything that fix-all would do."""
    groups = document.analysed().groups
    return any(finding.fix and finding.fix.safe for group in groups for finding in group.findings)


def _fix_all(ls: Session, document: "OpenDocument") -> Action:
    """Fix-all, without its edit where the client asks for that when it is wanted."""
    if not ls.client.action_literals:
        return types.Command(_FIX_ALL_TITLE, FIX_ALL_COMMAND, arguments=[document.uri, document.version])
    action = types.CodeAction(_FIX_ALL_TITLE, FIX_ALL)
    if ls.client.resolves_edits:
        action.data = {"uri": document.uri, "version": document.version}
    else:
        action.edit = _workspace_edit(ls, document, _all_edits(document))
    return action


def _all_edits(document: "OpenDocument") -> Iterator[Edit]:
    """The edits that make the text what fix-all makes of it: only the lines that differ."""
    old = document.store.lines
    settings, path, kinds, around = document.settings, document.path, document.kinds, document.around()
    new = split_lines(fix_text("".join(old), settings, path, kinds, around)[0])
    for what, first, last, start, stop in SequenceMatcher(None, old, new).get_opcodes():
        if what != "equal":
            yield Edit(Span(first, 0, last, 0), "".join(new[start:stop]))


def _workspace_edit(ls: Session, document: "OpenDocument", edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """The edits of one document, with its version where the client heeds it."""
    changes = ls.converter.text_edits(document.store.lines, edits)
    if not ls.client.versioned_edits:
        return types.WorkspaceEdit(changes={document.uri: changes})
    identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, changes)])


def _unchanged(ls: Session, uri: str, version: int) -> "OpenDocument":
    """The document, which must still have this version."""
    document = ls.documents.get(uri)
    if document is None or document.version != version:
        raise JsonRpcContentModified("The document has changed since this was offered")
    return document


def _send(ls: Session, title: str, edit: types.WorkspaceEdit) -> None:
    """Ask the client to apply an edit."""
    params = types.ApplyWorkspaceEditParams(edit, title)
    ls.protocol.ask(types.WORKSPACE_APPLY_EDIT, params, lambda _: None)
