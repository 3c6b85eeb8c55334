import { dayOf, type Instant } from '../../core/calendar';
import { clientsById } from '../../core/clients/client';
import { withStarted } from '../../core/clients/stage';
import { endedAddresses } from '../../core/clients/unsubscribed';
import type { HookDesk, HookPlan } from '../../core/hooks/deed';
import { type HookMessage, readMessage } from '../../core/hooks/message';
import { inRounds, newPlan, type Planned, planHooks, type Refusal } from '../../core/hooks/plan';
import { whyRefused } from '../../core/hooks/refusal';
import { groupedBy } from '../../core/group';
import { readOccasions } from '../../core/letters/occasion';
import { cut } from '../../core/problem';
import { senderOfKey } from '../../core/referrals/claim';
import type { GateEvent } from '../../core/referrals/gate';
import { BY_HOOK } from '../../core/revenue/commission';
import { blankRow } from '../../core/schema/table';
import type { Patch } from '../../core/schema/writing';
import {
  clients,
  commissions,
  type HookRow,
  hooks,
  letters,
  occasions,
  products,
  stages,
  unsubscribed,
} from '../../core/workbook';
import type { Services } from '../../services';
import { bookStatements } from '../ledger';
import { noteStages } from '../stages';
import { STATE } from '../state';
import { hookRun, hookSecrets, saveHookRun } from './kept';

type HookServices = Pick<Services, 'sheets' | 'vault' | 'state' | 'clock'>;

/** Rows of the tab that remembers what was done. */
const MOST_REMEMBERED = 5_000;
/** Refusals that are told one by one. */
const MOST_TOLD = 10;
/** Characters of the last refusal that its card shows. */
const MOST_KEPT = 500;

/**
 * Does what automations asked for at the gate; returns how much, and what was refused and why. The
 * same again changes nothing: an id is remembered once its message was done.
 */
export function noteHooks(
  services: HookServices,
  events: GateEvent[],
): { done: number; problems: string[] } {
  const { messages, refused, last } = readAll(services, events);
  if (messages.length + refused.length === 0) return { done: 0, problems: [] };
  const known = services.sheets.read(hooks).rows;
  const seen = new Set(known.map(({ id }) => id));
  const fresh = messages.filter(({ id }) => {
    const isNew = id === '' || !seen.has(id);
    seen.add(id);
    return isNew;
  });
  const plan = fresh.length === 0 ? newPlan() : carryOut(services, fresh);
  plan.refused.unshift(...refused);
  remember(services, known, plan.done);
  note(services, plan, last);
  if (plan.done.length > 0) services.state.set(STATE.look, 'hooks');
  return { done: plan.done.length, problems: told(plan.refused) };
}

function readAll(
  { vault }: Pick<HookServices, 'vault'>,
  events: GateEvent[],
): { messages: HookMessage[]; refused: Refusal[]; last: Instant } {
  const came = events.filter(({ kind }) => kind === 'hook');
  if (came.length === 0) return { messages: [], refused: [], last: 0 };
  const secrets = hookSecrets(vault);
  const refused: Refusal[] = [];
  let last = 0;
  const messages = came.flatMap(({ data, at }): HookMessage[] => {
    const sender = senderOfKey(secrets, data?.key);
    // One that was revoked meanwhile has no say any more.
    if (sender === undefined) return [];
    last = Math.max(last, at);
    try {
      return [readMessage(sender, data ?? {}, at)];
    } catch (error) {
      refused.push({ sender, why: whyRefused(error) });
      return [];
    }
  });
  return { messages, refused, last };
}

/** Clients round by round, since one message may build on another; then all that follows at once. */
function carryOut(services: HookServices, messages: HookMessage[]): Planned {
  const { sheets } = services;
  const plan = newPlan();
  const desk = openDesk(services, messages);
  for (const [i, round] of inRounds(messages, desk.people.all).entries()) {
    if (i > 0) desk.people = sheets.read(clients);
    planHooks(round, desk, plan);
    sheets.append(clients, plan.added.splice(0));
    sheets.patch(clients, [...plan.changed.splice(0), ...plan.moved.splice(0).map(stagePatch)]);
  }
  if (plan.started.length > 0) start(services, plan.started);
  for (const [sender, earned] of groupedBy(plan.earned, (one) => one.sender)) {
    book(services, sender, earned);
  }
  return plan;
}

function openDesk({ sheets, clock }: HookServices, messages: HookMessage[]): HookDesk {
  const zone = sheets.zone();
  const home = sheets.settings().settings.homeCurrency;
  const today = dayOf(clock.now(), zone);
  const known = sheets.read(occasions).rows;
  const offers = sheets.readColumns(products, ['id', 'name']).rows;
  const starts = messages.some(({ does }) => does === 'start_occasion');
  return {
    people: sheets.read(clients),
    ended: endedAddresses(sheets.read(unsubscribed).all),
    occasions: known,
    followed: readOccasions(known, offers, today).followed,
    products: offers,
    stages: starts ? sheets.read(stages).rows : [],
    letters: starts
      ? sheets.readColumns(letters, ['clientId', 'occasionId', 'period', 'status']).rows
      : [],
    context: { zone, home, today, namesById: true },
  };
}

function stagePatch({ id, from, to }: HookPlan['moved'][number]): Patch<typeof clients.columns> {
  return { id, expect: { stage: from }, set: { stage: to } };
}

/** Occasions stand with the client's stages, which must be noted for that. */
function start({ sheets, clock }: HookServices, started: HookPlan['started']): void {
  const now = clock.now();
  const zone = sheets.zone();
  const noted = noteStages(sheets, clientsById(sheets.read(clients)).values(), now);
  const byClient = groupedBy(started, ({ clientId }) => clientId);
  sheets.patch(
    stages,
    noted.flatMap((row) => {
      const theirs = byClient.get(row.clientId);
      if (theirs === undefined) return [];
      const begun = theirs.map(({ occasionId, at }) => ({ occasionId, day: dayOf(at, zone) }));
      return [{ id: row.clientId, set: { started: withStarted(row, begun, dayOf(now, zone)) } }];
    }),
  );
}

/** Whom a sender names as the buyer stands like a person's own entry; nobody's is overwritten. */
function book(services: HookServices, sender: string, earned: HookPlan['earned']): void {
  const statements = earned.map(({ statement }) => statement);
  bookStatements(services, statements, { kind: 'hook', source: BY_HOOK + sender });
  const named = groupedBy(earned, ({ statement: { network, externalId } }) =>
    commissions.derive({ ...blankRow(commissions), network, externalId }),
  );
  services.sheets.patch(
    commissions,
    [...named].flatMap(([id, told]) => {
      const clientId = told.find((one) => one.clientId !== '')?.clientId;
      const productId = told.find((one) => one.productId !== '')?.productId;
      return [
        ...(clientId === undefined ? [] : [{ id, expect: { clientId: '' }, set: { clientId } }]),
        ...(productId === undefined ? [] : [{ id, expect: { productId: '' }, set: { productId } }]),
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

/** What the card of the hooks shows. */
function note({ state }: HookServices, { done, refused }: Planned, at: Instant): void {
  const before = hookRun(state);
  const senders = new Set(done.map(({ sender }) => sender));
  const stays = senders.has(before?.refused?.sender ?? '') ? undefined : before?.refused;
  const last = refused[refused.length - 1] ?? stays;
  saveHookRun(state, {
    at: Math.max(at, before?.at ?? 0),
    did: done.length === 0 ? (before?.did ?? '') : whatWasDone(done),
    ...(last === undefined ? {} : { refused: { ...last, why: cut(last.why, MOST_KEPT) } }),
  });
}

/** `move_stage, 2 × save_client`. */
function whatWasDone(done: HookMessage[]): string {
  return [...groupedBy(done, ({ does }) => does)]
    .map(([does, { length }]) => (length === 1 ? does : `${length} × ${does}`))
    .join(', ');
}

function told(refused: Refusal[]): string[] {
  const all = [...new Set(refused.map(({ sender, why }) => `Hook ${sender}: refused. ${why}`))];
  const more = all.length - MOST_TOLD;
  return more <= 0
    ? all
    : [...all.slice(0, MOST_TOLD), `Hooks: ${more} more were refused for other reasons.`];
}
