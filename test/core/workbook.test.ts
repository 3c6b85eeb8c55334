import type { Column } from '../../src/core/schema/column';
import { blankRow, type Columns } from '../../src/core/schema/table';
import { occasions, TABLES } from '../../src/core/workbook';

const columnsOf = (columns: Columns = {}) => Object.values(columns) as Column<unknown>[];

/** The tabs and headers that the design fixes; a column may be added at the end. */
const FIXED: Record<string, string> = {
  Clients:
    'Client ID · Name · Email · Company · Website · Industry · Past work · Needs · Stage · Language · Channel · LINE user · Consent · Consent basis · Consent date · Since · Next letter · Letters · Taps · Earned · Notes',
  Products:
    'Product ID · Name · Network · Category · Page · Destination · Pays · Amount · Currency · Months · Good for · Facts · Active · Check',
  Links: 'Code · Client ID · Product ID · Letter ID · Channel · Created · Taps · Earned',
  Clicks:
    'Click ID · At · Code · Visit · Client ID · Product ID · Letter ID · Level · Counted · Why · Agent',
  Commissions:
    'Commission ID · Network · External ID · At · Product ID · Sub-ID · Client ID · Letter ID · Matched by · Status · Sale · Commission · Currency · Home amount · Source · First seen · Changed',
  Letters:
    'Letter ID · Client ID · Occasion ID · Period · Channel · Status · Subject · Body · Products · Writer · Checks · Draft ID · Thread ID · Created · Approved · Sent · Outcome · Problem',
  Occasions:
    'Occasion ID · Title · When · Detail · Wait days · For · Channel · Site report · Products · Brief · Approval · Active',
  Activity: 'At · Job · Outcome · Done · Took · Problem',
  Rates: 'Currency · Rate · As of',
};

it.each(Object.entries(FIXED))('%s has its headers, in order', (tab, headers) => {
  const table = TABLES.find((known) => known.tab === tab);
  const found = columnsOf(table?.columns).map(({ header }) => header);
  const wanted = headers.split(' · ');
  expect(found.slice(0, wanted.length)).toEqual(wanted);
});

it('gives each occasion an id of its own, in whatever letters its title is', () => {
  const idOf = (title: string) => occasions.derive({ ...blankRow(occasions), title });
  expect(idOf(' Quarterly report! ')).toBe('quarterly-report');
  expect(idOf('')).toBe('');
  const others = ['季度報告', '年度報告 2026', '季度報告 2026', 'Отчёт', 'Überblick', '!?'];
  const ids = others.map(idOf);
  expect(new Set(ids).size).toBe(others.length);
  expect(ids.filter((id) => !id.startsWith('O-'))).toEqual([]);
});

it('explains every column and names each once', () => {
  for (const { columns } of TABLES) {
    const all = columnsOf(columns);
    expect(all.every(({ help }) => help.length > 4 && help.endsWith('.'))).toBe(true);
    expect(new Set(all.map(({ header }) => header)).size).toBe(all.length);
  }
});
