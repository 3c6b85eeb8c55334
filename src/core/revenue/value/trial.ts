import { DAY_MS, type Instant } from '../../calendar';
import type { Commission, Letter } from '../../workbook';

/** One recommendation that a letter made, long enough ago to say whether it sold. */
export interface Trial {
  letterId: string;
  clientId: string;
  productId: string;
  channel: Letter['channel'];
  sent: Instant;
  sold: boolean;
  /** Ms from the letter to the sale; 0 where it did not sell, or nobody knows when. */
  wait: number;
}

/** Days after which a recommendation that has not sold counts as one that did not. */
const PATIENCE = 30 * DAY_MS;
/** Days after which a sale that a network still calls pending is no sale. */
const STALE = 180 * DAY_MS;

/** Whether a row is a sale that brings, or can still bring, money. */
export function stands(row: Pick<Commission, 'status' | 'at'>, now: Instant): boolean {
  if (row.status === 'reversed') return false;
  return row.status !== 'pending' || row.at === null || now - row.at <= STALE;
}

/**
 * The recommendations of all letters sent, each with whether it sold. A sale is the letter's that it
 * came through, else that of the last letter before it; recommending again what did not sell makes
 * two cases of one sale. Young ones that have not sold yet are not among them.
 */
export function trialsOf(
  letters: readonly Pick<Letter, 'id' | 'clientId' | 'status' | 'products' | 'sent' | 'channel'>[],
  commissions: readonly Commission[],
  now: Instant,
): Trial[] {
  const sales = firstSales(commissions, now);
  const made = letters.flatMap((letter): Trial[] => {
    const { id: letterId, clientId, channel, sent, status } = letter;
    if (status !== 'sent' || sent === null) return [];
    return letter.products.map((productId) => {
      return { letterId, clientId, productId, channel, sent, sold: false, wait: 0 };
    });
  });
  const credited = new Map<string, Trial>();
  for (const trial of made) {
    const sale = sales.get(pair(trial));
    if (sale === undefined) continue;
    const before = credited.get(pair(trial));
    if (before === undefined ? fits(trial, sale) : isNearer(trial, before, sale)) {
      credited.set(pair(trial), trial);
    }
  }
  for (const [key, trial] of credited) {
    const at = sales.get(key)?.at ?? Infinity;
    trial.sold = true;
    trial.wait = Number.isFinite(at) ? Math.max(0, at - trial.sent) : 0;
  }
  return made.filter(({ sold, sent }) => sold || now - sent >= PATIENCE);
}

/** What tells the pair of a client and a product. */
export function pair({ clientId, productId }: { clientId: string; productId: string }): string {
  return `${clientId} ${productId}`;
}

interface Sale {
  at: Instant;
  letterId: string;
}

function firstSales(commissions: readonly Commission[], now: Instant): Map<string, Sale> {
  const sales = new Map<string, Sale>();
  for (const row of commissions) {
    if (row.clientId === '' || row.productId === '' || !stands(row, now)) continue;
    const { at, letterId } = { ...row, at: row.at ?? Infinity };
    const before = sales.get(pair(row));
    if (before === undefined || at < before.at) {
      sales.set(pair(row), { at, letterId: letterId || (before?.letterId ?? '') });
    }
  }
  return sales;
}

function fits(trial: Trial, { at, letterId }: Sale): boolean {
  return trial.letterId === letterId || trial.sent <= at;
}

function isNearer(trial: Trial, before: Trial, sale: Sale): boolean {
  if (before.letterId === sale.letterId) return false;
  return trial.letterId === sale.letterId || (fits(trial, sale) && trial.sent > before.sent);
}
