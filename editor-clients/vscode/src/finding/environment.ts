/** The Python environment that is active in the editor, as Microsoft's Python extension tells it. */

import * as vscode from 'vscode';

const EXTENSION = 'ms-python.python';

/** What we use of the extension's API; it is documented in its package `@vscode/python-extension`. */
interface PythonApi {
    readonly environments?: {
        getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
        resolveEnvironment(path: { readonly path: string }): Promise<Resolved | undefined>;
        readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
    };
}

interface Resolved {
    readonly executable: { readonly uri?: vscode.Uri };
}

/** The active environment's interpreter; undefined where nothing tells of one. */
export async function activePython(resource: vscode.Uri | undefined): Promise<string | undefined> {
    const environments = (await pythonApi())?.environments;
    if (environments === undefined) {
        return undefined;
    }
    const resolved = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(resource));
    return resolved?.executable.uri?.fsPath;
}

/** Calls `changed` when another environment is activated; does nothing without the extension. */
export async function onActivePythonChanged(changed: () => void): Promise<vscode.Disposable | undefined> {
    return (await pythonApi())?.environments?.onDidChangeActiveEnvironmentPath(changed);
}

async function pythonApi(): Promise<PythonApi | undefined> {
    const extension = vscode.extensions.getExtension<PythonApi>(EXTENSION);
    try {
        return extension && (await extension.activate());
    } catch {
        return undefined; // its fault is its own to tell; we go on without it
    }
}
