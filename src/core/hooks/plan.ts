import { addressOf } from '../clients/client';
import type { Client } from '../workbook';
import { addCommission } from './add-commission';
import type { Deed, HookDesk, HookPlan } from './deed';
import type { DeedName, HookMessage } from './message';
import { moveStage } from './move-stage';
import { whyRefused } from './refusal';
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
  refused: Refusal[];
}

export interface Refusal {
  sender: string;
  why: string;
}

export function newPlan(): Planned {
  return {
    ...{ added: [], changed: [], moved: [], started: [], earned: [] },
    ...{ done: [], refused: [] },
  };
}

/** Adds to a plan what messages come to, of which no two change the same client. */
export function planHooks(messages: HookMessage[], desk: HookDesk, plan: Planned): void {
  for (const message of messages) {
    try {
      DEED[message.does](message, desk, plan);
      plan.done.push(message);
    } catch (error) {
      plan.refused.push({ sender: message.sender, why: whyRefused(error) });
    }
  }
}

/** What changes a client's row, so that whatever is said of the client next waits for it. */
const CHANGES_CLIENT: readonly DeedName[] = ['save_client', 'move_stage'];

/** Messages in rounds: what is said of a client after a change finds that change in the tab. */
export function inRounds(messages: HookMessage[], clients: Client[]): HookMessage[][] {
  const addresses = new Map(clients.map((client) => [client.id, addressOf(client)]));
  const rounds: HookMessage[][] = [];
  const next = new Map<string, number>();
  for (const message of messages) {
    const { client_id: id, email = '' } = message.fields;
    const address = id === undefined ? email.toLowerCase() : (addresses.get(id) ?? '');
    const round = next.get(address) ?? 0;
    (rounds[round] ??= []).push(message);
    if (address !== '' && CHANGES_CLIENT.includes(message.does)) next.set(address, round + 1);
  }
  return rounds;
}
