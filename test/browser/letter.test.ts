import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { sentLetters, type SentLetter } from '../support/letters';

/** Letters as a reader's screen shows them. */

let browser: Browser;
let sent: SentLetter[];

beforeAll(async () => {
  [browser, sent] = await Promise.all([launchBrowser(), sentLetters()]);
});
afterAll(() => browser.close());

async function shown(width: number, scheme: 'light' | 'dark', look: (page: Page) => unknown) {
  const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme: scheme });
  const found: [string, unknown][] = [];
  for (const { what, html } of sent) {
    await page.setContent(html);
    found.push([what, await look(page)]);
  }
  await page.close();
  return found;
}

const forEach = (value: unknown): [string, unknown][] => sent.map(({ what }) => [what, value]);

it.each([320, 600, 900])('nothing reaches over the edge at %i pixels', async (width) => {
  const widest = (page: Page) =>
    page.evaluate(() =>
      Math.max(
        ...Array.from(
          document.querySelectorAll('body *'),
          (one) => one.getBoundingClientRect().right,
        ),
      ),
    );
  const found = await shown(width, 'light', widest);
  expect(found.filter(([, right]) => Number(right) > width + 0.5)).toEqual([]);
});

it.each(['light', 'dark'] as const)(
  'every word stands out from its ground on a %s screen',
  async (scheme) => {
    const contrast = (page: Page) =>
      page.evaluate(() => {
        const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
        const light = ([r = 0, g = 0, b = 0]: number[]): number => {
          const [x = 0, y = 0, z = 0] = [r, g, b].map((c) =>
            c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * x + 0.7152 * y + 0.0722 * z;
        };
        const ground = (one: Element | null): number[] => {
          const color =
            one === null ? [255, 255, 255] : channels(getComputedStyle(one).backgroundColor);
          return one === null || color[3] !== 0 ? color : ground(one.parentElement);
        };
        const worded = Array.from(document.querySelectorAll('body *')).filter((one) =>
          Array.from(one.childNodes).some(
            (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
          ),
        );
        return Math.min(
          ...worded.map((one) => {
            const [a, b] = [light(channels(getComputedStyle(one).color)), light(ground(one))];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          }),
        );
      });
    // WCAG 2.1, level AA.
    const found = await shown(600, scheme, contrast);
    expect(found.filter(([, ratio]) => Number(ratio) < 4.5)).toEqual([]);
  },
);

it('a dark screen gets a dark letter', async () => {
  const ground = (page: Page) =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('.sheet') ?? document.body).backgroundColor,
    );
  expect(await shown(600, 'dark', ground)).toEqual(forEach('rgb(29, 37, 33)'));
});
