import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { besidePython, expanded, inEnvironment, onPath, outside } from '../src/finding/places';
import { probe } from '../src/finding/probe';
import { search, type Origin, type Source } from '../src/finding/search';
import { folder, program } from './hands';

const ANSWERS: [string, string, object][] = [
    ['a server', 'echo planls 0.1.0', { version: '0.1.0' }],
    ['an old one', 'echo planls 0.0.1', { why: 'it is version 0.0.1, and 0.1.0 is needed' }],
    ['another program', 'echo ruff 0.14', { why: '`--version` printed no version of planls: ruff 0.14' }],
    ['a broken one', 'echo planls 0.1.0; exit 1', { why: '`--version` printed no version of planls: planls 0.1.0' }],
];

for (const [name, script, answer] of ANSWERS) {
    test(`${name} is asked for its version`, async () => {
        const home = folder();
        assert.deepEqual(await probe(program(path.join(home, 'planls'), script), home), answer);
    });
}

test('what cannot be started says why', async () => {
    const home = folder();
    assert.deepEqual(await probe('/nowhere/planls', home), { why: 'it is not there, or the Python that it names is not' });
    assert.deepEqual(await probe(home, home), { why: 'it is a folder, or no program that may be run' });
});

function source(origin: Origin, ...places: string[]): Source {
    return { origin, places: () => Promise.resolve(places) };
}

const ask = (executable: string): Promise<{ version: string } | { why: string }> =>
    Promise.resolve(executable.startsWith('good') ? { version: '0.1.0' } : { why: 'it is bad' });

test('the first server that will do counts, and what did not is told', async () => {
    const found = await search([source('from the Python environment', 'bad'), source('from the PATH', 'good', 'good2')], ask);
    assert.deepEqual(found, {
        server: { executable: 'good', version: '0.1.0', origin: 'from the PATH' },
        rejected: [{ executable: 'bad', origin: 'from the Python environment', why: 'it is bad' }],
    });
});

test('no other takes the place of the one that the settings name', async () => {
    const found = await search([source('from the settings', 'bad'), source('from the PATH', 'good')], ask);
    assert.equal(found.server, undefined);
    assert.equal(found.rejected.length, 1);
});

test('without a setting the others count', async () => {
    const found = await search([source('from the settings'), source('from the PATH', 'good')], ask);
    assert.equal(found.server?.executable, 'good');
});

test('servers are found in environments and on the PATH, relative entries left out', async () => {
    const home = folder();
    const planls = program(path.join(home, 'bin', 'planls'), '');
    assert.deepEqual(await besidePython(path.join(home, 'bin', 'python')), [planls]);
    assert.deepEqual(await inEnvironment(home), [planls]);
    const entries = ['', '.', 'bin', path.join(home, 'bin'), path.join(home, 'bin'), path.join(home, 'none')];
    assert.deepEqual(await onPath(entries.join(path.delimiter)), [planls]);
});

test('what lies in an untrusted workspace is left out, wherever links lead', async () => {
    const [home, workspace] = [folder(), folder()];
    const theirs = program(path.join(workspace, '.venv', 'bin', 'planls'), '');
    const ours = program(path.join(home, 'planls'), '');
    const link = path.join(home, 'linked');
    symlinkSync(theirs, link);
    const through = path.join(home, 'workspace');
    symlinkSync(workspace, through);
    const files = [theirs, link, path.join(through, '.venv', 'bin', 'planls'), ours, `${workspace}-too`, 'planls', workspace];
    assert.deepEqual(await outside(files, [workspace]), [ours, `${workspace}-too`]);
    assert.deepEqual(await outside([theirs], [through]), []);
    assert.deepEqual(await outside([theirs, ours], []), [theirs, ours]);
});

test('settings may name the home folder and the workspace', () => {
    assert.equal(expanded('~/bin/planls', undefined), path.join(homedir(), 'bin/planls'));
    assert.equal(expanded('${workspaceFolder}/env/bin/planls', '/w$&'), '/w$&/env/bin/planls');
    assert.equal(expanded('/opt/~/planls', '/w'), '/opt/~/planls');
});
