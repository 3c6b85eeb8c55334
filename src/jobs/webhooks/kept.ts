import type { Instant } from '../../core/calendar';
import type { Secret } from '../../core/webhooks/signature';
import type { Memory } from '../../services';
import { STATE, VAULT } from '../state';

/** The receivers' secrets, by webhook; no tab holds them. */
export function webhookSecrets(vault: Memory): Record<string, Secret> {
  return JSON.parse(vault.get(VAULT.webhookSecrets) ?? '{}') as Record<string, Secret>;
}

/** Keeps a receiver's secret, or forgets it. */
export function keepSecret(vault: Memory, id: string, secret: Secret | undefined): void {
  const others = Object.entries(webhookSecrets(vault)).filter(([other]) => other !== id);
  const all = secret === undefined ? others : [...others, [id, secret]];
  if (all.length === 0) vault.remove(VAULT.webhookSecrets);
  else vault.set(VAULT.webhookSecrets, JSON.stringify(Object.fromEntries(all)));
}

/** When receivers were posted to last, and what came of it. */
export interface WebhookRun {
  at: Instant;
  did: string;
}

export function webhookRun(state: Memory): WebhookRun | undefined {
  const kept = state.get(STATE.webhookRun);
  return kept === undefined ? undefined : (JSON.parse(kept) as WebhookRun);
}

export function saveWebhookRun(state: Memory, run: WebhookRun): void {
  state.set(STATE.webhookRun, JSON.stringify(run));
}
