/** The places where a server may be, in the order in which they count. */

import type { Answer } from './probe';

/** Where a server comes from, in words that go on with "planls 0.1.0". */
export type Origin =
    | 'from the settings'
    | 'from the Python environment'
    | "from the workspace's .venv"
    | 'from the PATH'
    | 'installed by this extension';

export interface Server {
    readonly executable: string;
    readonly version: string;
    readonly origin: Origin;
}

export interface Rejected {
    readonly executable: string;
    readonly origin: Origin;
    readonly why: string;
}

/** The outcome: a server, or none, and all that was looked at before and did not do. */
export interface Search {
    readonly server?: Server;
    readonly rejected: readonly Rejected[];
}

/** A place to look at; `places` gives executables that are there. */
export interface Source {
    readonly origin: Origin;
    readonly places: () => Promise<readonly string[]>;
}

/**
 * Finds the first server that will do.
 *
 * A server that the user has named is the only one that counts: another in its place would be a surprise.
 */
export async function search(
    sources: readonly Source[],
    ask: (executable: string) => Promise<Answer>,
): Promise<Search> {
    const rejected: Rejected[] = [];
    for (const { origin, places } of sources) {
        const executables = await places();
        for (const executable of executables) {
            const answer = await ask(executable);
            if ('version' in answer) {
                return { server: { executable, version: answer.version, origin }, rejected };
            }
            rejected.push({ executable, origin, why: answer.why });
        }
        if (origin === 'from the settings' && executables.length > 0) {
            break;
        }
    }
    return { rejected };
}
