/** What a click on the status bar item offers: only what works at the moment. */

import * as vscode from 'vscode';
import type { Session } from '../session';

interface Entry extends vscode.QuickPickItem {
    readonly command: string;
}

/** Shows the menu and runs what is chosen. */
export async function showMenu(session: Session): Promise<void> {
    const known = await hasKind(session);
    const entries = [
        ...(known ? OF_DOCUMENT : []),
        ...(session.requests ? OF_SERVER : []),
        ...(session.state.name === 'missing' ? [INSTALL] : []),
        ...ALWAYS,
    ];
    const chosen = await vscode.window.showQuickPick(entries, { placeHolder: titleOf(session) });
    if (chosen !== undefined) {
        await vscode.commands.executeCommand(chosen.command);
    }
}

const OF_DOCUMENT: readonly Entry[] = [
    { label: '$(list-unordered) Show findings', command: 'workbench.actions.view.problems' },
    { label: '$(wand) Fix all in this document', command: 'planls.fixDocument' },
    { label: '$(checklist) Show scope', command: 'planls.showScope' },
    { label: "$(book) Open rule's page", command: 'planls.openRulePage' },
];
const OF_SERVER: readonly Entry[] = [
    { label: '$(new-file) New document from template', command: 'planls.newDocument' },
];
const INSTALL: Entry = { label: '$(cloud-download) Install server', command: 'planls.install' };
const ALWAYS: readonly Entry[] = [
    { label: '$(debug-restart) Restart server', command: 'planls.restart' },
    { label: '$(output) Show log', command: 'planls.showLog' },
];

async function hasKind(session: Session): Promise<boolean> {
    const document = vscode.window.activeTextEditor?.document;
    const overview = document && session.requests ? await session.requests.overview(document.uri.toString()) : null;
    return overview !== null;
}

function titleOf({ state }: Session): string {
    return state.name === 'running' ? `planls ${state.server.version}, ${state.server.origin}` : 'planls';
}
