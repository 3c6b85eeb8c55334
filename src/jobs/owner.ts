import { fingerprint } from '../core/identity';
import { Problem } from '../core/problem';
import type { Services } from '../services';
import { STATE, VAULT } from './state';

type OwnerServices = Pick<Services, 'state' | 'vault'>;

/** Whether the workbook runs for this person: the one who set it up. */
export function isOwner({ state, vault }: OwnerServices): boolean {
  const mark = vault.get(VAULT.owner);
  return mark !== undefined && state.get(STATE.owner) === fingerprint(mark);
}

/** Makes this person the owner, where the workbook has none. Throws a `Problem` where it has another. */
export function becomeOwner(services: OwnerServices & Pick<Services, 'chance'>): void {
  const { state, vault, chance } = services;
  if (isOwner(services)) return;
  if (state.get(STATE.owner) !== undefined) throw notYours();
  for (const name of [VAULT.owner, VAULT.linkKey]) {
    if (vault.get(name) === undefined) vault.set(name, chance.secret());
  }
  state.set(STATE.owner, fingerprint(vault.get(VAULT.owner) ?? ''));
}

/** Throws a `Problem` for anybody but the owner. */
export function assertOwner(services: OwnerServices): void {
  if (isOwner(services)) return;
  if (services.state.get(STATE.owner) !== undefined) throw notYours();
  throw new Problem({
    code: 'not-set-up',
    sentence: 'Perennial is not set up in this workbook yet.',
    remedy: 'Choose Perennial → Set up.',
  });
}

function notYours(): Problem {
  return new Problem({
    code: 'not-owner',
    sentence:
      'Another person has set Perennial up in this workbook, and it runs from their account.',
    remedy: 'Ask them, or make a copy of the workbook and set that up.',
  });
}
