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
  /** How much of the month was used when LINE was asked last. */
  quota?: string;
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
  done: Pick<LineRun, 'did' | 'problem'>,
): void {
  const { quota } = lineRun({ state });
  state.set(STATE.lineRun, JSON.stringify({ quota, at: clock.now(), ...done }));
}

/** Remembers how much of the month is used. */
export function noteLineQuota({ state }: Pick<Kept, 'state'>, quota: string): void {
  const before = lineRun({ state });
  if (before.quota !== quota) state.set(STATE.lineRun, JSON.stringify({ ...before, quota }));
}

/** The secret address for LINE to call. */
export function lineAddress({ state, vault }: Kept): string {
  return `${state.get(STATE.gate) ?? ''}?line=${vault.get(VAULT.lineKey) ?? ''}`;
}

/** Keeps an account; the address that LINE calls is made once, until it is disconnected. */
export function keepLine(
  { state, vault, chance }: Kept & Pick<Services, 'chance'>,
  { token, ...bot }: LineAccount,
): void {
  if (vault.get(VAULT.lineKey) === undefined) {
    vault.set(VAULT.lineKey, chance.secret().slice(0, 32));
  }
  vault.set(VAULT.lineToken, token);
  state.set(STATE.line, JSON.stringify(bot));
  // Another account has a month of its own.
  for (const name of [STATE.lineRun, STATE.lineRests]) state.remove(name);
  state.set(STATE.look, 'line');
}

/** Forgets token, address and all that was remembered; who is who on LINE stays in the sheet. */
export function forgetLine({ state, vault }: Kept): void {
  vault.remove(VAULT.lineToken);
  vault.remove(VAULT.lineKey);
  for (const name of [STATE.line, STATE.lineRun, STATE.lineSeen, STATE.lineRests]) {
    state.remove(name);
  }
  // The gate is told to know the address no more.
  state.set(STATE.look, 'line');
}
