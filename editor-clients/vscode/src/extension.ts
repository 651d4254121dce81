/** The extension: puts the parts together. */

import { mkdir } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Api } from './api';
import { registerCommands } from './commands';
import { onActivePythonChanged } from './finding/environment';
import { Installer } from './installing/installer';
import { Session } from './session';
import { Status } from './status';
import { registerTasks } from './tasks';

let session: Session | undefined;

/** Starts the server, or offers to install one. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
    const storage = context.globalStorageUri.fsPath;
    await mkdir(storage, { recursive: true });
    const log = vscode.window.createOutputChannel('planls', { log: true });
    const running = session = new Session(storage, context.asAbsolutePath('dist'), log);
    const installer = new Installer(context, running, log);
    const status = new Status(running);
    context.subscriptions.push(log, running, status, ...registerCommands(running, installer, log), registerTasks(running));
    void begin(context, running, installer); // nothing waits for it: the status bar tells
    return {
        get state() { return running.state.name; },
        get status() { return status.text; },
        onDidChange: status.onDidChange,
    };
}

/** Ends the server in order. */
export async function deactivate(): Promise<void> {
    await session?.stop();
}

async function begin(context: vscode.ExtensionContext, running: Session, installer: Installer): Promise<void> {
    const anew = (): void => { void running.restart().then(state => installer.offer(state)); };
    const listen = async (): Promise<void> => {
        const listening = await onActivePythonChanged(anew);
        context.subscriptions.push(...(listening ? [listening] : []));
    };
    context.subscriptions.push(
        vscode.workspace.onDidGrantWorkspaceTrust(() => { anew(); void listen(); }),
        vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('planls.server.path')) { anew(); } }),
    );
    const state = await running.restart();
    await (vscode.workspace.isTrusted ? listen() : undefined);
    await installer.renew(state);
    await installer.offer(state);
}
