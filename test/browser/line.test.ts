import type { Browser, Frame } from 'playwright-core';
import { serve } from '../../demo/lists/served';
import { SampleLine } from '../../demo/line/sample';
import type { Loopback } from '../../demo/loopback';
import { launchBrowser, openSidebar } from '../support/browser';
import { PRODUCTS, SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';
import { LINE_TOKEN } from '../support/line';

/** A freelancer connects LINE in the sidebar, and looks at a letter as it will look there. */

const line = new SampleLine({ token: LINE_TOKEN, limit: 200 });
let host: TestHost;
let server: Loopback;
let browser: Browser;
let side: Frame;

beforeAll(async () => {
  host = await startTestHost();
  server = await serve(line);
  await host.client.putRoutes({ 'api.line.me': server.address });
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await host.panel({ do: 'pair', address: host.client.webApp('gate') });
  await host.panel({ do: 'saveProduct', product: PRODUCTS[0] });
  await host.panel({
    do: 'importClients',
    csv: 'Name,Email,Past work,Consent,Consent basis,Consent date\nMs Lin,lin@bakery.example,SEO,yes,contract,2025-03-01',
    commit: true,
  });
  await host.client.result('sheet', 'writeLettersNow');
  browser = await launchBrowser();
  ({ side } = await openSidebar(browser, host.client.address));
});

afterAll(async () => {
  await browser.close();
  await host.stop();
  await server.stop();
});

const press = (name: string) => side.getByRole('button', { name, exact: true }).first().click();
const says = (text: string | RegExp) => side.getByText(text).first().waitFor();

it('connects with a token, and shows the address for LINE’s console', async () => {
  await press('Connections');
  await side.getByLabel('LINE token').fill('wrong');
  await press('Connect');
  await says(/channel access token is not accepted/);
  await side.getByLabel('LINE token').fill(LINE_TOKEN);
  await press('Connect');
  await says('Studio Chen (@studio-chen)');
  await says('0 of 200 this month');
  expect(await side.getByLabel('Webhook URL').inputValue()).toMatch(/\?line=[0-9a-f]{32}$/);
  await press('Test');
  await says(/It has no webhook yet/);
});

it('shows a letter as it will look on LINE, beside the mail', async () => {
  await press('Letters');
  await side.locator('.list .line').first().click();
  await press('On LINE');
  const chat = side.locator('.line-chat');
  await chat.getByText('affiliate links').waitFor();
  await chat.getByText('Take a look').waitFor();
  expect(await side.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await press('As a mail');
  await side.locator('iframe.mail').waitFor();
});
