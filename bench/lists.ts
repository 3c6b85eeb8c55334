import { SAMPLE_BASE, SAMPLE_TABLE, SampleAirtable } from '../demo/lists/airtable';
import { richText, SAMPLE_SOURCE, SampleNotion } from '../demo/lists/notion';
import { serve } from '../demo/lists/served';
import type { HostClient, RunResult } from '../host/client';
import type { PanelCall } from '../src/panel/protocol';

/** The executions that each kind of pull took. */
export interface Pulls {
  job: string;
  runs: RunResult[];
}

const TOKEN = 'sample-token';
const FIELDS = [
  { id: 'fldName', name: 'Name', type: 'singleLineText' },
  { id: 'fldEmail', name: 'Email', type: 'email' },
  { id: 'fldTaps', name: 'Taps so far', type: 'number' },
];
const PROPERTIES = [
  { id: 'title', name: 'Name', type: 'title' },
  { id: 'mail', name: 'Email', type: 'email' },
];

/** Pulls as many clients as the workbook has, from Airtable with taps written back and from Notion. */
export async function pullLists(host: HostClient, size: number): Promise<Pulls[]> {
  // The host sleeps on its own clock, so the samples cannot see that the limits are kept.
  let tick = 0;
  const now = (): number => (tick += 1000);
  const airtable = new SampleAirtable({ token: TOKEN, fields: FIELDS, now });
  const notion = new SampleNotion({ token: TOKEN, properties: PROPERTIES, now });
  for (let n = 0; n < size; n++) {
    airtable.records.set(`rec${n}`, { fldName: `Pulled ${n}`, fldEmail: `a${n}@pulled.example` });
    notion.pages.set(`page-${n}`, { title: richText(`N ${n}`), mail: `n${n}@pulled.example` });
  }
  const servers = await Promise.all([serve(airtable), serve(notion)]);
  const [airtableServer, notionServer] = servers;
  await host.putRoutes({
    'api.airtable.com': airtableServer.address,
    'api.notion.com': notionServer.address,
  });
  const panel = (request: PanelCall) => host.run('sheet', 'panel', [request]);
  await panel({ do: 'setSecret', name: 'AIRTABLE_TOKEN', value: TOKEN });
  await panel({ do: 'setSecret', name: 'NOTION_TOKEN', value: TOKEN });
  await panel({
    do: 'connectList',
    list: 'airtable',
    place: { id: `${SAMPLE_BASE}/${SAMPLE_TABLE}`, title: 'Studio · Clients' },
    matching: { name: 'fldName', email: 'fldEmail' },
    back: [{ share: 'taps', field: 'fldTaps', type: 'number' }],
    hours: 24,
  });
  await panel({
    do: 'connectList',
    list: 'notion',
    place: { id: SAMPLE_SOURCE, title: 'Clients' },
    matching: { name: 'title', email: 'mail' },
    hours: 24,
  });
  const pulls: Pulls[] = [
    { job: 'pull Airtable, all new', runs: await pullAll(host, 'airtable') },
    { job: 'pull Airtable, nothing new', runs: await pullAll(host, 'airtable') },
    { job: 'pull Notion, all new', runs: await pullAll(host, 'notion') },
  ];
  await Promise.all(servers.map((server) => server.stop()));
  return pulls;
}

const MOST_RUNS = 20;

/** Pulls until a card says that the next pull is a day away. */
async function pullAll(host: HostClient, id: string): Promise<RunResult[]> {
  const runs: RunResult[] = [];
  while (runs.length < MOST_RUNS) {
    const run = await host.run('sheet', 'panel', [{ do: 'runConnection', id }]);
    if (!run.ok) throw new Error(`${id}: ${run.error?.message ?? ''}`);
    runs.push(run);
    const { connections } = await host.result<{
      connections: { id: string; nextRun: number | null; lastRun: number | null }[];
    }>('sheet', 'panel', { do: 'connections' });
    const card = connections.find((one) => one.id === id);
    if ((card?.nextRun ?? 0) - (card?.lastRun ?? 0) > 3_600_000) break;
  }
  return runs;
}
