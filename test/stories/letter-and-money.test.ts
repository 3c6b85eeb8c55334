import { SHIPPED } from '../../src/core/letters/shipped';
import { startWriter } from '../../demo/writer';
import { visit } from '../../demo/visitors';
import { CLIENTS_CSV, PAGES, PERSON, PRODUCTS, SENDER } from '../support/cast';
import { startTestHost, type TestHost } from '../support/host';
import { servePages } from '../support/site';

/**
 * Both stories end to end, headless: the built bundles on the laptop host, a gate behind HTTP, sites
 * and a writer on loopback, a mailbox. The steps follow each other; each leaves what the next needs.
 */

let host: TestHost;
let gate: string;
const servers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  host = await startTestHost('2026-11-21T04:00:00Z');
  gate = host.client.webApp('gate');
  const sites = await servePages(PAGES);
  const writer = await startWriter({ seed: 'story' });
  servers.push(sites, writer);
  await host.client.putRoutes(
    Object.fromEntries(Object.keys(PAGES).map((name) => [name, sites.address])),
  );
  await host.client.result('sheet', 'setUp');
  await host.panel({
    do: 'saveSettings',
    settings: { modelAddress: `${writer.address}/v1`, model: 'sample-writer' },
  });
});

afterAll(async () => {
  await host.stop();
  for (const server of servers) await server.stop();
});

const letters = () => host.rows('Letters');
const letterOf = async (name: string) => {
  const client = (await host.rows('Clients')).find((row) => row.Name === name);
  const letter = (await letters()).find((row) => row['Client ID'] === client?.['Client ID']);
  if (letter === undefined) throw new Error(`no letter for ${name}`);
  return letter as Record<string, string>;
};
const figures = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await host.rows('Dashboard')).map((row): [string, unknown] => [
      row.Figure as string,
      [row.Value, row.Cases],
    ]),
  );

it('makes the workbook, with headers, help, dropdowns, charts and a trigger', async () => {
  const tabs = await host.client.sheets();
  expect(tabs.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual([
    'Dashboard',
    'Clients',
    'Letters',
    'Products',
    'Occasions',
    'Commissions',
    'Claims',
    'Rates',
    'Links',
    'Clicks',
    'Addresses',
    'Webhooks',
    'Settings',
    'Activity',
  ]);
  // Nothing is drawn before there is something to draw; cells say what is missing.
  expect(await host.client.charts()).toEqual([]);
  expect(await host.client.csv('Dashboard')).toContain('No letter was sent yet.');
  const begun = await host.rows('Occasions');
  expect(begun.map((row) => [row['Occasion ID'], row.When])).toEqual(
    SHIPPED.map(({ id, when }) => [id, when]),
  );
});

it('refuses to send before it knows who writes', async () => {
  await expect(host.panel({ do: 'sendTest', letter: 'x' })).rejects.toThrow(
    'Sender name, Reply to, Postal address',
  );
  await host.panel({ do: 'saveSettings', settings: SENDER });
  expect((await host.panel({ do: 'home' })).next.title).toBe('Pair your gate');
});

it('pairs the gate', async () => {
  expect(await host.panel({ do: 'pair', address: gate })).toMatchObject({
    address: gate,
    events: 0,
  });
  await host.panel({ do: 'setSecret', name: 'OPENAI_API_KEY', value: 'sample-key' });
  expect((await host.client.properties('sheet')).script).not.toHaveProperty('OPENAI_API_KEY');
});

it('takes clients from a list and keeps every text as it was', async () => {
  expect(await host.panel({ do: 'importClients', csv: CLIENTS_CSV })).toMatchObject({
    added: 4,
    refused: [{ row: 6 }],
  });
  await host.panel({ do: 'importClients', csv: CLIENTS_CSV, commit: true });
  expect(
    (await host.rows('Clients')).map(({ Name, Company, Notes }) => [Name, Company, Notes]),
  ).toEqual([
    ['Ms Lin', 'Lin Bakery', ''],
    ['王小姐', '王記茶行', '=HYPERLINK("x")'],
    ['Herr Vogt', '007', '+886 2 1234'],
    ['Ms Okada', 'Yoga 1/2', "'quoted"],
  ]);
});

it('notes how a client agreed, with basis and date', async () => {
  const { clients } = await host.panel({ do: 'withoutConsent' });
  expect(clients.map(({ name }) => name)).toEqual(['Ms Okada']);
  await host.panel({
    do: 'setConsent',
    clients: clients.map(({ id }) => id),
    consent: 'yes',
    basis: 'asked on the phone',
    date: '2026-11-20',
  });
  expect((await host.rows('Clients'))[3]).toMatchObject({
    Consent: 'yes',
    'Consent basis': 'asked on the phone',
  });
});

it('takes products by their affiliate addresses', async () => {
  for (const product of PRODUCTS) await host.panel({ do: 'saveProduct', product });
  expect((await host.rows('Products')).map(({ Name, Check }) => [Name, Check])).toEqual([
    ['Rankly', expect.stringContaining('Sub Id 1')],
    ['Hosty', expect.stringContaining('Sub Id 1')],
  ]);
});

it('writes each letter in its client’s language, from what was measured', async () => {
  // Without a rate nobody can say which product pays more; the freelancer fills it in.
  await host.client.putCsv('Rates', 'Currency,Rate,As of\nUSD,30,2026-11-20');
  expect(await host.panel({ do: 'writeNow' })).toEqual({
    done: '4 letters became due, 4 drafts written',
    problem: '',
  });
  expect((await letters()).map(({ Status, Writer, Problem }) => [Status, Writer, Problem])).toEqual(
    Array<unknown>(4).fill(['drafted', 'sample-writer', '']),
  );
  const lin = await letterOf('Ms Lin');
  expect(lin.Body).toContain('✗ Images without a text that says what they show: 2 of 3.');
  expect(lin.Checks).toContain('✗ meta-description: no description');
  expect(lin.Products?.split(', ')).toHaveLength(2);
  expect((await letterOf('王小姐')).Body).toContain('✓ 網頁回應正常。');
  const vogt = await letterOf('Herr Vogt');
  expect(vogt.Body).toContain('✗ Die Seite passt sich nicht an Handybildschirme an.');
  expect([vogt.Products, vogt.Body?.includes('[[')]).toEqual(['', false]);
  expect((await letterOf('Ms Okada')).Checks).toContain(
    'Site not measured on 2026-11-21: no site.',
  );
  expect(await host.rows('Links')).toHaveLength(6);
});

it('lets one letter be edited, approves it and two more, and leaves the fourth', async () => {
  const lin = await letterOf('Ms Lin');
  const body = (lin.Body ?? '').replace('Mira Chen', 'Warmly, Mira Chen');
  await host.panel({
    do: 'saveLetter',
    letter: lin['Letter ID'] ?? '',
    subject: 'About your bakery',
    body,
  });
  const going = [lin, await letterOf('王小姐'), await letterOf('Herr Vogt')];
  const { moved } = await host.panel({
    do: 'approve',
    letters: going.map((letter) => letter['Letter ID'] ?? ''),
  });
  expect(moved).toBe(3);
});

it('sends what was approved, once', async () => {
  expect((await host.panel({ do: 'sendNow' })).done).toBe('3 letters sent');
  expect((await host.panel({ do: 'sendNow' })).done).toBe('Nothing to do');
  const sent = (await host.client.mail()).filter(({ state }) => state === 'sent');
  expect(sent.map(({ to }) => /<(.*)>/.exec(to)?.[1]).sort()).toEqual([
    'lin@bakery.example',
    'vogt@law.example',
    'wang@tea.example',
  ]);
  expect((await host.client.mail()).filter(({ state }) => state === 'draft')).toEqual([]);
  expect((await letters()).map(({ Status }) => Status)).toEqual([
    'sent',
    'sent',
    'sent',
    'drafted',
  ]);
});

it('reaches the mailbox as a whole mail: both parts, disclosure, address, ways to stop', async () => {
  const mail = (await host.client.mail()).find(({ subject }) => subject === 'About your bakery');
  if (mail === undefined) throw new Error('the letter to the bakery did not arrive');
  const headers = new Map(mail.headers.map(([name, value]) => [name.toLowerCase(), value]));
  expect(headers.get('list-unsubscribe')).toContain(`${gate}?u=`);
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(headers.get('reply-to')).toContain('mira@studio.example');
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('Warmly, Mira Chen');
    expect(part).toContain('affiliate links');
    expect(part).toContain('1 Any Street, Taipei');
    expect(part).toContain('contract 2025');
    expect(part).toMatch(/\/p\/gate\/exec\?l=[a-z0-9]{8}/);
  }
});

/** The codes of a letter's links, by product. */
async function codesOf(name: string): Promise<Map<string, string>> {
  const { 'Letter ID': id } = await letterOf(name);
  const products = new Map(
    (await host.rows('Products')).map((row) => [row['Product ID'], row.Name as string]),
  );
  return new Map(
    (await host.rows('Links'))
      .filter((row) => row['Letter ID'] === id)
      .map((row) => [products.get(row['Product ID'] as string) ?? '', row.Code as string]),
  );
}

let tapped = '';

it('notices who follows a link, and tells people from robots', async () => {
  // Whoever comes within seconds of sending is a scanner of mail.
  await host.client.moveClock({ advance: 'PT3H', every: 'PT3H' });
  const lin = await codesOf('Ms Lin');
  const wang = await codesOf('王小姐');
  tapped = (await visit(gate, lin.get('Rankly') ?? '', { agent: PERSON, reads: true, taps: true }))
    .visit;
  await visit(gate, lin.get('Hosty') ?? '', { agent: PERSON, reads: true });
  await visit(gate, wang.get('Rankly') ?? '', {
    agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    reads: true,
    taps: true,
  });
  expect((await host.panel({ do: 'collectNow' })).done).toBe('3 visits noted, 1 tap counted');
  expect((await host.panel({ do: 'collectNow' })).done).toBe('Nothing to do');
  const clicks = await host.rows('Clicks');
  expect(clicks.map(({ Code, Level, Counted, Why }) => [Code, Level, Counted, Why]).sort()).toEqual(
    [
      [lin.get('Rankly'), 'tapped', 'yes', 'a person went on'],
      [lin.get('Hosty'), 'seen', 'no', 'read, but did not go on'],
      [wang.get('Rankly'), 'tapped', 'no', 'the browser calls itself a robot'],
    ].sort(),
  );
  expect(clicks.find(({ Counted }) => Counted === 'yes')?.Visit).toBe(tapped);
});

it('ends the letters of a client who unsubscribes in one click', async () => {
  const mail = (await host.client.mail()).find(({ to }) => to.includes('vogt@law.example'));
  const way = /<(http[^>]*)>/.exec(new Map(mail?.headers).get('List-Unsubscribe') ?? '')?.[1] ?? '';
  const asked = await fetch(way);
  expect(await asked.text()).toContain('Stop the letters?');
  expect((await host.panel({ do: 'collectNow' })).done).toBe('Nothing to do');
  const done = await fetch(way, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect([done.status, (await done.text()).includes('Done.')]).toEqual([200, true]);
  expect((await host.panel({ do: 'collectNow' })).done).toBe('1 client unsubscribed');
  expect((await host.rows('Clients'))[2]).toMatchObject({ Consent: 'unsubscribed' });
  expect((await letterOf('Herr Vogt')).Outcome).toBe('unsubscribed');
});

const HEADER =
  'Paystub Id,Action Id,Campaign Id,Campaign Name,Action Tracker Id,Action Tracker,Sub Id 1,Sub Id 2,Sub Id 3,Shared Id,Sale Amount,Payout,Action Date,Posting Date,Modification Date,Locking Date';

it('books the network’s report once, and finds whose money it is', async () => {
  const code = (await codesOf('Ms Lin')).get('Rankly') ?? '';
  const csv = [
    HEADER,
    `88,007.1,9,Rankly,1,Sale,${code}${tapped},,,,"1,200.00",100.00,2026-11-22T10:00:00Z,2026-11-23,,2026-11-24`,
    '88,007.2,9,Rankly,1,Sale,elsewhere,,,,60.00,5.00,2026-11-22T11:00:00Z,2026-11-23,,2026-11-24',
  ].join('\n');
  const name = 'paystub.csv';
  expect(await host.panel({ do: 'importReport', name, csv, currency: 'USD' })).toMatchObject({
    added: 2,
    recognised: 1,
    total: '$105',
  });
  await host.panel({ do: 'importReport', name, csv, currency: 'USD', commit: true });
  const rows = await host.rows('Commissions');
  expect(
    await host.panel({ do: 'importReport', name, csv, currency: 'USD', commit: true }),
  ).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await host.rows('Commissions')).toEqual(rows);
  expect(
    rows.map((row) => [
      row['External ID'],
      row.Status,
      row.Commission,
      row.Currency,
      row['Home amount'],
      row['Matched by'],
    ]),
  ).toEqual([
    ['007.1', 'paid', 100, 'USD', 3000, 'sub-id'],
    ['007.2', 'paid', 5, 'USD', 150, ''],
  ]);
  expect((await letterOf('Ms Lin')).Outcome).toBe('bought');
});

it('takes a commission of a direct deal by hand', async () => {
  const commission = { key: 'deal', at: '2026-11-20', commission: '1,500', currency: 'TWD' };
  await host.panel({ do: 'addCommission', commission });
  await host.panel({ do: 'addCommission', commission });
  expect(await host.rows('Commissions')).toHaveLength(3);
});

it('stands on the dashboard, with its charts', async () => {
  expect(await figures()).toMatchObject({
    'Earned this quarter': [4650, 3],
    'Earned this year': [4650, 3],
    'Earned in all': [4650, 3],
    Pending: [0, 0],
    Paid: [3150, 2],
    'Letters sent': [3, 3],
    'Letters that sold': [1, 3],
    'Recommendations in them': [4, 3],
    'Visits, robots and mail scanners among them': [3, 3],
    'Taps, robots and mail scanners among them': [2, 3],
    'Taps by people': [1, 4],
    Sales: [1, 4],
    'Sales per recommendation': [0.25, 4],
    'Plan for a year: 50 clients × 2 × 4 × 5 % × NT$3,000': [60_000, ''],
    'Commissions without a client': [2, 2],
  });
  const charts = await host.client.charts();
  const chart = (name: string) => charts.find(({ title }) => title === name)?.data ?? [];
  const earned = chart('Earned by month');
  expect([earned[0], earned.at(-1)]).toEqual([
    ['', 'Rankly', 'Other'],
    ['Nov', 3150, 1500],
  ]);
  expect(chart('From letter to sale').slice(1)).toEqual([
    ['Sent (3)', 3],
    ['Recommending (2)', 2],
    ['Page seen (1)', 1],
    ['Went on (1)', 1],
    ['Bought (1)', 1],
  ]);
  expect((await host.rows('Clients'))[0]).toMatchObject({ Letters: 1, Taps: 1, Earned: 3000 });
});

it('does nothing when everything is done again, but note it in Activity', async () => {
  const read = async () =>
    Promise.all(
      (await host.client.sheets())
        .filter(({ name }) => name !== 'Activity')
        .map(({ name }) => host.client.sheet(name)),
    );
  const before = await read();
  const mails = (await host.client.mail()).length;
  for (const name of [
    'setUp',
    'writeLettersNow',
    'sendApprovedNow',
    'collectNow',
    'refreshDashboard',
    'beat',
    'beat',
  ]) {
    await host.client.result('sheet', name);
  }
  expect(await read()).toEqual(before);
  expect(await host.client.mail()).toHaveLength(mails);
});

it('writes again in the next quarter, by itself, and recommends nothing that it just did', async () => {
  await host.client.moveClock({ now: '2027-01-10T04:00:00Z', every: 'P7D' });
  const next = (await letters()).filter(({ Period }) => Period === '2027-Q1');
  expect(next.map(({ Status, Products }) => [Status, Products])).toEqual(
    Array<unknown>(3).fill(['drafted', '']),
  );
  expect((await letters()).filter(({ Period }) => Period === '2026-Q4')).toHaveLength(4);
});

it('shows its figures in another home currency, and never the old numbers under a new name', async () => {
  for (const [homeCurrency, nothing] of [
    ['EUR', '€0'],
    ['USD', '$0'],
    ['JPY', '¥0'],
  ] as const) {
    await host.panel({ do: 'saveSettings', settings: { homeCurrency } });
    await host.client.result('sheet', 'refreshDashboard');
    const shown = await host.client.csv('Dashboard');
    expect(shown).toContain(`Pending,${nothing},`);
    expect(shown).not.toContain('NT$');
    expect(await host.rows('Rates')).toMatchObject([
      { Currency: 'USD', Rate: '', 'Home currency': homeCurrency },
      { Currency: 'TWD', Rate: '', 'Home currency': homeCurrency },
    ]);
  }
  expect((await figures())['Earned in all']).toEqual([0, 0]);
});
