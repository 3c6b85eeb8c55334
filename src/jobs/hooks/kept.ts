import type { Memory } from '../../services';
import { VAULT } from '../state';

/** The secrets in the addresses that automations post to, by the sender's name. */
export function hookSecrets(vault: Memory): Record<string, string> {
  return JSON.parse(vault.get(VAULT.hookKeys) ?? '{}') as Record<string, string>;
}
