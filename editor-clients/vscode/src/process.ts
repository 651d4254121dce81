/** Programs that are run to their end, in a group of their own so that all of it can be ended. */

import { spawn } from 'node:child_process';

export interface Options {
    readonly cwd: string;
    /** The PATH that the program is looked for on; the editor's own where none is given. */
    readonly path?: string | undefined;
    /** Ends the program when it is aborted. */
    readonly signal?: AbortSignal | undefined;
    /** Gets what the program prints, on either stream, as it comes. */
    readonly onOutput?: ((text: string) => void) | undefined;
}

export interface Outcome {
    /** The exit code; null where the program could not be started or was ended. */
    readonly code: number | null;
    readonly output: string;
    /** Why it could not be started, as the system calls it: "ENOENT". */
    readonly failure?: string | undefined;
}

/** Runs a program without a shell. Never rejects: what went wrong is in the outcome. */
export function run(command: string, args: readonly string[], options: Options): Promise<Outcome> {
    const { signal, onOutput, path = process.env['PATH'] } = options;
    if (signal?.aborted) {
        return Promise.resolve({ code: null, output: '' });
    }
    return new Promise(resolve => {
        let output = '';
        const child = spawn(command, args, {
            cwd: options.cwd,
            env: { ...process.env, PATH: path },
            detached: process.platform !== 'win32', // a group of its own, which pip's children belong to
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const take = (data: Buffer | string): void => {
            output += data.toString();
            onOutput?.(data.toString());
        };
        const stop = (): void => { end(child.pid); };
        const done = (code: number | null, failure?: string): void => {
            signal?.removeEventListener('abort', stop);
            resolve({ code, output, failure });
        };
        signal?.addEventListener('abort', stop);
        child.stdout.on('data', take);
        child.stderr.on('data', take);
        child.on('error', (error: NodeJS.ErrnoException) => { take(error.message); done(null, error.code); });
        child.on('close', code => { done(code); });
    });
}

function end(pid: number | undefined): void {
    if (pid === undefined) {
        return;
    }
    try {
        process.kill(process.platform === 'win32' ? pid : -pid);
    } catch {
        // it has ended meanwhile
    }
}
