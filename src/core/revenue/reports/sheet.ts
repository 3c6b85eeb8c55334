import { csvText, DELIMITERS, type Delimiter, emptyFile, firstLines, parseLines } from '../../csv';
import { type Heading, headingOf, placesOf } from './heading';
import type { Report } from './report';
import { zoneOf } from './zones';
import { isCurrency } from '../../money';

/** A report's file with its header found. */
export interface Sheet {
  header: Heading[];
  lines: Line[];
  /** What the lines above the header say of all below. */
  currency: string;
  zone: string | undefined;
}

export interface Line {
  /** As a sheet shows it, from 1. */
  row: number;
  cells: string[];
}

/** A header is looked for in the first lines only. */
const FIRST_LINES = 60;

/**
 * The first known report whose columns a line of the file names, and the file from that line on;
 * undefined where none is known. Throws a `Problem` for a file that is empty, no text or broken.
 */
export function findReport<R extends Pick<Report, 'known'>>(
  csv: string,
  reports: readonly R[],
): { report: R; sheet: Sheet } | undefined {
  const text = filled(csv);
  for (const delimiter of DELIMITERS) {
    const lines = firstLines(text, delimiter, FIRST_LINES);
    for (const [at, cells] of lines.entries()) {
      if (cells.length < 2) continue;
      const header = cells.map(headingOf);
      const report = reports.find(({ known }) =>
        known.every((column) => placesOf(column, header).length > 0),
      );
      if (report !== undefined) return { report, sheet: sheetFrom(text, delimiter, at) };
    }
  }
  return undefined;
}

/** An unknown file from the line that looks most like a header: the first of the widest lines, all words. */
export function guessSheet(csv: string): Sheet {
  const text = filled(csv);
  const width = (cells: string[]): number => cells.filter((cell) => cell.trim() !== '').length;
  let best = { delimiter: DELIMITERS[0] as Delimiter, at: 0, width: 0 };
  for (const delimiter of DELIMITERS) {
    const lines = firstLines(text, delimiter, FIRST_LINES);
    for (const [at, cells] of lines.entries()) {
      if (cells.every((cell) => !/\p{L}/u.test(cell)) || width(cells) <= best.width) continue;
      best = { delimiter, at, width: width(cells) };
    }
  }
  return sheetFrom(text, best.delimiter, best.at);
}

function filled(csv: string): string {
  const text = csvText(csv);
  if (text.trim() === '') throw emptyFile();
  return text;
}

function sheetFrom(text: string, delimiter: Delimiter, at: number): Sheet {
  const lines = parseLines(text, delimiter);
  const above = lines.slice(0, at).map((cells) => cells.join(' '));
  return {
    header: (lines[at] ?? []).map(headingOf),
    lines: lines.slice(at + 1).map((cells, i) => ({ row: at + i + 2, cells })),
    currency: currencyAbove(above),
    zone: zoneAbove(above),
  };
}

/** `Currency: EUR` in a line above the header; blank where there is none, or several disagree. */
function currencyAbove(above: string[]): string {
  const found = above.flatMap((line) =>
    [...line.matchAll(/(?:currency|währung|devise|moneda|valuta|通貨|幣別|货币)\W*([A-Z]{3})\b/giu)]
      .map(([, code = '']) => code.toUpperCase())
      .filter(isCurrency),
  );
  const [only = ''] = found;
  return new Set(found).size === 1 ? only : '';
}

/** `Time zone: UTC` in a line above the header. */
function zoneAbove(above: string[]): string | undefined {
  const found = above.flatMap((line) => {
    const said = /(?:time ?zone|zeitzone|times? (?:are )?in)\W*([\w/+:-]+)/i.exec(line)?.[1] ?? '';
    return zoneOf(said) ?? [];
  });
  return new Set(found).size === 1 ? found[0] : undefined;
}
