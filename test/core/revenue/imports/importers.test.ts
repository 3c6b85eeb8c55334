import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IMPORTERS, recogniseReport } from '../../../../src/core/revenue/imports';
import type { ReportReading } from '../../../../src/core/revenue/reports/report';
import { readCsv } from '../../../support/read-report';
import { csvOf, type ReportSample, SAMPLES, tableOf } from '../../../support/reports';
import { describeWithShared, sharedFile } from '../../../support/shared';

function toldBy({ statements }: ReportReading, sample: ReportSample): ReportSample['says'] {
  return statements.map((row, i) => {
    expect(row.commission.currency).toBe(sample.currency);
    expect(row.sale?.currency ?? sample.currency).toBe(sample.currency);
    const isDerived = sample.says[i]?.[0] === '';
    if (isDerived) expect(row.externalId).toMatch(/^S-/);
    return [
      isDerived ? '' : row.externalId,
      new Date(row.at).toISOString().replace('.000Z', 'Z'),
      row.status,
      row.sale?.minor ?? null,
      row.commission.minor,
      row.subId,
    ];
  });
}

describe.each(SAMPLES)('$network’s $id', (sample) => {
  it('says what its rows pay', () => {
    const reading = readCsv(csvOf(tableOf(sample), sample.delimiter));
    expect(reading.report.network).toBe(sample.network);
    expect(toldBy(reading, sample)).toEqual(sample.says);
    expect(reading.refused).toEqual([]);
    expect(reading.passed.map(({ row }) => row - 2)).toEqual(sample.left ?? []);
  });
});

it('has a sample and a place in the list for each file of the folder', () => {
  const folder = path.join(__dirname, '../../../../src/core/revenue/imports');
  const files = readdirSync(folder).filter((name) => name !== 'index.ts');
  const ids = IMPORTERS.map(({ id }) => id);
  expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual([...ids].sort());
  expect(SAMPLES.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

describeWithShared('the header lines that networks are known to write', () => {
  interface Known {
    platform: string;
    kind: string;
    header_line: string;
    delimiter: string;
  }
  const reports = (): Known[] => {
    const text = readFileSync(sharedFile('networks/csv-headers.json'), 'utf8');
    const { headers } = JSON.parse(text) as { headers: Known[] };
    return headers.filter(({ kind }) => kind === 'csv export');
  };

  it('are each recognised as their own network’s', () => {
    for (const { platform, header_line } of reports()) {
      const found = recogniseReport(`${header_line}\n`)?.report.network ?? '-';
      expect([platform, platform.startsWith(found)]).toEqual([platform, true]);
    }
  });

  it('each has its sample, word for word', () => {
    expect(SAMPLES.map(({ header }) => header).sort()).toEqual(
      reports()
        .map(({ header_line }) => header_line)
        .sort(),
    );
  });
});
