import { groupedBy } from '../../group';
import type { Touch } from '../../settings';
import type { Click, Commission, Product } from '../../workbook';
import { cyclesOf } from './cycles';
import { meanDelay } from './delay';
import { type Found, likeliest, whoTapped } from './likeliest';
import { isMarkless } from './markless';
import { observedRates } from './observed';
import { soldIn } from './sold';
import { type TapLine, tapLine } from './tap-line';

/** Guesses whose a sale is; the rows must come in order of time. */
export interface Guesser {
  /** The likeliest client of a row without a mark; undefined where nobody is likely enough. */
  of: (row: Commission) => Found | undefined;
  /** Takes in whose a row is, for what comes after it. */
  note: (row: Commission) => void;
}

/** What guesses go by. */
export interface Hints {
  clicks: Click[];
  products: Product[];
  touch: Touch;
}

/** Whether a row's client is a guess of ours. */
export function isGuess({ matchedBy }: Pick<Commission, 'matchedBy'>): boolean {
  return matchedBy.startsWith('guess');
}

/**
 * Guesses whose a sale is that carries no mark, each with its chance. It may follow a tap, the
 * likelier the closer; be the next payment of one that came a month or a year before; or come from
 * elsewhere. How many of each were to be expected just then, by what this report's sales were like
 * so far, are the odds.
 */
export function guesser(ledger: Commission[], { clicks, products, touch }: Hints): Guesser {
  const lines = tapLines(ledger, clicks);
  const ratesOf = observedRates(ledger, lines, products);
  const cycles = cyclesOf(ledger, products);
  const buyers = buyersOf(ledger, products);
  return {
    note: (row) => {
      cycles.note(row);
      buyers.note(row);
    },
    of: (row) => {
      if (!isMarkless(row)) return undefined;
      const tapped = whoTapped(row, lines.get(row.productId), touch, buyers.freeOf);
      return likeliest(row, tapped, cycles.before(row), ratesOf(row));
    },
  };
}

/** Each product's counted taps, but those whose own sale is known: they led to no other. */
function tapLines(ledger: Commission[], clicks: Click[]): Map<string, TapLine> {
  const days = meanDelay(ledger, clicks);
  const isSold = soldIn(ledger);
  const unsold = clicks.filter((click) => click.counted && !isSold(click));
  const byProduct = groupedBy(unsold, ({ productId }) => productId);
  return new Map([...byProduct].map(([id, taps]) => [id, tapLine(taps, days)]));
}

interface Buyers {
  /** How likely it is that a tap's client has not bought yet what one buys once. */
  freeOf: (tap: Pick<Click, 'clientId' | 'productId'>) => number;
  note: (row: Commission) => void;
}

function buyersOf(ledger: Commission[], products: Product[]): Buyers {
  const again = new Set(products.filter(({ pays }) => pays === 'percent').map(({ id }) => id));
  const free = new Map<string, number>();
  const keyOf = ({ clientId, productId }: Pick<Click, 'clientId' | 'productId'>): string =>
    JSON.stringify([clientId, productId]);
  const note = (row: Commission): void => {
    const isNext = row.matchedBy.includes('renewal of');
    if (row.clientId === '' || isNext || again.has(row.productId)) return;
    free.set(keyOf(row), (free.get(keyOf(row)) ?? 1) * (1 - (row.chance ?? 1)));
  };
  ledger.forEach(note);
  return { freeOf: (tap) => free.get(keyOf(tap)) ?? 1, note };
}
