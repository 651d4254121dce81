import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import { install, InstallError, isBusy, isInstalled, ownServers, wheelIn, type Watcher } from '../src/installing/environment';
import { findPython } from '../src/installing/pythons';
import { wordsForFailure, wordsForLack } from '../src/installing/words';
import { folder, program } from './hands';

/** A Python that makes "environments" whose pip does what the script says. */
function python(home: string, pip = 'exit 0'): string {
    const made = `#!/bin/sh\\n${pip}\\n`;
    return program(path.join(home, 'python'), `
        for last; do :; done
        mkdir -p "$last/bin"
        printf '${made}' > "$last/bin/python"
        printf '#!/bin/sh\\n' > "$last/bin/planls"
        chmod +x "$last/bin/python" "$last/bin/planls"`);
}

function wheels(home: string, content = 'wheel'): string {
    const dist = path.join(home, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(path.join(dist, 'planls-0.2.0-py3-none-any.whl'), content);
    return dist;
}

function watcher(signal = new AbortController().signal): Watcher & { steps: string[] } {
    const steps: string[] = [];
    return { signal, steps, onStep: step => steps.push(step), onOutput: () => undefined };
}

test('a server is installed in a folder of its own', async () => {
    const home = folder();
    const storage = path.join(home, 'storage');
    const wheel = await wheelIn(wheels(home));
    const watching = watcher();
    await install(python(home), wheel, storage, watching);
    assert.deepEqual(watching.steps, ['Making an environment', 'Installing planls']);
    assert.ok(await isInstalled(storage, wheel));
    const [server = ''] = await ownServers(storage, wheel);
    assert.match(server, /server-0\.2\.0-[0-9a-f]{12}\/bin\/planls$/);
});

test('a newer wheel takes the place of an older one', async () => {
    const home = folder();
    const storage = path.join(home, 'storage');
    await install(python(home), await wheelIn(wheels(home, 'old')), storage, watcher());
    const newer = await wheelIn(wheels(home, 'new'));
    assert.equal(await isInstalled(storage, newer), false);
    assert.equal((await ownServers(storage, newer)).length, 1);
    await install(python(home), newer, storage, watcher());
    const old = await wheelIn(wheels(home, 'old'));
    for (const wheel of [newer, old]) { // the older one is there as long as a window may use it
        const servers = await ownServers(storage, wheel);
        assert.equal(servers.length, 2);
        assert.ok(servers[0]?.startsWith(path.join(storage, `server-${wheel.key}`)));
    }
});

test('the last environment stays for windows that use it, those before it go', async () => {
    const home = folder();
    const storage = path.join(home, 'storage');
    const keys: string[] = [];
    for (const [at, content] of ['one', 'two', 'three'].entries()) {
        const wheel = await wheelIn(wheels(home, content));
        await install(python(home), wheel, storage, watcher());
        utimesSync(path.join(storage, `server-${wheel.key}`, 'planls-is-complete'), at, at);
        keys.push(wheel.key);
    }
    assert.deepEqual(readdirSync(storage).sort(), keys.slice(1).map(key => `server-${key}`).sort());
});

test('a failure is told, leaves nothing that counts, and the older server where it is', async () => {
    const home = folder();
    const storage = path.join(home, 'storage');
    await install(python(home), await wheelIn(wheels(home, 'old')), storage, watcher());
    const newer = await wheelIn(wheels(home, 'new'));
    const failing = install(python(home, 'echo ERROR: no index; exit 3'), newer, storage, watcher());
    await assert.rejects(failing, (error: InstallError) =>
        error.message === 'Installing planls failed (exit code 3)' && error.output === 'ERROR: no index\n');
    assert.equal(await isInstalled(storage, newer), false);
    assert.equal((await ownServers(storage, newer)).length, 1);
    assert.equal(existsSync(path.join(storage, 'installing')), false);
});

test('who cancels ends pip and all that it started', async () => {
    const home = folder();
    const controller = new AbortController();
    const script = 'echo started; sleep 600 & wait';
    const watching = { ...watcher(controller.signal), onOutput: (text: string) => { if (text.startsWith('started')) { controller.abort(); } } };
    await assert.rejects(install(python(home, script), await wheelIn(wheels(home)), path.join(home, 'storage'), watching), InstallError);
});

test('two windows do not install at once', async () => {
    const home = folder();
    const storage = path.join(home, 'storage');
    mkdirSync(storage);
    writeFileSync(path.join(storage, 'installing'), String(process.ppid));
    const wheel = await wheelIn(wheels(home));
    assert.ok(await isBusy(storage));
    await assert.rejects(install(python(home), wheel, storage, watcher()), /Another window is installing the server/);
    utimesSync(path.join(storage, 'installing'), 0, 0); // another process has got the number of a window long gone
    await install(python(home), wheel, storage, watcher());
    writeFileSync(path.join(storage, 'installing'), '2147483646'); // its window went away
    await install(python(home), wheel, storage, watcher());
});

const PYTHONS: [string, string, object][] = [
    ['a good one', 'echo planls-python 3 12 1; echo /p', { executable: '/p', version: '3.12' }],
    ['an old one', 'echo planls-python 3 10 1; echo /p', { lack: 'newer', version: '3.10' }],
    ['one without ensurepip', 'echo planls-python 3 11 0; echo /p', { lack: 'venv', executable: '/p', version: '3.11' }],
    ['no Python at all', 'exit 9', { lack: 'python' }],
];

for (const [name, script, found] of PYTHONS) {
    test(`${name} is told by its answer`, async () => {
        const home = folder();
        assert.deepEqual(await findPython(program(path.join(home, 'python'), script), home), found);
    });
}

test('a Python in an untrusted workspace is not asked', async () => {
    const workspace = folder();
    const python = program(path.join(workspace, 'python3'), `touch ${workspace}/asked; echo planls-python 3 12 1; echo /p`);
    const before = process.env['PATH'];
    process.env['PATH'] = workspace;
    try {
        assert.deepEqual(await findPython('', folder(), [workspace]), { lack: 'python' });
        assert.deepEqual(await findPython(python, folder(), [workspace]), { lack: 'python' });
        assert.equal(existsSync(path.join(workspace, 'asked')), false);
        assert.ok('executable' in await findPython(python, folder()));
    } finally {
        process.env['PATH'] = before;
    }
});

test('a real Python is found', async () => {
    assert.ok('executable' in await findPython('', folder()));
});

test('each failure says what to do', () => {
    assert.match(wordsForLack({ lack: 'python' }, ''), /needs Python 3\.11 or later, and none was found/);
    assert.match(wordsForLack({ lack: 'python' }, '/p'), /planls\.python\.path names no Python that answers: \/p/);
    assert.match(wordsForLack({ lack: 'newer', version: '3.9' }, ''), /only 3\.9 was found/);
    assert.match(wordsForLack({ lack: 'venv', executable: '/p', version: '3.11' }, ''), /apt install python3\.11-venv/);
    assert.equal(wordsForFailure('It failed', ''), 'planls: It failed.');
    assert.equal(wordsForFailure('It failed', 'a\nERROR: one\nERROR: two\nb'), 'planls: It failed: two');
});
