import Papa from 'papaparse';
import { Problem } from './problem';

/** A row of a file that was not taken, counted as a sheet shows it: the header is row 1. */
export interface RefusedRow {
  row: number;
  why: string;
}

/** A CSV file's first line and the rows below it; refuses one that is empty or breaks off. */
export function parseCsv(csv: string): { header: string[]; rows: string[][] } {
  const parsed = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''));
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    throw new Problem({
      code: 'file-broken',
      sentence: `The file breaks off at row ${(broken.row ?? 0) + 1}: a quotation mark is not closed.`,
      remedy: 'Save it as CSV again and try once more.',
    });
  }
  const [header, ...rows] = parsed.data;
  if (header === undefined || header.every((title) => title.trim() === '')) {
    throw new Problem({
      code: 'file-empty',
      sentence: 'The file is empty.',
      remedy: 'Choose a CSV file whose first line names its columns.',
    });
  }
  return { header: header.map((title) => title.trim()), rows };
}
