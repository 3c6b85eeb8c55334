import type { Browser, Frame, Page } from 'playwright-core';
import { SampleReceiver } from '../../demo/hooks/receiver';
import type { Loopback } from '../../demo/loopback';
import { launchBrowser, openSidebar } from '../support/browser';
import { startTestHost, type TestHost } from '../support/host';

/** A freelancer adds a receiver and a sender in the sidebar, tries both, and removes them again. */

const receiver = new SampleReceiver();
let host: TestHost;
let server: Loopback;
let browser: Browser;
let page: Page;
let side: Frame;
/** Of the sender. */
let address = '';

beforeAll(async () => {
  host = await startTestHost();
  server = await receiver.serve();
  await host.client.putRoutes({ 'hooks.example': server.address });
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'pair', address: host.client.webApp('gate') });
  browser = await launchBrowser();
  ({ page, side } = await openSidebar(browser, host.client.address, { height: 1400 }));
});

afterAll(async () => {
  await browser.close();
  await host.stop();
  await server.stop();
});

const press = (name: string) => side.getByRole('button', { name, exact: true }).last().click();
const says = (text: string | RegExp) => side.getByText(text).first().waitFor();

it('adds a receiver, shows its secret once, and sends it a test that verifies', async () => {
  await side.getByRole('button', { name: 'Connections', exact: true }).first().click();
  await side.getByLabel('Receiver’s address').fill('https://hooks.example/abc');
  await side.getByRole('checkbox', { name: /^problem/ }).uncheck();
  await press('Add receiver');
  const secret = await side.getByLabel('Its secret').inputValue();
  expect(secret).toMatch(/^whsec_/);
  receiver.secrets = [secret];
  await press('Send a test');
  await says('hooks.example took the test event (204).');
  expect(receiver.messages).toMatchObject([{ isGenuine: true, body: { type: 'ping' } }]);
  const [row] = await host.rows('Webhooks');
  expect(row?.Address).toBe('https://hooks.example/abc');
  expect(row?.Events).not.toContain('problem');
});

it('makes an address for a sender, who adds a client', async () => {
  await side.getByLabel('Sender’s name').fill('Make, new clients');
  await press('Make its address');
  address = await side.getByLabel('Its address').inputValue();
  const body = JSON.stringify({ do: 'save_client', email: 'lin@bakery.example', name: 'Ms Lin' });
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
  await host.panel({ do: 'collectNow' });
  expect(await host.rows('Clients')).toMatchObject([{ Name: 'Ms Lin' }]);
  expect(await side.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  if (process.env.PICTURE !== undefined) await page.screenshot({ path: process.env.PICTURE });
});

it('tells the receiver of what the sender does then, once and signed', async () => {
  const deliver = () => host.panel({ do: 'runConnection', id: 'webhooks' });
  await deliver();
  const body = JSON.stringify({ do: 'move_stage', email: 'lin@bakery.example', stage: 'Active' });
  await fetch(address, { method: 'POST', body });
  await host.panel({ do: 'collectNow' });
  expect((await deliver()).done).toBe('1 event delivered');
  expect((await deliver()).done).toBe('Nothing to do');
  expect(receiver.messages.slice(1)).toMatchObject([
    { isGenuine: true, body: { type: 'client.stage_changed', data: { stage: 'Active' } } },
  ]);
});

it('asks before it removes either', async () => {
  // Deliveries went on behind the page's back; it shows them when it is opened anew.
  await press('Clients');
  await press('Connections');
  await press('Revoke');
  await press('Revoke it');
  await says('Revoked.');
  await press('Remove');
  await side.getByRole('group').getByRole('button', { name: 'Remove' }).click();
  await side.getByText('https://hooks.example/abc', { exact: true }).waitFor({ state: 'detached' });
  expect(await host.panel({ do: 'hooks' })).toMatchObject({ senders: [] });
  expect(await host.panel({ do: 'webhooks' })).toMatchObject({ webhooks: [] });
});
