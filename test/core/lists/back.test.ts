import { lastLetters, planBack } from '../../../src/core/lists/back';
import type { BackColumn } from '../../../src/core/lists/list';
import { blankRow } from '../../../src/core/schema/table';
import { type SourceRow, sources } from '../../../src/core/workbook';
import { aClient, aLetter, NOW, ZONE } from '../../support/rows';

const COLUMNS: BackColumn[] = [
  { share: 'stage', field: 'f1', type: 'singleSelect' },
  { share: 'earned', field: 'f2', type: 'number' },
  { share: 'lastLetter', field: 'f3', type: 'date' },
];
const source = (given: Partial<SourceRow> = {}): SourceRow => ({
  ...blankRow(sources),
  id: 'S-1',
  list: 'airtable:x',
  recordId: 'rec1',
  clientId: 'C-lin',
  state: 'here',
  ...given,
});
const lin = aClient({ earned: { minor: 123_45, currency: 'USD' } });
const letters = new Map([['C-lin', '2026-11-21']]);

it('finds each client’s last letter, as a day in the workbook’s zone', () => {
  const rows = [
    aLetter({ sent: NOW - 1e10 }),
    aLetter({ sent: NOW }),
    aLetter({ clientId: 'C-wang', sent: null }),
  ];
  expect([...lastLetters(rows, ZONE)]).toEqual([['C-lin', '2026-11-21']]);
});

it('writes amounts in major units, once', () => {
  const [change, ...others] = planBack('airtable:x', COLUMNS, [source()], [lin], letters);
  expect(others).toEqual([]);
  expect(change?.cells.map(({ value }) => value)).toEqual(['Delivered', 123.45, '2026-11-21']);
  const written = source({ written: change?.written ?? '' });
  expect(planBack('airtable:x', COLUMNS, [written], [lin], letters)).toEqual([]);
});

it.each<Partial<SourceRow>>([{ state: 'gone' }, { list: 'airtable:y' }, { clientId: 'C-none' }])(
  'writes nothing into a record that is %j',
  (given) => {
    expect(planBack('airtable:x', COLUMNS, [source(given)], [lin], letters)).toEqual([]);
  },
);

it('writes nothing where no column is named', () => {
  expect(planBack('airtable:x', [], [source()], [lin], letters)).toEqual([]);
});
