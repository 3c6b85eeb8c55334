import type { Instant } from '../../calendar';
import { groupedBy } from '../../group';
import { cut } from '../../problem';
import type { Fact } from '../../workbook';
import { type Entry, entriesOf, type Total, totalOf } from './entry';
import { sourceRows } from './source-row';
import { joinTwins, type Told } from './twins';

/** One sale of a network, as everything that was ever said of it comes to. */
export interface Sale extends Total {
  /** The number that it goes by, and those by which its row may have been booked before. */
  externalId: string;
  formerIds: string[];
  /** Of the source that is believed most. */
  family: string;
  at: Instant;
  subId: string;
  customer: string;
  programme: string;
  /** Who told of it, and why several are taken for one. */
  source: string;
  firstSeen: Instant;
}

/** The sales that one network's facts come to: the same for the same facts in any order. */
export function salesOf(facts: Fact[]): Sale[] {
  const byFamily = groupedBy(sourceRows(facts), ({ family }) => family);
  const entries = [...byFamily.values()].flatMap(entriesOf);
  return withOwnNumbers(joinTwins(entries).map(saleOf));
}

/** A number together with who uses it. */
export function toldApart(family: string, externalId: string): string {
  return `${family} ${externalId}`;
}

/** A number that a surer source uses for another sale is told apart by who uses it. */
function withOwnNumbers(sales: Sale[]): Sale[] {
  const taken = new Set<string>();
  return sales.map((sale) => {
    const externalId = taken.has(sale.externalId)
      ? toldApart(sale.family, sale.externalId)
      : sale.externalId;
    taken.add(externalId);
    return { ...sale, externalId };
  });
}

function saleOf({ best, others }: Told): Sale {
  const entries = [best, ...others.map(({ entry }) => entry)];
  const rows = entries.flatMap(({ first, parts }) => [first, ...parts]);
  const text = (name: 'subId' | 'customer' | 'programme' | 'order'): string =>
    rows.find((row) => row[name] !== '')?.[name] ?? '';
  const numbers = new Set(entries.flatMap(numbersOf));
  numbers.delete(best.first.externalId);
  return {
    ...totalOf(best),
    externalId: best.first.externalId,
    family: best.family,
    formerIds: [...numbers].sort(),
    at: best.first.at,
    subId: text('subId'),
    customer: text('customer') || text('order'),
    programme: text('programme'),
    source: sourceOf(best, others),
    firstSeen: Math.min(...rows.map(({ firstSeen }) => firstSeen)),
  };
}

function numbersOf({ parts }: Entry): string[] {
  return parts.map(({ externalId }) => externalId);
}

/** `Awin transactions: a.csv; also by postback (same number)`. */
function sourceOf({ first, parts }: Entry, others: Told['others']): string {
  const corrections = parts.length - 1;
  const summed =
    corrections === 0
      ? ''
      : ` (with ${corrections === 1 ? 'a correction' : `${corrections} corrections`})`;
  const also = others.map(({ entry, why }) => `; also ${cut(entry.first.source, 100)} (${why})`);
  return first.source + summed + also.join('');
}
