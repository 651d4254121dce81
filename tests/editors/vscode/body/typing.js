// Faults that show as one types them and go when mended. A case says behind which text what is typed over,
// what is typed there, which rule speaks then and of what; typing the old text again mends it.

const vscode = require('vscode');
const { findings, open, type, until, untilFound } = require('./hands.js');

exports.run = async ({ folder, file, cases, planls }) => {
    const { document } = await open(folder, file);
    await until(() => planls.status.includes('plan'), () => planls.status);
    const seen = { before: findings(document), shown: [] };
    for (const { behind, sound, fault, rule, shown } of cases) {
        await typeOver(behind, sound, fault);
        // half of what is typed may be a fault already: "45 m"
        const same = one => one[0] === rule && one[3] === shown;
        const finding = await until(() => findings(document).find(same), () => findings(document));
        await until(() => planls.status.endsWith('1 finding'), () => planls.status);
        await typeOver(behind, fault, sound);
        await untilFound(document, rule, false);
        seen.shown.push(finding);
    }
    await document.save();
    return { ...seen, after: findings(document), text: document.getText() };
};

/** Selects a text behind another and types over it. */
async function typeOver(behind, old, text) {
    const editor = vscode.window.activeTextEditor;
    const at = editor.document.getText().indexOf(behind + old) + behind.length;
    const [start, end] = [at, at + old.length].map(offset => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(start, end);
    await type(text);
}
