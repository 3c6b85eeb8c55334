import Papa from 'papaparse';
import { Problem } from './problem';
import { isText } from './text';

/** A row of a file that was not taken, counted as a sheet shows it: the header is row 1. */
export interface RefusedRow {
  row: number;
  why: string;
}

/** What may part a line into cells: Excel takes semicolons where a comma is the decimal sign. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * A CSV file's first line and the rows below it, parted as the first line is; refuses one that is
 * empty, is no text or breaks off.
 */
export function parseCsv(csv: string): { header: string[]; rows: string[][] } {
  const text = csvText(csv);
  const [header, ...rows] = parseLines(text, delimiterOf(text));
  if (header === undefined || header.every((title) => title.trim() === '')) throw emptyFile();
  return { header: header.map((title) => title.trim()), rows };
}

/** A file's text without its byte order mark; throws a `Problem` for what is no text. */
export function csvText(csv: string): string {
  const text = csv.replace(/^\ufeff/, '');
  if (isText(text)) return text;
  throw new Problem({
    code: 'file-not-text',
    sentence: 'The file is not a CSV file: it holds something else than text.',
    remedy: 'Open it in the program that it is from, save it as CSV, and choose that file.',
  });
}

/** Every line of a text as cells, blank lines too; throws a `Problem` for a text that breaks off. */
export function parseLines(text: string, delimiter: Delimiter): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimiter });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken === undefined) return parsed.data;
  throw new Problem({
    code: 'file-broken',
    sentence: `The file breaks off at row ${(broken.row ?? 0) + 1}: a quotation mark is not closed.`,
    remedy: 'Save it as CSV again and try once more.',
  });
}

/** The first lines of a text as cells; where they break off, as far as they go. */
export function firstLines(text: string, delimiter: Delimiter, count: number): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview: count }).data;
}

export function emptyFile(): Problem {
  return new Problem({
    code: 'file-empty',
    sentence: 'The file is empty.',
    remedy: 'Choose a CSV file whose first line names its columns.',
  });
}

/** What parts the first line into the most cells. The rows are not asked: most hold commas too. */
function delimiterOf(text: string): Delimiter {
  const cells = (delimiter: Delimiter): number => firstLines(text, delimiter, 1)[0]?.length ?? 0;
  return DELIMITERS.reduce((best, next) => (cells(next) > cells(best) ? next : best));
}
