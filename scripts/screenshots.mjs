import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium, ensurePackages, findChromium, root } from './machine.mjs';

/** `npm run screenshots`: the pictures in docs/, taken from the running demo. */

ensurePackages();
await ensureChromium();
const { buildAll } = await import('./build.mjs');
await buildAll();
const { startDemo, startHost } = await import('../dist/demo/story.js');
const { chromium } = await import('playwright-core');

const PRESENT = '2026-11-21T02:00:00Z';
const BEFORE = '2026-08-21T02:00:00Z';
const FOLDER = path.join(root, 'docs/pictures');

const data = mkdtempSync(path.join(tmpdir(), 'perennial-pictures-'));
const host = await startHost({ data, fresh: true, now: BEFORE });
const quiet = () => undefined;
const demo = await startDemo({
  host,
  seed: 'perennial',
  present: PRESENT,
  say: quiet,
  show: quiet,
});
await demo.live();
await demo.write();
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
try {
  await shootSheet();
  await shootLetter();
  await shootGate();
} finally {
  await browser.close();
  await demo.stop();
  await host.stop();
  rmSync(data, { recursive: true, force: true });
}

async function shootSheet() {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  await page.goto(host.address);
  await page.getByRole('button', { name: 'Perennial', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open Perennial' }).click();
  const side = await sidebarOf(page);
  await side.getByText('Money that came back').waitFor();
  // Wide enough that the sidebar stands beside the charts.
  await page.setViewportSize({ width: 1860, height: 1180 });
  await shot(page, 'dashboard');
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.getByRole('tab', { name: 'Letters', exact: true }).click();
  await side.getByRole('button', { name: 'Letters', exact: true }).click();
  await side.locator('.list .line').first().waitFor();
  await shot(page, 'queue');
  // A report, in English: a line shows the letter's first words, and what was found on the site.
  const line = side.locator('.list .line', { hasText: / (the|your) .* to mend/s });
  await line.first().click();
  const mail = side.frameLocator('iframe.mail');
  await mail
    .getByText(/^(Dear|Hello|Hi) /)
    .first()
    .waitFor();
  await shot(page, 'letter-in-sidebar');
  await side.getByRole('button', { name: '← All letters' }).click();
  await side.locator('.list .line', { hasText: 'goes on LINE' }).first().click();
  await side.locator('.line-chat').waitFor();
  await shot(page, 'letter-on-line');
  await page.close();
}

async function shootLetter() {
  const letter = await anEnglishLetter();
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [600, 320]) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme });
      await page.setContent(letter.html);
      const name = `letter-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`;
      await page.screenshot({ path: path.join(FOLDER, name), fullPage: true });
      await page.close();
    }
  }
}

async function shootGate() {
  const { text } = await anEnglishLetter();
  const link = /http\S+\?l=\w+/.exec(text)?.[0];
  const page = await browser.newPage({ viewport: { width: 520, height: 560 } });
  await page.goto(link);
  await page.locator('iframe').first().contentFrame().getByText('Continue to').waitFor();
  await shot(page, 'page-behind-a-link');
  await page.close();
}

/** One that found something and recommends something. */
async function anEnglishLetter() {
  const letters = await host.mail();
  const found = letters.find(
    ({ text }) => text.includes('Images without a text') && text.includes('affiliate links'),
  );
  if (found === undefined) throw new Error('The demo sent no such letter.');
  return found;
}

async function sidebarOf(page) {
  for (;;) {
    for (const frame of page.frames()) {
      if ((await frame.locator('#app nav').count()) > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
}

async function shot(page, name) {
  // Charts are drawn a moment after the cells.
  await page.waitForTimeout(700);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}
