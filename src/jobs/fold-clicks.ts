import { addDays, dayOf, type Instant } from '../core/calendar';
import { foldsOf } from '../core/revenue/fold';
import { MARK_COLUMNS } from '../core/revenue/guess/markless';
import { clicks, commissions } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { STATE } from './state';

type FoldServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/** A run has begun to fold and did not come to its end. */
const BEGUN = 'begun';

/**
 * Folds visits older than the set age into daily sums by link, once a day. Each block is written at
 * once, so an execution that dies leaves empty rows at most, which the next one deletes.
 */
export function foldClicks({ sheets, state, clock }: FoldServices, deadline: Instant): JobResult {
  const today = dayOf(clock.now(), sheets.zone());
  const folded = state.get(STATE.folded);
  const { keepClicks } = sheets.settings().settings;
  if (folded === today || keepClicks === 0) return { done: '' };
  if (folded === BEGUN) sheets.merge(clicks, []);
  const blocks = foldsOf(sheets.read(clicks).rows, {
    before: addDays(today, -keepClicks),
    zone: sheets.zone(),
    ledger: sheets.readColumns(commissions, MARK_COLUMNS).all,
  });
  if (blocks.length > 0) state.set(STATE.folded, BEGUN);
  let rows = 0;
  let sums = 0;
  for (const [place, folds] of blocks.entries()) {
    if (place > 0 && clock.now() >= deadline) return { done: told(rows, sums), unfinished: true };
    const done = new Set(sheets.merge(clicks, folds));
    const merged = folds.filter(({ into }) => done.has(into.id));
    rows += merged.reduce((count, { from }) => count + from.length, 0);
    sums += merged.length;
  }
  state.set(STATE.folded, today);
  return { done: told(rows, sums) };
}

function told(rows: number, sums: number): string {
  return rows === 0
    ? ''
    : `${many(rows, 'row')} of old visits folded into ${many(sums, 'daily sum')}`;
}
