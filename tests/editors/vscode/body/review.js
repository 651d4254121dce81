// A flawed plan: its findings, a quick fix, a section completed while typing, its tab stops, fix-all, saved.

const fs = require('node:fs');
const vscode = require('vscode');
const { findings, open, othersReady, selected, type, until, untilFound } = require('./hands.js');

exports.run = async ({ folder, file, misnamed, fix, line, typed, filled }) => {
    const editor = await open(folder, file);
    const { document } = editor;
    await untilFound(document, misnamed);
    await othersReady();
    const seen = { first: findings(document) };
    await applyFix(document, misnamed, fix);
    await untilFound(document, misnamed, false);
    await complete(editor, line, typed);
    seen.stops = await fill(filled);
    await until(() => !findings(document).some(one => one[0] === 'STR001' && one[3] === 'Overview'), () => findings(document));
    seen.after = findings(document);
    await document.save();
    seen.saved = fs.readFileSync(document.uri.fsPath, 'utf8');
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('planls.fixDocument');
    await document.save();
    seen.fixed = fs.readFileSync(document.uri.fsPath, 'utf8');
    return seen;
};

/** Applies the fix of this title. */
async function applyFix(document, code, title) {
    const { range } = vscode.languages.getDiagnostics(document.uri).find(one => one.code.value === code);
    const offered = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, 'quickfix');
    await vscode.workspace.applyEdit(offered.find(one => one.title === title).edit);
}

/** Types the start of a section; the list comes by itself, and what is selected in it is accepted. */
async function complete(editor, line, typed) {
    const place = new vscode.Position(line - 1, 0);
    editor.selection = new vscode.Selection(place, place);
    await type(typed);
    await until(async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion'); // does nothing while there is no list
        return selected() !== '';
    }, () => editor.document.getText());
}

/** What is selected at the first tab stop, which is typed over, and at the second. */
async function fill(text) {
    const first = selected();
    await type(text);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    return [first, await until(selected)];
}
