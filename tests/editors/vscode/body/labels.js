// A field of a step, completed from its first signs: the list comes by itself.

const vscode = require('vscode');
const { open, select, type, until } = require('./hands.js');

exports.run = async ({ folder, file, above, typed, label, planls }) => {
    const editor = await open(folder, file);
    await until(() => planls.status.includes('plan ·'), () => planls.status);
    select(editor, above);
    await vscode.commands.executeCommand('editor.action.insertLineAfter');
    await type(typed);
    await until(async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion'); // does nothing while there is no list
        return editor.document.getText().includes(label);
    }, () => editor.document.getText());
    await editor.document.save();
    return { text: editor.document.getText() };
};
