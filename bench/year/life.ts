import { chance } from '../../demo/random';
import { GOODS, goodForms } from '../../demo/year/goods';
import { type Market, openMarket } from '../../demo/year/market';
import { blankRow } from '../../src/core/schema/table';
import {
  type Click,
  clicks,
  type Link,
  links,
  type Product,
  products,
} from '../../src/core/workbook';

/** A year in memory: what stands in the workbook, and the market behind it. */
export interface Life {
  products: Product[];
  links: Link[];
  clicks: Click[];
  market: Market;
  /** The last day on which anybody buys. */
  until: number;
}

const START = Date.parse('2026-01-05T08:00:00Z');
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const CLIENTS = 50;
const QUARTERS = 4;
/** A quarter's letters leave over so many days. */
const SENDING_DAYS = 10;

/**
 * Fifty clients, a letter with two recommendations to each of them every quarter, and who goes on:
 * the business of one seed, without a workbook.
 */
export function lifeOf(seed: string): Life {
  const draw = chance(seed, 'life');
  const life: Life = {
    products: GOODS.map((good, nth) => ({
      ...blankRow(products),
      id: `P${nth}`,
      name: good.name,
      network: good.network,
      pays: good.pays,
      currency: good.currency,
      destination: goodForms()[nth]?.destination ?? '',
      active: true,
    })),
    links: [],
    clicks: [],
    market: openMarket(seed, START, START + YEAR),
    until: START + YEAR,
  };
  const follows = 0.15 + 0.3 * draw.next();
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    for (let client = 0; client < CLIENTS; client++) {
      const sent = START + (quarter * YEAR) / 4 + draw.next() * SENDING_DAYS * DAY;
      const recommended = draw.shuffled(life.products).slice(0, 2);
      for (const { id: productId } of recommended) {
        const code = codeOf(seed, life.links.length);
        const letterId = `L${client}-${quarter}`;
        const link = { code, clientId: `C${client}`, productId, letterId };
        life.links.push({ ...blankRow(links), ...link, created: sent });
        for (let left = follows; draw.happens(left); left = 0.3) {
          follow(life, link, sent - Math.log(1 - draw.next()) * 3 * DAY);
        }
      }
    }
  }
  buy(life);
  return life;
}

function follow(
  life: Life,
  link: Pick<Click, 'code' | 'clientId' | 'productId' | 'letterId'>,
  at: number,
): void {
  const visit = codeOf(link.code, life.clicks.length).slice(0, 5);
  life.clicks.push({
    ...blankRow(clicks),
    ...link,
    id: `${link.code}-${visit}`,
    visit,
    at,
    level: 'tapped',
    counted: true,
  });
}

/** Lets the market know of the taps, in order of time. */
function buy({ clicks: taps, market }: Life): void {
  for (const tap of [...taps].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const good = GOODS[Number(tap.productId.slice(1))];
    if (good !== undefined) market.tap({ ...tap, good, at: tap.at ?? 0 });
  }
}

const LETTERS = Array.from('abcdefghjkmnpqrstuvwxyz23456789');

function codeOf(seed: string, nth: number): string {
  const draw = chance(seed, 'code', nth);
  return Array.from({ length: 8 }, () => draw.pick(LETTERS)).join('');
}
