/** The settings that are the server's: all in our section but those that speak to this extension. */

import * as vscode from 'vscode';

const SECTION = 'planls';
const OURS = new Set(['server', 'python', 'trace']);

/** What the server is told, in the shape of its configuration file. */
export function serverSettings(): Record<string, unknown> {
    const all = vscode.workspace.getConfiguration().get<Record<string, unknown>>(SECTION, {});
    return Object.fromEntries(Object.entries(all).filter(([key]) => !OURS.has(key)));
}
