/** Finding a Python that can make the server's environment. */

import * as path from 'node:path';
import { outside } from '../finding/places';
import { run, type Options } from '../process';

/** A Python that will do. */
export interface Python {
    readonly executable: string;
    readonly version: string;
}

/** Why there is none: nothing at all, only old ones, or one that lacks what makes environments. */
export type Lack =
    | { readonly lack: 'python' }
    | { readonly lack: 'newer'; readonly version: string }
    | { readonly lack: 'venv'; readonly executable: string; readonly version: string };

type Command = readonly [string, ...string[]];

const LEAST = [3, 11] as const;

/** Names that Python goes by; the bare one first, as it is the user's choice. */
const COMMANDS: readonly Command[] = [
    ['python3'],
    ['python'],
    ['python3.14'],
    ['python3.13'],
    ['python3.12'],
    ['python3.11'],
    ['py', '-3'],
];

const QUESTION = `
import sys
from importlib.util import find_spec
print("planls-python", sys.version_info[0], sys.version_info[1], int(bool(find_spec("venv") and find_spec("ensurepip"))))
print(sys.executable)
`;

/**
 * The first Python that will do. `chosen` (a path, empty: none) is the only one that counts if it is given.
 * It is run in `folder`; what lies in the folders `shunned` is not run at all.
 */
export async function findPython(chosen: string, folder: string, shunned: readonly string[] = []): Promise<Python | Lack> {
    let lack: Lack = { lack: 'python' };
    const entries = await outside((process.env['PATH'] ?? '').split(path.delimiter), shunned);
    for (const command of chosen === '' ? COMMANDS : await allowed(chosen, shunned)) {
        const found = await ask(command, { cwd: folder, path: entries.join(path.delimiter) });
        if ('executable' in found && !('lack' in found)) {
            return found;
        }
        if ('lack' in found) {
            lack = worthier(lack, found);
        }
    }
    return lack;
}

async function allowed(chosen: string, shunned: readonly string[]): Promise<Command[]> {
    return path.isAbsolute(chosen) ? (await outside([chosen], shunned)).map(one => [one]) : [[chosen]];
}

/** What one command turns out to be. */
async function ask([command, ...args]: Command, options: Options): Promise<Python | Lack> {
    // -I: neither the folder nor PYTHONPATH has a say in what is imported
    const { output } = await run(command, [...args, '-I', '-c', QUESTION], options);
    const match = /^planls-python (\d+) (\d+) ([01])\r?\n(.+?)\r?$/m.exec(output);
    if (match === null) {
        return { lack: 'python' };
    }
    const [, major, minor, venv, executable = ''] = match;
    const version = `${major ?? ''}.${minor ?? ''}`;
    if (Number(major) < LEAST[0] || (Number(major) === LEAST[0] && Number(minor) < LEAST[1])) {
        return { lack: 'newer', version };
    }
    return venv === '1' ? { executable, version } : { lack: 'venv', executable, version };
}

/** Of two lacks the one that takes less to mend. */
function worthier(one: Lack, other: Lack): Lack {
    const order = ['python', 'newer', 'venv'];
    return order.indexOf(other.lack) > order.indexOf(one.lack) ? other : one;
}
