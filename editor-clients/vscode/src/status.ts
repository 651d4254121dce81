/** The status bar item, and the context keys that tell VS Code which commands work here. */

import * as vscode from 'vscode';
import type { Overview } from './requests';
import type { Session } from './session';
import { wordsFor, type Situation } from './wording';

/** Milliseconds of rest after a keystroke before the item is brought up to date. */
const REST = 250;

/** The context keys, below `planls.`: is there a server, what kind is the active document of, what does it belong to. */
interface Keys {
    readonly ready: boolean;
    readonly kind: string;
    readonly hasSpec: boolean;
    readonly hasNotes: boolean;
}

const NO_KIND: Keys = { ready: true, kind: '', hasSpec: false, hasNotes: false };

export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('planls.status', vscode.StatusBarAlignment.Right, 90);
    private readonly subscriptions: readonly { dispose(): unknown }[];
    private readonly changed = new vscode.EventEmitter<void>();
    private timer: NodeJS.Timeout | undefined;
    private round = 0;

    constructor(private readonly session: Session) {
        this.item.name = 'planls';
        const now = (): void => { void this.update(); };
        this.subscriptions = [
            this.item,
            this.changed,
            session.onDidChange(now),
            vscode.window.onDidChangeActiveTextEditor(now),
            vscode.languages.onDidChangeDiagnostics(({ uris }) => { if (uris.some(isActive)) { this.soon(); } }),
            vscode.workspace.onDidChangeTextDocument(({ document }) => { if (isActive(document.uri)) { this.soon(); } }),
            vscode.workspace.onDidOpenTextDocument(({ uri }) => { if (isActive(uri)) { this.soon(); } }),
        ];
        now();
    }

    /** What the item says; empty while it is hidden. */
    text = '';

    /** Fires when the item may say something else. */
    get onDidChange(): vscode.Event<void> {
        return this.changed.event;
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.subscriptions.forEach(one => { one.dispose(); });
    }

    private soon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.update(), REST);
    }

    private async update(): Promise<void> {
        const round = ++this.round;
        const document = vscode.window.activeTextEditor?.document;
        const [situation, keys] = await this.situation(document);
        if (round === this.round) { // else something newer is on its way
            void setContext(keys);
            this.show(situation, document?.languageId === 'markdown');
        }
    }

    private async situation(document: vscode.TextDocument | undefined): Promise<[Situation, Keys]> {
        const state = this.session.state;
        if (state.name !== 'running') {
            return [state, { ...NO_KIND, ready: false }];
        }
        const [overview, keys] = await this.learn(document);
        return overview === null
            ? [{ name: 'other' }, keys]
            : [{ name: 'known', overview, findings: document ? findingsIn(document.uri) : 0 }, keys];
    }

    /** Asks the server what the document is and belongs to. */
    private async learn(document: vscode.TextDocument | undefined): Promise<[Overview | null, Keys]> {
        const requests = this.session.requests;
        const uri = document?.languageId === 'markdown' ? document.uri.toString() : undefined;
        const ask = uri !== undefined && requests !== undefined;
        try {
            const overview = ask ? await requests.overview(uri) : null;
            const companions = overview && ask ? await requests.companions(uri) ?? [] : [];
            const has = (role: string): boolean => companions.some(one => one.role === role);
            return [overview, { ready: true, kind: overview?.kind ?? '', hasSpec: has('spec'), hasNotes: has('notes') }];
        } catch {
            return [null, NO_KIND]; // the server went away meanwhile; its new state is on its way
        }
    }

    private show(situation: Situation, isMarkdown: boolean): void {
        const { text, tooltip, alarm } = wordsFor(situation);
        this.text = isMarkdown ? text : '';
        this.item.text = text;
        this.item.tooltip = tooltip;
        this.item.backgroundColor = alarm ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
        this.item.command = situation.name === 'missing' ? 'planls.install' : 'planls.showMenu';
        if (isMarkdown) {
            this.item.show();
        } else {
            this.item.hide();
        }
        this.changed.fire();
    }
}

async function setContext(keys: Keys): Promise<void> {
    await Promise.all(Object.entries(keys).map(([key, value]) =>
        vscode.commands.executeCommand('setContext', `planls.${key}`, value)));
}

function isActive(uri: vscode.Uri): boolean {
    return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}

/** As many as the Problems panel lists. */
function findingsIn(uri: vscode.Uri): number {
    return vscode.languages.getDiagnostics(uri).filter(one => one.source === 'planls').length;
}
