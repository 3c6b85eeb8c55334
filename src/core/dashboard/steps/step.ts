import type { Instant } from '../../calendar';
import { derivedId } from '../../identity';
import { fromMajor, showMoney, toMajor } from '../../money';
import type { Plan } from '../../revenue/forecast/plan';
import type { ProductWorth } from '../../revenue/value/product-worth';
import type { Worth } from '../../revenue/worth';
import type { Client, Commission, Letter } from '../../workbook';

/** What the sidebar can do about a figure. */
export type StepAction =
  | { do: 'pause'; productId: string }
  /** With the words to send, which nobody sends but the freelancer. */
  | { do: 'ask'; network: string; text: string }
  | { do: 'write'; clientIds: string[] };

/** One thing to do next: a sentence with its figure and its number of cases, and the action. */
export interface Step {
  /** The same for the same thing to do, whatever its figures are by now. */
  id: string;
  sentence: string;
  action: StepAction;
  /** What is at stake, in minor units at home; the most comes first. */
  stake: number;
}

export interface StepInput {
  worth: Worth;
  clients: readonly Client[];
  letters: readonly Pick<Letter, 'clientId' | 'status' | 'sent'>[];
  commissions: readonly Commission[];
  plan: Plan;
  /** Who asks a network. */
  sender: string;
  zone: string;
  now: Instant;
}

/** The id of what is to be done about something. */
export function stepId(act: StepAction['do'], about: string): string {
  return derivedId('S', act, about);
}

/** How often recommending sold, over all products. */
export function conversionOf(products: readonly ProductWorth[]): {
  share: number;
  recommended: number;
} {
  const recommended = products.reduce((sum, of) => sum + of.recommended, 0);
  const bought = products.reduce((sum, of) => sum + of.bought, 0);
  return { share: recommended === 0 ? 0 : bought / recommended, recommended };
}

/** What a sale is worth on average over all products, those that sell more often counting more. */
export function usualValue(products: readonly ProductWorth[]): number {
  let [sum, weight] = [0, 0];
  for (const { worth, bought } of products) {
    sum += (worth.value ?? 0) * (bought + 1);
    weight += bought + 1;
  }
  return weight === 0 ? 0 : sum / weight;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** To the whole unit: what is expected has no cents. */
export function roundly(minor: number, home: string): string {
  const major = toMajor({ minor: Math.round(minor), currency: home });
  return showMoney(fromMajor(Math.round(major), home), 'en');
}
