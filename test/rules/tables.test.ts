import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Column } from '../../src/core/schema/column';
import type { Columns } from '../../src/core/schema/table';
import {
  clicks,
  commissions,
  forecasts,
  networksWorth,
  productsWorth,
  segments,
} from '../../src/core/workbook';

/** The tabs that others may read, as docs/tables.md describes them. */
const STABLE = [commissions, clicks, productsWorth, networksWorth, segments, forecasts];

const ROOT = path.join(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const doc = read('docs/tables.md');

/** The cells of each row of the table below a heading. */
function rowsBelow(heading: string): string[][] {
  const from = doc.indexOf(`\n### ${heading}\n`);
  const [, section = ''] = from < 0 ? [] : doc.slice(from + 1).split(/^### .*\n/m);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
    .slice(1);
}

/** What a column holds and in which unit, as its own format and blank tell. */
function kindOf(column: Column<unknown>): [type: string, unit: string] {
  const { format, blank, choices, align } = column;
  const { currency } = column as { currency?: 'home' | { header: string } };
  if (currency === 'home') return ['amount', 'major units of the home currency'];
  if (currency !== undefined) return ['amount', `major units of ${currency.header}`];
  if (format === 'yyyy-mm-dd') return ['day', ''];
  if (format === 'yyyy-mm-dd hh:mm') return ['time', 'the workbook’s time zone'];
  if (format.endsWith('%')) return ['number', 'share from 0 to 1'];
  if (format === '0') return ['whole number', ''];
  if (format !== '@') return ['number', ''];
  if (typeof blank === 'boolean') return ['yes or no', ''];
  if (choices !== undefined) return ['text', choices.join(', ')];
  return align === 'center' ? ['text', 'ISO 4217 code'] : ['text', ''];
}

it.each(STABLE.map((table) => [table.tab, table.columns as Columns] as const))(
  'docs/tables.md says what %s holds',
  (tab, columns) => {
    const wanted = Object.values(columns as Record<string, Column<unknown>>).map((column) => [
      column.header,
      ...kindOf(column),
      column.help,
    ]);
    expect(rowsBelow(tab).map((cells) => cells.slice(0, 4))).toEqual(wanted);
  },
);

it('names a version that the changelog knows for every column', () => {
  const versions = [...read('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, version]) => version);
  const since = STABLE.flatMap(({ tab }) => rowsBelow(tab)).map((cells) => cells[4]);
  expect(since.length).toBeGreaterThan(50);
  expect(since.filter((version) => !versions.includes(version))).toEqual([]);
});
