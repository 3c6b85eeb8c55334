import { DAY_MS, type Instant } from '../../src/core/calendar';
import { blankRow } from '../../src/core/schema/table';
import { type Chance, chanceFrom } from '../../src/core/statistics/chance';
import { drawBeta, drawNormal } from '../../src/core/statistics/draws';
import {
  type Commission,
  commissions,
  type Letter,
  letters,
  type Product,
  products,
} from '../../src/core/workbook';

export const HOME = 'TWD';
export const MONTH = (365.25 / 12) * DAY_MS;
const START = Date.parse('2024-01-01T00:00:00Z');
const PERIODS = { monthly: MONTH, yearly: 12 * MONTH } as const;

/** A commission as it will come about: when it is approved, paid or reversed. */
interface Fate {
  row: Commission;
  settles: Instant;
  paid: Instant;
  reversed: boolean;
}

/** A business and all that becomes of it: before a day known, afterwards the truth. */
export interface History {
  products: Product[];
  letters: Letter[];
  fates: Fate[];
  clients: number;
}

/** What a made-up product is really like. */
interface Truth {
  product: Product;
  rate: number;
  churn: { alpha: number; beta: number };
  lock: number;
}

/**
 * A freelancer's years from a seed: 30 to 300 clients, 6 to 14 products (half of them paying once,
 * a third monthly, the others yearly), two recommendations to each client a quarter.
 */
export function historyOf(seed: string, months: number): History {
  const chance = chanceFrom('forecast', seed);
  const clients = Math.round(30 * 10 ** chance());
  const truths = Array.from({ length: 6 + Math.floor(9 * chance()) }, (_, i) => truthOf(i, chance));
  const history: History = {
    products: truths.map(({ product }) => product),
    letters: [],
    fates: [],
    clients,
  };
  const bought = new Set<string>();
  for (let month = 0; month < months; month += 3) {
    for (let client = 0; client < clients; client++) {
      writeLetter(history, truths, { client, month }, bought, chance);
    }
  }
  return history;
}

function truthOf(nth: number, chance: Chance): Truth {
  const kind = chance();
  const pays = kind < 0.5 ? 'once' : kind < 0.83 ? 'monthly' : 'yearly';
  const usual = { once: 1500, monthly: 150, yearly: 900 }[pays];
  const churn = pays === 'yearly' ? 0.15 + 0.25 * chance() : 0.03 + 0.06 * chance();
  const alike = 4 + 16 * chance();
  return {
    product: {
      ...blankRow(products),
      id: `P${nth}`,
      network: 'Direct',
      pays,
      amount: Math.round(usual * Math.exp(0.5 * drawNormal(chance))),
      currency: HOME,
      active: true,
    },
    rate: drawBeta(1.5, 28.5, chance),
    churn: { alpha: churn * alike, beta: (1 - churn) * alike },
    lock: (35 + 40 * chance()) * DAY_MS,
  };
}

function writeLetter(
  { letters: written, fates }: History,
  truths: Truth[],
  { client, month }: { client: number; month: number },
  bought: Set<string>,
  chance: Chance,
): void {
  const open = truths.filter(({ product }) => !bought.has(`${client} ${product.id}`));
  const first = Math.floor(chance() * open.length);
  const picked = open.filter((_, i) => i === first || i === (first + 1) % open.length);
  const sent = START + month * MONTH + 5 * DAY_MS;
  const id = `L${client}-${month}`;
  written.push({
    ...blankRow(letters),
    id,
    clientId: `C${client}`,
    status: 'sent',
    sent,
    channel: 'email',
    products: picked.map(({ product }) => product.id),
  });
  for (const truth of picked) {
    if (chance() >= truth.rate) continue;
    bought.add(`${client} ${truth.product.id}`);
    const at = sent - Math.log(1 - chance()) * 12 * DAY_MS;
    fates.push(...sell(truth, { clientId: `C${client}`, letterId: id, at }, fates.length, chance));
  }
}

/** A sale with its renewals, as long as the client stays. */
function sell(
  { product, churn, lock }: Truth,
  sale: { clientId: string; letterId: string; at: Instant },
  serial: number,
  chance: Chance,
): Fate[] {
  const leaves = drawBeta(churn.alpha, churn.beta, chance);
  const period =
    product.pays === 'monthly' || product.pays === 'yearly' ? PERIODS[product.pays] : Infinity;
  const minor = Math.round((product.amount ?? 0) * 100 * Math.exp(0.3 * drawNormal(chance)));
  const fates: Fate[] = [];
  for (let at = sale.at; at < START + 60 * MONTH; at += period) {
    const row = {
      ...blankRow(commissions),
      ...sale,
      id: `M${serial}-${fates.length}`,
      network: `Network ${product.id}`,
      productId: product.id,
      at,
      homeAmount: { minor, currency: HOME },
    };
    const reversed = chance() < 0.07;
    fates.push({ row, settles: at + lock * chance(), paid: at + lock, reversed });
    if ((reversed && fates.length === 1) || chance() < leaves || period === Infinity) break;
  }
  return fates;
}

/** The ledger as it stands on a day: what was booked by then, as its networks call it then. */
export function ledgerOn({ fates }: History, day: Instant): Commission[] {
  return fates.flatMap(({ row, settles, paid, reversed }): Commission[] => {
    if (row.at === null || row.at > day) return [];
    const seen = { ...row, firstSeen: row.at };
    if (settles > day) return [{ ...seen, status: 'pending', changed: row.at }];
    if (reversed) return [{ ...seen, status: 'reversed', changed: settles }];
    return paid > day
      ? [{ ...seen, status: 'approved', changed: settles }]
      : [{ ...seen, status: 'paid', changed: paid }];
  });
}

/** The cash that came, or will come, in each of so many months from a day; backwards where negative. */
export function cashFrom({ fates }: History, day: Instant, months: number): number[] {
  const cash = Array<number>(months).fill(0);
  for (const { row, paid, reversed } of fates) {
    const month = Math.floor((paid - day) / MONTH);
    if (reversed || month < 0 || month >= months) continue;
    cash[month] = (cash[month] ?? 0) + (row.homeAmount?.minor ?? 0);
  }
  return cash;
}

/** The day so many months after the beginning. */
export function dayAfter(months: number): Instant {
  return START + months * MONTH;
}
