import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/core/problem';
import { decode } from '../sidebar/decode';
import { type FileSaid, sayReport } from './say-report';

/**
 * `npm run import -- FILE…`: what reports would book, as one JSON object per file and line. Nothing
 * is booked.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Of amounts that name no currency. */
    currency: { type: 'string', default: '' },
    /** Of times that name no zone. */
    zone: { type: 'string', default: 'UTC' },
    /** What comes first in dates of three numbers: dmy or mdy. */
    dates: { type: 'string' },
    /** The sign before the decimals. */
    decimal: { type: 'string' },
  },
});

for (const file of positionals) process.stdout.write(`${JSON.stringify(said(file))}\n`);
if (positionals.length === 0) {
  process.stderr.write('Say which files: npm run import -- FILE…\n');
  process.exitCode = 1;
}

function said(file: string): FileSaid {
  try {
    if (!existsSync(file)) throw new Error(`There is no file “${file}”. Say where it is.`);
    const csv = decode(new Uint8Array(readFileSync(file)).buffer);
    return { file, ...sayReport(path.basename(file), csv, context()) };
  } catch (error) {
    const why = messageOf(error);
    return { file, network: null, certain: false, why, rows: [], refused: [] };
  }
}

function context(): Parameters<typeof sayReport>[2] {
  const { currency, zone, dates, decimal } = values;
  return {
    currency: currency.toUpperCase(),
    zone,
    dates: dates === 'dmy' || dates === 'mdy' ? dates : undefined,
    decimal: decimal === '.' || decimal === ',' ? decimal : undefined,
  };
}
