// The commands of the palette and the status bar, over a plan with its spec and notes.

const path = require('node:path');
const vscode = require('vscode');
const { open, select, selected, until } = require('./hands.js');

const run = name => vscode.commands.executeCommand(`planls.${name}`);
const active = () => vscode.window.activeTextEditor;
const activeName = () => path.basename(active()?.document.uri.path ?? '');

exports.run = async ({ folder, planls }) => {
    const seen = {};
    await open(folder, '1-readme.md');
    await until(() => planls.status === 'planls', () => planls.status);
    await open(folder, '1-plan.md');
    seen.status = await until(() => /finding/.test(planls.status) && planls.status, () => planls.status);
    seen.rulePage = await rulePage(folder);
    seen.scope = await scope(folder);
    for (const [command, name] of [['openSpec', '1-spec.md'], ['openNotes', '1-notes.md']]) {
        await open(folder, '1-plan.md');
        await run(command);
        await until(() => activeName() === name, activeName);
    }
    seen.checked = await check();
    seen.restarted = await restart(planls);
    seen.plan = await fresh('newPlan');
    seen.spec = await fresh('newSpec');
    seen.status = [seen.status, await until(() => /^planls: spec/.test(planls.status) && planls.status, () => planls.status)];
    return seen;
};

/** The page of the finding at the cursor opens as a preview; its title. */
async function rulePage(folder) {
    const editor = await open(folder, '1-plan.md');
    select(editor, 'Redis');
    await run('openRulePage');
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    return until(() => tab()?.input instanceof vscode.TabInputWebview && tab().label, () => tab()?.label);
}

/** The list of technologies, those out of scope first: what is accepted leads to its first use. */
async function scope(folder) {
    const editor = await open(folder, '1-plan.md');
    select(editor, '# PoC');
    await run('showScope');
    await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return active().selection.active.line > 0;
    }, () => active().selection.active);
    const { line, character } = active().selection.active;
    return active().document.lineAt(line).text.slice(character);
}

/** The task over the workspace runs the command line; its exit code. */
async function check() {
    const task = (await vscode.tasks.fetchTasks({ type: 'planls' })).find(one => one.name === 'check');
    const ended = new Promise(done => {
        const listening = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => { listening.dispose(); done(exitCode); });
    });
    await vscode.tasks.executeTask(task);
    return ended;
}

/** The server goes and comes, and finds the same. */
async function restart(planls) {
    const states = [];
    const listening = planls.onDidChange(() => states.push(planls.state));
    await run('restart');
    await until(() => states.includes('starting') && planls.state === 'running', () => states);
    listening.dispose();
    return true;
}

/** A new document: what is selected in it, and its text. */
async function fresh(command) {
    await run(command);
    await until(() => active()?.document.isUntitled && selected() !== '', () => active()?.document.getText());
    const { languageId } = active().document;
    const text = active().document.getText();
    return { languageId, selected: selected(), text };
}
