import { bodyOf, listen, type Loopback } from '../../demo/loopback';
import { SAMPLE_MODEL, type SampleWriter, startWriter } from '../../demo/writer';
import { SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';
import { servePages } from '../support/site';

/** A person sorts, inserts, edits and deletes in the sheet while letters are written into it. */

const COUNT = 20;
const NAMES = Array.from({ length: COUNT }, (_, i) => `site${String(i).padStart(2, '0')}.example`);

let host: TestHost;
let writer: SampleWriter;
let between: Loopback;
let sites: Loopback;
/** What the person does when the n-th letter is being written. */
const acts = new Map<number, () => Promise<unknown>>();

beforeAll(async () => {
  host = await startTestHost();
  sites = await servePages(
    Object.fromEntries(
      NAMES.map((name) => [
        name,
        `<title>${name}</title><h1>${name}</h1><p>Some words about ${name} for its readers to read.</p>`,
      ]),
    ),
  );
  writer = await startWriter({ seed: 'beside' });
  let nth = 0;
  let hands: Promise<unknown> = Promise.resolve();
  between = await listen(async (request, response) => {
    const body = await bodyOf(request);
    const act = acts.get(++nth);
    // One after the other, as a person's hands are.
    await (hands = hands.then(() => act?.()));
    const answer = await fetch(writer.address + (request.url ?? ''), {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': 'application/json',
      },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  });
  await host.client.putRoutes(Object.fromEntries(NAMES.map((name) => [name, sites.address])));
  await host.client.result('sheet', 'setUp');
  await host.panel({
    do: 'saveSettings',
    settings: { ...SENDER, model: SAMPLE_MODEL, modelAddress: `${between.address}/v1` },
  });
  await host.panel({ do: 'setSecret', name: 'OPENAI_API_KEY', value: 'sample-key' });
  const rows = NAMES.map((name) => `Owner of ${name},owner@${name},${name},service only`);
  await host.panel({
    do: 'importClients',
    csv: ['Name,Email,Website,Consent', ...rows].join('\n'),
    commit: true,
  });
});

afterAll(async () => {
  await host.stop();
  for (const server of [between, writer, sites]) await server.stop();
});

/** The row, as the sheet counts, of the first or last letter that is not written yet, and its id. */
async function waiting(which: 'first' | 'last'): Promise<{ row: number; id: unknown }> {
  const { rows, header } = await host.client.sheet('Letters');
  const isWaiting = (row: unknown[]): boolean => row[header.indexOf('Status')] === 'drafting';
  const at = which === 'first' ? rows.findIndex(isWaiting) : rows.findLastIndex(isWaiting);
  return { row: at + 2, id: rows[at]?.[0] };
}

it('no wrong row is touched', async () => {
  let deleted: unknown;
  let skipped: unknown;
  const sheet = 'Letters';
  acts.set(3, () => host.client.edit({ sheet, sort: { column: 'Client ID', ascending: false } }));
  acts.set(6, () => host.client.edit({ sheet, insertRow: 2 }));
  acts.set(10, async () => {
    const { row, id } = await waiting('first');
    deleted = id;
    await host.client.edit({ sheet, deleteRow: row });
  });
  acts.set(12, async () => {
    const { row, id } = await waiting('last');
    skipped = id;
    await host.client.edit({ sheet, a1: `F${row}`, value: 'skipped' });
  });
  acts.set(14, () =>
    host.client.edit({ sheet: 'Clients', sort: { column: 'Email', ascending: false } }),
  );

  await host.client.result('sheet', 'writeLettersNow');

  const clients = new Map((await host.rows('Clients')).map((row) => [row['Client ID'], row]));
  const letters = (await host.rows('Letters')).filter((row) => row['Letter ID'] !== '');
  expect(letters).toHaveLength(COUNT - 1);
  expect(letters.some((row) => row['Letter ID'] === deleted)).toBe(false);
  for (const letter of letters) {
    const site = String(clients.get(letter['Client ID'])?.Website);
    if (letter['Letter ID'] === skipped) {
      expect([letter.Status, letter.Subject, letter.Body]).toEqual(['skipped', '', '']);
      continue;
    }
    expect([letter.Status, letter.Writer]).toEqual(['drafted', SAMPLE_MODEL]);
    expect(letter.Checks).toContain(`Measured on https://${site}/ on`);
    expect(letter.Body).toContain(site);
    for (const other of NAMES.filter((name) => name !== site))
      expect(letter.Body).not.toContain(other);
  }
});

it('and the next run writes the letter whose row was deleted, once', async () => {
  await host.client.result('sheet', 'writeLettersNow');
  await host.client.result('sheet', 'writeLettersNow');
  const letters = (await host.rows('Letters')).filter((row) => row['Letter ID'] !== '');
  expect(letters).toHaveLength(COUNT);
  expect(new Set(letters.map((row) => row['Client ID'])).size).toBe(COUNT);
});
