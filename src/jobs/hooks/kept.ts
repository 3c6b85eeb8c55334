import type { Instant } from '../../core/calendar';
import type { Refusal } from '../../core/hooks/plan';
import type { Memory } from '../../services';
import { STATE, VAULT } from '../state';

/** The secrets in the addresses that automations post to, by the sender's name. */
export function hookSecrets(vault: Memory): Record<string, string> {
  return JSON.parse(vault.get(VAULT.hookKeys) ?? '{}') as Record<string, string>;
}

/** How the hooks are. */
export interface HookRun {
  /** When the last message came. */
  at: Instant;
  /** What was done last, by the names of what can be asked for. */
  did: string;
  /** The last refusal, until something of the same sender is done without one. */
  refused?: Refusal;
}

export function hookRun(state: Memory): HookRun | undefined {
  const kept = state.get(STATE.hookRun);
  return kept === undefined ? undefined : (JSON.parse(kept) as HookRun);
}

export function saveHookRun(state: Memory, run: HookRun): void {
  state.set(STATE.hookRun, JSON.stringify(run));
}
