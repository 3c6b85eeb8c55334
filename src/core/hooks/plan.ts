import { addressOf } from '../clients/client';
import { Problem } from '../problem';
import type { Client } from '../workbook';
import { addCommission } from './add-commission';
import type { Deed, HookDesk, HookPlan } from './deed';
import type { DeedName, HookMessage } from './message';
import { moveStage } from './move-stage';
import { saveClient } from './save-client';
import { startOccasion } from './start-occasion';

const DEED: Readonly<Record<DeedName, Deed>> = {
  save_client: saveClient,
  move_stage: moveStage,
  start_occasion: startOccasion,
  add_commission: addCommission,
};

/** What messages come to, those that are refused, and why. */
export interface Planned extends HookPlan {
  done: HookMessage[];
  refused: { sender: string; why: string }[];
}

/** Plans messages of which no two are about the same client or commission. */
export function planHooks(messages: HookMessage[], desk: HookDesk): Planned {
  const plan: Planned = {
    ...{ added: [], changed: [], moved: [], started: [], earned: [] },
    ...{ done: [], refused: [] },
  };
  for (const message of messages) {
    try {
      DEED[message.does](message, desk, plan);
      plan.done.push(message);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      plan.refused.push({ sender: message.sender, why: error.message.trim() });
    }
  }
  return plan;
}

/** Messages in rounds, each about something else: what is said twice of one client goes in its order. */
export function inRounds(messages: HookMessage[], clients: Client[]): HookMessage[][] {
  const addresses = new Map(clients.map((client) => [client.id, addressOf(client)]));
  const rounds: HookMessage[][] = [];
  const next = new Map<string, number>();
  for (const message of messages) {
    const subjects = subjectsOf(message, addresses);
    const round = Math.max(0, ...subjects.map((one) => next.get(one) ?? 0));
    (rounds[round] ??= []).push(message);
    for (const one of subjects) next.set(one, round + 1);
  }
  return rounds;
}

function subjectsOf({ fields }: HookMessage, addresses: ReadonlyMap<string, string>): string[] {
  const { client_id: id, network, external_id: number } = fields;
  const address = id === undefined ? fields.email?.toLowerCase() : addresses.get(id);
  return [
    ...(address === undefined ? [] : [`mail ${address}`]),
    ...(number === undefined ? [] : [`sale ${network ?? ''} ${number}`.toLowerCase()]),
  ];
}
