import { sayReport } from '../../cli/say-report';
import { csvOf, SAMPLES, tableOf } from '../support/reports';

const CONTEXT = { currency: '', zone: 'UTC' };
const say = (csv: string, name = 'file.csv') => sayReport(name, csv, CONTEXT);

it.each(SAMPLES)('says $id in minor units, and where every other row went', (sample) => {
  const said = say(csvOf(tableOf(sample), sample.delimiter));
  expect(said).toMatchObject({ network: sample.network, certain: true });
  expect(said.rows.map(({ commission }) => commission)).toEqual(sample.says.map((row) => row[4]));
  expect(said.rows.length + said.refused.length).toBe(sample.rows.length);
});

it('says null for what the report does not say', () => {
  const { rows, why } = say('Paystub Id,Action Id,Payout,Action Date\n1,a,5,2026-11-02');
  expect(rows).toEqual([
    {
      externalId: 'a',
      at: '2026-11-02T00:00:00.000Z',
      status: 'paid',
      sale: null,
      commission: 500,
      currency: null,
      subId: null,
    },
  ]);
  expect(why).toContain('names no currency');
});

it('is not certain of a report that nobody knows, and refuses each row where money is unsure', () => {
  const unsure = say('Ref,Day,Amount,Total\nR1,2026-11-01,5,6\nR2,2026-11-02,5,6\n\n');
  expect(unsure).toMatchObject({ network: null, certain: false, rows: [] });
  expect(unsure.refused.map(({ row }) => row)).toEqual([2, 3]);
  expect(unsure.refused[0]?.why).toContain('an amount is never guessed');
  const proposed = say(
    'Transaction ID,Date,Commission (EUR),Status\nT1,2026-11-01,5,paid',
    'Awin.csv',
  );
  expect(proposed).toMatchObject({ network: 'Awin', certain: false, rows: [{ commission: 500 }] });
  expect(proposed.why).toContain('“Commission (EUR)” because of its name and its amounts');
});

it.each([
  ['', 'The file is empty'],
  ['PK\u0003\u0004', 'The file is not a CSV file'],
  ['a,b\n"c', 'breaks off'],
])('says why %j cannot be read', (csv, why) => {
  expect(say(csv)).toMatchObject({ network: null, certain: false, rows: [], refused: [] });
  expect(say(csv).why).toContain(why);
});
