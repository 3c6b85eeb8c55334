import { recogniseReport, IMPORTERS } from '../../../../src/core/revenue/imports';

const HEADER =
  'Paystub Id,Action Id,Campaign Id,Campaign Name,Action Tracker Id,Action Tracker,Sub Id 1,Sub Id 2,Sub Id 3,Shared Id,Sale Amount,Payout,Action Date,Posting Date,Modification Date,Locking Date';
const row = (given: Record<string, string>): string =>
  HEADER.split(',')
    .map((name) => given[name] ?? '')
    .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',');
const action = (given: Record<string, string> = {}) =>
  row({
    'Paystub Id': '9',
    'Action Id': '1000.4000.007',
    'Sub Id 1': 'abcdefghvvvvv',
    'Sale Amount': '1,200.00',
    Payout: '120.50',
    'Action Date': '2026-09-14T10:11:12Z',
    ...given,
  });
const read = (...rows: string[]) => {
  const { importer, rows: named } = recogniseReport('paystub.csv', [HEADER, ...rows].join('\n'));
  return importer.read(named, { currency: 'USD', zone: 'Asia/Taipei' });
};

describe('Impact’s paystub report', () => {
  it('is recognised by its columns, in any order and with a byte order mark', () => {
    const shuffled = `\ufeff${HEADER.split(',').reverse().join(',')}\n`;
    expect(recogniseReport('x.csv', shuffled).importer.id).toBe('impact-paystub');
  });

  it('reads an action as paid, in the currency that was chosen', () => {
    expect(read(action()).statements).toEqual([
      {
        network: 'Impact',
        externalId: '1000.4000.007',
        at: Date.parse('2026-09-14T10:11:12Z'),
        status: 'paid',
        sale: { minor: 120_000, currency: 'USD' },
        commission: { minor: 12_050, currency: 'USD' },
        subId: 'abcdefghvvvvv',
      },
    ]);
  });

  it('finds our mark in whichever sub-id it came back', () => {
    const other = action({ 'Sub Id 1': 'newsletter', 'Sub Id 3': 'hgfedcbawwwww' });
    expect(read(other).statements[0]?.subId).toBe('hgfedcbawwwww');
    expect(read(action({ 'Sub Id 1': 'newsletter' })).statements[0]?.subId).toBe('newsletter');
  });

  it('takes the same action twice for one', () => {
    expect(read(action(), action())).toMatchObject({ statements: [{}], refused: [] });
  });

  it('refuses the same action with other figures', () => {
    const { statements, refused } = read(action(), action({ Payout: '99' }));
    expect(statements).toHaveLength(1);
    expect(refused).toMatchObject([{ row: 3 }]);
    expect(refused[0]?.why).toContain('stands in row 2 already, with other figures');
  });

  it.each([
    [{ 'Action Id': '' }, 'no Action Id'],
    [{ Payout: 'twelve' }, 'Payout: “twelve” is not an amount'],
    [{ Payout: '' }, 'Payout: “” is not an amount'],
    [{ 'Sale Amount': '1.234,50' }, 'Sale Amount: “1.234,50” is not an amount'],
    [{ 'Action Date': '14/9/26' }, 'Action Date: “14/9/26” is not a date'],
  ])('refuses a row with %j, and takes the others', (given, why) => {
    const { statements, refused } = read(action(given), '', action({ 'Action Id': 'ok' }));
    expect(statements.map(({ externalId }) => externalId)).toEqual(['ok']);
    expect(refused).toMatchObject([{ row: 2 }]);
    expect(refused[0]?.why).toContain(why);
  });

  it('does not miss a sale amount that is not given', () => {
    expect(read(action({ 'Sale Amount': '' })).statements[0]?.sale).toBeNull();
  });
});

it('says of an unknown report what it holds and what could be read', () => {
  expect(() => recogniseReport('stats.csv', 'Date,Clicks\n1,2')).toThrow(
    /“stats.csv” is not a report that Perennial knows \(its columns: Date, Clicks\).*Impact’s paystub report/,
  );
  expect(IMPORTERS.map(({ id }) => id)).toEqual(['impact-paystub']);
});
