import fc from 'fast-check';
import type { ReportReading } from '../../../../src/core/revenue/reports/report';
import { readCsv } from '../../../support/read-report';
import { csvOf, type ReportSample, SAMPLES, tableOf } from '../../../support/reports';

/** The same report, written otherwise. */
interface Variant {
  /** The columns' order, and the rows'. */
  columns: number[];
  rows: number[];
  delimiter: string;
  hasMark: boolean;
  /** Lines above the header. */
  titles: string[];
  hasTotal: boolean;
  /** Blank lines at the end. */
  blank: number;
  case: 'as is' | 'small' | 'large';
}

const order = (length: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length, maxLength: length },
  );

function variantOf(sample: ReportSample): fc.Arbitrary<Variant> {
  const [header = []] = tableOf(sample);
  return fc.record({
    columns: order(header.length),
    rows: order(sample.rows.length),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    hasMark: fc.boolean(),
    titles: fc.subarray(['Commission report', 'From 2026-01-01, to 2026-12-31', '', 'Rows;2']),
    hasTotal: fc.boolean(),
    blank: fc.nat(2),
    case: fc.constantFrom('as is', 'small', 'large'),
  });
}

function write(sample: ReportSample, variant: Variant): string {
  const [header = [], ...rows] = tableOf(sample);
  const total = header.map((_, i) => (i === 0 ? 'Total' : ''));
  const table = [
    header.map((title) => cased(title, variant.case)),
    ...variant.rows.map((i) => rows[i] ?? []),
    ...(variant.hasTotal ? [total] : []),
    ...Array.from({ length: variant.blank }, () => header.map(() => '')),
  ].map((cells) => variant.columns.map((i) => cells[i] ?? ''));
  const lines = [...variant.titles.map((title) => [title]), ...table];
  return `${variant.hasMark ? '\ufeff' : ''}${csvOf(lines, variant.delimiter)}`;
}

function cased(title: string, wanted: Variant['case']): string {
  if (wanted === 'as is') return title;
  return wanted === 'small' ? ` ${title.toLowerCase()}` : title.toUpperCase();
}

/** What is stated, whatever the order of the file. */
function told({ statements }: ReportReading): string[] {
  return statements.map((row) => JSON.stringify({ ...row, row: 0 })).sort();
}

/** English amounts written as Germans do: `1,234.50` is `1.234,50`. */
function germanised(sample: ReportSample): ReportSample {
  const german = (cell: string): string =>
    /^[-$]*\d[\d,]*(\.\d+)?$/.test(cell)
      ? cell.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
      : cell;
  const amounts = /amount|sale|revenue|commission|payout|fees|gross|net|earnings|price|total/i;
  return {
    ...sample,
    rows: sample.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([title, cell]) => [
          title,
          amounts.test(title) ? german(cell) : cell,
        ]),
      ),
    ),
  };
}

describe.each(SAMPLES)('$id', (sample) => {
  const plain = readCsv(csvOf(tableOf(sample), sample.delimiter));

  it('says the same in any order of columns and rows, parted and titled in any way', () => {
    fc.assert(
      fc.property(variantOf(sample), (variant) => {
        const reading = readCsv(write(sample, variant));
        expect(told(reading)).toEqual(told(plain));
        expect(reading.refused).toEqual([]);
        const sums = reading.passed.filter(({ what }) => what === 'total');
        expect(sums).toHaveLength(variant.hasTotal ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same with a comma before the decimals', () => {
    if (sample.id === 'belboon-conversions') return;
    const reading = readCsv(csvOf(tableOf(germanised(sample)), ';'));
    expect(told(reading)).toEqual(told(plain));
  });

  it('accounts for each line: stated, refused or left out with a reason', () => {
    const [header = [], ...rows] = tableOf(sample);
    const table = [header, ...rows, ...rows, header.map(() => 'x'), header];
    const reading = readCsv(csvOf(table, sample.delimiter));
    const lines = [...reading.statements, ...reading.refused, ...reading.passed].map(
      ({ row }) => row,
    );
    expect(lines.sort((a, b) => a - b)).toEqual(table.slice(1).map((_, i) => i + 2));
  });
});
