/** Files that may be a server: beside a Python, on the PATH. Nothing is run here. */

import { access, constants, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import * as path from 'node:path';

const WINDOWS = process.platform === 'win32';
const NAME = WINDOWS ? 'planls.exe' : 'planls';
/** Where environments keep their programs. */
const SCRIPTS = WINDOWS ? 'Scripts' : 'bin';

/** The servers in the environment whose interpreter this is; Conda on Windows keeps it one folder up. */
export function besidePython(python: string): Promise<string[]> {
    const folder = path.dirname(python);
    return existing(WINDOWS ? [path.join(folder, NAME), path.join(folder, SCRIPTS, NAME)] : [path.join(folder, NAME)]);
}

/** The servers in an environment's folder. */
export function inEnvironment(folder: string): Promise<string[]> {
    return existing([path.join(folder, SCRIPTS, NAME)]);
}

/** An environment's interpreter. */
export function pythonOf(folder: string): string {
    return path.join(folder, SCRIPTS, WINDOWS ? 'python.exe' : 'python');
}

/**
 * The servers on the PATH.
 *
 * It is searched here, because Windows would look into the current folder first. Relative entries are
 * left out for the same reason: they would mean the workspace.
 */
export function onPath(variable: string = process.env['PATH'] ?? ''): Promise<string[]> {
    const folders = variable.split(path.delimiter).filter(folder => path.isAbsolute(folder));
    return existing(folders.map(folder => path.join(folder, NAME)));
}

/** Those with a whole path that lie in none of these folders, wherever links lead. */
export async function outside(files: readonly string[], folders: readonly string[]): Promise<string[]> {
    const shunned = [...folders, ...await Promise.all(folders.map(followed))];
    const ends = await Promise.all(files.map(followed));
    return files.filter((file, index) => path.isAbsolute(file)
        && !shunned.some(folder => isIn(file, folder) || isIn(ends[index] ?? file, folder)));
}

/** A path of the settings without `~` and `${workspaceFolder}`. */
export function expanded(setting: string, workspaceFolder: string | undefined): string {
    const inWorkspace = setting.replaceAll('${workspaceFolder}', () => workspaceFolder ?? '');
    return inWorkspace.replace(/^~(?=$|[/\\])/, () => homedir());
}

function isIn(file: string, folder: string): boolean {
    const way = path.relative(folder, file);
    return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
}

function followed(file: string): Promise<string> {
    return realpath(file).catch(() => path.resolve(file));
}

async function existing(files: readonly string[]): Promise<string[]> {
    const there = await Promise.all(files.map(isThere));
    return files.filter((file, index) => there[index] && files.indexOf(file) === index);
}

async function isThere(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
