/** The server's life: found, started, stopped. Everything else looks at its state. */

import * as vscode from 'vscode';
import { State as ClientState, type LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client';
import { findServer } from './finding';
import type { Rejected, Server } from './finding/search';
import { Requests } from './requests';

export type State =
    | { readonly name: 'starting' }
    | { readonly name: 'running'; readonly server: Server }
    | { readonly name: 'missing'; readonly rejected: readonly Rejected[] }
    | { readonly name: 'stopped'; readonly why: string };

export class Session implements vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<State>();
    private client: LanguageClient | undefined;
    private current: State = { name: 'starting' };
    /** Starts and stops one after the other. */
    private queue: Promise<void> = Promise.resolve();

    /** `storage` is the extension's own folder, `brought` the one with what it brings along. */
    constructor(
        private readonly storage: string,
        private readonly brought: string,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** Fires with each new state. */
    get onDidChange(): vscode.Event<State> {
        return this.changed.event;
    }

    get state(): State {
        return this.current;
    }

    /** What can be asked of the server; undefined while none is running. */
    get requests(): Requests | undefined {
        return this.client && this.current.name === 'running' ? new Requests(this.client) : undefined;
    }

    /** Stops the server if there is one, looks for the best one anew and starts it. */
    restart(): Promise<State> {
        const started = this.queue.then(async () => {
            await this.halt();
            await this.start();
            return this.current;
        });
        this.queue = started.then(() => undefined);
        return started;
    }

    /** Stops the server. */
    stop(): Promise<void> {
        this.queue = this.queue.then(() => this.halt());
        return this.queue;
    }

    dispose(): void {
        this.changed.dispose();
    }

    private async start(): Promise<void> {
        this.become({ name: 'starting' });
        try {
            const { server, rejected } = await findServer(this.storage, this.brought);
            rejected.forEach(one => { this.log.warn(`${one.executable} (${one.origin}) will not do: ${one.why}`); });
            if (server === undefined) {
                this.log.warn('No server was found');
                this.become({ name: 'missing', rejected });
            } else {
                await this.run(server);
            }
        } catch (error) {
            this.log.error(error instanceof Error ? error.message : String(error));
            await this.halt();
            this.become({ name: 'stopped', why: 'The server does not start' });
        }
    }

    private async run(server: Server): Promise<void> {
        this.log.info(`planls ${server.version} ${server.origin}: ${server.executable}`);
        const client = this.client = createClient(server.executable, this.storage, this.log);
        await client.start();
        client.onDidChangeState(({ newState }) => {
            // the client starts a crashed server again by itself, until that happens too often
            if (client === this.client && newState === ClientState.Stopped) {
                this.become({ name: 'stopped', why: 'The server has stopped' });
            } else if (client === this.client && newState === ClientState.Running) {
                this.become({ name: 'running', server });
            }
        });
        this.become({ name: 'running', server });
    }

    private async halt(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        try {
            await client?.dispose();
        } catch (error) {
            this.log.info(`The server did not stop in order: ${String(error)}`);
        }
    }

    private become(state: State): void {
        this.current = state;
        this.changed.fire(state);
    }
}
