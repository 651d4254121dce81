// What the scripts share: a person's ways through VS Code, by keyboard.

/** Opens a file by a part of its name. */
export async function openFile(page, name) {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator('.monaco-editor.focused .view-line').first().waitFor();
}

/** Goes to a line and column, both from 1, the column in units of UTF-16. */
export async function goTo(page, line, column = 1) {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.getByText(new RegExp(`Ln ${line}, Col `)).waitFor();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.locator('.monaco-editor.focused').waitFor();
}

/** Runs a command of the palette by its title. */
export async function run(page, title) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
}

/** Waits until something underlined stands below a text, edge to edge; a pixel more or less is rounding. */
export async function untilUnderlined(page, text) {
    await page.waitForFunction(isUnderlined, text);
}

/** Runs in the page: looked at anew each time, because lines move while lenses come. */
function isUnderlined(wanted) {
    for (const line of document.querySelectorAll('.view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) {
            nodes.push(walker.currentNode);
        }
        const at = nodes.map(node => node.data).join('').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) {
            continue;
        }
        const point = offset => {
            let rest = offset;
            return [nodes.find(one => rest <= one.length || ((rest -= one.length), false)), rest];
        };
        const range = document.createRange();
        range.setStart(...point(at));
        range.setEnd(...point(at + wanted.length));
        const text = range.getBoundingClientRect();
        return [...document.querySelectorAll('[class*="squiggly-"]')].some(one => {
            const box = one.getBoundingClientRect();
            const near = (mine, its, most) => Math.abs(mine - its) < most;
            return near(box.left, text.left, 2) && near(box.right, text.right, 2) && near(box.top, text.top, 8);
        });
    }
    return false;
}
