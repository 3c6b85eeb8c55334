import { addressOf } from '../core/clients/client';
import { erasure, HELD, HELD_FACTS, type HeldTable, rowsAbout } from '../core/clients/held';
import { factsBehind } from '../core/revenue/ledger/about';
import type { Columns, RowOf } from '../core/schema/table';
import { clients, commissions, letters, reported } from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import type { JobResult } from './job';
import { STATE } from './state';
import { endLetters } from './unsubscribes';

type ForgetServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/** All that the workbook holds about a client, tab by tab. */
export function heldAbout(
  { sheets }: Pick<Services, 'sheets'>,
  clientId: string,
): { held: HeldTable; rows: RowOf<Columns>[] }[] {
  const own = sheets
    .readColumns(letters, ['id', 'clientId'])
    .all.filter((letter) => letter.clientId === clientId);
  const letterIds = new Set(own.map(({ id }) => id));
  const found = HELD.map((held) => ({
    held,
    rows: rowsAbout(held, sheets.read(held.table).all, clientId, letterIds),
  }));
  const sales = sheets.read(commissions).all.filter((row) => row.clientId === clientId);
  const facts = sales.length === 0 ? [] : factsBehind(sales, sheets.read(reported).all);
  return [...found, { held: HELD_FACTS, rows: facts }];
}

/**
 * Forgets a client: the letters end for good, and every cell that says something about the person is
 * emptied. Ids, sums and the mark that keeps the address unsubscribed stay. Should the execution end
 * in the middle, the next beat goes on.
 */
export function forget(services: ForgetServices, clientId: string): void {
  const { state } = services;
  const before = forgetting(state);
  state.set(STATE.forgetting, JSON.stringify([...new Set([...before, clientId])]));
  state.set(STATE.look, 'forget');
  finishForgetting(services);
}

/** Goes on with what an execution left half done. */
export function finishForgetting(services: ForgetServices): JobResult {
  const ids = forgetting(services.state);
  if (ids.length === 0) return { done: '' };
  for (const id of ids) erase(services, id);
  services.state.remove(STATE.forgetting);
  return { done: `${many(ids.length, 'client')} forgotten` };
}

function forgetting(state: ForgetServices['state']): string[] {
  return JSON.parse(state.get(STATE.forgetting) ?? '[]') as string[];
}

/**
 * The client's own row goes last: by its address the mark is made that stays. Other rows with the
 * address unsubscribe too, for once it is gone here nothing else tells that they are the same person.
 */
function erase(services: ForgetServices, clientId: string): void {
  const { sheets, clock } = services;
  const { all } = sheets.readColumns(clients, ['id', 'email']);
  const row = all.find(({ id }) => id === clientId);
  if (row?.email !== '') {
    const address = row === undefined ? '' : addressOf(row);
    const twins = all.filter((one) => address !== '' && addressOf(one) === address);
    const ids = [clientId, ...twins.map(({ id }) => id)];
    endLetters(services, new Map(ids.map((id) => [id, clock.now()])), '');
  }
  const found = heldAbout(services, clientId);
  const isOwn = ({ held }: (typeof found)[number]): boolean => held.table.tab === clients.tab;
  for (const { held, rows } of [...found.filter((one) => !isOwn(one)), ...found.filter(isOwn)]) {
    if (held.personal.length === 0) continue;
    const { table } = held;
    sheets.patch(
      table,
      // The id is written too, for where it was only derived, it would be gone with what it is made of.
      rows.map((row) => ({
        id: String(row[table.key]),
        set: { [table.key]: row[table.key] as unknown, ...erasure(held) },
      })),
    );
  }
}
