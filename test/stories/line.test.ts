import { serve } from '../../demo/lists/served';
import { SampleLine, sampleUser } from '../../demo/line/sample';
import type { Loopback } from '../../demo/loopback';
import type { Edit } from '../../host/client';
import { PRODUCTS, SENDER } from '../support/cast';
import { endingOf, without } from '../support/ending';
import { startTestHost, type TestHost } from '../support/host';
import { LINE_TOKEN } from '../support/line';
import { type Accident, isSeenByJobs, sweep } from '../support/sweep';

/**
 * Two clients come over to LINE by the codes in their mails, get the next letter there, and
 * one of them stops it. The run that pushes is ended before its service calls, and a person sorts,
 * deletes and changes rows meanwhile: each letter reaches its client once.
 */

jest.setTimeout(600_000);

const CSV = `Name,Email,Past work,Consent,Consent basis,Consent date
Ms Lin,lin@bakery.example,SEO,yes,contract,2025-03-01
Mr Wang,wang@tea.example,SEO,yes,contract,2025-04-01`;
const [LIN, WANG] = ['lin@bakery.example', 'wang@tea.example'];
const [LIN_ON_LINE, WANG_ON_LINE] = [sampleUser('lin'), sampleUser('wang')];
/** One more letter is due at once, and goes where the client last answered. */
const OCCASIONS = `Occasion ID,Title,When,Detail,Wait days,Channel,Site report,Products,Brief,Approval,Active
quarterly-report,Quarterly report,quarterly,,0,email,yes,2,Report.,ask,yes
monthly,Monthly,monthly,,0,best,no,1,Say hello.,ask,yes`;
const LIMITS = { 'Letters a client in 30 days': 5, 'Days between letters': 0 };
const TABS = ['Clients', 'Letters', 'Links', 'Occasions', '_LINE'];

let now = 0;
const line = new SampleLine({ token: LINE_TOKEN, limit: 200, now: () => now });
let host: TestHost;
let server: Loopback;

beforeAll(async () => {
  host = await startTestHost();
  server = await serve(line);
  await host.client.putRoutes({ 'api.line.me': server.address });
  await host.client.result('sheet', 'setUp');
  await host.panel({ do: 'saveSettings', settings: SENDER });
  await host.panel({ do: 'pair', address: host.client.webApp('gate') });
  await host.panel({ do: 'saveProduct', product: PRODUCTS[0] });
  await host.client.putCsv('Rates', 'Currency,Rate,As of\nUSD,30,2026-11-20');
  await host.panel({ do: 'importClients', csv: CSV, commit: true });
  line.webhook = (await host.panel({ do: 'connectLine', token: LINE_TOKEN })).address;
});

afterAll(async () => {
  await host.stop();
  await server.stop();
});

const readClock = async (): Promise<void> => {
  now = Date.parse(await host.client.clock());
};
const clientOf = async (email: string) =>
  (await host.rows('Clients')).find((row) => row.Email === email);
const approveAll = async (): Promise<void> => {
  const { letters } = await host.panel({ do: 'queue' });
  await host.panel({ do: 'approve', letters: letters.map(({ id }) => id) });
};
/** A cell of a tab by its row's number, from 2, and header. */
const cell = async (tab: string, row: number, header: string): Promise<string> => {
  const at = (await host.client.sheet(tab)).header.indexOf(header);
  return `${String.fromCharCode(65 + at)}${row}`;
};

it('connects the clients who send the code of their own mail, once', async () => {
  await host.client.result('sheet', 'writeLettersNow');
  await approveAll();
  await host.client.result('sheet', 'sendApprovedNow');
  await readClock();
  const mails = await host.client.mail();
  const codeIn = (email: string): string => {
    const text = mails.find(({ to }) => to.includes(email))?.text ?? '';
    return /Add @studio-chen there and send me this code: (\w{8})/.exec(text)?.[1] ?? '';
  };
  for (const [email, user] of [
    [LIN, LIN_ON_LINE],
    [WANG, WANG_ON_LINE],
  ] as const) {
    await line.follow(user);
    await line.write(user, `Hello! ${codeIn(email)}`);
  }
  const thief = sampleUser('thief');
  await line.follow(thief);
  await line.write(thief, codeIn(LIN));
  const { done } = await host.panel({ do: 'collectNow' });
  expect(done).toBe('2 clients connected on LINE, 1 code on LINE used before or too old');
  expect((await clientOf(LIN))?.['LINE user']).toBe(LIN_ON_LINE);
  expect((await clientOf(WANG))?.['LINE user']).toBe(WANG_ON_LINE);
});

it('sends the next letter there, once, wherever a run ends and whatever a person does', async () => {
  await host.client.putCsv('Occasions', OCCASIONS);
  for (const [setting, value] of Object.entries(LIMITS)) {
    const row = (await host.rows('Settings')).findIndex(({ Setting }) => Setting === setting) + 2;
    await host.client.edit({ sheet: 'Settings', a1: `B${row}`, value });
  }
  // The other one was recommended lately.
  await host.panel({ do: 'saveProduct', product: PRODUCTS[1] });
  await host.client.result('sheet', 'writeLettersNow');
  await approveAll();

  const before = await host.client.snapshot();
  await host.client.result('sheet', 'sendApprovedNow');
  const expected = await endingOf(host.client, TABS);
  expect(line.delivered.map(({ to }) => to).sort()).toEqual([LIN_ON_LINE, WANG_ON_LINE].sort());
  await host.client.restore(before);
  line.forget();

  const wang = String((await clientOf(WANG))?.['Client ID']);
  const rows = await host.rows('Letters');
  const theirs = rows.findIndex((row) => row['Client ID'] === wang && row.Status === 'approved');
  const edits: Edit[] = [
    { sheet: 'Letters', sort: { column: 'Client ID', ascending: false } },
    { sheet: 'Letters', insertRow: 2 },
    { sheet: 'Letters', deleteRow: theirs + 2 },
    { sheet: 'Letters', a1: await cell('Letters', theirs + 2, 'Status'), value: 'skipped' },
  ];
  let pushes = 0;
  const check = async (accident: Accident): Promise<void> => {
    const end = await endingOf(host.client, TABS);
    const reached = line.delivered.map(({ to }) => to);
    pushes += reached.length;
    line.forget();
    expect(end.twice).toEqual([]);
    expect(reached).toHaveLength(new Set(reached).size);
    expect(reached).toContain(LIN_ON_LINE);
    const isTheirs =
      accident.kind === 'edited' && !('sort' in accident.edit || 'insertRow' in accident.edit);
    if (isTheirs) expect(without(end, wang, WANG)).toEqual(without(expected, wang, WANG));
    else {
      expect(reached).toHaveLength(2);
      expect(end).toEqual(expected);
    }
  };
  const swept = await sweep({
    host: host.client,
    function: 'sendApprovedNow',
    edits,
    isWhole: process.env.SWEEP === 'whole',
    nth: 12,
    mayEdit: isSeenByJobs,
    check,
  });
  process.stderr.write(`push ${JSON.stringify({ ...swept, pushes })}\n`);
  await host.client.result('sheet', 'sendApprovedNow');
});

it('carries a link of its own below the disclosure, which leads to the gate’s page', async () => {
  const { messages } = line.delivered.find(({ to }) => to === LIN_ON_LINE) ?? { messages: [] };
  expect(messages.map(({ type }) => type)).toEqual(['text', 'flex']);
  const flex = JSON.stringify(messages[1]);
  expect(flex.indexOf('affiliate links')).toBeGreaterThan(0);
  expect(flex.indexOf('affiliate links')).toBeLessThan(flex.indexOf('?l='));
  const code = /\?l=(\w{8})/.exec(flex)?.[1] ?? '';
  const links = (await host.rows('Links')).filter(({ Channel }) => Channel === 'line');
  expect(links).toHaveLength(2);
  expect(links.map(({ Code }) => Code)).toContain(code);
  const page = await (await fetch(`${host.client.webApp('gate')}?l=${code}`)).text();
  expect(page).toContain('Hosty');
});

it('hears an answer and a wish to stop, and writes no more to who wishes that', async () => {
  await readClock();
  now += 60_000;
  await line.write(LIN_ON_LINE, 'Thank you, that helps!');
  await line.write(WANG_ON_LINE, '退訂');
  await host.panel({ do: 'collectNow' });
  const latest = (await host.rows('Letters')).filter(({ Channel }) => Channel === 'line');
  expect(latest.map(({ Outcome }) => Outcome).sort()).toEqual(['replied', 'unsubscribed']);
  expect(await clientOf(WANG)).toMatchObject({
    Consent: 'unsubscribed',
    'Consent basis': 'unsubscribed by a message on LINE',
  });
  const { connections } = await host.panel({ do: 'connections' });
  expect(connections.find(({ id }) => id === 'line')).toMatchObject({
    state: 'on',
    quota: expect.stringMatching(/of 200 this month/) as string,
  });
});
