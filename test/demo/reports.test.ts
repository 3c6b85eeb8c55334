import { impactReport } from '../../demo/reports';
import { recordsOf, type TabRow } from '../../demo/tabs';
import { attribute } from '../../src/core/revenue/attribution';
import { recogniseReport } from '../../src/core/revenue/imports';
import { readReport } from '../../src/core/revenue/reports/reading';
import { readSubId } from '../../src/core/referrals/sub-id';
import { sum } from '../../src/core/money';
import { ALPHABET } from '../../src/core/identity';
import { links as linksTable } from '../../src/core/workbook';
import { chance } from '../../demo/random';
import { TestLedger } from '../support/ledger';

const TAPPED = Date.parse('2026-08-20T09:30:00Z');
const DAY = 86_400_000;
const at = (instant: number) => ({ date: new Date(instant).toISOString() });

const PRODUCTS: TabRow[] = [
  product('P-once', 'Impact', 'once', 75),
  product('P-monthly', 'Impact', 'monthly', 6.5, 3),
  product('P-yearly', 'Impact', 'yearly', 90),
  product('P-percent', 'Impact', 'percent', 12.5),
  product('P-elsewhere', 'Awin', 'once', 30),
];
const LINKS: TabRow[] = Array.from({ length: 60 }, (_, i) => ({
  Code: codeOf(i),
  'Client ID': `C-${i}`,
  'Product ID': PRODUCTS[i % PRODUCTS.length]?.['Product ID'] ?? '',
  'Letter ID': `L-${i}`,
  Channel: 'email',
  Created: at(TAPPED - DAY),
}));
const CLICKS: TabRow[] = LINKS.map(({ Code = '' }, i) => ({
  'Click ID': `${Code as string}-vv`,
  At: at(TAPPED + i * 3_600_000),
  Code,
  Visit: 'abcde',
  Level: 'tapped',
  Counted: i % 6 === 5 ? 'no' : 'yes',
}));

function product(id: string, network: string, pays: string, amount: number, months = 0): TabRow {
  return {
    'Product ID': id,
    Name: `Product ${id}`,
    Network: network,
    Destination: 'https://x.example/',
    Pays: pays,
    Amount: amount,
    Currency: 'USD',
    Months: months === 0 ? '' : months,
  };
}

function codeOf(i: number): string {
  const draw = chance('codes', i);
  return Array.from({ length: 8 }, () => draw.pick(Array.from(ALPHABET))).join('');
}

const report = (conversion: number, until?: number) =>
  impactReport(LINKS, CLICKS, PRODUCTS, 'perennial', {
    conversion,
    ...(until === undefined ? {} : { until }),
  });

const read = (csv: string) => {
  const found = recogniseReport(csv);
  if (found === undefined) throw new Error('not recognised');
  const { report, sheet } = found;
  return { report, ...readReport(report, sheet, { currency: 'USD', zone: 'Asia/Taipei' }) };
};

test('is read back to the cent, row by row', () => {
  const { csv, truth } = report(1, TAPPED + 100 * DAY);
  const { report: known, statements, refused } = read(csv);
  expect([known.id, refused]).toEqual(['impact-paystub', []]);
  expect(statements).toHaveLength(truth.ours.length + truth.foreign.length);
  for (const { actionId, at: paidAt, sale, payout, subId } of [...truth.ours, ...truth.foreign]) {
    expect(statements.find(({ externalId }) => externalId === actionId)).toMatchObject({
      at: paidAt,
      sale,
      commission: payout,
      subId,
    });
  }
  expect(
    sum(
      statements.map(({ commission }) => commission),
      'USD',
    ),
  ).toEqual(truth.totals.all);
});

test('the workbook finds whose money each row is', () => {
  const { csv, truth } = report(1, TAPPED + 100 * DAY);
  const { added } = new TestLedger().tell(read(csv).statements);
  const found = new Map(
    attribute(added, {
      links: recordsOf(linksTable, LINKS),
      clicks: [],
      products: [],
      own: new Map(),
      touch: 'last',
    }).map(({ id, set }) => [id, set]),
  );
  expect(found.size).toBe(truth.ours.length);
  for (const { actionId, clientId, productId, letterId } of truth.ours) {
    const row = added.find(({ externalId }) => externalId === actionId);
    expect(found.get(row?.id ?? '')).toMatchObject({ clientId, productId, letterId });
  }
});

test('pays by each product’s terms, after the tap, up to the end', () => {
  const { ours } = report(1, TAPPED + 400 * DAY).truth;
  const paid = (id: string) => ours.filter(({ productId }) => productId === id);
  const times = (id: string): Set<number> =>
    new Set(paid(id).map(({ code }) => paid(id).filter((other) => other.code === code).length));
  expect(new Set(paid('P-once').map(({ payout }) => payout.minor))).toEqual(new Set([7500]));
  expect(new Set(paid('P-monthly').map(({ payout }) => payout.minor))).toEqual(new Set([650]));
  expect([times('P-once'), times('P-monthly'), times('P-yearly')]).toEqual([
    new Set([1]),
    new Set([3]),
    new Set([2]),
  ]);
  for (const { sale, payout } of paid('P-percent')) {
    expect(Math.abs(payout.minor - sale.minor * 0.125)).toBeLessThanOrEqual(0.5);
  }
  expect(paid('P-elsewhere')).toEqual([]);
  for (const action of ours) {
    const tap = CLICKS.find(({ Code }) => Code === action.code);
    expect(tap?.Counted).toBe('yes');
    expect(action.at).toBeGreaterThan(Date.parse((tap?.At as { date: string }).date));
    expect(action.at).toBeLessThanOrEqual(TAPPED + 400 * DAY);
    expect(readSubId(action.subId)).toEqual({ code: action.code, visit: 'abcde' });
  }
});

test('conversion decides how many taps sell', () => {
  const sold = (conversion: number): number =>
    new Set(report(conversion).truth.ours.map(({ code }) => code)).size;
  expect(sold(0)).toBe(0);
  expect(sold(0.4)).toBeGreaterThan(sold(0));
  expect(sold(0.4)).toBeLessThan(sold(1));
  expect(sold(1)).toBe(40);
});

test('a few rows are somebody else’s, one of them spelled like ours', () => {
  const { truth } = report(0);
  expect(truth.foreign.map(({ subId }) => readSubId(subId) !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
  expect(truth.totals.ours).toEqual({ minor: 0, currency: 'USD' });
  expect(truth.totals.all.minor).toBeGreaterThan(0);
});

test('a later report changes nothing of an earlier one', () => {
  const early = impactReport(LINKS, CLICKS.slice(0, 30), PRODUCTS, 'perennial', {
    conversion: 0.7,
    until: TAPPED + 20 * DAY,
  });
  const late = report(0.7, TAPPED + 80 * DAY);
  const ledger = new TestLedger();
  const known = ledger.tell(read(early.csv).statements).added;
  const booking = ledger.tell(read(late.csv).statements);
  expect(known.length).toBeGreaterThan(5);
  expect([booking.unchanged, booking.changed]).toEqual([known.length, []]);
  expect(booking.added.length).toBeGreaterThan(5);
});

test('without taps there is nothing to report, and one report has one currency', () => {
  const { csv, truth } = impactReport(LINKS, [], PRODUCTS, 's', { conversion: 1 });
  expect(csv.trim().split('\n')).toHaveLength(1);
  expect([...truth.ours, ...truth.foreign]).toEqual([]);
  const euros = { ...product('P-euro', 'Impact', 'once', 5), Currency: 'EUR' };
  expect(() => impactReport(LINKS, CLICKS, [...PRODUCTS, euros], 's', { conversion: 1 })).toThrow(
    'USD and EUR',
  );
});

test('a row that cannot be read is named', () => {
  const broken = { ...PRODUCTS[0], Amount: 'much' } as TabRow;
  expect(() => impactReport(LINKS, CLICKS, [broken], 's', { conversion: 1 })).toThrow(
    'Products: “much” is not a number.',
  );
});
