// Runs the bodies that the workspace names and writes what each returns, or its error, to the report.

const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

exports.activate = async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const file = folder && path.join(folder, '.vscode', 'bodies.json');
    if (!file || !fs.existsSync(file)) {
        return;
    }
    const { bodies, report } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const found = {};
    for (const [name, task] of Object.entries(bodies)) {
        found[name] = await outcome(name, { ...task, folder: path.join(folder, name) });
    }
    fs.writeFileSync(`${report}.part`, JSON.stringify(found));
    fs.renameSync(`${report}.part`, report); // whoever waits for it finds all of it
};

async function outcome(name, task) {
    try {
        const planls = await vscode.extensions.getExtension('planls.planls').activate();
        return await require(`./${name}.js`).run({ ...task, planls });
    } catch (error) {
        return { error: String(error.stack ?? error) };
    }
}
