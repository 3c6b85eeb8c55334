import Big from 'big.js';
import { dayOf, type Instant } from '../calendar';
import type { Settings } from '../settings';
import type { Letter } from '../workbook';

/** What writing took: tokens read and written by the model. */
export interface Taken {
  input: number;
  output: number;
}

/** What a month's letters took so far. */
export interface Spent {
  tokens: number;
  /** In USD, as far as prices were known when the letters were written. */
  usd: number;
}

type Counted = Pick<Letter, 'tokensIn' | 'tokensOut' | 'cost' | 'written'>;
type Budgeting = Pick<Settings, 'priceIn' | 'priceOut' | 'monthlyBudget'>;

const MILLION = 1_000_000;

/** What so many tokens cost in USD at the prices in the settings; null where those are not known. */
export function costOf({ input, output }: Taken, settings: Budgeting): number | null {
  if (settings.priceIn === '' || settings.priceOut === '') return null;
  return Big(input)
    .times(settings.priceIn)
    .plus(Big(output).times(settings.priceOut))
    .div(MILLION)
    .toNumber();
}

/** A letter's columns once these tokens came on top of what it took before. */
export function addTaken(
  before: Omit<Counted, 'written'>,
  taken: Taken,
  settings: Budgeting,
): Omit<Counted, 'written'> {
  const cost = taken.input + taken.output === 0 ? null : costOf(taken, settings);
  return {
    tokensIn: before.tokensIn + taken.input,
    tokensOut: before.tokensOut + taken.output,
    cost:
      cost === null
        ? before.cost
        : Big(before.cost ?? 0)
            .plus(cost)
            .toNumber(),
  };
}

/** What the letters written in the month of `now` took, requests whose draft was refused included. */
export function spentThisMonth(rows: Counted[], now: Instant, zone: string): Spent {
  const month = dayOf(now, zone).slice(0, 7);
  const counted = rows.filter(
    ({ written }) => written !== null && dayOf(written, zone).startsWith(month),
  );
  return {
    tokens: counted.reduce((sum, { tokensIn, tokensOut }) => sum + tokensIn + tokensOut, 0),
    usd: counted.reduce((sum, { cost }) => sum.plus(cost ?? 0), Big(0)).toNumber(),
  };
}

/** Why no AI may be asked any more this month, or undefined while the budget lasts. */
export function whyNoAi(spent: Spent, settings: Budgeting): string | undefined {
  const { monthlyBudget: budget } = settings;
  if (budget === '') return undefined;
  const [amount = '', unit = ''] = budget.split(' ');
  if (unit === 'tokens') return spent.tokens >= Number(amount) ? usedUp(budget) : undefined;
  if (costOf({ input: 0, output: 0 }, settings) === null) {
    return `the month’s AI budget is ${budget}, but the Settings tab does not say what tokens cost. Fill in both prices, or give the budget in tokens.`;
  }
  return spent.usd >= Number(amount) ? usedUp(budget) : undefined;
}

function usedUp(budget: string): string {
  return `the month’s AI budget of ${budget} is used up.`;
}

/** What the month took, in words: `12,345 tokens, 0.42 USD, of 5 USD`. */
export function showSpent(spent: Spent, settings: Budgeting): string {
  const tokens = `${new Intl.NumberFormat('en').format(spent.tokens)} tokens`;
  const isPriced = settings.priceIn !== '' && settings.priceOut !== '';
  const cost = isPriced ? `about ${spent.usd.toFixed(2)} USD` : 'cost not known';
  const budget = settings.monthlyBudget === '' ? '' : `, of ${settings.monthlyBudget}`;
  return `${tokens}, ${cost}${budget}`;
}
