/** What the commands share: the active document, the server, and plain words where there is neither. */

import * as vscode from 'vscode';
import type { Requests } from '../requests';
import type { Session } from '../session';

/** The active Markdown document; without one the user is told. */
export function activeEditor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId === 'markdown') {
        return editor;
    }
    tell('Open a Markdown document first.');
    return undefined;
}

/** The server to ask; without one the user is told what to do. */
export function serverOf(session: Session): Requests | undefined {
    const requests = session.requests;
    if (requests === undefined) {
        void tellWithWayOut(session);
    }
    return requests;
}

/** Says something that is no error. */
export function tell(message: string): void {
    void vscode.window.showInformationMessage(`planls: ${message}`);
}

/** Goes to a place in a file. */
export async function goTo(uri: string, range?: { start: { line: number; character: number } }): Promise<void> {
    const at = range && new vscode.Position(range.start.line, range.start.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), at ? { selection: new vscode.Range(at, at) } : {});
}

async function tellWithWayOut(session: Session): Promise<void> {
    const missing = session.state.name === 'missing';
    const [label, command] = missing ? ['Install', 'planls.install'] : ['Restart', 'planls.restart'];
    const told = missing ? 'planls: This needs the server, which is not installed.' : 'planls: The server is not running.';
    if (await vscode.window.showWarningMessage(told, label) === label) {
        await vscode.commands.executeCommand(command);
    }
}
