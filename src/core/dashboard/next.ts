import { DAY_MS, type Instant } from '../calendar';
import { groupedBy } from '../group';
import { reach } from '../clients/client';
import { fromMajor, showMoney, toMajor } from '../money';
import { planned, type Plan } from '../revenue/forecast/plan';
import type { ProductWorth } from '../revenue/value/product-worth';
import type { Worth } from '../revenue/worth';
import type { Client, Commission, Letter } from '../workbook';
import { many } from '../words/count';

/** What the sidebar can do about a figure. */
export type NextAction =
  | { do: 'pause'; productId: string }
  | { do: 'ask'; network: string }
  | { do: 'write'; clientIds: string[] };

/** One thing to do next: a sentence with its figure and its number of cases, and the action. */
export interface NextStep {
  sentence: string;
  action: NextAction;
  /** What is at stake, in minor units at home; the most comes first. */
  stake: number;
}

export interface NextInput {
  worth: Worth;
  clients: readonly Client[];
  letters: readonly Pick<Letter, 'clientId' | 'status' | 'sent'>[];
  commissions: readonly Commission[];
  plan: Plan;
  now: Instant;
}

const MOST = 5;
/** Recommendations from which a product may be judged. */
const ENOUGH_CASES = 40;
const LONG_PENDING = 90 * DAY_MS;
/** Clients who had a letter since then are left in peace. */
const REST = 90 * DAY_MS;

/** What to do next: at most five steps, those with most at stake first. */
export function nextSteps(input: NextInput): NextStep[] {
  return [...toPause(input), ...toAsk(input), ...toWrite(input), ...towardsPlan(input)]
    .sort((a, b) => b.stake - a.stake)
    .slice(0, MOST);
}

/** Products that surely sell worse than half as often as all together. */
function toPause({ worth, plan }: NextInput): NextStep[] {
  const { share, recommended: all } = conversionOf(worth.products);
  return worth.products.flatMap((of): NextStep[] => {
    const { product, recommended, bought, conversion } = of;
    if (!product.active || recommended < ENOUGH_CASES || conversion.high >= share / 2) return [];
    const lost = (share - bought / recommended) * recommended * usualValue(worth.products);
    return [
      {
        sentence:
          `${product.name} sold ${bought} times in ${recommended} recommendations ` +
          `(at most ${percent(conversion.high)}), all products ${percent(share)} of ${all}: ` +
          `pause it and give its place to others, worth about ${show(lost, plan)}.`,
        action: { do: 'pause', productId: product.id },
        stake: lost,
      },
    ];
  });
}

/** Networks that keep commissions pending for long. */
function toAsk({ commissions, plan, now }: NextInput): NextStep[] {
  const old = commissions.filter(
    ({ status, at }) => status === 'pending' && at !== null && now - at > LONG_PENDING,
  );
  return [...groupedBy(old, ({ network }) => network)].flatMap(([network, rows]): NextStep[] => {
    const sum = rows.reduce(
      (all, { homeAmount }) => all + (homeAmount?.currency === plan.home ? homeAmount.minor : 0),
      0,
    );
    if (sum <= 0) return [];
    return [
      {
        sentence:
          `${show(sum, plan)} in ${many(rows.length, 'commission')} has been pending at ${network} ` +
          `for over 90 days: ask them when it is decided.`,
        action: { do: 'ask', network },
        stake: sum,
      },
    ];
  });
}

/** Clients without a letter lately, of the kind that surely buys more than all do. */
function toWrite(input: NextInput): NextStep[] {
  const { worth, plan } = input;
  const { share } = conversionOf(worth.products);
  const idle = idleClients(input);
  const [best] = worth.segments
    .filter(({ kind, conversion, recommended }) => {
      return kind === 'industry' && recommended > 0 && conversion.low > share;
    })
    .map((segment) => ({
      segment,
      clientIds: idle
        .filter(({ industry }) => industry.trim().toLowerCase() === segment.segment)
        .map(({ id }) => id),
    }))
    .filter(({ clientIds }) => clientIds.length > 0)
    .sort((a, b) => b.clientIds.length - a.clientIds.length);
  if (best === undefined) return [];
  const { segment, clientIds } = best;
  const rate = segment.bought / segment.recommended;
  const stake =
    clientIds.length * plan.products * rate * (segment.lifetime ?? usualValue(worth.products));
  return [
    {
      sentence:
        `Clients in “${segment.segment}” buy ${percent(rate)} of what you recommend ` +
        `(${segment.bought} of ${segment.recommended}), all clients ${percent(share)}: write to the ` +
        `${clientIds.length} of them without a letter in 90 days, worth about ${show(stake, plan)}.`,
      action: { do: 'write', clientIds },
      stake,
    },
  ];
}

/** What is missing to the plan, and who could be written to for it. */
function towardsPlan(input: NextInput): NextStep[] {
  const { worth, plan } = input;
  const { expected, low, high } = worth.forecast.total;
  const missing = planned(plan).minor - expected;
  const clientIds = idleClients(input).map(({ id }) => id);
  if (missing <= 0 || clientIds.length === 0) return [];
  const { share, recommended } = conversionOf(worth.products);
  const rate = recommended === 0 ? plan.conversion / 100 : share;
  const gain = clientIds.length * plan.products * rate * usualValue(worth.products);
  return [
    {
      sentence:
        `The next twelve months should bring ${show(expected, plan)} (${show(low, plan)} to ` +
        `${show(high, plan)}), ${show(missing, plan)} less than planned: write to the ` +
        `${many(clientIds.length, 'client')} without a letter in 90 days.`,
      action: { do: 'write', clientIds },
      stake: Math.min(missing, gain),
    },
  ];
}

/** Clients who may be recommended something and had no letter in 90 days, nor have one waiting. */
function idleClients({ clients, letters, now }: NextInput): Client[] {
  const busy = new Set(
    letters
      .filter(({ status, sent }) =>
        status === 'sent'
          ? sent !== null && now - sent < REST
          : status !== 'skipped' && status !== 'failed',
      )
      .map(({ clientId }) => clientId),
  );
  return clients.filter(
    (client) => !busy.has(client.id) && reach(client).letters === 'with recommendations',
  );
}

function conversionOf(products: readonly ProductWorth[]): { share: number; recommended: number } {
  const recommended = products.reduce((sum, of) => sum + of.recommended, 0);
  const bought = products.reduce((sum, of) => sum + of.bought, 0);
  return { share: recommended === 0 ? 0 : bought / recommended, recommended };
}

/** What a sale is worth on average over all products, those that sell more often counting more. */
function usualValue(products: readonly ProductWorth[]): number {
  let [sum, weight] = [0, 0];
  for (const { worth, bought } of products) {
    sum += (worth.value ?? 0) * (bought + 1);
    weight += bought + 1;
  }
  return weight === 0 ? 0 : sum / weight;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** To the whole unit: what is expected has no cents. */
function show(minor: number, { home }: Plan): string {
  const major = toMajor({ minor: Math.round(minor), currency: home });
  return showMoney(fromMajor(Math.round(major), home), 'en');
}
