import { type Day, dayOf, startOf } from '../calendar';
import { groupedBy } from '../group';
import { visitsIn } from '../referrals/click';
import { isScanner } from '../referrals/verdict';
import type { Merge } from '../schema/merging';
import type { Click, clicks, Commission } from '../workbook';
import { isMarkless, type MARK_COLUMNS } from './guess/markless';
import { soldIn } from './guess/sold';

/** Visits and the sum of a day that is to stand in their place. */
export type Fold = Merge<typeof clicks.columns>;

/** So many neighbouring rows are written over in one piece. */
const BLOCK_ROWS = 10_000;

/** What folding goes by. */
interface FoldTerms {
  /** Visits before this day are folded. */
  before: Day;
  zone: string;
  ledger: readonly Pick<Commission, (typeof MARK_COLUMNS)[number]>[];
}

/**
 * Old visits by day, link and verdict, each as the sums that take their place, in blocks of
 * neighbours; the rows must come in the order of the tab. A sum has the id and the time of its first
 * visit, so that there can be no second one with that id, and sums of one day fold again. Visits that
 * a guess still looks at one by one stay: those with a sale of their own, and the taps on products
 * that sell without a mark. What a scanner called itself stays with the sum: it proves more.
 */
export function foldsOf(rows: readonly Click[], { before, zone, ledger }: FoldTerms): Fold[][] {
  const limit = startOf(before, zone);
  const isSold = soldIn(ledger);
  const markless = new Set(ledger.filter(isMarkless).map(({ productId }) => productId));
  const isOld = (click: Click): boolean =>
    click.at !== null &&
    click.at < limit &&
    !isSold(click) &&
    !(click.counted && markless.has(click.productId));
  const blocks: Fold[][] = [];
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const old = rows.slice(from, from + BLOCK_ROWS).filter(isOld);
    const alike = groupedBy(old, (click) => kindOf(click, zone));
    const folds = [...alike.values()].filter(({ length }) => length > 1).map(folded);
    if (folds.length > 0) blocks.push(folds);
  }
  return blocks;
}

/** All that must be the same for visits to be one sum. */
function kindOf(click: Click, zone: string): string {
  const { code, clientId, productId, letterId, level, counted, why } = click;
  const day = dayOf(click.at ?? 0, zone);
  const facts = [day, code, clientId, productId, letterId, level, counted, why, agentOf(click)];
  return JSON.stringify(facts);
}

function folded(from: Click[]): Fold {
  const first = from.reduce((least, click) => ((click.at ?? 0) < (least.at ?? 0) ? click : least));
  const sum = { visit: '', wentOn: null, agent: agentOf(first), visits: visitsIn(from) };
  return { into: { ...first, ...sum }, from };
}

function agentOf(click: Click): string {
  return isScanner(click) ? click.agent : '';
}
