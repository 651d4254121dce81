/** The commands, each by its name in package.json. */

import * as vscode from 'vscode';
import type { Installer } from '../installing/installer';
import type { Session } from '../session';
import { openCompanion } from './companions';
import { newDocument } from './documents';
import { fixDocument } from './fixes';
import { showMenu } from './menu';
import { openRulePage } from './rules';
import { showScope } from './scope';

/** Registers all commands. */
export function registerCommands(session: Session, installer: Installer, log: vscode.LogOutputChannel): vscode.Disposable[] {
    const commands: Record<string, () => unknown> = {
        newPlan: () => newDocument(session, 'plan'),
        newSpec: () => newDocument(session, 'spec'),
        newDocument: () => newDocument(session),
        fixDocument,
        showScope: () => showScope(session),
        openRulePage,
        openSpec: () => openCompanion(session, 'spec'),
        openNotes: () => openCompanion(session, 'notes'),
        restart: async () => { void installer.offer(await session.restart()); },
        install: () => installer.install(),
        chooseServer: () => installer.choose(),
        showLog: () => { log.show(); },
        showMenu: () => showMenu(session),
    };
    return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`planls.${name}`, run));
}
