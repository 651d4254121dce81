/** Finding a Python that can make the server's environment. */

import { run } from '../process';

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

/** The first Python that will do. `chosen` (a path, empty: none) is the only one that counts if it is given. */
export async function findPython(chosen: string, folder: string): Promise<Python | Lack> {
    let lack: Lack = { lack: 'python' };
    for (const command of chosen === '' ? COMMANDS : [[chosen] as const]) {
        const found = await ask(command, folder);
        if ('executable' in found && !('lack' in found)) {
            return found;
        }
        if ('lack' in found) {
            lack = worthier(lack, found);
        }
    }
    return lack;
}

/** What one command turns out to be. */
async function ask([command, ...args]: Command, folder: string): Promise<Python | Lack> {
    // -I: neither the folder nor PYTHONPATH has a say in what is imported
    const { output } = await run(command, [...args, '-I', '-c', QUESTION], { cwd: folder });
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
