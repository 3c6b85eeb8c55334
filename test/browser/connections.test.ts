import type { Browser, Frame } from 'playwright-core';
import { SampleAirtable } from '../../demo/lists/airtable';
import { serve } from '../../demo/lists/served';
import type { Loopback } from '../../demo/loopback';
import { launchBrowser, openSidebar } from '../support/browser';
import { startTestHost, type TestHost } from '../support/host';
import { AIRTABLE_FIELDS, TOKEN } from '../support/lists';

/** A freelancer connects an Airtable in the sidebar, settles a difference, and leaves it again. */

// The host's clock jumps over the pauses between requests, so the sample's may not be the wall's.
let requested = 0;
const airtable = new SampleAirtable({
  token: TOKEN,
  fields: AIRTABLE_FIELDS,
  now: () => 250 * requested++,
});
let host: TestHost;
let server: Loopback;
let browser: Browser;
let side: Frame;

beforeAll(async () => {
  airtable.records.set('rec1', { fldName: 'Ms Lin', fldEmail: 'lin@bakery.example' });
  airtable.records.set('rec2', { fldName: 'Mr Wang', fldEmail: 'wang@tea.example' });
  airtable.records.set('rec3', { fldName: 'No address' });
  host = await startTestHost();
  server = await serve(airtable);
  await host.client.putRoutes({ 'api.airtable.com': server.address });
  await host.client.result('sheet', 'setUp');
  await host.panel({
    do: 'importClients',
    csv: 'Name,Email\nMadam Lin,lin@bakery.example',
    commit: true,
  });
  browser = await launchBrowser();
  ({ side } = await openSidebar(browser, host.client.address));
});

afterAll(async () => {
  await browser.close();
  await host.stop();
  await server.stop();
});

const press = (name: string) =>
  side.getByRole('button', { name, exact: true, disabled: false }).first().click();
const says = (text: string | RegExp) => side.getByText(text).first().waitFor();

it('connects with a token, a list and its columns, after a look at the first ten', async () => {
  await press('Connections');
  await side.getByLabel('Airtable token').fill(TOKEN);
  await press('Keep');
  await says('to choose');
  await side.getByLabel('List', { exact: true }).selectOption({ label: 'Studio · Clients' });
  await says('What fills your columns');
  await side.getByLabel('Taps', { exact: true }).selectOption({ label: 'Taps so far' });
  await press('Look at the first ten');
  await says('without a mail address');
  await press('Connect');
  await says('Studio · Clients, every 24 hours');
  await press('Pull now');
  await says(/1 client added/);
  expect(airtable.records.get('rec2')?.fldTaps).toBe(0);
});

it('shows what was changed here and there, and keeps what it is told to', async () => {
  await says('Changed here and there');
  await says('here “Madam Lin”, there “Ms Lin”');
  expect(await side.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await press('Keep mine');
  await side.getByText('Changed here and there').waitFor({ state: 'detached' });
  expect((await host.rows('Clients')).map(({ Name }) => Name)).toEqual(['Madam Lin', 'Mr Wang']);
});

it('asks before it forgets, and then is not connected', async () => {
  await press('Disconnect');
  await says('Disconnect Airtable?');
  await side.getByRole('group').getByRole('button', { name: 'Disconnect' }).click();
  await side.getByLabel('Airtable token').waitFor();
  expect(JSON.stringify(await host.panel({ do: 'connections' }))).not.toContain('"on"');
});
