// A server that crashes while it starts: one message says so; once it is mended, the message's button starts it.

import { renameSync } from 'node:fs';
import { openFile, untilUnderlined } from './hands.mjs';

export async function run(page, { name, broken, mended, text }) {
    await openFile(page, name);
    const status = page.locator('[id*="planls.status"]').first();
    await status.getByText('stopped').waitFor();
    const messages = page.locator('.notification-toast');
    await messages.filter({ hasText: 'does not start' }).waitFor();
    const told = await messages.allInnerTexts();
    renameSync(mended, broken);
    await messages.getByRole('button', { name: 'Restart' }).click();
    await untilUnderlined(page, text);
    await status.getByText('finding').waitFor();
    return told;
}
