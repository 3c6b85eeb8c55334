import Papa from 'papaparse';
import { Problem } from './problem';
import { isText } from './text';

/** A row of a file that was not taken, counted as a sheet shows it: the header is row 1. */
export interface RefusedRow {
  row: number;
  why: string;
}

/**
 * A CSV file's first line and the rows below it, parted as the first line is; refuses one that is
 * empty, is no text or breaks off.
 */
export function parseCsv(csv: string): { header: string[]; rows: string[][] } {
  const text = csv.replace(/^\ufeff/, '');
  if (!isText(text)) {
    throw new Problem({
      code: 'file-not-text',
      sentence: 'The file is not a CSV file: it holds something else than text.',
      remedy: 'Open it in the program that it is from, save it as CSV, and choose that file.',
    });
  }
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
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

/** Excel parts by semicolons where a comma is the decimal sign; a copied range comes with tabs. */
const DELIMITERS = [',', ';', '\t'];

/** What parts the first line into the most cells. The rows are not asked: most hold commas too. */
function delimiterOf(text: string): string {
  const cells = (delimiter: string): number =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return DELIMITERS.reduce((best, next) => (cells(next) > cells(best) ? next : best));
}
