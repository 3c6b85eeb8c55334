import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser, openSidebar } from '../support/browser';
import { CLIENTS_CSV, SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';

/** A client asks what is held about her, and then to be forgotten. */

let host: TestHost;
let browser: Browser;

beforeAll(async () => {
  [host, browser] = await Promise.all([startTestHost(), launchBrowser()]);
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await host.panel({ do: 'importClients', csv: CLIENTS_CSV, commit: true });
});
afterAll(async () => {
  await browser.close();
  await host.stop();
});

it('hands over a file, asks before it forgets, and forgets', async () => {
  const { page, side } = await openSidebar(browser, host.client.address);
  await side.getByRole('button', { name: 'Clients', exact: true }).click();
  const client = side.getByLabel('Client', { exact: true });
  await client.selectOption({ label: 'Ms Lin · lin@bakery.example' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    side.getByRole('button', { name: 'Download all that is held' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^C-\w+\.json$/);
  expect(readFileSync(await file.path(), 'utf8')).toContain('"Email": "lin@bakery.example"');

  await side.getByRole('button', { name: 'Forget this client' }).click();
  await side.getByRole('button', { name: 'Keep', exact: true }).click();
  expect(JSON.stringify(await host.rows('Clients'))).toContain('lin@bakery.example');
  await side.getByRole('button', { name: 'Forget this client' }).click();
  await side.getByRole('button', { name: 'Forget for good' }).click();
  await side.getByText('Forgotten in this workbook').waitFor();
  expect(JSON.stringify(await host.rows('Clients'))).not.toContain('lin@bakery.example');
  await client.locator('option', { hasText: 'Ms Lin' }).waitFor({ state: 'detached' });
});
