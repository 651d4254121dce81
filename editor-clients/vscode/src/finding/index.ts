/** Finding a server: the setting, the Python environment, the PATH, the extension's own environment. */

import * as vscode from 'vscode';
import { ownServers, wheelIn } from '../installing/environment';
import { activePython } from './environment';
import { besidePython, expanded, inEnvironment, onPath, outside } from './places';
import { probe } from './probe';
import { search, type Search, type Source } from './search';
import * as path from 'node:path';

/** Finds the server to use. `storage` is the extension's own folder, which exists; `brought` has the wheel. */
export function findServer(storage: string, brought: string): Promise<Search> {
    const trusted = vscode.workspace.isTrusted;
    const sources: Source[] = [
        { origin: 'from the settings', places: fromSettings },
        ...(trusted ? FROM_WORKSPACE : []),
        { origin: 'from the PATH', places: () => onPath() },
        { origin: 'installed by this extension', places: async () => ownServers(storage, await wheelIn(brought)) },
    ];
    return search(trusted ? sources : sources.map(withoutWorkspace), executable => probe(executable, storage));
}

/** What may run code of the workspace's choosing, and is left out until the workspace is trusted. */
const FROM_WORKSPACE: readonly Source[] = [
    { origin: 'from the Python environment', places: fromActivePython },
    { origin: "from the workspace's .venv", places: fromFolders },
];

/** A place without what lies in the workspace: the user's settings and the PATH may lead there, too. */
function withoutWorkspace({ origin, places }: Source): Source {
    return { origin, places: async () => outside(await places(), folders()) };
}

/** Only a trusted workspace's own word counts: VS Code leaves restricted settings out elsewhere. */
function fromSettings(): Promise<string[]> {
    const setting = vscode.workspace.getConfiguration('planls').get<string>('server.path', '').trim();
    return Promise.resolve(setting === '' ? [] : [expanded(setting, folders()[0])]);
}

async function fromActivePython(): Promise<string[]> {
    const python = await activePython(vscode.workspace.workspaceFolders?.[0]?.uri);
    return python === undefined ? [] : besidePython(python);
}

async function fromFolders(): Promise<string[]> {
    return (await Promise.all(folders().map(folder => inEnvironment(path.join(folder, '.venv'))))).flat();
}

/** The workspace's folders on disk. */
export function folders(): string[] {
    return (vscode.workspace.workspaceFolders ?? []).filter(f => f.uri.scheme === 'file').map(f => f.uri.fsPath);
}
