import { dated } from '../../../src/jobs/reports/reading';

const statement = (at: number, asOf?: number) => ({
  network: 'Awin',
  externalId: String(at),
  at,
  status: 'pending' as const,
  sale: null,
  commission: { minor: 1, currency: 'EUR' },
  subId: '',
  ...(asOf === undefined ? {} : { asOf }),
});

it('leaves a row the time of its last change, and gives the others the last that the file tells of', () => {
  const rows = [statement(1), statement(2, 9), statement(7), statement(3, 4)];
  expect(dated(rows).map(({ asOf }) => asOf)).toEqual([9, 9, 9, 4]);
});
