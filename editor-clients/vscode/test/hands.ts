/** Folders and programs that the tests make up. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

const ALL = mkdtempSync(path.join(tmpdir(), 'planls-test-'));
process.on('exit', () => { rmSync(ALL, { recursive: true, force: true }); });

/** A new folder, which goes when the tests have ended. */
export function folder(): string {
    return mkdtempSync(path.join(ALL, 'one-'));
}

/** A program that is a shell script. */
export function program(file: string, script: string): string {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
}
