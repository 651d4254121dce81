// The file is open already: waits for the underlined text, says what the status bar says, and follows the
// link behind the finding to its rule's page.

import { untilUnderlined } from './hands.mjs';

export async function run(page, { text, code, title }) {
    await untilUnderlined(page, text);
    const status = page.locator('[id*="planls.status"]').first();
    await status.getByText('finding').waitFor();
    const said = await status.innerText();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel a', { hasText: code }).first().click();
    await page.locator('.view-line', { hasText: title }).first().waitFor();
    return said;
}
