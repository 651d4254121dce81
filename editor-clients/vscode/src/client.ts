/** The language client: which documents the server sees, and what it is told of the settings. */

import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, type LanguageClientOptions, type Middleware } from 'vscode-languageclient/node';
import { serverSettings } from './settings';

const DOCUMENTS = [
    { language: 'markdown', scheme: 'file' },
    { language: 'markdown', scheme: 'untitled' },
];

/** A client of this server, not started yet. `folder` is where the server is run. */
export function createClient(executable: string, folder: string, log: vscode.LogOutputChannel): LanguageClient {
    const options: LanguageClientOptions = {
        documentSelector: DOCUMENTS,
        initializationOptions: serverSettings(),
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never, // the status bar says that something is wrong
        middleware: { workspace: settingsMiddleware(() => client) },
    };
    const run = { command: executable, args: ['server'], options: { cwd: folder } };
    const client = new LanguageClient('planls', 'planls', run, options);
    return client;
}

/** Tells the server its own settings only, however it asks: it takes an unknown key for a slip. */
function settingsMiddleware(client: () => LanguageClient): NonNullable<Middleware['workspace']> {
    return {
        configuration: ({ items }) => items.map(serverSettings),
        didChangeConfiguration: () =>
            client().sendNotification('workspace/didChangeConfiguration', { settings: { planls: serverSettings() } }),
    };
}
