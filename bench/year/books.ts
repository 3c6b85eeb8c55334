import { NETWORKS, reportOn } from '../../demo/year/reports';
import { chance } from '../../demo/random';
import { attribute } from '../../src/core/revenue/attribution';
import { recogniseReport } from '../../src/core/revenue/imports';
import { book, type Standing } from '../../src/core/revenue/ledger/booking';
import { factOf } from '../../src/core/revenue/ledger/fact';
import { readReport } from '../../src/core/revenue/reports/reading';
import type { Columns, RowOf } from '../../src/core/schema/table';
import type { Patch } from '../../src/core/schema/writing';
import type { Commission } from '../../src/core/workbook';
import type { Life } from './life';

const DAY = 86_400_000;
/** Reports are fetched so often; some are forgotten, and some dropped a second time. */
const EVERY_DAYS = 30;
const FORGOTTEN = 0.2;
const AGAIN = 0.2;
/** After the last sale until everything is settled. */
const AFTERMATH_DAYS = 125;

/** The ledger of a life, imported month by month as a person would, on the core alone. */
export function keepBooks(life: Life, seed: string): { ledger: Commission[]; day: number } {
  const draw = chance(seed, 'imports');
  let standing: Standing = { facts: [], ledger: [] };
  const start = Math.min(...life.links.map(({ created }) => created ?? Infinity));
  const day = life.until + AFTERMATH_DAYS * DAY;
  const before = new Map<string, string[]>();
  for (let on = start + EVERY_DAYS * DAY; on < day + EVERY_DAYS * DAY; on += EVERY_DAYS * DAY) {
    const isLast = on >= day;
    const today = Math.min(on, day);
    for (const network of draw.shuffled(NETWORKS)) {
      const known = before.get(network.title) ?? [];
      // Never two in a row, for a report does not reach back so far.
      const isForgotten = !isLast && known.at(-1) !== '' && draw.happens(FORGOTTEN);
      const csv = isForgotten ? '' : reportOn(network, life.market.sales, today);
      before.set(network.title, [...known, csv]);
      const dropped = draw.happens(AGAIN) ? [csv, draw.pick([...known, csv])] : [csv];
      for (const one of dropped) standing = imported(standing, one, network.currency, today);
    }
    const { links, products } = life;
    const clicks = life.clicks.filter(({ at }) => (at ?? 0) <= today);
    const traces = { links, clicks, products, own: new Map(), touch: 'last' as const };
    standing = {
      ...standing,
      ledger: patched(standing.ledger, attribute(standing.ledger, traces)),
    };
  }
  return { ledger: standing.ledger, day };
}

function imported(standing: Standing, csv: string, currency: string, now: number): Standing {
  const found = csv === '' ? undefined : recogniseReport(csv);
  if (found === undefined) return standing;
  const { report, sheet } = found;
  const context = { currency, zone: 'Asia/Taipei' };
  const { statements, refused } = readReport(report, sheet, context);
  if (refused.length > 0) throw new Error(`${report.id}: ${refused[0]?.why ?? ''}`);
  const asOf = Math.max(...statements.map((row) => row.asOf ?? row.at));
  const origin = { kind: 'report' as const, source: `${report.network} ${report.title}: a.csv` };
  const said = statements.map((row) => factOf({ ...row, asOf }, origin, now));
  const { facts, added, changed } = book(said, standing, now);
  return {
    facts: [...patched(standing.facts, facts.changed), ...facts.added],
    ledger: [...patched(standing.ledger, changed), ...added],
  };
}

function patched<C extends Columns>(rows: RowOf<C>[], patches: Patch<C>[]): RowOf<C>[] {
  const sets = new Map(patches.map(({ id, set }) => [id, set]));
  return rows.map((row) => ({ ...row, ...sets.get(String(row.id)) }));
}
