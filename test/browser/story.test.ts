import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { SAMPLE_MODEL, startWriter } from '../../demo/writer';
import { chooseFromMenu, launchBrowser, sidebarOf } from '../support/browser';
import { CLIENTS_CSV, PAGES, PERSON, PRODUCTS, SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';
import { servePages } from '../support/site';

/** Both stories again as a freelancer and a client live them: menu, sidebar, mailbox, link, dashboard. */

let host: TestHost;
let browser: Browser;
let page: Page;
let side: Frame;
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-browser-'));
const servers: { stop: () => Promise<void> }[] = [];
const faults: string[] = [];

beforeAll(async () => {
  host = await startTestHost('2026-11-21T04:00:00Z');
  const sites = await servePages(PAGES);
  const writer = await startWriter({ seed: 'browser' });
  servers.push(sites, writer);
  await host.client.putRoutes(
    Object.fromEntries(Object.keys(PAGES).map((name) => [name, sites.address])),
  );
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(host.client.address);
  await chooseFromMenu(page, 'Set up');
  await page.getByText('The workbook is ready').waitFor();
  await host.panel({
    do: 'saveSettings',
    settings: { model: SAMPLE_MODEL, modelAddress: `${writer.address}/v1` },
  });
});

afterAll(async () => {
  await browser.close();
  await host.stop();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const go = (name: string) =>
  side.getByRole('navigation').getByRole('button', { name, exact: true }).click();
const press = (name: string | RegExp) =>
  side
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const fill = (label: string, value: string) => side.getByLabel(label, { exact: true }).fill(value);
const says = (text: string | RegExp) => side.getByText(text).first().waitFor();

it('asks at first who writes, pairs the gate and keeps a key that nobody can read back', async () => {
  await chooseFromMenu(page, 'Open Perennial');
  side = await sidebarOf(page);
  await says('Say who the letters are from');
  await press('Fill it in');
  await fill('Your name', SENDER.senderName);
  await fill('Reply to', 'mira at studio');
  await fill('Postal address', SENDER.postalAddress);
  const [save] = await side.getByRole('button', { name: 'Save', exact: true }).all();
  await save?.click();
  await says(/Reply to: “mira at studio” is not a mail address/);
  await fill('Reply to', SENDER.replyTo);
  await save?.click();
  await says('Saved.');
  await fill('Gate address', host.client.webApp('gate'));
  await press('Pair');
  await says(/Paired\. The gate answers/);
  await fill('OpenAI key', 'sample-key');
  await press('Keep');
  await says('Kept. It cannot be read back, here or in the sheet.');
  expect(await side.getByLabel('OpenAI key', { exact: true }).inputValue()).toBe('');
});

it('shows what a client list would do before it does it, and takes consent for the selection', async () => {
  await go('Clients');
  await fill('or paste it', CLIENTS_CSV);
  await says(/Row 6: “nowhere” is not a mail address/);
  expect(await host.rows('Clients')).toHaveLength(0);
  await press('Add 4 clients');
  await says('4 clients added, 1 row refused.');
  await side.getByLabel(/Ms Okada/).check();
  await fill('How', 'asked on the phone');
  await fill('When', '2026-11-20');
  await press('Note it for 1 client');
  await says('Nobody is waiting');
});

it('takes a product by pasting its address, and knows the network', async () => {
  await go('Products');
  await says('Nothing to recommend yet');
  for (const product of PRODUCTS) {
    await press('Add a product');
    await fill('Affiliate address', product.destination);
    await says('This is an address of Impact.');
    await fill('Name', product.name);
    await fill('Category', product.category);
    await fill('Good for', product.goodFor);
    await side.getByLabel('Pays', { exact: true }).selectOption(product.pays);
    await fill('Amount', product.amount);
    await fill('Currency', product.currency);
    await fill('What may be said about it', product.facts);
    await fill('Its ordinary page', product.page);
    await press('Save');
    await says(`${product.name} is saved.`);
    await side.locator('.list').getByText(product.name).waitFor();
  }
  expect((await host.rows('Products')).map(({ Network }) => Network)).toEqual(['Impact', 'Impact']);
});

it('writes the letters, shows one as its client sees it, and lets it be edited and approved', async () => {
  await host.client.putCsv('Rates', 'Currency,Rate,As of\nUSD,30,2026-11-20');
  await go('Letters');
  await says('No letters wait');
  await press('Write what is due');
  await says(/4 letters became due, 4 drafts written/);
  await side.locator('.list .line', { hasText: 'Ms Lin' }).click();
  const mail = side.frameLocator('iframe.mail');
  await mail.getByText('Images without a text that says what they show: 2 of 3.').waitFor();
  await mail.getByText('the links below are affiliate links').waitFor();
  await mail.getByRole('link', { name: 'Rankly' }).waitFor();
  await press('Edit');
  await fill('Subject', 'About your bakery');
  await press('Save');
  await side.getByText('About your bakery').waitFor();
  await press('Approve');
  await says('Approved: Ms Lin.');
  await says('1 of 3 to read');
  await press('Skip …');
  await fill('Why (for your own records)', 'spoke to them');
  await press('Skip it');
  await says(/^Skipped: /);
  await press('Take it back');
  await says('1 letter put back.');
  await press('← All letters');
  await side.locator('.list .line', { hasText: 'Ms Lin' }).getByText('approved').waitFor();
});

it('asks before it approves all that passed, and takes that back', async () => {
  await press('Approve the 3 that passed every check …');
  await says('Approve the 3 letters that passed every check, without reading them?');
  await press('Yes, approve all 3');
  await says('3 letters approved.');
  await side.getByRole('button', { name: 'Send 4 approved' }).waitFor();
  await press('Take it back');
  await says('3 letters put back.');
});

it('sends it, and it lies in the mailbox', async () => {
  await press('Send 1 approved');
  await says(/1 letter sent/);
  await page.goto(`${host.client.address}/mail`);
  await page.getByLabel('Mails').getByText('About your bakery').click();
  const message = page.getByRole('region', { name: 'About your bakery' });
  const frame = message.locator('iframe').first().contentFrame();
  await frame.getByText('1 Any Street, Taipei').waitFor();
  await frame.getByRole('link', { name: 'Unsubscribe' }).waitFor();
});

it('leads a reader from the letter over the page with the disclosure to the product', async () => {
  const link =
    (await host.client.mail())
      .map(({ text }) => /Rankly\r?\n(http\S+)/.exec(text)?.[1])
      .find(Boolean) ?? '';
  // Whoever comes within seconds of sending is a scanner of mail.
  await host.client.moveClock({ advance: 'PT3H', every: 'PT3H' });
  const reader = await browser.newPage({ locale: 'de-DE', userAgent: PERSON });
  reader.on('pageerror', (error) => faults.push(error.message));
  let arrived = '';
  await reader.route('https://rankly.sjv.io/**', async (route) => {
    arrived = route.request().url();
    await route.fulfill({ contentType: 'text/html', body: '<h1>Rankly</h1>' });
  });
  await reader.goto(link);
  const frame = reader.locator('iframe').first().contentFrame();
  await frame.getByText('Dies ist ein Affiliate-Link').waitFor();
  await reader.waitForTimeout(800);
  await frame.getByRole('link', { name: 'Weiter zu Rankly' }).click();
  await reader.getByRole('heading', { name: 'Rankly' }).waitFor();
  const code = link.split('?l=')[1] ?? '';
  expect(arrived).toMatch(
    new RegExp(`^https://rankly\\.sjv\\.io/c/11/22/33\\?subId1=${code}[a-z0-9]{5}$`),
  );
  await reader.close();
});

it('collects the tap from the menu', async () => {
  await page.goto(host.client.address);
  await chooseFromMenu(page, 'Collect taps now');
  await page.getByText('1 visit noted, 1 tap counted').waitFor();
  expect(await host.rows('Clicks')).toMatchObject([
    { Level: 'tapped', Counted: 'yes', Why: 'a person went on' },
  ]);
});

it('books the network’s report from a file, in the currency that is chosen', async () => {
  const [click] = await host.rows('Clicks');
  const file = path.join(folder, 'paystub.csv');
  writeFileSync(
    file,
    `Paystub Id,Action Id,Sub Id 1,Sale Amount,Payout,Action Date\n9,a-1,${String(click?.Code)}${String(click?.Visit)},1200,100,2026-11-21T10:00:00Z\n`,
  );
  await chooseFromMenu(page, 'Open Perennial');
  side = await sidebarOf(page);
  await go('Money');
  await side.getByLabel(/Drop the report here/).setInputFiles(file);
  await says(/1 row carries a mark of ours\. Together \$100\./);
  const currency = side.getByLabel(/In which currency/);
  const book = side.getByRole('button', { name: 'Book 1' });
  for (const wrong of ['', 'us', 'XYZ']) {
    await currency.fill(wrong);
    expect(await book.isDisabled()).toBe(true);
  }
  await says('“XYZ” is not a currency');
  await currency.fill('usd');
  await says(/Together \$100\./);
  await press('Book 1');
  await says('1 commission booked, 0 changed, 0 known already, 0 refused.');
  await go('Home');
  await side.locator('.big', { hasText: 'NT$3,000' }).waitFor();
});

it('stands on the dashboard, with charts that are drawn', async () => {
  await page.getByRole('tab', { name: 'Dashboard' }).click();
  const cells = page.getByRole('region', { name: 'Cells of Dashboard' });
  await cells.getByText('Earned this quarter').waitFor();
  expect(await cells.getByText('NT$3,000').count()).toBeGreaterThanOrEqual(3);
  const charts = cells.getByRole('img');
  expect(await charts.count()).toBeGreaterThanOrEqual(6);
  for (const chart of await charts.all()) {
    expect(await chart.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
      300,
    );
  }
});

it('unsubscribes a reader by the page, after it asked', async () => {
  const address =
    (await host.client.mail())
      .map(({ text }) => /Unsubscribe: (http\S+)/.exec(text)?.[1])
      .find(Boolean) ?? '';
  const reader = await browser.newPage();
  await reader.goto(address);
  await reader
    .locator('iframe')
    .first()
    .contentFrame()
    .getByRole('button', { name: 'Unsubscribe' })
    .click();
  await reader
    .locator('iframe')
    .first()
    .contentFrame()
    .getByText('You will get no more letters')
    .waitFor();
  await reader.close();
  await host.panel({ do: 'collectNow' });
  expect((await host.rows('Clients'))[0]).toMatchObject({
    Name: 'Ms Lin',
    Consent: 'unsubscribed',
  });
});

it('met no error on any page', () => {
  expect(faults).toEqual([]);
});
