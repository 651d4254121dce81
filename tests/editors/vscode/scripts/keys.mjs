// A person at the keyboard: opens the plan, sees a finding, applies its fix, completes a section, saves.

import { goTo, openFile, untilUnderlined } from './hands.mjs';

export async function run(page, { name, misnamed, fix, line, label, filled, after }) {
    const { keyboard } = page;
    await openFile(page, name);
    await untilUnderlined(page, misnamed.text);
    await keyboard.press('Control+Shift+M');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: misnamed.code }).first();
    await problem.waitFor();
    const seen = { problem: await problem.innerText() };
    await keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
    await goTo(page, misnamed.line, misnamed.column);
    await untilBulb(page);
    await keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.focused', { hasText: fix }).waitFor();
    await keyboard.press('Enter');
    await page.locator('.view-line', { hasText: after }).waitFor();
    await goTo(page, line);
    seen.offered = await complete(page, label);
    await keyboard.type(filled[0]);
    await keyboard.press('Tab');
    await keyboard.type(filled[1]);
    await keyboard.press('Escape');
    await page.locator('.tab.active.dirty').waitFor();
    await keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    seen.status = await page.locator('[id="planls.planls.planls.status"], [id*="planls.status"]').first().innerText();
    return seen;
}

/** Waits for the light bulb at the cursor: what is asked before it comes, VS Code forgets when it does. */
async function untilBulb(page) {
    await page.waitForFunction(() => {
        const top = name => document.querySelector(name)?.getBoundingClientRect().top ?? NaN;
        return Math.abs(top('.lightBulbWidget') - top('.monaco-editor.focused .cursor')) < 30;
    });
}

/** Types two signs and a blank; the list comes by itself, and Tab takes the first of it. */
async function complete(page, label) {
    await page.keyboard.type('## ');
    const row = page.locator('.suggest-widget .monaco-list-row.focused', { hasText: label });
    await row.waitFor();
    const offered = await row.innerText();
    await page.keyboard.press('Tab');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    return offered;
}
