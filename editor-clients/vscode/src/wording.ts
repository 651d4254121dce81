/** What the status bar says, as plain data: no API of the editor here. */

import type { Overview } from './requests';

/** What is known of the active document, or of the server where that says it all. */
export type Situation =
    | { readonly name: 'starting' }
    | { readonly name: 'missing' }
    | { readonly name: 'stopped'; readonly why: string }
    | { readonly name: 'other' }
    | { readonly name: 'known'; readonly overview: Overview; readonly findings: number };

/** A status bar item's look; `alarm` asks for the colour of a warning. */
export interface Words {
    readonly text: string;
    readonly tooltip: string;
    readonly alarm: boolean;
}

/** The words for a situation. */
export function wordsFor(situation: Situation): Words {
    switch (situation.name) {
        case 'starting':
            return { text: '$(loading~spin) planls', tooltip: 'planls is starting', alarm: false };
        case 'missing':
            return { text: '$(warning) planls: no server', tooltip: 'planls needs its server; click to install it', alarm: true };
        case 'stopped':
            return { text: '$(error) planls: stopped', tooltip: `${situation.why}; click for what can be done`, alarm: true };
        case 'other':
            return { text: 'planls', tooltip: OTHER, alarm: false };
        case 'known':
            return known(situation.overview, situation.findings);
    }
}

const OTHER = 'This document is none of the kinds that planls knows, so it is left alone. '
    + 'A line in its front matter makes it one: planls: {kind: plan}';

function known(overview: Overview, findings: number): Words {
    const progress = overview.steps.total > 0
        ? [`${String(overview.steps.done)} of ${counted(overview.steps.total, 'step')}`]
        : [];
    const parts = [overview.kind, ...progress, findings > 0 ? counted(findings, 'finding') : 'no findings'];
    return { text: `planls: ${parts.join(' · ')}`, tooltip: overview.told || `A ${overview.kind}`, alarm: false };
}

function counted(number: number, noun: string): string {
    return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
