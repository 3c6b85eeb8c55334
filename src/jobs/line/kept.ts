import type { Instant } from '../../core/calendar';
import type { Bot } from '../../core/connectors/line/answers';
import type { Services } from '../../services';
import { STATE, VAULT } from '../state';

type Kept = Pick<Services, 'state' | 'vault'>;

/** The official account that letters go out as. */
export interface LineAccount extends Bot {
  token: string;
}

/** What was heard and sent last. */
export interface LineRun {
  at?: Instant;
  did?: string;
  problem?: string;
}

/** The account that is connected, or undefined where none is. */
export function lineAccount({ state, vault }: Kept): LineAccount | undefined {
  const token = vault.get(VAULT.lineToken);
  const bot = state.get(STATE.line);
  if (token === undefined || bot === undefined) return undefined;
  return { ...(JSON.parse(bot) as Bot), token };
}

/** The secret in the address that LINE calls; none while nothing is connected. */
export function lineSecrets({ vault }: Pick<Kept, 'vault'>): string[] {
  const key = vault.get(VAULT.lineKey);
  return key === undefined ? [] : [key];
}

export function lineRun({ state }: Pick<Kept, 'state'>): LineRun {
  return JSON.parse(state.get(STATE.lineRun) ?? '{}') as LineRun;
}

/** Remembers what was done just now, for the connection's card. */
export function noteLineRun(
  { state, clock }: Pick<Services, 'state' | 'clock'>,
  did: string,
  problem = '',
): void {
  state.set(STATE.lineRun, JSON.stringify({ at: clock.now(), did, problem }));
}
