// Takes the pictures of the READMEs: the example plan with its findings, a fix, a completion, its scope.

import { join } from 'node:path';
import { goTo, openFile, run as command, untilUnderlined } from './hands.mjs';

const MARGIN = 6;

export async function run(page, { name, pictures }) {
    const path = file => join(pictures, `${file}.png`);
    await openFile(page, name);
    await untilUnderlined(page, "[Why this isn't a toy/mock]");
    await page.locator('[id*="planls.status"]').getByText('finding').first().waitFor();
    await page.keyboard.press('Control+B');
    await page.locator('.sidebar').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').nth(4).waitFor();
    await page.mouse.move(0, 0);
    await settled(page);
    await page.screenshot({ path: path('finding') });
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
    await fix(page, path('fix'));
    await complete(page, path);
    await scope(page, path('scope'));
    return null;
}

async function fix(page, path) {
    await goTo(page, 71, 42);
    await page.locator('.lightBulbWidget').waitFor();
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').nth(1).waitFor();
    await settled(page);
    await around(page, path, ['.action-widget', '.monaco-editor .cursor'], { above: 120, left: 330, width: 860, below: 20 });
    await page.keyboard.press('Escape');
}

async function complete(page, path) {
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## ');
    await page.locator('.suggest-widget .monaco-list-row.focused').waitFor();
    await settled(page);
    await around(page, path('complete'), ['.suggest-widget'], { above: 150, left: 90, width: 760, below: 20 });
    await page.keyboard.press('Tab');
    await page.locator('.view-line', { hasText: 'Likelihood' }).waitFor();
    await settled(page);
    await around(page, path('section'), ['.monaco-editor .cursor'], { above: 190, left: 144, width: 760, below: 20 });
}

async function scope(page, path) {
    await command(page, 'planls: Show Scope');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'out of scope' }).first().waitFor();
    await settled(page);
    await around(page, path, ['.quick-input-widget'], { above: 10, left: 10, width: 0, below: 10 });
}

/** Waits until two frames have been drawn without an animation going on. */
async function settled(page) {
    await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => undefined))));
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Takes what is around some elements. */
async function around(page, path, selectors, { above, left, width, below }) {
    const boxes = (await Promise.all(selectors.map(one => page.locator(one).first().boundingBox()))).filter(Boolean);
    const x = Math.max(0, Math.min(...boxes.map(box => box.x)) - left);
    const y = Math.max(0, Math.min(...boxes.map(box => box.y)) - above);
    const right = Math.max(...boxes.map(box => box.x + box.width)) + MARGIN;
    const bottom = Math.max(...boxes.map(box => box.y + box.height)) + below;
    await page.screenshot({ path, clip: { x, y, width: Math.max(width, right - x), height: bottom - y } });
}
