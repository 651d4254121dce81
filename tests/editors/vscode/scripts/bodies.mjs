// Keeps the window open until the bodies inside the extension host have written their report.

import { existsSync, readFileSync } from 'node:fs';

const LIMIT = 300_000; // of all bodies together: a wait inside of one ends sooner, and says what for

export async function run(page, { awaited }) {
    const limit = Date.now() + LIMIT;
    while (!existsSync(awaited)) {
        if (Date.now() > limit) {
            throw new Error(`the bodies wrote no report: ${awaited}`);
        }
        await page.waitForTimeout(50); // between two looks; nothing is taken for granted after it
    }
    return JSON.parse(readFileSync(awaited, 'utf8'));
}
