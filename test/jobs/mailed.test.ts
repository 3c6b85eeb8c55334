import type { AttachedMail } from '../../src/services';
import { commissions, mailed, mappings, reported } from '../../src/core/workbook';
import { beat } from '../../src/jobs/beat';
import { readMailedReports } from '../../src/jobs/mailed';
import { panel } from '../../src/panel';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { NOW } from '../support/rows';
import { World } from '../support/services';

const HOUR = 3600 * 1000;
const DEADLINE = NOW + 1e9;
const LABEL = 'Perennial/reports';
const SURE =
  'Type,Date,Purchase ID,Item Name,Buyer Name,Buyer Email,Taxes ($),Shipping ($),Sale Price ($),Gumroad Fees ($),Net Total ($)\n' +
  'Affiliate Credit,2026-04-01,,,,,,,15.25,,15.25\nAffiliate Credit,2026-04-03,,,,,,,3,,3';
const NO_CURRENCY = 'Paystub Id,Action Id,Payout,Action Date\n1,a,5,2026-11-02';
const TWO_DATES = 'Paystub Id,Action Id,Payout,Action Date\n1,b,5 USD,03/04/2026';

const file = (name: string, text: string, more: Partial<AttachedMail['files'][number]> = {}) => ({
  name,
  type: 'text/csv',
  size: text.length,
  text,
  ...more,
});

const aMail = (id: string, ...files: AttachedMail['files']) => ({
  id,
  at: NOW - 5 * HOUR,
  from: 'Reports <reports@network.example>',
  files,
  label: LABEL,
});

function world(...mails: ReturnType<typeof aMail>[]): World {
  const found = new World().ready();
  found.labelled.push(...mails);
  return found;
}

const read = (found: World) => readMailedReports(found.services(), DEADLINE);
const ask = <R extends PanelCall>(found: World, request: R): PanelAnswers[R['do']] =>
  panel(found.services(), request) as PanelAnswers[R['do']];
const waiting = (found: World) => ask(found, { do: 'waitingReports' }).reports;

it('books a report that leaves nothing open, and gives its mail the label of those done', () => {
  const found = world(aMail('m1', file('april.csv', SURE)));
  expect(read(found)).toEqual({ done: '1 mailed report read, 2 commissions new or changed' });
  expect(found.rows(commissions).map(({ commission }) => commission?.minor)).toEqual([1525, 300]);
  expect(found.rows(mailed)).toMatchObject([{ mailId: 'm1', name: 'april.csv', state: 'booked' }]);
  expect(found.labelled[0]?.label).toBe('Perennial/reports/done');
});

it('looks once an hour, and asks Gmail for nothing but the label where nothing is new', () => {
  const found = world(aMail('m1', file('report.csv', NO_CURRENCY)));
  read(found);
  read(found);
  expect(found.calls.filter((call) => call.startsWith('mail.'))).toEqual([]);
  found.now += HOUR;
  read(found);
  expect(found.calls.filter((call) => call.startsWith('mail.'))).toEqual(['mail.labelled']);
});

it('does nothing where the label is cleared', () => {
  const found = world(aMail('m1', file('april.csv', SURE)));
  found.set({ reportsLabel: '' });
  expect(read(found).done).toBe('');
  expect(found.rows(commissions)).toEqual([]);
});

it('lets a report wait whose currency nobody has said, though all products have one', () => {
  const found = world(aMail('m1', file('paystub.csv', NO_CURRENCY)));
  expect(read(found).done).toBe('1 mailed report read, 1 waiting for you');
  expect(found.rows(commissions)).toEqual([]);
  expect(found.labelled[0]?.label).toBe(LABEL);
  expect(waiting(found)[0]?.why).toContain('in which currency');
});

it('is answered and booked as a dropped file is, and the next of its kind is certain', () => {
  const found = world(aMail('m1', file('paystub.csv', NO_CURRENCY)));
  read(found);
  const { id = '' } = waiting(found)[0] ?? {};
  const { name, csv } = ask(found, { do: 'openReport', report: id });
  expect([name, csv]).toEqual(['paystub.csv', NO_CURRENCY]);
  const request = { do: 'importReport' as const, name, csv, mailed: id, currency: 'USD' };
  ask(found, request);
  expect(waiting(found)).toHaveLength(1);
  ask(found, { ...request, commit: true });
  expect(waiting(found)).toEqual([]);
  found.labelled.push(aMail('m2', file('next.csv', NO_CURRENCY.replace(',a,5', ',c,7'))));
  found.now += HOUR;
  expect(read(found).done).toBe('1 mailed report read, 1 commission new or changed');
  expect(found.labelled.map(({ label }) => label)).toEqual([`${LABEL}/done`, `${LABEL}/done`]);
});

it('remembers how dates are to be read, and says so', () => {
  const found = world(aMail('m1', file('paystub.csv', TWO_DATES)));
  read(found);
  expect(waiting(found)[0]?.why).toContain('day first or month first');
  const request = { do: 'importReport' as const, name: 'x.csv', csv: TWO_DATES };
  ask(found, { ...request, dates: 'dmy', commit: true });
  const csv = TWO_DATES.replace(',b,', ',d,');
  expect(ask(found, { ...request, csv })).toMatchObject({
    open: [],
    asks: { dates: '' },
    recalled: { dates: 'dmy' },
    rows: [{ day: '2026-04-03' }],
  });
  expect(ask(found, { ...request, csv, dates: 'mdy' }).rows[0]?.day).toBe('2026-03-04');
  found.labelled.push(aMail('m2', file('next.csv', csv)));
  found.now += HOUR;
  expect(read(found).done).toContain('1 commission new or changed');
});

it('asks of a programme for which nobody has said the currency', () => {
  const csv = 'Paystub Id,Action Id,Campaign Name,Payout,Action Date\n1,a,Rankly,5,2026-11-02';
  const found = world(aMail('m1', file('next.csv', csv.replace('Rankly', 'Pennywise'))));
  const request = { do: 'importReport' as const, name: 'x.csv', csv, currency: 'USD' };
  ask(found, { ...request, commit: true });
  read(found);
  expect(waiting(found)).toHaveLength(1);
});

it('shows a report that nobody knows with how it would be read, and remembers the answer', () => {
  const csv = 'Transaction ID,Date,Commission (EUR),Status\nR1,2026-11-01,5.00,approved';
  const found = world(aMail('m1', file('Awin.csv', csv)));
  read(found);
  expect(waiting(found)[0]?.why).toContain('does not know such a report yet');
  const request = { do: 'importReport' as const, name: 'Awin.csv', csv };
  ask(found, { ...request, commit: true });
  expect(found.rows(mappings)).toHaveLength(1);
  found.labelled.push(aMail('m2', file('Awin.csv', csv.replace('R1', 'R2'))));
  found.now += HOUR;
  expect(read(found).done).toContain('1 commission new or changed');
});

it('books the good rows, and shows what was refused until it is set aside', () => {
  const found = world(aMail('m1', file('april.csv', SURE.replace('2026-04-03', 'April'))));
  expect(read(found).done).toBe(
    '1 mailed report read, 1 commission new or changed, 1 waiting for you',
  );
  const { id = '', why = '' } = waiting(found)[0] ?? {};
  expect(why).toMatch(/^1 row could not be booked\. Row 3: .*“April” is not a date/);
  expect(ask(found, { do: 'setReportAside', report: id }).reports).toEqual([]);
  found.now += HOUR;
  read(found);
  expect(found.labelled[0]?.label).toBe(`${LABEL}/done`);
});

it('books amounts finer than money, and notes what rounding did', () => {
  const found = world(aMail('m1', file('april.csv', SURE.replace(',15.25\n', ',15.2549\n'))));
  expect(read(found).done).toBe('1 mailed report read, 2 commissions new or changed');
  expect(found.rows(mailed)).toMatchObject([
    { state: 'booked', why: expect.stringContaining('1 row has more decimals') as string },
  ]);
  expect(found.rows(reported).map(({ exact }) => exact)).toContain('commission 15.2549');
});

it('says of what it does not open why, and leaves pictures alone', () => {
  const found = world(
    aMail(
      'm1',
      file('logo.png', 'x', { type: 'image/png' }),
      file('report.xlsx', 'PK', { type: 'application/zip' }),
      file('long.csv', SURE, { size: 6_000_000 }),
      file('broken.csv', 'a,"b'),
      file('empty.csv', ''),
    ),
  );
  expect(read(found).done).toBe(
    '4 mailed reports read, 4 waiting for you, 1 other attachment left alone',
  );
  expect(waiting(found).map(({ name, why }) => `${name}: ${why}`)).toEqual([
    expect.stringContaining('report.xlsx: It is no CSV file.'),
    expect.stringContaining('long.csv: It is larger than 5 MB.'),
    expect.stringContaining('broken.csv: The file breaks off'),
    expect.stringContaining('empty.csv: The file is empty.'),
  ]);
  const { id = '' } = waiting(found)[0] ?? {};
  expect(() => ask(found, { do: 'openReport', report: id })).toThrow('save it as CSV');
});

it('keeps names and senders as text, whatever they hold', () => {
  const hostile = { ...aMail('m1', file('=IMPORTXML("x").csv', NO_CURRENCY)), from: '<b>=1+1</b>' };
  const found = world(hostile);
  read(found);
  expect(found.rows(mailed)).toMatchObject([{ name: '=IMPORTXML("x").csv', from: '<b>=1+1</b>' }]);
  expect(mailed.columns.name.format).toBe('@');
  expect(mailed.columns.from.format).toBe('@');
});

it('reads ten mails in a run, oldest first, and the next goes on at once', () => {
  const mails = Array.from({ length: 12 }, (_, i) =>
    aMail(`m${i}`, file(`${i}.csv`, `${SURE}${i}`)),
  );
  const found = world(...mails);
  expect(read(found)).toMatchObject({ unfinished: true });
  expect(found.labelled.filter(({ label }) => label === LABEL).map(({ id }) => id)).toEqual([
    'm0',
    'm1',
  ]);
  expect(read(found)).not.toHaveProperty('unfinished');
  expect(found.labelled.every(({ label }) => label !== LABEL)).toBe(true);
});

it('stands behind a beat, and on the page that opens first', () => {
  const found = world(
    aMail('m1', file('april.csv', SURE)),
    aMail('m2', file('x.csv', NO_CURRENCY)),
  );
  beat(found.services());
  expect(found.activity.map(({ job }) => job)).toContain('read mailed reports');
  expect(ask(found, { do: 'home' }).reports).toBe(1);
});

it('says that Gmail did not answer, and tries again', () => {
  const found = world(aMail('m1', file('april.csv', SURE)));
  const { labelled } = found.mail;
  found.mail.labelled = () => {
    throw new Error('Service unavailable');
  };
  expect(() => read(found)).toThrow('Gmail could not be asked for reports (Service unavailable)');
  found.mail.labelled = labelled;
  expect(read(found).done).toContain('2 commissions');
});

it('ends the same wherever an execution ends', () => {
  const fresh = () =>
    world(
      aMail('m1', file('april.csv', SURE), file('x.csv', NO_CURRENCY)),
      aMail('m2', file('may.csv', SURE.replace(/-04-/g, '-05-'))),
    );
  const state = (found: World) => [
    found
      .rows(commissions)
      .map(({ id, commission }) => [id, commission?.minor])
      .sort(),
    found.rows(mailed).map(({ id, state: now }) => [id, now]),
    found.labelled.map(({ label }) => label),
  ];
  const whole = fresh();
  read(whole);
  const calls = whole.calls.length;
  expect(calls).toBeGreaterThan(15);
  for (let killAt = 0; killAt < calls; killAt++) {
    const found = fresh();
    found.killAt = killAt;
    expect(() => read(found)).toThrow();
    found.killAt = Infinity;
    read(found);
    expect(state(found)).toEqual(state(whole));
  }
});
