import { visit } from '../../demo/visitors';
import type { Edit } from '../../host/client';
import { PAGES, PERSON, PRODUCTS, SENDER } from '../support/cast';
import { type Ending, endingOf, without } from '../support/ending';
import { startTestHost, type TestHost } from '../support/host';
import { servePages } from '../support/site';
import { type Accident, isSeenByJobs, sweep } from '../support/sweep';

/**
 * Three clients live through writing, sending and collecting on the built bundles. Each of these
 * runs is ended before each of its service calls, and a person sorts, inserts, deletes and changes
 * rows before each of them. Whatever happened, the next run ends where an undisturbed one does.
 */

const CSV = `Name,Email,Website,Past work,Consent,Consent basis,Consent date
Ms Lin,lin@bakery.example,bakery.example,SEO,yes,contract,2025-03-01
Mr Wang,wang@tea.example,tea.example,SEO,yes,contract,2025-04-01
Mr Vogt,vogt@law.example,law.example,,service only,,`;

/** The client whose rows a person deletes or changes; those of the others must not notice. */
const TOUCHED = 'wang@tea.example';
const TABS = [
  'Clients',
  'Letters',
  'Links',
  'Clicks',
  'Products',
  'Occasions',
  '_Routes',
  '_Stages',
];

/** Hundreds of runs need their time where the machine has other work. */
jest.setTimeout(600_000);

let host: TestHost;
let gate: string;
let stopSites: () => Promise<void>;

beforeAll(async () => {
  host = await startTestHost();
  gate = host.client.webApp('gate');
  const sites = await servePages(PAGES);
  stopSites = sites.stop;
  await host.client.putRoutes(
    Object.fromEntries(Object.keys(PAGES).map((name) => [name, sites.address])),
  );
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await host.panel({ do: 'pair', address: gate });
  await host.panel({ do: 'saveProduct', product: PRODUCTS[0] });
  await host.client.putCsv('Rates', 'Currency,Rate,As of\nUSD,30,2026-11-20');
  await host.panel({ do: 'importClients', csv: CSV, commit: true });
});

afterAll(async () => {
  await host.stop();
  await stopSites();
});

/** The number of the sheet's row in which a client's letter, click or own row stands. */
async function rowOf(tab: string, client: unknown): Promise<number> {
  return (await host.rows(tab)).findIndex((row) => row['Client ID'] === client) + 2;
}

/** A cell of that row, as in `F3`. */
async function cellOf(tab: string, client: unknown, header: string): Promise<string> {
  const at = (await host.client.sheet(tab)).header.indexOf(header);
  return `${String.fromCharCode(65 + at)}${await rowOf(tab, client)}`;
}

const clientWith = async (email: string) =>
  String((await host.rows('Clients')).find((row) => row.Email === email)?.['Client ID']);

/**
 * Sweeps a function. Without a person nothing may differ from an undisturbed end; a person's sorting
 * and inserting changes no row either; deleting and changing concerns the touched client alone.
 */
async function sweepAll(name: string, edits: Edit[], alsoCheck: (end: Ending) => void, nth = 8) {
  const before = await host.client.snapshot();
  const already = (await host.client.mail()).length;
  await host.client.result('sheet', name);
  await host.client.result('sheet', name);
  const expected = await endingOf(host.client, TABS);
  await host.client.restore(before);

  const touched = await clientWith(TOUCHED);
  let sent = 0;
  const check = async (accident: Accident): Promise<void> => {
    const end = await endingOf(host.client, TABS);
    sent += end.mails.length - already;
    const isTheirs =
      accident.kind === 'edited' && !('sort' in accident.edit || 'insertRow' in accident.edit);
    if (isTheirs) {
      expect(without(end, touched, TOUCHED)).toEqual(without(expected, touched, TOUCHED));
    } else expect(end).toEqual(expected);
    alsoCheck(end);
  };
  const began = Date.now();
  // `npm run sweeps` tries all of it everywhere; the usual suite takes turns at every n-th place.
  const isWhole = process.env.SWEEP === 'whole';
  const common = {
    host: host.client,
    function: name,
    edits,
    isWhole,
    mayEdit: isSeenByJobs,
    check,
    nth,
  };
  const swept = await sweep(common);
  process.stderr.write(`${name} ${JSON.stringify({ ...swept, sent })} ${Date.now() - began} ms\n`);
  await host.client.result('sheet', name);
  return expected;
}

const neverTwice = ({ twice, mails }: Ending): void => {
  expect(twice).toEqual([]);
  expect(mails.filter((mail, at) => mails.indexOf(mail) !== at)).toEqual([]);
};

it('writes each letter once', async () => {
  const touched = await clientWith(TOUCHED);
  const consent = await cellOf('Clients', touched, 'Consent');
  const { rows } = await sweepAll(
    'writeLettersNow',
    [
      { sheet: 'Clients', sort: { column: 'Email', ascending: false } },
      { sheet: 'Letters', insertRow: 2 },
      { sheet: 'Letters', deleteRow: 3 },
      { sheet: 'Clients', a1: consent, value: 'unsubscribed' },
    ],
    neverTwice,
  );
  expect(Object.values(rows.Letters ?? {}).map(({ Status }) => Status)).toEqual(
    Array<unknown>(3).fill('drafted'),
  );
});

it('sends each letter once', async () => {
  const letters = (await host.rows('Letters')).map((row) => String(row['Letter ID']));
  await host.panel({ do: 'approve', letters });
  const touched = await clientWith(TOUCHED);
  const row = await rowOf('Letters', touched);
  const status = await cellOf('Letters', touched, 'Status');
  const { mails } = await sweepAll(
    'sendApprovedNow',
    [
      { sheet: 'Letters', sort: { column: 'Client ID', ascending: false } },
      { sheet: 'Letters', insertRow: 2 },
      { sheet: 'Letters', deleteRow: row },
      { sheet: 'Letters', a1: status, value: 'skipped' },
    ],
    (end) => {
      neverTwice(end);
      expect(end.mails.filter((mail) => mail.startsWith('draft'))).toEqual([]);
    },
  );
  expect(mails).toHaveLength(3);
});

it('notes each visit and each unsubscribe once', async () => {
  // Whoever opens a letter in the minute in which it was sent is taken for a scanner.
  await host.client.moveClock({ advance: 'PT5H', every: 'P1D' });
  const links = await host.rows('Links');
  const codes = links.map(({ Code }) => String(Code));
  for (const code of codes) await visit(gate, code, { agent: PERSON, reads: true });
  await host.client.result('sheet', 'collectNow');
  for (const code of codes) await visit(gate, code, { agent: PERSON, reads: true, taps: true });
  const mail = (await host.client.mail()).find(({ to }) => to.includes('vogt@law.example'));
  const way = /<(http[^>]*)>/.exec(new Map(mail?.headers).get('List-Unsubscribe') ?? '')?.[1];
  await fetch(way ?? '', { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  const touched = await clientWith(TOUCHED);
  const row = await rowOf('Clicks', touched);
  const outcome = await cellOf('Letters', touched, 'Outcome');
  const { rows } = await sweepAll(
    'collectNow',
    [
      { sheet: 'Clicks', sort: { column: 'Click ID', ascending: false } },
      { sheet: 'Letters', insertRow: 2 },
      { sheet: 'Clicks', deleteRow: row },
      { sheet: 'Letters', a1: outcome, value: 'replied' },
    ],
    neverTwice,
  );
  expect(Object.values(rows.Clicks ?? {}).map(({ Level, Counted }) => [Level, Counted])).toEqual(
    expect.arrayContaining([
      ['tapped', 'yes'],
      ['seen', 'no'],
    ]),
  );
  expect(Object.values(rows.Clients ?? {}).map(({ Consent }) => Consent)).toContain('unsubscribed');
});

/** Follow-ups of three kinds; what passes every check goes by itself. */
const OCCASIONS = `Occasion ID,Title,When,Detail,Wait days,Channel,Site report,Products,Brief,Approval,Active
quarterly-report,Quarterly report,quarterly,,0,email,yes,2,Report.,ask,yes
tapped,Tapped,tapped,,7,email,no,1,Ask.,auto,yes
thanks,Thanks,stage,Delivered,3,email,no,0,Thank.,auto,yes
second,Second,after,quarterly-report,8,email,no,0,Ask.,auto,yes`;

describe('follow-ups', () => {
  /** Mails to each client, the quarterly report among them. */
  const toEach = (mails: string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const mail of mails) {
      const to = /[\w.]+@[\w.]+/.exec(mail)?.[0] ?? '';
      counts[to] = (counts[to] ?? 0) + 1;
    }
    return counts;
  };
  const DUE: Record<string, number> = {
    'lin@bakery.example': 3,
    [TOUCHED]: 3,
    'vogt@law.example': 1,
  };

  beforeAll(async () => {
    await host.client.putCsv('Occasions', OCCASIONS);
    await host.panel({ do: 'saveSettings', settings: { paused: 'yes' } });
    const limits = { 'Letters a client in 30 days': 3, 'Days between letters': 0 };
    for (const [setting, value] of Object.entries(limits)) {
      const row = (await host.rows('Settings')).findIndex(({ Setting }) => Setting === setting) + 2;
      await host.client.edit({ sheet: 'Settings', a1: `B${row}`, value });
    }
    await host.panel({ do: 'saveSettings', settings: { paused: 'no' } });
    await host.client.edit({
      sheet: 'Clients',
      a1: await cellOf('Clients', await clientWith(TOUCHED), 'Stage'),
      value: 'Delivered',
    });
    await host.client.result('sheet', 'beat');
    // Eight days in which the trigger fires once at most, and nothing is due yet.
    await host.client.moveClock({ advance: 'P8D', every: 'P8D' });
  });

  it('are written and sent once, or not at all with a reason, by a beat', async () => {
    const before = await host.client.snapshot();
    const touched = await clientWith(TOUCHED);
    const stage = await cellOf('Clients', touched, 'Stage');
    const consent = await cellOf('Clients', touched, 'Consent');
    const { mails, rows } = await sweepAll(
      'beat',
      [
        { sheet: 'Letters', sort: { column: 'Letter ID', ascending: false } },
        { sheet: 'Clients', insertRow: 2 },
        { sheet: 'Clients', a1: stage, value: 'Active' },
        { sheet: 'Clients', a1: consent, value: 'unsubscribed' },
      ],
      (end) => {
        expect(end.twice).toEqual([]);
        const counts = toEach(end.mails);
        for (const [to, count] of Object.entries(counts))
          expect([to, count <= (DUE[to] ?? 0)]).toEqual([to, true]);
        // Who unsubscribed got the report before, and nothing since.
        expect(counts['vogt@law.example']).toBe(1);
        const silent = Object.values(end.rows.Letters ?? {}).filter(
          ({ Status }) => Status === 'skipped',
        );
        expect(silent.filter(({ Problem }) => Problem === '')).toEqual([]);
      },
      7,
    );
    expect(toEach(mails)).toEqual(DUE);
    const skipped = Object.values(rows.Letters ?? {}).filter(({ Status }) => Status === 'skipped');
    expect(skipped).toMatchObject([{ 'Client ID': touched, 'Occasion ID': 'second' }]);
    await host.client.restore(before);
  });

  it('are sent once where every trigger fires twice at once, and a stage is toggled', async () => {
    const stage = await cellOf('Clients', await clientWith(TOUCHED), 'Stage');
    await host.client.fault({ triggers: { twiceEvery: 1 } });
    for (const value of ['Active', 'Delivered', 'Lead', 'Delivered']) {
      await host.client.edit({ sheet: 'Clients', a1: stage, value });
      await host.client.moveClock({ advance: 'PT20M' });
    }
    await host.client.clearFaults();
    expect(toEach((await endingOf(host.client, TABS)).mails)).toEqual(DUE);
  });
});
