/** The task `planls: check`: the command line over the workspace, its findings in the Problems panel. */

import * as vscode from 'vscode';
import type { Session } from './session';

const TYPE = 'planls';

/** Offers the task for each folder, and fills in what a task of the user's leaves open. */
export function registerTasks(session: Session): vscode.Disposable {
    return vscode.tasks.registerTaskProvider(TYPE, {
        provideTasks: () => (vscode.workspace.workspaceFolders ?? []).flatMap(folder => {
            const task = taskFor(session, folder, { type: TYPE });
            return task ? [task] : [];
        }),
        resolveTask: ({ scope, definition }) =>
            isFolder(scope) ? taskFor(session, scope, definition) : undefined,
    });
}

function taskFor(session: Session, folder: vscode.WorkspaceFolder, definition: vscode.TaskDefinition): vscode.Task | undefined {
    if (session.state.name !== 'running') {
        return undefined;
    }
    const paths = Array.isArray(definition['paths']) ? definition['paths'].map(String) : [];
    const check = new vscode.ProcessExecution(
        session.state.server.executable,
        ['check', '--output-format', 'concise', ...paths],
        { cwd: folder.uri.fsPath },
    );
    const task = new vscode.Task(definition, folder, 'check', TYPE, check, '$planls');
    task.detail = 'Check all plans and specs of the folder';
    return task;
}

function isFolder(scope: vscode.Task['scope']): scope is vscode.WorkspaceFolder {
    return typeof scope === 'object';
}
