import { dayOf } from '../../core/calendar';
import { clientsById } from '../../core/clients/client';
import { withStarted } from '../../core/clients/stage';
import { endedAddresses } from '../../core/clients/unsubscribed';
import type { HookDesk, HookPlan } from '../../core/hooks/deed';
import { type HookMessage, readMessage } from '../../core/hooks/message';
import { inRounds, type Planned, planHooks } from '../../core/hooks/plan';
import { groupedBy } from '../../core/group';
import { readOccasions } from '../../core/letters/occasion';
import { Problem } from '../../core/problem';
import { networkOfKey } from '../../core/referrals/claim';
import type { GateEvent } from '../../core/referrals/gate';
import { blankRow } from '../../core/schema/table';
import {
  clients,
  commissions,
  type HookRow,
  hooks,
  occasions,
  products,
  stages,
  unsubscribed,
} from '../../core/workbook';
import type { Services } from '../../services';
import { bookStatements } from '../ledger';
import { noteStages } from '../stages';
import { STATE } from '../state';
import { hookSecrets } from './kept';

type HookServices = Pick<Services, 'sheets' | 'vault' | 'state' | 'clock'>;

/** Rows of the tab that remembers what was done. */
const MOST_REMEMBERED = 5_000;
/** Refusals that are told one by one. */
const MOST_TOLD = 10;

/**
 * Does what automations asked for at the gate; returns how much, and what was refused and why. The
 * same again changes nothing: an id is remembered once its message was done.
 */
export function noteHooks(
  services: HookServices,
  events: GateEvent[],
): { done: number; problems: string[] } {
  const came = events.filter(({ kind }) => kind === 'hook');
  if (came.length === 0) return { done: 0, problems: [] };
  const { messages, refused } = readAll(services, came);
  const known = services.sheets.read(hooks).rows;
  const seen = new Set(known.map(({ id }) => id));
  const fresh = messages.filter(({ id }) => {
    const isNew = id === '' || !seen.has(id);
    seen.add(id);
    return isNew;
  });
  const done: HookMessage[] = [];
  for (const round of inRounds(fresh, readPeople(services).all)) {
    const plan = planHooks(round, openDesk(services));
    carryOut(services, plan);
    done.push(...plan.done);
    refused.push(...plan.refused);
  }
  remember(services, known, done);
  if (done.length > 0) services.state.set(STATE.look, 'hooks');
  return { done: done.length, problems: told(refused) };
}

function readAll(
  { vault }: HookServices,
  came: GateEvent[],
): { messages: HookMessage[]; refused: Planned['refused'] } {
  const secrets = hookSecrets(vault);
  const refused: Planned['refused'] = [];
  const messages = came.flatMap(({ data, at }): HookMessage[] => {
    const sender = networkOfKey(secrets, data?.key);
    // One that was revoked meanwhile has no say any more.
    if (sender === undefined) return [];
    try {
      return [readMessage(sender, data ?? {}, at)];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ sender, why: error.message });
      return [];
    }
  });
  return { messages, refused };
}

function readPeople({ sheets }: HookServices): HookDesk['people'] {
  return sheets.read(clients);
}

function openDesk(services: HookServices): HookDesk {
  const { sheets, clock } = services;
  const zone = sheets.zone();
  const home = sheets.settings().settings.homeCurrency;
  const today = dayOf(clock.now(), zone);
  const known = sheets.read(occasions).rows;
  const offers = sheets.readColumns(products, ['id', 'name']).rows;
  return {
    people: readPeople(services),
    ended: endedAddresses(sheets.read(unsubscribed).all),
    occasions: known,
    followed: readOccasions(known, offers, today).followed,
    products: offers,
    context: { zone, home, today },
  };
}

function carryOut(services: HookServices, plan: HookPlan): void {
  const { sheets } = services;
  sheets.append(clients, plan.added);
  sheets.patch(clients, [
    ...plan.changed,
    ...plan.moved.map(({ id, from, to }) => ({ id, expect: { stage: from }, set: { stage: to } })),
  ]);
  if (plan.started.length > 0) start(services, plan.started);
  for (const [sender, earned] of groupedBy(plan.earned, (one) => one.sender)) {
    book(services, sender, earned);
  }
}

/** Occasions stand with the client's stages, which must be noted for that. */
function start(services: HookServices, started: HookPlan['started']): void {
  const { sheets, clock } = services;
  const now = clock.now();
  const noted = noteStages(sheets, clientsById(readPeople(services)).values(), now);
  const day = dayOf(now, sheets.zone());
  const byClient = groupedBy(started, ({ clientId }) => clientId);
  sheets.patch(
    stages,
    noted.flatMap((row) => {
      const theirs = byClient.get(row.clientId);
      if (theirs === undefined) return [];
      const ids = theirs.map(({ occasionId }) => occasionId);
      return [{ id: row.clientId, set: { started: withStarted(row, ids, day) } }];
    }),
  );
}

/** Whom a sender names as the buyer stands like a person's own entry; nobody's is overwritten. */
function book(services: HookServices, sender: string, earned: HookPlan['earned']): void {
  const statements = earned.map(({ statement }) => statement);
  bookStatements(services, statements, { kind: 'report', source: `hook ${sender}` });
  services.sheets.patch(
    commissions,
    earned.flatMap(({ statement: { network, externalId }, clientId, productId }) => {
      const id = commissions.derive({ ...blankRow(commissions), network, externalId });
      return [
        ...(clientId === '' ? [] : [{ id, expect: { clientId: '' }, set: { clientId } }]),
        ...(productId === '' ? [] : [{ id, expect: { productId: '' }, set: { productId } }]),
      ];
    }),
  );
}

/** The oldest rows are used again once there are enough. */
function remember({ sheets }: HookServices, known: HookRow[], done: HookMessage[]): void {
  const rows = done
    .filter(({ id }) => id !== '')
    .map(({ id, at, sender, does }): HookRow => ({ id, at, sender, did: does }));
  const tooMany = Math.min(rows.length, Math.max(0, known.length + rows.length - MOST_REMEMBERED));
  const oldest = [...known].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).slice(0, tooMany);
  sheets.append(hooks, rows.slice(oldest.length));
  sheets.patch(
    hooks,
    oldest.flatMap(({ id }, i) => rows.slice(i, i + 1).map((set) => ({ id, set }))),
  );
}

function told(refused: Planned['refused']): string[] {
  const all = [...new Set(refused.map(({ sender, why }) => `Hook ${sender}: refused. ${why}`))];
  const more = all.length - MOST_TOLD;
  return more <= 0
    ? all
    : [...all.slice(0, MOST_TOLD), `Hooks: ${more} more were refused for other reasons.`];
}
