import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOlder, versionIn } from '../src/finding/version';

const PRINTED: [string, string | undefined][] = [
    ['planls 0.1.0\n', '0.1.0'],
    ['planls 1.2.0rc1\r\n', '1.2.0rc1'],
    ['warning: something\nplanls 0.10.2\n', '0.10.2'],
    ['ruff 0.14.0\n', undefined],
    ['command not found: planls', undefined],
    ['', undefined],
];

for (const [output, version] of PRINTED) {
    test(`the version in ${JSON.stringify(output)}`, () => { assert.equal(versionIn(output), version); });
}

const ORDER: [string, string, boolean][] = [
    ['0.1.0', '0.1.0', false],
    ['0.0.9', '0.1.0', true],
    ['0.10.0', '0.9.0', false],
    ['0.1', '0.1.0', false],
    ['0.1', '0.1.1', true],
    ['1.0', '0.9.9', false],
    ['0.1.0.dev3', '0.1.0', false],
];

for (const [one, other, older] of ORDER) {
    test(`${one} is ${older ? '' : 'not '}older than ${other}`, () => { assert.equal(isOlder(one, other), older); });
}
