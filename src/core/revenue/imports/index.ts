import { parseCsv } from '../../csv';
import { cut, Problem } from '../../problem';
import { impactPaystub } from './impact-paystub';
import type { Importer } from './importer';

/** Every report that can be read, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [impactPaystub];

/** The importer that knows a report, and its rows by header; throws a `Problem` for an unknown one. */
export function recogniseReport(
  name: string,
  csv: string,
): { importer: Importer; rows: Record<string, string>[] } {
  const { header, rows } = parseCsv(csv);
  const importer = IMPORTERS.find((known) => known.recognises(header));
  if (importer === undefined) {
    throw new Problem({
      code: 'report-unknown',
      sentence: `“${cut(name)}” is not a report that Perennial knows (its columns: ${cut(header.join(', '), 160)}).`,
      remedy: `It can read: ${IMPORTERS.map((known) => `${known.network}’s ${known.title}`).join('; ')}. Export it as CSV with all columns.`,
    });
  }
  const named = rows.map((cells) =>
    Object.fromEntries(header.map((title, i) => [title, cells[i] ?? ''])),
  );
  return { importer, rows: named };
}
