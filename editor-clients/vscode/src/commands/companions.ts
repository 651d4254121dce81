/** The ways from a plan to its spec and its notes. */

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Companion } from '../requests';
import type { Session } from '../session';
import { activeEditor, goTo, serverOf, tell } from './asking';

/** Opens the documents of this role that the active one belongs to; of several the user chooses. */
export async function openCompanion(session: Session, role: string): Promise<void> {
    const editor = activeEditor();
    const requests = editor && serverOf(session);
    if (requests === undefined) {
        return;
    }
    const all = await requests.companions(editor?.document.uri.toString() ?? '') ?? [];
    const found = all.filter(one => one.role === role);
    if (found.length === 0) {
        tell(`Nothing tells which ${role} this document belongs to. Its front matter can: ${role}: FILE.md`);
        return;
    }
    const chosen = found.length === 1 ? found[0] : await pick(found);
    if (chosen !== undefined) {
        await goTo(chosen.uri);
    }
}

async function pick(found: readonly Companion[]): Promise<Companion | undefined> {
    const items = found.map(companion => ({
        label: path.posix.basename(vscode.Uri.parse(companion.uri).path),
        description: companion.told,
        companion,
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder: 'Which one?' }))?.companion;
}
