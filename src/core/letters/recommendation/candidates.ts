import { reach } from '../../clients/client';
import { ruleAgainst } from '../../referrals/policy';
import { pair } from '../../revenue/value/trial';
import type { Client, Letter } from '../../workbook';
import type { Item, Lessons } from './lessons';

/** A product that may be recommended to a client. */
export interface Candidate {
  item: Item;
  /** Why it fits. */
  fit: string;
}

/** Why a product that fits may not be recommended. */
export const EXCLUSIONS = ['resting', 'barred by terms', 'bought', 'recommended lately'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface Candidates {
  candidates: Candidate[];
  /** How many products that fit were left out, and why. */
  leftOut: Map<Exclusion, number>;
}

/** The products that fit a client and may stand in this letter; none without consent to recommendations. */
export function candidatesFor(
  client: Client,
  channel: Letter['channel'],
  lessons: Lessons,
): Candidates {
  const found: Candidates = { candidates: [], leftOut: new Map() };
  if (reach(client).letters !== 'with recommendations') return found;
  const words = [...client.pastWork, ...client.needs, client.industry].filter(
    (word) => word !== '',
  );
  for (const item of lessons.shelf) {
    const fit = whyItFits(words, item);
    if (fit === undefined) continue;
    const exclusion = exclusionOf(item, client.id, channel, lessons);
    if (exclusion === undefined) found.candidates.push({ item, fit });
    else found.leftOut.set(exclusion, (found.leftOut.get(exclusion) ?? 0) + 1);
  }
  return found;
}

/** Words of the client's that the product is good for; undefined where it does not fit. */
function whyItFits(words: string[], { product, goodFor }: Item): string | undefined {
  const shared = words.find((word) => goodFor.has(word.toLowerCase()));
  if (shared !== undefined) return `fits “${shared}”`;
  return product.goodFor.length === 0 ? 'fits anyone' : undefined;
}

function exclusionOf(
  { product }: Item,
  clientId: string,
  channel: Letter['channel'],
  { bought, recent }: Lessons,
): Exclusion | undefined {
  const key = pair({ clientId, productId: product.id });
  if (!product.active) return 'resting';
  if (ruleAgainst(product, channel) !== undefined) return 'barred by terms';
  if (bought.has(key)) return 'bought';
  return recent.has(key) ? 'recommended lately' : undefined;
}
