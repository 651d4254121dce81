/** Installing the server as the user sees it: asked first, with progress and cancel, never a dead end. */

import * as vscode from 'vscode';
import { folders } from '../finding';
import { expanded } from '../finding/places';
import { probe } from '../finding/probe';
import type { Rejected } from '../finding/search';
import type { Session, State } from '../session';
import { install, InstallError, isBusy, isInstalled, wheelIn, type Watcher } from './environment';
import { findPython, type Lack } from './pythons';
import { wordsForFailure, wordsForLack } from './words';

const INSTALL = 'Install';
const CHOOSE = 'Choose...';
const NOT_NOW = 'Not Now';
const SETTINGS = 'Open Settings';
const TRY_AGAIN = 'Try Again';
const SHOW_LOG = 'Show Log';
const RESTART = 'Restart';
const WHAT_TO_DO = 'What to Do';
/** Remembers for which wheel the user said "not now": the status bar goes on saying it. */
const DECLINED = 'declined';

export class Installer {
    constructor(
        private readonly context: vscode.ExtensionContext,
        private readonly session: Session,
        private readonly log: vscode.LogOutputChannel,
    ) {}

    /** Says that there is no server, or none that starts, and what can be done; does nothing in other states. */
    async offer(state: State): Promise<void> {
        if (state.name === 'stopped') {
            await this.act(await vscode.window.showErrorMessage(`planls: ${state.why}.`, RESTART, SHOW_LOG, CHOOSE));
        }
        if (state.name !== 'missing') {
            return;
        }
        const named = namedIn(state);
        if (named !== undefined) {
            const told = `planls: The server that the settings name will not do: ${named.why} (${named.executable})`;
            await this.act(await vscode.window.showErrorMessage(told, CHOOSE, SETTINGS));
            return;
        }
        const { key } = await this.wheel();
        if (this.context.globalState.get(DECLINED) !== key) {
            const told = 'planls found no server. It can install the one that it brings along, in an environment of its own.';
            const answer = await vscode.window.showInformationMessage(told, INSTALL, CHOOSE, NOT_NOW);
            await this.context.globalState.update(DECLINED, answer === NOT_NOW ? key : undefined);
            await this.act(answer);
        }
    }

    /** Installs the server that the extension brings along, and starts it. */
    async install(): Promise<void> {
        if (this.session.state.name === 'missing') {
            const state = await this.session.restart(); // another window may have installed it meanwhile
            if (state.name !== 'missing' || namedIn(state) !== undefined) {
                await this.offer(state); // a setting stands in the way
                return;
            }
        }
        if (await this.make('Installing the planls server')) {
            await this.offer(await this.session.restart());
        }
    }

    /** Renews the extension's own server if it is in use and older than the one brought along; one window does. */
    async renew(state: State): Promise<void> {
        const own = state.name === 'running' && state.server.origin === 'installed by this extension';
        if (!own || await isInstalled(this.storage, await this.wheel()) || await isBusy(this.storage)) {
            return;
        }
        if (await this.make('Renewing the planls server')) {
            await this.session.restart();
        }
    }

    /** Lets the user name a server, and takes it if it answers. */
    async choose(): Promise<void> {
        const [file] = await vscode.window.showOpenDialog({ title: 'The planls executable', openLabel: 'Use' }) ?? [];
        if (file === undefined) {
            return;
        }
        const answer = await probe(file.fsPath, this.storage);
        if ('why' in answer) {
            const told = `planls: This is no server that will do: ${answer.why}`;
            await this.act(await vscode.window.showErrorMessage(told, CHOOSE, INSTALL));
            return;
        }
        await this.name(file.fsPath);
    }

    /** Names a server in the settings, in those that count here. */
    private async name(executable: string): Promise<void> {
        const configuration = vscode.workspace.getConfiguration('planls');
        if (configuration.get('server.path') === executable) {
            await this.session.restart(); // it was named before, and will do now
            return;
        }
        const here = configuration.inspect('server.path')?.workspaceValue !== undefined;
        const { Workspace, Global } = vscode.ConfigurationTarget;
        await configuration.update('server.path', executable, here ? Workspace : Global);
    }

    private get storage(): string {
        return this.context.globalStorageUri.fsPath;
    }

    private wheel(): ReturnType<typeof wheelIn> {
        return wheelIn(this.context.asAbsolutePath('dist'));
    }

    /** Makes the environment; whether it is there now. */
    private async make(title: string): Promise<boolean> {
        const setting = vscode.workspace.getConfiguration('planls').get<string>('python.path', '').trim();
        const python = await findPython(expanded(setting, undefined), this.storage, vscode.workspace.isTrusted ? [] : folders());
        if ('lack' in python) {
            await this.tellLack(python, setting);
            return false;
        }
        this.log.info(`${title} with Python ${python.version} (${python.executable})`);
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        try {
            return await vscode.window.withProgress(options, (progress, token) => this.run(python.executable, progress, token));
        } catch (error) {
            await this.tellFailure(error);
            return false;
        }
    }

    private async run(
        python: string,
        progress: vscode.Progress<{ message: string }>,
        token: vscode.CancellationToken,
    ): Promise<boolean> {
        const controller = new AbortController();
        const listening = token.onCancellationRequested(() => { controller.abort(); });
        const watcher: Watcher = {
            signal: controller.signal,
            onStep: message => { progress.report({ message }); },
            onOutput: text => { this.log.info(text.trimEnd()); },
        };
        try {
            await install(python, await this.wheel(), this.storage, watcher);
            return true;
        } catch (error) {
            if (controller.signal.aborted) {
                this.log.info('Cancelled');
                return false;
            }
            throw error;
        } finally {
            listening.dispose();
        }
    }

    private async tellLack(lack: Lack, setting: string): Promise<void> {
        await this.act(await vscode.window.showErrorMessage(wordsForLack(lack, setting), WHAT_TO_DO, TRY_AGAIN, CHOOSE));
    }

    private async tellFailure(error: unknown): Promise<void> {
        const output = error instanceof InstallError ? error.output : '';
        const message = error instanceof Error ? error.message : String(error);
        this.log.error(message);
        await this.act(await vscode.window.showErrorMessage(wordsForFailure(message, output), TRY_AGAIN, SHOW_LOG, WHAT_TO_DO));
    }

    /** Does what a button says. */
    private async act(answer: string | undefined): Promise<void> {
        const help = vscode.Uri.joinPath(this.context.extensionUri, 'help', 'install.md');
        const actions: Record<string, () => PromiseLike<unknown>> = {
            [INSTALL]: () => this.install(),
            [TRY_AGAIN]: () => this.install(),
            [CHOOSE]: () => this.choose(),
            [SETTINGS]: () => vscode.commands.executeCommand('workbench.action.openSettings', 'planls.server.path'),
            [RESTART]: () => vscode.commands.executeCommand('planls.restart'),
            [SHOW_LOG]: () => vscode.commands.executeCommand('planls.showLog'),
            [WHAT_TO_DO]: () => vscode.commands.executeCommand('markdown.showPreview', help),
        };
        await actions[answer ?? '']?.();
    }
}

/** The server that the settings name, if that is what will not do. */
function namedIn(state: State): Rejected | undefined {
    return state.name === 'missing' ? state.rejected.find(one => one.origin === 'from the settings') : undefined;
}
