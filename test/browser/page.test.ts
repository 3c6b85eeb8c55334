import axe, { type AxeResults } from 'axe-core';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { isPicture, LONGEST_PICTURE } from '../../src/core/picture';
import { LANGUAGES, type Language } from '../../src/core/words/language';
import { chooseFromMenu, launchBrowser, sidebarOf } from '../support/browser';
import { startTestHost, type TestHost } from '../support/host';
import { allPages, aPage, htmlOf, WHYS } from '../support/pages';

/** The page behind a link as visitors see it; the pictures lie in `.perennial/pictures`. */

const FOLDER = path.join(__dirname, '../../.perennial/pictures');
const LOCALES: Record<Language, string> = {
  en: 'en-GB',
  'zh-TW': 'zh-TW',
  de: 'de-AT',
  ja: 'ja-JP',
};

let browser: Browser;
let picture = '';
const requests: string[] = [];
// A busy machine's Chromium sometimes cannot take a picture; what is wrong with a page stays wrong.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launchBrowser();
  picture = await paint(96);
});
afterAll(() => browser.close());

/** A portrait as a data address, as the sidebar makes it. */
async function paint(side: number): Promise<string> {
  const page = await browser.newPage();
  const address = await page.evaluate((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const pen = canvas.getContext('2d');
    if (pen === null) return '';
    const disc = (colour: string, x: number, y: number, radius: number): void => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(x * size, y * size, radius * size, 0, 7);
      pen.fill();
    };
    pen.fillStyle = '#9fc4d6';
    pen.fillRect(0, 0, size, size);
    disc('#3f6b52', 0.5, 1.05, 0.42);
    disc('#e8bf9c', 0.5, 0.45, 0.22);
    disc('#3a2a20', 0.5, 0.3, 0.2);
    return canvas.toDataURL('image/jpeg', 0.85);
  }, side);
  await page.close();
  return address;
}

async function show(
  html: string,
  look: { width: number; colorScheme?: 'light' | 'dark'; language?: Language },
): Promise<Page> {
  const { width, colorScheme = 'light', language = 'en' } = look;
  const page = await browser.newPage({
    viewport: { width, height: 560 },
    colorScheme,
    locale: LOCALES[language],
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  return page;
}

/** What axe finds wrong, in words. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<AxeResults> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  return found;
}

describe.each(LANGUAGES)('the page in %s', (language) => {
  const html = () => htmlOf(allPages(aPage({ picture }), WHYS[language])[0]?.[1] ?? { json: {} });

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [600, 'light'],
    [600, 'dark'],
  ] as const)('is readable at %i px in the %s', async (width, colorScheme) => {
    const page = await show(html(), { width, colorScheme, language });
    await page.screenshot({
      path: path.join(FOLDER, `page-${language}-${width}-${colorScheme}.png`),
      fullPage: true,
    });
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    const go = await page.locator('#go').boundingBox();
    expect(go?.height).toBeGreaterThanOrEqual(44);
    expect((go?.y ?? 0) + (go?.height ?? 0)).toBeLessThan(640);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await page.close();
  });
});

describe('every other page', () => {
  const pages = (given: object = {}) => allPages(aPage({ picture, ...given })).slice(1);

  it.each(pages().map(([name], at) => [name, at] as const))(
    '“%s” is readable too, and never a dead end',
    async (name, at) => {
      const html = htmlOf(pages()[at]?.[1] ?? { json: {} });
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await show(html, { width: 320, colorScheme });
        await page.screenshot({
          path: path.join(FOLDER, `${name}-320-${colorScheme}.png`),
          fullPage: true,
        });
        expect(await violations(page)).toEqual([]);
        const ways = await page.locator('a, button').count();
        const says = (await page.textContent('main')) ?? '';
        expect(ways > 0 || /answer the letter|Done\./.test(says)).toBe(true);
        await page.close();
      }
    },
  );
});

it('holds names without a space, and the longest picture, within 15 kB and without scrolling', async () => {
  const sender = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
  const product = {
    product: 'Donaudampfschifffahrtsgesellschaft'.repeat(3),
    why: '長'.repeat(180),
  };
  const long = `data:image/png;base64,${'A'.repeat(LONGEST_PICTURE - 22)}`;
  const [[, reply] = ['', { json: {} }]] = allPages(aPage({ sender, picture: long }), product);
  expect(Buffer.byteLength(htmlOf(reply))).toBeLessThan(16_500);
  const [[, usual] = ['', { json: {} }]] = allPages(aPage({ picture: long }));
  expect(Buffer.byteLength(htmlOf(usual))).toBeLessThan(15_000);
  const page = await show(htmlOf(reply), { width: 320 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});

it('can be followed with the keyboard alone, and shows where one is', async () => {
  const [[, reply] = ['', { json: {} }]] = allPages(aPage());
  const page = await show(htmlOf(reply), { width: 600 });
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => {
    const { id } = document.activeElement ?? { id: '' };
    const { outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
    return { id, outlineStyle };
  });
  expect(focused).toEqual({ id: 'go', outlineStyle: 'solid' });
  await page.close();
});

it('has loaded nothing from anywhere but its own beacon', () => {
  const foreign = requests.filter(
    (url) => !/^(about:|data:image\/jpeg|https:\/\/gate\.example\/exec$)/.test(url),
  );
  expect(foreign).toEqual([]);
});

describe('the sender’s picture', () => {
  let host: TestHost;
  afterAll(() => host.stop());

  it('is chosen in the sidebar, made small there, and can be taken away', async () => {
    host = await startTestHost();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(host.client.address);
    await chooseFromMenu(page, 'Set up');
    await page.getByText('the workbook is ready').waitFor();
    await chooseFromMenu(page, 'Open Perennial');
    const side = await sidebarOf(page);
    await side.getByRole('navigation').getByRole('button', { name: 'Set up', exact: true }).click();
    await side.getByText('More: your picture').click();
    const large = Buffer.from((await paint(1500)).split(',')[1] ?? '', 'base64');
    const input = side.getByLabel(/Drop an image here/);
    await input.setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('x'),
    });
    await side.getByText('“notes.txt” is not an image').waitFor();
    await input.setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: large });
    await side.getByAltText('Your picture as clients see it').waitFor();
    const kept = (await host.rows('Settings')).find(({ Setting }) => Setting === 'Picture')?.Value;
    expect(isPicture(String(kept))).toBe(true);
    await page.screenshot({ path: path.join(FOLDER, 'sidebar-picture.png') });
    await side.getByRole('button', { name: 'Take it away' }).click();
    await side.getByText('Taken away.').waitFor();
    await page.close();
  });
});
