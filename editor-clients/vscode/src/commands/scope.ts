/** The technologies of a document: which of them its notes allow, and a jump to each. */

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Scope, Technology } from '../requests';
import type { Session } from '../session';
import { activeEditor, goTo, serverOf, tell } from './asking';

interface Item extends vscode.QuickPickItem {
    readonly technology: Technology;
}

const ICONS = { no: '$(error)', near: '$(question)', extra: '$(info)', aside: '$(dash)', yes: '$(pass)' };
const WORDS = { no: 'out of scope', near: 'close to the scope', extra: 'an optional extra', aside: 'not used', yes: 'in scope' };
const TO_NOTES: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: 'Where the notes name it',
};

/** Lists the technologies, those out of scope first; a choice leads to its first use. */
export async function showScope(session: Session): Promise<void> {
    const editor = activeEditor();
    const requests = editor && serverOf(session);
    if (editor === undefined || requests === undefined) {
        return;
    }
    const uri = editor.document.uri.toString();
    const scope = await requests.scope(uri);
    if (scope === null) {
        tell('This document is none of the kinds that planls knows.');
    } else if (scope.technologies.length === 0) {
        tell('This document names no technology.');
    } else {
        show(scope, uri);
    }
}

function show(scope: Scope, uri: string): void {
    const picker = vscode.window.createQuickPick<Item>();
    picker.title = titleOf(scope);
    picker.placeholder = 'Go to the first use of a technology';
    picker.matchOnDescription = picker.matchOnDetail = true;
    picker.items = scope.technologies.map(itemOf);
    picker.onDidAccept(() => {
        const use = picker.selectedItems[0]?.technology.uses[0];
        picker.hide();
        void goTo(uri, use?.range);
    });
    picker.onDidTriggerItemButton(({ item: { technology: { named } } }) => {
        picker.hide();
        void (named && goTo(named.uri, named.range));
    });
    picker.onDidHide(() => { picker.dispose(); });
    picker.show();
}

function titleOf({ sources }: Scope): string {
    const names = sources.map(one => path.posix.basename(vscode.Uri.parse(one.uri).path));
    return names.length > 0 ? `What ${names.join(', ')} allows` : 'Technologies (without notes nothing is out of scope)';
}

function itemOf(technology: Technology): Item {
    const { name, standing, because, named, uses } = technology;
    const lines = [...new Set(uses.map(use => use.range.start.line + 1))];
    return {
        label: `${standing ? ICONS[standing] : '$(symbol-misc)'} ${name}`,
        description: standing ? `${WORDS[standing]}: ${because ?? ''}` : '',
        detail: `line ${lines.join(', ')}`,
        buttons: named ? [TO_NOTES] : [],
        technology,
    };
}
