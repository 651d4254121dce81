/** Does this executable answer as a planls that will do? */

import { run } from '../process';
import { isOlder, LEAST, versionIn } from './version';

/** A server's version, or why it will not do (a clause: "it is version 0.0.9, …"). */
export type Answer = { readonly version: string } | { readonly why: string };

/** Milliseconds; a first start on a slow disk takes seconds. */
const PATIENCE = 20_000;

/** Why a system does not start what it is told to. */
const NOT_RUN: Readonly<Record<string, string>> = {
    EACCES: 'it is a folder, or no program that may be run',
    ENOENT: 'it is not there, or the Python that it names is not',
};

/** Asks an executable for its version. It is run in `folder`, never in the workspace. */
export async function probe(executable: string, folder: string): Promise<Answer> {
    const signal = AbortSignal.timeout(PATIENCE);
    const { code, output, failure = '' } = await run(executable, ['--version'], { cwd: folder, signal });
    const version = versionIn(output);
    if (signal.aborted) {
        return { why: `it did not answer within ${String(PATIENCE / 1000)} seconds` };
    }
    if (failure in NOT_RUN) {
        return { why: NOT_RUN[failure] ?? '' };
    }
    if (code !== 0 || version === undefined) {
        return { why: `\`--version\` printed no version of planls: ${firstLine(output) || 'nothing'}` };
    }
    return isOlder(version, LEAST) ? { why: `it is version ${version}, and ${LEAST} is needed` } : { version };
}

function firstLine(text: string): string {
    return text.trim().split('\n', 1)[0]?.slice(0, 200) ?? '';
}
