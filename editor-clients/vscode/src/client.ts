/** The language client: which documents the server sees, and what it is told of the settings. */

import * as vscode from 'vscode';
import {
    CloseAction, LanguageClient, RevealOutputChannelOn, State, type ErrorHandler, type LanguageClientOptions, type Middleware,
} from 'vscode-languageclient/node';
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
        errorHandler: errorHandler(() => client),
        initializationFailedHandler: () => false,
        middleware: { workspace: settingsMiddleware(() => client) },
    };
    const run = { command: executable, args: ['server'], options: { cwd: folder } };
    const client = new Client('planls', 'planls', run, options);
    return client;
}

/** A start that fails is told by whoever asked for it, once and with a way out. */
class Client extends LanguageClient {
    override error(message: string, data?: unknown, showNotification: boolean | 'force' = true): void {
        super.error(message, data, this.state === State.Running && showNotification);
    }
}

/** A server that crashes is started again, but not one that crashes while it starts. */
function errorHandler(client: () => LanguageClient): ErrorHandler {
    let usual: ErrorHandler | undefined;
    const handler = (): ErrorHandler => usual ??= client().createDefaultErrorHandler();
    return {
        error: (...told) => handler().error(...told),
        closed: () => client().state === State.Running ? handler().closed() : { action: CloseAction.DoNotRestart },
    };
}

/** Tells the server its own settings only, however it asks: it takes an unknown key for a slip. */
function settingsMiddleware(client: () => LanguageClient): NonNullable<Middleware['workspace']> {
    return {
        configuration: ({ items }) => items.map(serverSettings),
        didChangeConfiguration: () =>
            client().sendNotification('workspace/didChangeConfiguration', { settings: { planls: serverSettings() } }),
    };
}
