// No server anywhere: the message's button installs the one that the extension brings along.

import { openFile, untilUnderlined } from './hands.mjs';

export async function run(page, { name, text }) {
    await openFile(page, name);
    const status = page.locator('[id*="planls.status"]').first();
    await status.getByText('no server').waitFor();
    const message = page.locator('.notification-toast', { hasText: 'planls found no server' });
    await message.waitFor();
    const seen = { missing: await status.innerText(), asked: await message.innerText() };
    await message.getByRole('button', { name: 'Install' }).click();
    await page.locator('.notification-toast', { hasText: 'Installing the planls server' }).waitFor();
    await untilUnderlined(page, text);
    await status.getByText('finding').waitFor();
    return { ...seen, installed: await status.innerText() };
}
