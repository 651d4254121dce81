/** Fix-all: every safe fix of the active document at once. */

import * as vscode from 'vscode';
import { activeEditor, tell } from './asking';

const KIND = 'source.fixAll.planls';

/** Applies what `planls check --fix` would, and says so where there is nothing to fix. */
export async function fixDocument(): Promise<void> {
    const editor = activeEditor();
    if (editor === undefined) {
        return;
    }
    const { uri } = editor.document;
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    // the last argument has the action's edit worked out, which is done for nobody who only looks
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[] | undefined>(
        'vscode.executeCodeActionProvider', uri, whole, KIND, 1);
    const edit = actions?.[0]?.edit;
    if (edit === undefined) {
        tell('Nothing here can be fixed without deciding something.');
        return;
    }
    await vscode.workspace.applyEdit(edit);
}
