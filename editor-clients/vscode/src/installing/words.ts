/** What is said when the installation cannot go on: each says the way out. No API of the editor here. */

import type { Lack } from './pythons';

/** Why no Python will do; `setting` is what `planls.python.path` says. */
export function wordsForLack(lack: Lack, setting: string): string {
    switch (lack.lack) {
        case 'python':
            return setting === ''
                ? 'planls: The server needs Python 3.11 or later, and none was found.'
                : `planls: The setting planls.python.path names no Python that answers: ${setting}`;
        case 'newer':
            return `planls: The server needs Python 3.11 or later; only ${lack.version} was found.`;
        case 'venv':
            return `planls: Python ${lack.version} (${lack.executable}) cannot make environments: `
                + `it lacks ensurepip. On Debian and Ubuntu, apt install python${lack.version}-venv.`;
    }
}

/** Why an installation failed: the last error that pip printed says more than an exit code. */
export function wordsForFailure(message: string, output: string): string {
    const errors = [...output.matchAll(/^(?:ERROR|error): (.+)$/gm)].map(match => match[1] ?? '');
    const last = errors.at(-1)?.slice(0, 200);
    return last === undefined ? `planls: ${message}.` : `planls: ${message}: ${last}`;
}
