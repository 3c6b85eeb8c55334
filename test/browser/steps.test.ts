import type { Browser, Frame } from 'playwright-core';
import { clients, commissions, letters, products } from '../../src/core/workbook';
import { launchBrowser, openSidebar } from '../support/browser';
import { SENDER } from '../support/cast';
import { putRows, startTestHost, type TestHost } from '../support/host';
import { aClient, aCommission, aLetter, aProduct, NOW } from '../support/rows';

/** What to do next, as a freelancer meets it in the sidebar. */

const DAY = 24 * 3600 * 1000;
const COUNT = 40;
let host: TestHost;
let browser: Browser;
let side: Frame;

beforeAll(async () => {
  [host, browser] = await Promise.all([startTestHost(), launchBrowser()]);
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await fill();
  await host.client.result('sheet', 'refreshDashboard');
  ({ side } = await openSidebar(browser, host.client.address, {
    height: 1500,
    patience: 10_000,
  }));
  await side.getByRole('heading', { name: 'What to do next' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await host.stop();
});

/** Letters recommended two products long ago; one of them sold, and one sale is still pending. */
async function fill(): Promise<void> {
  const ids = Array.from({ length: COUNT }, (_, i) => `C-${i}`);
  const sent = NOW - 200 * DAY;
  await putRows(
    host,
    clients,
    ids.map((id) => aClient({ id, email: `${id}@bakery.example`, website: '' })),
  );
  await putRows(host, products, [
    aProduct({ id: 'good', destination: 'https://a.sjv.io/c/11/22/33' }),
    aProduct({ id: 'bad', name: 'Badly', destination: 'https://b.sjv.io/c/11/22/33' }),
  ]);
  await putRows(
    host,
    letters,
    ids.map((clientId, i) =>
      aLetter({
        id: `L-${i}`,
        clientId,
        period: '2026-Q2',
        status: 'sent',
        sent,
        products: ['good', 'bad'],
      }),
    ),
  );
  await putRows(
    host,
    commissions,
    ids.slice(0, COUNT / 2).map((clientId, i) =>
      aCommission({
        id: `M-${i}`,
        externalId: `T-${i}`,
        clientId,
        productId: 'good',
        subId: '',
        at: sent + 9 * DAY,
        status: i === 0 ? 'pending' : 'paid',
      }),
    ),
  );
}

const press = (name: string | RegExp) => side.getByRole('button', { name, exact: true }).click();
const badly = async () =>
  (await host.rows('Products')).find(({ Name }) => Name === 'Badly')?.Active;

it('pauses a product after a question, and takes that back', async () => {
  await side.getByText(`Badly sold 0 times in ${COUNT} recommendations`).waitFor();
  await press('Pause this product');
  await press('No');
  expect(await badly()).not.toBe('no');
  await press('Pause this product');
  await press('Pause this product');
  await side.getByText('It is paused').waitFor();
  expect(await badly()).toBe('no');
  await press('Take it back');
  await side.getByText('It is recommended again.').waitFor();
  expect(await badly()).toBe('yes');
});

it('has a mail to the network ready, and notes that it was asked', async () => {
  await press('Ask Impact');
  const words = side.getByLabel('A mail to Impact');
  expect(await words.inputValue()).toContain('transaction T-0, NT$100');
  await press('I have asked');
  await side.getByText('Noted as asked.').waitFor();
  await side.getByRole('button', { name: 'Ask Impact' }).waitFor({ state: 'detached' });
});

it('queues letters for the clients, which wait to be written and approved', async () => {
  await press(`Write to these ${COUNT} clients`);
  await press(`Write to these ${COUNT} clients`);
  await side.getByText(`${COUNT} letters queued`).waitFor();
  const queued = (await host.rows('Letters')).filter(({ Status }) => Status === 'drafting');
  expect(queued).toHaveLength(COUNT);
});
