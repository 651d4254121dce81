// A workspace that nobody trusts: there is no server, as if what the workspace brings along were not there.

import { openFile } from './hands.mjs';

export async function run(page, { name }) {
    await openFile(page, name);
    await page.getByText('Restricted Mode').first().waitFor();
    const message = page.locator('.notification-toast', { hasText: 'planls' }).first();
    await message.waitFor();
    return message.innerText();
}
