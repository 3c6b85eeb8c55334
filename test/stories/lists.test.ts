import { SAMPLE_BASE, SAMPLE_TABLE, SampleAirtable } from '../../demo/lists/airtable';
import { richText, SAMPLE_SOURCE, SampleNotion } from '../../demo/lists/notion';
import { type SampleService, serve } from '../../demo/lists/served';
import type { Edit } from '../../host/client';
import type { ListId } from '../../src/core/connectors/lists/service';
import { endingOf } from '../support/ending';
import { startTestHost, type TestHost } from '../support/host';
import {
  AIRTABLE_FIELDS,
  AIRTABLE_MATCHING,
  NOTION_MATCHING,
  NOTION_PROPERTIES,
  TOKEN,
} from '../support/lists';
import { type Accident, isSeenByJobs, sweep } from '../support/sweep';

/**
 * Clients are pulled from a sample Airtable and a sample Notion by the built bundles. Each pull is
 * ended before each of its service calls, and a person sorts, inserts, deletes and changes rows
 * before each of them: nobody is doubled, and what the person wrote stays.
 */

jest.setTimeout(600_000);

const TABS = ['Clients', '_Sources'];
const TOUCHED = 'wang@tea.example';

/** Quick pulls one after the other are no flood here: the sample's second passes with each request. */
let tick = 0;
const now = (): number => (tick += 1000);
const airtable = new SampleAirtable({ token: TOKEN, fields: AIRTABLE_FIELDS, now });
const notion = new SampleNotion({ token: TOKEN, properties: NOTION_PROPERTIES, now });

let host: TestHost;
const servers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  host = await startTestHost();
  await host.client.putRoutes({
    'api.airtable.com': await addressOf(airtable),
    'api.notion.com': await addressOf(notion),
  });
  await host.client.result('sheet', 'setUp');
  await host.panel({
    do: 'importClients',
    csv: 'Name,Email\nMs Lin,lin@bakery.example\nMr Wang,wang@tea.example\nMr Vogt,vogt@law.example',
    commit: true,
  });
});

afterAll(async () => {
  await host.stop();
  for (const server of servers) await server.stop();
});

async function addressOf(service: SampleService): Promise<string> {
  const server = await serve(service);
  servers.push(server);
  return server.address;
}

/** Connects a list, lets it change something, and sweeps over the next pull. */
async function sweepPull(list: ListId, prepare: () => void): Promise<void> {
  await host.panel({ do: 'runConnection', id: list });
  prepare();
  const args = [{ do: 'runConnection', id: list }];
  const before = await host.client.snapshot();
  await host.client.result('sheet', 'panel', ...args);
  const expected = await endingOf(host.client, TABS);
  await host.client.restore(before);

  const header = (await host.client.sheet('Clients')).header;
  const notes = `${String.fromCharCode(65 + header.indexOf('Notes'))}3`;
  const edits: Edit[] = [
    { sheet: 'Clients', sort: { column: 'Email', ascending: false } },
    { sheet: 'Clients', insertRow: 2 },
    { sheet: 'Clients', a1: notes, value: 'by hand' },
  ];
  const check = async (accident: Accident): Promise<void> => {
    const end = await endingOf(host.client, TABS);
    expect(end.twice).toEqual([]);
    const emails = (await host.rows('Clients')).map(({ Email }) => Email).filter(Boolean);
    expect(emails).toHaveLength(new Set(emails).size);
    if (accident.kind === 'edited' && 'a1' in accident.edit) {
      const written = (await host.rows('Clients')).filter(({ Notes }) => Notes === 'by hand');
      expect(written).toHaveLength(1);
    } else expect(end).toEqual(expected);
  };
  const swept = await sweep({
    host: host.client,
    function: 'panel',
    args,
    edits,
    isWhole: process.env.SWEEP === 'whole',
    nth: 8,
    mayEdit: isSeenByJobs,
    check,
  });
  process.stderr.write(`pull ${list} ${JSON.stringify(swept)}\n`);
}

it('pulls from Airtable once, whatever happens', async () => {
  airtable.records.set('rec1', { fldName: 'Ms Lin', fldEmail: 'lin@bakery.example' });
  airtable.records.set('rec2', { fldName: 'Mr Wang', fldEmail: TOUCHED });
  airtable.records.set('rec3', { fldName: 'Mr Old', fldEmail: 'old@barn.example' });
  await host.panel({ do: 'setSecret', name: 'AIRTABLE_TOKEN', value: TOKEN });
  await host.panel({
    do: 'connectList',
    list: 'airtable',
    place: { id: `${SAMPLE_BASE}/${SAMPLE_TABLE}`, title: 'Studio · Clients' },
    matching: AIRTABLE_MATCHING,
    back: [{ share: 'taps', field: 'fldTaps', type: 'number' }],
    hours: 24,
  });
  await sweepPull('airtable', () => {
    airtable.records.set('rec1', { ...airtable.records.get('rec1'), fldStage: 'Repeat' });
    airtable.records.set('rec2', { ...airtable.records.get('rec2'), fldNotes: 'from there' });
    airtable.records.set('rec4', { fldName: 'Ms New', fldEmail: 'new@mill.example' });
    airtable.records.delete('rec3');
  });
  const names = (await host.rows('Clients')).map(({ Name }) => Name);
  expect(names.filter((name) => name === 'Mr Old')).toHaveLength(1);
});

it('pulls from Notion once, whatever happens', async () => {
  const page = (name: string, email: string) => ({ title: richText(name), 'ml%3A': email });
  notion.pages.set('page-1', page('Ms Lin', 'lin@bakery.example'));
  notion.pages.set('page-2', page('Mr Wang', TOUCHED));
  await host.panel({ do: 'setSecret', name: 'NOTION_TOKEN', value: TOKEN });
  await host.panel({
    do: 'connectList',
    list: 'notion',
    place: { id: SAMPLE_SOURCE, title: 'Clients' },
    matching: NOTION_MATCHING,
    hours: 24,
  });
  await sweepPull('notion', () => {
    notion.pages.set('page-1', {
      ...notion.pages.get('page-1'),
      stg: { name: 'Active', color: 'green' },
    });
    notion.pages.set('page-3', page('Ms Moor', 'moor@farm.example'));
  });
});
