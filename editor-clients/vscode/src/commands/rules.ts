/** The page of the rule behind a finding. */

import * as vscode from 'vscode';
import { activeEditor, tell } from './asking';

interface Page extends vscode.QuickPickItem {
    readonly target: vscode.Uri;
}

/** Shows the page of the finding at the cursor; of several, or of the document's, the user chooses. */
export async function openRulePage(): Promise<void> {
    const editor = activeEditor();
    if (editor === undefined) {
        return;
    }
    const all = vscode.languages.getDiagnostics(editor.document.uri).filter(one => one.source === 'planls');
    const here = all.filter(one => one.range.intersection(editor.selection) !== undefined);
    const pages = pagesOf(here.length > 0 ? here : all);
    if (pages.length === 0) {
        tell('There is no finding in this document.');
        return;
    }
    const single = pages.length === 1 ? pages[0] : undefined;
    const page = single ?? await vscode.window.showQuickPick(pages, { placeHolder: 'Which rule?', matchOnDescription: true });
    if (page !== undefined) {
        await vscode.commands.executeCommand('markdown.showPreview', page.target);
    }
}

/** The pages that findings lead to, each once. */
function pagesOf(findings: readonly vscode.Diagnostic[]): Page[] {
    const pages = new Map<string, Page>();
    for (const { code, message } of findings) {
        if (typeof code === 'object' && !pages.has(String(code.value))) {
            pages.set(String(code.value), { label: String(code.value), description: message, target: code.target });
        }
    }
    return [...pages.values()];
}
