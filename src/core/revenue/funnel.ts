import { visitsIn } from '../referrals/click';
import { isSeen } from '../referrals/verdict';
import type { Click, Commission, Letter } from '../workbook';

/** How far letters came. */
export interface Funnel {
  letters: number;
  /** Of the letters: those that recommend something, whose page a person saw, from which a person went on, that sold. */
  recommending: number;
  seen: number;
  followed: number;
  selling: number;
  recommendations: number;
  /** Raw, robots and scanners among them; `taps` are people's. */
  visits: number;
  allTaps: number;
  taps: number;
  /** A sale is a product that a letter sold, however often it pays. */
  sales: number;
}

export interface FunnelInput {
  letters: readonly Pick<Letter, 'id' | 'status' | 'products'>[];
  clicks: readonly Pick<Click, 'letterId' | 'level' | 'counted' | 'why' | 'visits'>[];
  commissions: readonly Pick<Commission, 'letterId' | 'productId' | 'status'>[];
}

/** How far the letters that were sent came. Taps count visits in which a person went on. */
export function funnelOf({ letters, clicks, commissions }: FunnelInput): Funnel {
  const sent = letters.filter(({ status }) => status === 'sent');
  const taps = clicks.filter(({ counted }) => counted);
  const sold = commissions.filter(
    ({ status, letterId }) => status !== 'reversed' && letterId !== '',
  );
  const among = (rows: readonly { letterId: string }[]): number => {
    const found = new Set(rows.map(({ letterId }) => letterId));
    return sent.filter(({ id }) => found.has(id)).length;
  };
  return {
    letters: sent.length,
    recommending: sent.filter(({ products }) => products.length > 0).length,
    seen: among(clicks.filter(isSeen)),
    followed: among(taps),
    selling: among(sold),
    recommendations: sent.reduce((count, { products }) => count + products.length, 0),
    visits: visitsIn(clicks),
    allTaps: visitsIn(clicks.filter(({ level }) => level === 'tapped')),
    taps: visitsIn(taps),
    sales: new Set(sold.map(({ letterId, productId }) => `${letterId} ${productId}`)).size,
  };
}
