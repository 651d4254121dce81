/** New documents from the templates that count here. */

import * as vscode from 'vscode';
import type { Kind } from '../requests';
import type { Session } from '../session';
import { serverOf, tell } from './asking';

/** Opens a new document with a kind's template, its placeholders as tab stops; without a kind it asks for one. */
export async function newDocument(session: Session, kind?: string): Promise<void> {
    const requests = serverOf(session);
    if (requests === undefined) {
        return;
    }
    const place = placeOfNew();
    const kinds = await requests.kinds(place);
    const name = kind ?? await pick(kinds);
    if (name === undefined) {
        return;
    }
    if (!kinds.some(one => one.name === name)) {
        tell(`There is no kind “${name}” here; there are ${kinds.map(one => one.name).join(', ')}.`);
        return;
    }
    const { snippet } = await requests.template(name, place);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(snippet));
}

async function pick(kinds: readonly Kind[]): Promise<string | undefined> {
    const items = kinds.map(({ name, title }) => ({ label: name, description: title }));
    return (await vscode.window.showQuickPick(items, { placeHolder: 'Which kind of document?' }))?.label;
}

/** Where the new document would be: beside the active one, else in the first folder; null: nobody knows. */
function placeOfNew(): string | null {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (active?.scheme === 'file') {
        return vscode.Uri.joinPath(active, '..', 'new.md').toString();
    }
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return folder ? vscode.Uri.joinPath(folder, 'new.md').toString() : null;
}
