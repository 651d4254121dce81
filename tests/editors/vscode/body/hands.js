// What the bodies share: waiting for a state, typing, and findings as the tests compare them.

const path = require('node:path');
const vscode = require('vscode');

const LIMIT = 60_000;

/** Looks until something is there and returns it; `what` tells what is there where it never comes. */
async function until(ready, what = () => '') {
    const limit = Date.now() + LIMIT;
    for (;;) {
        const state = await ready();
        if (state) {
            return state;
        }
        if (Date.now() > limit) {
            throw new Error(`waited in vain for ${ready}: ${JSON.stringify(what())}`);
        }
        await new Promise(done => setTimeout(done, 20)); // between two looks; nothing is taken for granted after it
    }
}

/**
 * Waits until Markdown's own extension, which activates beside ours, has registered what it offers: when a
 * provider comes while code actions are asked for, VS Code breaks off and answers with none.
 */
async function othersReady() {
    await vscode.extensions.getExtension('vscode.markdown-language-features').activate();
}

/** Opens a file of the workspace. */
async function open(folder, name) {
    const document = await vscode.workspace.openTextDocument(path.join(folder, name));
    return vscode.window.showTextDocument(document);
}

/** Types as the keyboard does, sign by sign. */
async function type(text) {
    for (const sign of text) {
        await vscode.commands.executeCommand('type', { text: sign });
    }
}

/** The document's findings: code, line, column (from 1, in code points), the text that is underlined. */
function findings(document) {
    return vscode.languages.getDiagnostics(document.uri).filter(one => one.source === 'planls').map(one => {
        const { start } = one.range;
        const before = document.lineAt(start.line).text.slice(0, start.character);
        return [one.code.value, start.line + 1, [...before].length + 1, document.getText(one.range)];
    });
}

/** Waits until the document has a finding with this code, or has none. */
async function untilFound(document, code, there = true) {
    await until(() => findings(document).some(one => one[0] === code) === there, () => findings(document));
}

/** Puts the cursor where a text begins, or selects the text. */
function select(editor, text, { whole = false } = {}) {
    const at = editor.document.getText().indexOf(text);
    if (at < 0) {
        throw new Error(`not in the document: ${text}`);
    }
    const start = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(start, whole ? editor.document.positionAt(at + text.length) : start);
}

/** The text that is selected. */
function selected() {
    const editor = vscode.window.activeTextEditor;
    return editor.document.getText(editor.selection);
}

module.exports = { findings, open, othersReady, select, selected, type, until, untilFound };
