// Drives VS Code in Chromium: `node drive.mjs SCRIPT ARGUMENTS`, where SCRIPT is a file in scripts/ and
// ARGUMENTS are JSON. What the script returns is written to the file `report`.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [name, json] = process.argv.slice(2);
const given = JSON.parse(json);
const { chromium } = await import(pathToFileURL(given.playwright));
const { run } = await import(`./scripts/${name}.mjs`);

const LIMIT = 60_000;
const FLAGS = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const profile = mkdtempSync(join(tmpdir(), 'planls-chromium-'));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: given.chromium,
    headless: true,
    args: FLAGS,
    viewport: given.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: given.scale ?? 1,
});
context.setDefaultTimeout(LIMIT);
const page = context.pages()[0] ?? await context.newPage();
try {
    await page.goto(given.url);
    await page.locator('.monaco-workbench').waitFor();
    writeFileSync(given.report, JSON.stringify(await run(page, given)));
} catch (error) {
    await page.screenshot({ path: join(given.pictures, `${name}-failed.png`) }).catch(() => undefined);
    console.error(`${error.stack}\nwhat was to be seen: ${await page.locator('body').innerText().catch(() => '')}`);
    process.exitCode = 1;
} finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
}
