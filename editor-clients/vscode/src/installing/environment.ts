/**
 * The environment that the extension makes: one folder for each wheel, finished when its mark is written.
 *
 * A newer wheel gets a folder of its own, so that the old server goes on until the new one is there.
 */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { inEnvironment, pythonOf } from '../finding/places';
import { run, type Outcome } from '../process';

/** The wheel that the extension brings along; `key` changes with its content. */
export interface Wheel {
    readonly file: string;
    readonly key: string;
}

/** What is done at the moment, and all that is printed meanwhile. */
export interface Watcher {
    readonly signal: AbortSignal;
    readonly onStep: (step: string) => void;
    readonly onOutput: (text: string) => void;
}

/** A step of the installation that failed, and what it printed. */
export class InstallError extends Error {
    constructor(message: string, readonly output: string) {
        super(message);
    }
}

const MARK = 'planls-is-complete';
/** Names the process that installs at the moment. */
const LOCK = 'installing';
/** Milliseconds after which nobody is installing any more. */
const LONGEST = 15 * 60_000;
const PREFIX = 'server-';

/** The wheel in a folder. */
export async function wheelIn(folder: string): Promise<Wheel> {
    const name = (await readdir(folder)).find(file => /^planls-.*\.whl$/.test(file));
    if (name === undefined) {
        throw new Error(`The extension is incomplete: no wheel in ${folder}`);
    }
    const file = path.join(folder, name);
    const digest = createHash('sha256').update(await readFile(file)).digest('hex').slice(0, 12);
    return { file, key: `${name.split('-')[1] ?? ''}-${digest}` };
}

/** The servers in finished environments, the one of this wheel first, then the newest. */
export async function ownServers(storage: string, wheel: Wheel): Promise<string[]> {
    const names = [nameOf(wheel), ...await othersIn(storage, wheel)];
    return (await Promise.all(names.map(name => finished(path.join(storage, name))))).flat();
}

/** Whether this wheel is installed. */
export async function isInstalled(storage: string, wheel: Wheel): Promise<boolean> {
    return (await finished(path.join(storage, nameOf(wheel)))).length > 0;
}

/** Whether another window is installing at the moment. */
export function isBusy(storage: string): Promise<boolean> {
    return isHeld(path.join(storage, LOCK));
}

/** Makes the wheel's environment and removes those that nobody uses any more. Throws InstallError. */
export async function install(python: string, wheel: Wheel, storage: string, watcher: Watcher): Promise<void> {
    const folder = path.join(storage, nameOf(wheel));
    const step = async (told: string, command: string, args: string[]): Promise<void> => {
        watcher.onStep(told);
        watcher.onOutput(`> ${[command, ...args].join(' ')}\n`);
        refuse(await run(command, args, { cwd: storage, ...watcher }), told);
    };
    await mkdir(storage, { recursive: true });
    await alone(path.join(storage, LOCK), async () => {
        await rm(path.join(folder, MARK), { force: true });
        await step('Making an environment', python, ['-I', '-m', 'venv', '--clear', folder]);
        // dependencies come from the index that the user's pip is set up with
        await step('Installing planls', pythonOf(folder), ['-I', '-m', 'pip', 'install', ...QUIETLY, wheel.file]);
        await writeFile(path.join(folder, MARK), '');
        await removeOthers(storage, wheel);
    });
}

/** Does something that two windows must not do at once. Throws InstallError if another one is at it. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
    if (await isHeld(lock)) {
        throw new InstallError('Another window is installing the server', '');
    }
    await writeFile(lock, String(process.pid));
    try {
        await work();
    } finally {
        await rm(lock, { force: true });
    }
}

/** Whether another window is at it. A process may have the number of one that died long ago. */
async function isHeld(lock: string): Promise<boolean> {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    const age = Date.now() - await stat(lock).then(found => found.mtimeMs, () => 0);
    return owner > 0 && owner !== process.pid && age < LONGEST && isAlive(owner);
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}

const QUIETLY = ['--no-input', '--disable-pip-version-check', '--progress-bar=off'];

function refuse({ code, output }: Outcome, told: string): void {
    if (code !== 0) {
        throw new InstallError(`${told} failed${code === null ? '' : ` (exit code ${String(code)})`}`, output);
    }
}

async function finished(folder: string): Promise<string[]> {
    const marked = await readFile(path.join(folder, MARK)).then(() => true, () => false);
    return marked ? inEnvironment(folder) : [];
}

/**
 * Removes all environments but this wheel's and the last one before it.
 *
 * Another window may go on with a server in that one, which reads its files when it needs them. Where files in
 * use cannot go, they go next time.
 */
async function removeOthers(storage: string, wheel: Wheel): Promise<void> {
    const [, ...old] = await othersIn(storage, wheel);
    await Promise.allSettled(old.map(name => rm(path.join(storage, name), { recursive: true, force: true })));
}

/** The names of other wheels' environments, the newest first. */
async function othersIn(storage: string, wheel: Wheel): Promise<string[]> {
    const names = (await readdir(storage)).filter(name => name.startsWith(PREFIX) && name !== nameOf(wheel));
    const dated = await Promise.all(names.map(async name => ({ name, made: await madeAt(path.join(storage, name)) })));
    return dated.sort((one, other) => other.made - one.made).map(({ name }) => name);
}

/** When an environment was finished, in milliseconds; 0: it never was. */
function madeAt(folder: string): Promise<number> {
    return stat(path.join(folder, MARK)).then(found => found.mtimeMs, () => 0);
}

function nameOf(wheel: Wheel): string {
    return PREFIX + wheel.key;
}
