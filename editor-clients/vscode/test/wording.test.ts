import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Overview } from '../src/requests';
import { wordsFor } from '../src/wording';

const NONE = { done: 0, total: 0 };
const PLAN: Overview = { kind: 'plan', state: 'draft', steps: { done: 3, total: 7 }, tasks: NONE, checks: NONE, told: 'Draft: 3 of 7 steps' };

const TEXTS: [Overview, number, string][] = [
    [PLAN, 5, 'planls: plan · 3 of 7 steps · 5 findings'],
    [PLAN, 1, 'planls: plan · 3 of 7 steps · 1 finding'],
    [{ ...PLAN, steps: { done: 0, total: 1 } }, 0, 'planls: plan · 0 of 1 step · no findings'],
    [{ ...PLAN, kind: 'spec', steps: NONE, told: '' }, 2, 'planls: spec · 2 findings'],
];

for (const [overview, findings, text] of TEXTS) {
    test(text, () => { assert.equal(wordsFor({ name: 'known', overview, findings }).text, text); });
}

test('the tooltip says all of it', () => {
    assert.equal(wordsFor({ name: 'known', overview: PLAN, findings: 0 }).tooltip, 'Draft: 3 of 7 steps');
});

test('only what the user has to do something about is alarming', () => {
    const alarming = [
        wordsFor({ name: 'missing' }),
        wordsFor({ name: 'stopped', why: 'It stopped' }),
        wordsFor({ name: 'starting' }),
        wordsFor({ name: 'other' }),
    ].map(words => words.alarm);
    assert.deepEqual(alarming, [true, true, false, false]);
});
